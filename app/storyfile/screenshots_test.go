package storyfile

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestScreenshots(t *testing.T) {
	real := os.DirFS("../../stories/north-korea-troops")
	picture, err := fs.ReadFile(real, ScreenshotName("en", "narrow"))
	require.NoError(t, err)

	loaded, problems := Load(real)
	require.Empty(t, errorLines(problems))
	for _, lang := range loaded.Languages {
		var forms []string
		for _, s := range loaded.Screenshots[lang] {
			forms = append(forms, s.Form)
		}
		assert.Equal(t, ScreenshotForms, forms, lang)
	}
	assert.Contains(t, loaded.Screenshots["en"], Screenshot{"narrow", 540, 1230, picture})

	for name, tt := range map[string]struct {
		data []byte
		want string // empty: nothing is wrong
	}{
		"screenshots/id-wide.webp": {picture, ""},
		"screenshots/en-wide.png":  {picture, "this is no screenshot's name; call it LANGUAGE-narrow.webp or LANGUAGE-wide.webp by a language of the story, or remove it"},
		"screenshots/en-wide":      {picture, "this is no screenshot's name; call it LANGUAGE-narrow.webp or LANGUAGE-wide.webp by a language of the story, or remove it"},
		"screenshots/ko-wide.webp": {picture, "this is no screenshot's name; call it LANGUAGE-narrow.webp or LANGUAGE-wide.webp by a language of the story, or remove it"},
		"screenshots/en-tall.webp": {picture, "this is no screenshot's name; call it LANGUAGE-narrow.webp or LANGUAGE-wide.webp by a language of the story, or remove it"},
		"screenshots/en-wide.webp": {[]byte("RIFF"), "the file is no WebP picture; take it anew, or remove it"},
	} {
		t.Run(name, func(t *testing.T) {
			f := folder(t)
			f[name] = &fstest.MapFile{Data: tt.data}
			_, problems := Load(f)
			var want []string
			if tt.want != "" {
				want = []string{name + ":1:1: " + tt.want}
			}
			assert.Equal(t, want, errorLines(problems))
		})
	}
}
