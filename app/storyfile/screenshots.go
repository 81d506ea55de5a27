package storyfile

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/image/webp"
)

// Screenshot is a picture of the story's front page in one language, which browsers
// show to those who are about to install it.
type Screenshot struct {
	Form          string // of the window: narrow or wide
	Width, Height int
	WebP          []byte
}

// ScreenshotName is the file of a language's screenshot in a story's folder.
func ScreenshotName(lang, form string) string { return "screenshots/" + lang + "-" + form + ".webp" }

// ScreenshotForms are the forms of windows that there are pictures of.
var ScreenshotForms = []string{"narrow", "wide"}

// readScreenshots reads the pictures that there are, by language.
func (l *loader) readScreenshots() map[string][]Screenshot {
	names, err := fs.Glob(l.fsys, "screenshots/*")
	if err != nil {
		return nil // only a bad pattern gives an error
	}
	found := map[string][]Screenshot{}
	for _, name := range names {
		at := position{name, 1, 1}
		lang, form, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".webp"), "-")
		if !known(lang, l.languages) || !known(form, ScreenshotForms) || name != ScreenshotName(lang, form) {
			l.report.add(at, "this is no screenshot's name", "call it LANGUAGE-narrow.webp or LANGUAGE-wide.webp by a language of the story, or remove it")
			continue
		}
		data, err := fs.ReadFile(l.fsys, name)
		if err != nil {
			l.report.add(at, "the file cannot be read: "+reason(err), "make it a file that can be read")
			continue
		}
		size, err := webp.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			l.report.add(at, "the file is no WebP picture", "take it anew, or remove it")
			continue
		}
		found[lang] = append(found[lang], Screenshot{form, size.Width, size.Height, data})
	}
	return found
}
