package picture

import (
	"strconv"
	"strings"

	"bukti/app/scene"
	"bukti/app/view"
)

// Width and Height are a card's size in pixels, the one that networks ask for.
const (
	Width  = view.ImageWidth
	Height = view.ImageHeight
)

// style is how a text is set.
type style struct {
	face   face
	size   float64
	fill   string // a colour
	halo   string // a colour around the letters, or none
	anchor scene.Anchor
	rtl    bool // the direction of the line as a whole; the anchor is of the picture, not of the text
}

// line is a line of text at a place of the picture.
type line struct {
	style
	x, y float64 // the anchor, on the baseline
	text string
}

// drawing is what a card consists of: shapes, in SVG, below lines of text.
type drawing struct {
	lang, alt string
	shapes    strings.Builder
	lines     []line
}

// shape adds an element without content. Attributes are names and values in turn;
// those without a value are left out.
func (d *drawing) shape(tag string, attrs ...string) {
	d.shapes.WriteString("<" + tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			d.shapes.WriteString(" " + attrs[i] + `="` + attrs[i+1] + `"`)
		}
	}
	d.shapes.WriteString("/>")
}

func (d *drawing) write(s style, x, y float64, text string) {
	d.lines = append(d.lines, line{s, x, y, text})
}

const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630"`

// families are the fonts of the faces where the reader's own draw the text, the page's
// own lists.
var families = map[face]string{
	regular: `font-family="system-ui, sans-serif"`,
	bold:    `font-family="system-ui, sans-serif" font-weight="700"`,
	serif:   `font-family="Georgia, 'Noto Serif', 'Times New Roman', serif" font-weight="700"`,
}

// svg writes the drawing as a file of its own.
func (d *drawing) svg() []byte {
	var b strings.Builder
	b.WriteString(head + ` lang="` + d.lang + `" role="img" aria-label="` + escape(d.alt) + `"><title>` + escape(d.alt) + `</title>`)
	b.WriteString(d.shapes.String())
	for _, l := range d.lines {
		b.WriteString(`<text x="` + num(l.x) + `" y="` + num(l.y) + `" ` + families[l.face] + ` font-size="` + num(l.size) + `" fill="` + l.fill + `"`)
		anchor := l.anchor
		if l.rtl { // where a line starts depends on its direction
			b.WriteString(` direction="rtl"`)
			anchor = map[scene.Anchor]scene.Anchor{scene.Start: scene.End, scene.Middle: scene.Middle, scene.End: scene.Start}[anchor]
		}
		if anchor != scene.Start {
			b.WriteString(` text-anchor="` + string(anchor) + `"`)
		}
		if l.halo != "" {
			b.WriteString(` stroke="` + l.halo + `" stroke-width="` + num(haloWidth) + `" stroke-linejoin="round" paint-order="stroke"`)
		}
		b.WriteString(">" + escape(l.text) + "</text>")
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// haloWidth is the width of the stroke under a text that lies over lines.
const haloWidth = 4

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape writes a text into markup. Characters that XML cannot contain are left out.
func escape(s string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s))
}

// num writes a number with two decimals at most.
func num(f float64) string {
	v := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(f, 'f', 2, 64), "0"), ".")
	if v == "-0" {
		return "0"
	}
	return v
}
