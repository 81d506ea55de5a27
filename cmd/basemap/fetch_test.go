package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pack is a package file as npm makes them: a gzipped tar.
func pack(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	w := tar.NewWriter(zipped)
	for name, text := range files {
		require.NoError(t, w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}))
		_, err := w.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	require.NoError(t, zipped.Close())
	return out.Bytes()
}

func TestAWrongPackageIsRefused(t *testing.T) {
	for name, packed := range map[string][]byte{
		"empty":                        nil,
		"not a package":                []byte("404"),
		"a package with a topology":    pack(t, map[string]string{sourceFile: twoLands}),
		"a package with other content": pack(t, map[string]string{"package/package.json": "{}"}),
	} {
		err := verify(packed)
		assert.ErrorContains(t, err, packageIntegrity, name)
		assert.ErrorContains(t, err, packageName, name)

		// And nothing is written.
		dir := t.TempDir()
		tarball := filepath.Join(dir, "wrong.tgz")
		require.NoError(t, os.WriteFile(tarball, packed, 0o644))
		out := t.TempDir()
		assert.ErrorContains(t, run(tarball, out), "not "+packageName+" "+packageVersion+" as pinned", name)
		written, err := os.ReadDir(out)
		require.NoError(t, err)
		assert.Empty(t, written, name)
	}
	assert.ErrorIs(t, run(filepath.Join(t.TempDir(), "missing.tgz"), t.TempDir()), os.ErrNotExist)
}

func TestThePinIsTheOneOfTheCommittedFile(t *testing.T) {
	text, err := os.ReadFile("../../web/static/basemap/PROVENANCE.md")
	require.NoError(t, err)
	assert.Contains(t, string(text), "| integrity | `"+packageIntegrity+"` |")
	assert.Contains(t, string(text), "npm package `"+packageName+"` "+packageVersion+",")
}

func TestUnpack(t *testing.T) {
	packed := pack(t, map[string]string{"package/a.json": "A", "package/b.json": "B"})
	got, err := unpack(packed, "package/b.json")
	require.NoError(t, err)
	assert.Equal(t, "B", string(got))

	_, err = unpack(packed, "package/c.json")
	assert.EqualError(t, err, "has no file package/c.json")
	_, err = unpack([]byte("plain"), "package/a.json")
	assert.Error(t, err)
	_, err = unpack(packed[:len(packed)/2], "package/b.json")
	assert.Error(t, err)
}
