package asset

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAddRefusesPaths(t *testing.T) {
	for _, tt := range []struct{ path, why string }{
		{"", "is empty"},
		{"/", "starts with a slash"},
		{"/en/index.html", "starts with a slash"},
		{"//host/x", "starts with a slash"},
		{".", `"." or ".."`},
		{"..", `"." or ".."`},
		{"../x", `"." or ".."`},
		{"en/../x", `"." or ".."`},
		{"en/./x", `"." or ".."`},
		{"en//x", `"." or ".."`},
		{"en/", `"." or ".."`},
		{`en\x`, "backslash"},
		{`..\x`, "backslash"},
		{"en/\x00x", "control character"},
		{"en/x\n", "control character"},
		{"en/\x7f", "control character"},
		{"en/\xff", "UTF-8"},
	} {
		t.Run(tt.path, func(t *testing.T) {
			var s Set
			require.ErrorContains(t, s.Add(File{Path: tt.path}), tt.why)
			assert.Zero(t, s.Len())
		})
	}
}

func TestAddRefusesCollisions(t *testing.T) {
	for _, tt := range []struct{ name, first, second, why string }{
		{"twice", "en/x", "en/x", `"en/x" is used twice`},
		{"file, then folder", "en", "en/x/y", `needs a folder "en", which is already a file`},
		{"folder, then file", "en/x/y", "en/x", `is already a folder, of "en/x/y"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var s Set
			require.NoError(t, s.Add(File{Path: tt.first, Body: []byte("first")}))
			require.ErrorContains(t, s.Add(File{Path: tt.second}), tt.why)
			f, ok := s.Get(tt.first)
			require.True(t, ok)
			assert.Equal(t, "first", string(f.Body))
			assert.Equal(t, 1, s.Len())
		})
	}
}

func TestSetIsSortedByPath(t *testing.T) {
	var s Set
	for _, path := range []string{"id/index.html", "app.css", "en/embed/index.html", "en/index.html", "..css", "id/сайт.html"} {
		require.NoError(t, s.Add(File{Path: path}))
	}
	var paths []string
	for _, f := range s.All() {
		paths = append(paths, f.Path)
	}
	assert.Equal(t, []string{"..css", "app.css", "en/embed/index.html", "en/index.html", "id/index.html", "id/сайт.html"}, paths)
	_, ok := s.Get("absent")
	assert.False(t, ok)
}

func TestZeroSetIsEmpty(t *testing.T) {
	var s Set
	_, ok := s.Get("x")
	assert.False(t, ok)
	assert.Empty(t, s.All())
	assert.NoError(t, Compress(&s))
}
