package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// The height that hosts keep free for an embed before it has spoken is near the one
// that Chromium gives it: of any view and moment, in any language, at widths on both
// sides of each that the layout changes at. A few lines more or less are the fonts' doing;
// as many everywhere are not.
func TestEmbedHeight(t *testing.T) {
	known := models(t)
	p := newTab(t, options{})
	off := map[string][]float64{}
	for _, lang := range published.Languages {
		for _, embed := range view.Embeds {
			for i := 0; i < len(published.Story.Moments); i += 2 {
				a := view.Address{Lang: lang, Moment: published.Story.Moments[i].ID, Embed: embed}
				p.visit(a.Path())
				for _, width := range []int64{280, 360, 640, 1000} {
					p.resize(width, 800)
					is := eval[float64](p, `document.querySelector(".embed").getBoundingClientRect().height`)
					said := float64(view.EmbedHeight(known[lang], a, int(width)))
					assert.InDelta(t, is, said, max(96, 0.1*is), "%s at %d", a.Path(), width)
					name := fmt.Sprint(embed, " at ", width)
					off[name] = append(off[name], said-is)
				}
			}
		}
	}
	for name, list := range off {
		sum := 0.0
		for _, d := range list {
			sum += d
		}
		assert.InDelta(t, 0, sum/float64(len(list)), 40, "%s, all in all", name)
	}
}
