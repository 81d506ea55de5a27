package e2e

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

var (
	pdfStream = regexp.MustCompile(`stream\r?\n`)
	pdfShown  = regexp.MustCompile(`<([0-9A-Fa-f]+)> Tj`)
	pdfChar   = regexp.MustCompile(`(?m)^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$`)
	pdfRange  = regexp.MustCompile(`(?m)^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>$`)
)

// printed is the text of a PDF as each of its fonts reads it, without spaces: what is set
// in one font is among it in one piece.
func printed(pdf []byte) (readings []string) {
	var fonts []map[string]string
	var shown [][]byte
	for _, at := range pdfStream.FindAllIndex(pdf, -1) {
		r, err := zlib.NewReader(bytes.NewReader(pdf[at[1]:]))
		if err != nil {
			continue
		}
		data, _ := io.ReadAll(r)
		if bytes.Contains(data, []byte("begincmap")) {
			font := map[string]string{}
			for _, m := range pdfChar.FindAllSubmatch(data, -1) {
				font[strings.ToUpper(string(m[1]))] = unhex(string(m[2]))
			}
			for _, m := range pdfRange.FindAllSubmatch(data, -1) {
				from, _ := strconv.ParseUint(string(m[1]), 16, 16)
				to, _ := strconv.ParseUint(string(m[2]), 16, 16)
				first, _ := strconv.ParseUint(string(m[3]), 16, 16)
				for i := from; i <= to; i++ {
					font[strings.ToUpper(strconv.FormatUint(0x10000+i, 16)[1:])] = string(rune(first + i - from))
				}
			}
			fonts = append(fonts, font)
		}
		for _, m := range pdfShown.FindAllSubmatch(data, -1) {
			shown = append(shown, bytes.ToUpper(m[1]))
		}
	}
	for _, font := range fonts {
		var text strings.Builder
		for _, glyphs := range shown {
			for i := 0; i+4 <= len(glyphs); i += 4 {
				text.WriteString(font[string(glyphs[i:i+4])])
			}
		}
		readings = append(readings, strings.ReplaceAll(text.String(), " ", ""))
	}
	return readings
}

// unhex reads UTF-16 without surrogates.
func unhex(digits string) string {
	b, _ := hex.DecodeString(digits)
	text := ""
	for i := 0; i+1 < len(b); i += 2 {
		text += string(rune(int(b[i])<<8 | int(b[i+1])))
	}
	return text
}

// A host's page on paper has the embed's content, from its title to its last line, also
// where paper is narrower than the window was.
func TestHostPrintsTheEmbed(t *testing.T) {
	for name, frame := range map[string]string{
		"plain":   `<iframe src="%[1]s" height="1800"></iframe>`,
		"sandbox": `<iframe sandbox="allow-scripts" src="%[1]s" height="1800"></iframe>`,
		"element": `<bukti-embed lang="en" view="%[3]s"></bukti-embed><script src="%[2]sembed.js"></script>`,
	} {
		for _, width := range []int64{360, 1280} {
			for _, embed := range []view.Embed{view.EmbedAll, view.EmbedClaims} {
				t.Run(name+" "+strconv.Itoa(int(width))+" "+string(embed), func(t *testing.T) {
					a := view.Address{Lang: "en", Embed: embed}
					p := host(t, "<p>Before</p>"+fill(frame, a)+"<p>After the embed</p>", options{width: width, height: 700, foreign: true, whole: true})
					p.until(`!!` + framed)
					p.inside()
					wanted := []string{
						"Before", "After the embed",
						published.Texts["en"].Get("moment." + published.Story.Opening + ".title"),
						published.Texts["en"].Get("embed.full"),
					}
					var missing []string
					for range 5 { // on a busy machine Chromium may print a frame before it has drawn it
						if missing = absent(wanted, printed(call(p, page.PrintToPDF, page.PrintToPDFParams{}).Data)); missing == nil {
							break
						}
						eval[any](p, `e2e.frames(30)`)
					}
					assert.Empty(t, missing, "not on paper")
				})
			}
		}
	}
}

// What is dark on the screen is not on paper, whose ground stays white.
func TestDarkEmbedsAreLightOnPaper(t *testing.T) {
	p := open(t, "en/embed/?theme=dark", options{width: 660, height: 800})
	ink := `getComputedStyle(document.documentElement).getPropertyValue("--ink")`
	dark := eval[string](p, ink)
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	onPaper := eval[string](p, ink)
	assert.NotEqual(t, dark, onPaper)
	p.visit("en/embed/?theme=light")
	assert.Equal(t, eval[string](p, ink), onPaper)
}

// absent are the texts that none of the readings has.
func absent(wanted, readings []string) []string {
	var missing []string
	for _, want := range wanted {
		if !slices.ContainsFunc(readings, func(text string) bool { return strings.Contains(text, strings.ReplaceAll(want, " ", "")) }) {
			missing = append(missing, want)
		}
	}
	return missing
}
