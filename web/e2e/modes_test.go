package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/storyfile"
	"bukti/app/view"
	"bukti/stories"
)

// textSpacing is what WCAG 2.2, success criterion 1.4.12, lets a reader set.
const textSpacing = `(() => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
	document.adoptedStyleSheets = [sheet];
})()`

// However a reader reads, no page scrolls sideways and no words are cut off: zoomed
// to 400 % on a screen of 1280 pixels, with text of twice the size, spaced wide, in
// forced colours or with more contrast.
func TestReadingModes(t *testing.T) {
	modes := []struct {
		name  string
		width int64
		text  int64 // the browser's text size
		media []string
		after string
	}{
		{"400 %", 320, 16, nil, ""},
		{"text of 200 % on a phone", 360, 32, nil, ""},
		{"text of 200 % on a desktop", 1280, 32, nil, ""},
		{"wide spacing", 320, 16, nil, textSpacing},
		{"forced colours", 360, 16, []string{"forced-colors", "active"}, ""},
		{"more contrast", 360, 16, []string{"prefers-contrast", "more", "prefers-color-scheme", "dark"}, ""},
	}
	for _, m := range modes {
		t.Run(m.name, func(t *testing.T) {
			p := newTab(t, options{width: m.width, height: 800, noScript: true, expect: []string{"404"}})
			p.prefer(m.media...)
			call(p, page.SetFontSizes, page.SetFontSizesParams{FontSizes: &page.FontSizes{Standard: m.text, Fixed: m.text}})
			for _, lang := range published.Languages {
				for _, path := range []string{lang + "/", lang + "/" + view.LedgerPage + "/", lang + "/nowhere/"} {
					t.Run(path, func(t *testing.T) {
						p.t = t
						p.visit(path)
						if m.after != "" {
							eval[any](p, m.after)
						}
						assert.Equal(t, fmt.Sprintf("%dpx", m.text), eval[string](p, `getComputedStyle(document.documentElement).fontSize`))
						assertNoSidewaysScroll(p)
						cut := eval[[]string](p, `[...document.querySelectorAll("body *:not(svg, svg *)")]
							.filter((e) => e2e.visible(e) && getComputedStyle(e).overflow !== "visible" && getComputedStyle(e).clipPath === "none" && e.scrollWidth > e.clientWidth + 1).map(e2e.name)`)
						assert.Empty(t, cut, "cut off")
						collided := eval[[]string](p, `[...document.querySelectorAll(".stepper, .stepper ol, .langs")].flatMap((parent) => {
							const boxes = [...parent.querySelectorAll(":scope > a, :scope > button, :scope > ol, :scope > li > a > .day")].filter(e2e.visible).map((e) => {
								const range = document.createRange();
								range.selectNodeContents(e);
								return [e, e.matches(".day") ? range.getBoundingClientRect() : e.getBoundingClientRect()];
							});
							return boxes.flatMap(([e, r], i) => boxes.slice(i + 1).filter(([, s]) =>
								Math.min(r.right, s.right) - Math.max(r.left, s.left) > 1 && Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top) > 1).map(([f]) => e2e.name(e) + " and " + e2e.name(f)));
						})`)
						assert.Empty(t, collided, "one upon the other")
					})
				}
			}
			p.t = t
		})
	}
}

// The slider's thumb stands under the chart's day, whether the days to scale take the
// whole chart or leave room for what is planned.
func TestSliderStandsUnderTheDay(t *testing.T) {
	loaded, problems := storyfile.Load(stories.BuiltIn())
	require.Empty(t, problems)
	loaded.Story.Horizon = 0
	whole, err := publishLoaded(loaded, published.program)
	require.NoError(t, err)
	for name, site := range map[string]*publication{"with a horizon": published, "without": whole} {
		for _, width := range []int64{360, 1200} {
			t.Run(fmt.Sprintf("%s, %d", name, width), func(t *testing.T) {
				p := newTab(t, options{width: width, height: 800})
				p.root = newOrigin(t, site).url
				for i, m := range site.Story.Moments {
					if i%3 != 0 {
						continue
					}
					p.visit("en/" + m.ID + "/")
					// A thumb is 16 px wide and its middle goes from 8 px after the track's beginning to 8 before its end.
					assert.InDelta(t, eval[float64](p, `document.querySelector(".chart .now").getBoundingClientRect().x`),
						eval[float64](p, `(({left, width}, {value, max}) => left + 8 + (width - 16) * value / max)(
							document.querySelector("[name=asof]").getBoundingClientRect(), document.querySelector("[name=asof]"))`), 2, m.ID)
				}
			})
		}
	}
}
