package picture

import (
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"

	files "bukti/web/static/font"
)

// face is one of the faces that a card is set in.
type face int

const (
	regular face = iota
	bold
	serif // bold, for headings and figures
)

// names are the fonts of each face in the order in which they are asked for a
// character. Hangul comes in one weight, in parts, the common syllables in the last.
var names = func() map[face][]string {
	var hangul []string
	for part := 119; part >= 0; part-- {
		hangul = append(hangul, "noto-sans-kr-"+strconv.Itoa(part)+"-600")
	}
	of := func(family, weight string) []string {
		var list []string
		for _, part := range []string{"latin", "cyrillic", "latin-ext", "cyrillic-ext"} {
			list = append(list, family+"-"+part+"-"+weight)
		}
		return list
	}
	join := func(lists ...[]string) []string {
		var all []string
		for _, l := range lists {
			all = append(all, l...)
		}
		return append(all, hangul...)
	}
	return map[face][]string{
		regular: join(of("noto-sans", "400"), []string{"noto-sans-arabic-arabic-400"}),
		bold:    join(of("noto-sans", "700"), []string{"noto-sans-arabic-arabic-700"}),
		serif:   join(of("noto-serif", "700"), []string{"noto-sans-arabic-arabic-700"}, of("noto-sans", "700")),
	}
}()

// library opens fonts when they are first needed. A font.Font may be shared, which a
// font.Face may not.
type library struct {
	files fs.FS
	mutex sync.Mutex
	fonts map[string]*font.Font // nil for a part that there is not
}

var fonts = sync.OnceValues(func() (*library, error) {
	all, err := files.Files()
	if err != nil {
		return nil, fmt.Errorf("opening the fonts: %w", err)
	}
	return &library{files: all, fonts: map[string]*font.Font{}}, nil
})

// open returns a font, or nil for a part without Hangul, which is not kept here.
func (l *library) open(name string) (*font.Font, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if f, known := l.fonts[name]; known {
		return f, nil
	}
	data, err := fs.ReadFile(l.files, name+"-normal.woff")
	if err != nil {
		if strings.HasPrefix(name, "noto-sans-kr-") {
			l.fonts[name] = nil
			return nil, nil
		}
		return nil, err
	}
	parsed, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the font %s: %w", name, err)
	}
	l.fonts[name] = parsed.Font
	return parsed.Font, nil
}

// chain finds for each character the first of a face's fonts that has it. It belongs
// to one goroutine.
type chain struct {
	library *library
	names   []string
	faces   []*font.Face // of the fonts opened so far; nil for none
	found   map[rune]*font.Face
	err     error
}

// ResolveFace implements shaping.Fontmap. A character that no font has is drawn as the
// first font's sign for that: a gap that is seen.
func (c *chain) ResolveFace(r rune) *font.Face {
	if f, known := c.found[r]; known {
		return f
	}
	f := c.find(r)
	c.found[r] = f
	return f
}

func (c *chain) find(r rune) *font.Face {
	for i, name := range c.names {
		if i == len(c.faces) {
			parsed, err := c.library.open(name)
			if err != nil && c.err == nil {
				c.err = err
			}
			var f *font.Face
			if parsed != nil {
				f = font.NewFace(parsed)
			}
			c.faces = append(c.faces, f)
		}
		if f := c.faces[i]; f != nil {
			if _, has := f.NominalGlyph(r); has {
				return f
			}
		}
	}
	return c.faces[0]
}
