package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/cmd/internal/npm"
)

const licence = "Copyright the makers\n\nSIL OPEN FONT LICENSE Version 1.1 - 26 February 2007\n"

func TestChoose(t *testing.T) {
	files := npm.Files{
		"package/LICENSE":                        []byte(licence),
		"package/unicode.json":                   []byte(`{"[0]": "U+ff03-ff05,U+fa0b", "[1]": "U+3400-9fff", "[2]": "U+f900,U+ac00", "[3]": "u+3131-3163", "latin": "U+0000-d7ff"}`),
		"package/files/f-2-600-normal.woff":      []byte("two"),
		"package/files/f-3-600-normal.woff":      []byte("three"),
		"package/files/f-latin-400-normal.woff":  []byte("latin 400"),
		"package/files/f-latin-400-normal.woff2": []byte("another form"),
	}
	for _, test := range []struct {
		name   string
		source source
		change func(npm.Files)
		want   map[string][]byte
		err    string
	}{
		{name: "Hangul", source: source{family: "f", weights: []string{"600"}}, want: map[string][]byte{
			"f-LICENSE.txt": []byte(licence), "f-2-600-normal.woff": []byte("two"), "f-3-600-normal.woff": []byte("three"),
		}},
		{name: "named parts", source: source{family: "f", parts: []string{"latin"}, weights: []string{"400"}}, want: map[string][]byte{
			"f-LICENSE.txt": []byte(licence), "f-latin-400-normal.woff": []byte("latin 400"),
		}},
		{name: "a weight that is not there", source: source{family: "f", parts: []string{"latin"}, weights: []string{"900"}}, err: "no file package/files/f-latin-900-normal.woff"},
		{name: "no licence", source: source{family: "f"}, change: func(f npm.Files) { delete(f, "package/LICENSE") }, err: "no file package/LICENSE"},
		{name: "another licence", source: source{family: "f"}, change: func(f npm.Files) { f["package/LICENSE"] = []byte("MIT") }, err: "not the SIL Open Font License"},
		{name: "broken ranges", source: source{family: "f"}, change: func(f npm.Files) { f["package/unicode.json"] = []byte(`{"[0]": "U+xyz"}`) }, err: "unicode.json: [0]"},
		{name: "no ranges", source: source{family: "f"}, change: func(f npm.Files) { f["package/unicode.json"] = []byte(`[]`) }, err: "unicode.json"},
	} {
		t.Run(test.name, func(t *testing.T) {
			changed := npm.Files{}
			for name, body := range files {
				changed[name] = body
			}
			if test.change != nil {
				test.change(changed)
			}
			got := map[string][]byte{}
			err := test.source.choose(changed, got)
			if test.err != "" {
				assert.ErrorContains(t, err, test.err)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, test.want, got)
		})
	}
}

// The committed archive is the one that the committed notes tell of, of the pinned
// packages.
func TestProvenance(t *testing.T) {
	dir := filepath.Join("..", "..", "web", "static", "font")
	archive, err := os.ReadFile(filepath.Join(dir, "fonts.zip"))
	require.NoError(t, err)
	notes, err := os.ReadFile(filepath.Join(dir, "PROVENANCE.md"))
	require.NoError(t, err)
	assert.Contains(t, string(notes), fmt.Sprintf("%d bytes, SHA-256 `%x`", len(archive), sha256.Sum256(archive)))

	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	require.NoError(t, err)
	files := map[string][]byte{}
	for _, f := range r.File {
		body, err := f.Open()
		require.NoError(t, err)
		var out bytes.Buffer
		_, err = out.ReadFrom(body)
		require.NoError(t, err)
		files[f.Name] = out.Bytes()
	}
	again, err := zipped(files)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(archive, again), "the same files give another archive")
	assert.Equal(t, provenance(files, archive), string(notes), "run the command again")
	for _, s := range sources {
		assert.Contains(t, string(files[s.family+"-LICENSE.txt"]), "SIL OPEN FONT LICENSE Version 1.1")
	}
}

func TestAWrongPackageIsRefused(t *testing.T) {
	from, out := t.TempDir(), t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(from, sources[0].File()), []byte("404"), 0o644))
	assert.ErrorContains(t, run(from, out), "as pinned")
	written, err := os.ReadDir(out)
	require.NoError(t, err)
	assert.Empty(t, written)
}
