package npm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
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

func TestOpen(t *testing.T) {
	packed := pack(t, map[string]string{"package/a.json": "A", "package/b.json": "B"})
	cut := packed[:len(packed)/2]
	pin := func(packed []byte) Package {
		sum := sha512.Sum512(packed)
		return Package{"@font/sans", "1.2.3", "sha512-" + base64.StdEncoding.EncodeToString(sum[:])}
	}
	for _, test := range []struct {
		name   string
		pin    Package
		packed []byte
		err    string
	}{
		{"the pinned one", pin(packed), packed, ""},
		{"another", pin(packed), pack(t, map[string]string{"package/a.json": "C"}), "not @font/sans 1.2.3 as pinned: integrity is sha512-"},
		{"an empty one", pin(packed), nil, "not @font/sans 1.2.3 as pinned"},
		{"no package", pin([]byte("404 no such package")), []byte("404 no such package"), "gzip"},
		{"half of one", pin(cut), cut, "EOF"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tarball := filepath.Join(t.TempDir(), test.pin.File())
			require.NoError(t, os.WriteFile(tarball, test.packed, 0o644))
			files, err := test.pin.Open(tarball)
			if test.err != "" {
				assert.ErrorContains(t, err, test.err)
				assert.ErrorContains(t, err, "font-sans-1.2.3.tgz")
				return
			}
			require.NoError(t, err)
			b, err := files.Get("package/b.json")
			require.NoError(t, err)
			assert.Equal(t, "B", string(b))
			_, err = files.Get("package/c.json")
			assert.EqualError(t, err, "the package has no file package/c.json")
		})
	}
	_, err := pin(nil).Open(filepath.Join(t.TempDir(), "missing.tgz"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}
