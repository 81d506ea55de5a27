package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// article is a text that is longer than a window.
var article = "<p>" + strings.Repeat("The article’s own words. ", 200) + "</p>"

// within is where an element of the embed in a frame stands in its host's window, after
// both have scrolled it there: to the "center", the "start" or the "end".
func (p *tab) within(f *tab, selector, block string) point {
	p.t.Helper()
	eval[any](f, fmt.Sprintf(`document.querySelector(%q).scrollIntoView({block: %q, behavior: "instant"})`, selector, block))
	// A frame with a process of its own learns of the scroll later than the page around
	// it, and what a finger has set going goes on for a while.
	eval[any](p, `(async () => {
		for (let was; was !== (was = scrollY); ) await new Promise((rest) => setTimeout(rest, 300));
	})()`)
	box := p.boxWithin(f, selector)
	return point{(box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2}
}

type box struct{ Left, Top, Right, Bottom float64 }

func (b box) has(p point) bool {
	return b.Left <= p.X && p.X <= b.Right && b.Top <= p.Y && p.Y <= b.Bottom
}

func (p *tab) boxWithin(f *tab, selector string) box {
	p.t.Helper()
	b := eval[box](f, fmt.Sprintf(`e2e.box(document.querySelector(%q))`, selector))
	at := eval[point](p, `(() => { const r = `+framed+`.getBoundingClientRect(); return {X: r.left, Y: r.top} })()`)
	return box{b.Left + at.X, b.Top + at.Y, b.Right + at.X, b.Bottom + at.Y}
}

// cardOpened tells whether a claim's card is open and has its place.
const cardOpened = `!!document.querySelector("#card:popover-open[style*=top]")`

// touchEmbed clicks on an embed's text, which starts the program.
func (p *tab) touchEmbed(f *tab) {
	p.t.Helper()
	f.meant(func() {
		at := p.within(f, ".lead h2", "center")
		do(p, chromedp.MouseClickXY(at.X, at.Y))
	})
	eval[any](f, `e2e.frames(2)`)
}

// A frame may be much higher than the window around it. A claim's card opens in the part
// that is seen, near what was chosen, and moves nothing in the host's page.
func TestCardInATallEmbed(t *testing.T) {
	lead := published.Story.Moments[published.Story.MomentIndex(published.Story.Opening)].Lead
	mark, other := `.plot a[data-claim="`+lead+`"]`, `#card dl a[data-claim]`
	for _, tt := range []struct {
		name, frame string
		width       int64
	}{
		{"phone", `<bukti-embed lang="en"></bukti-embed>`, 360},
		{"desktop", `<bukti-embed lang="en"></bukti-embed>`, 1280},
		{"right to left", `<bukti-embed lang="ar"></bukti-embed>`, 1280},
		{"scrolls inside", `<iframe src="` + published.url + `en/embed/" height="420"></iframe>`, 360},
		{"without an origin", `<iframe sandbox="allow-scripts" src="` + published.url + `en/embed/" height="1500"></iframe>`, 360},
	} {
		t.Run(tt.name, func(t *testing.T) {
			const height = 500
			p := host(t, article+tt.frame+article+`<script src="`+published.url+`embed.js"></script>`, options{width: tt.width, height: height, foreign: true})
			eval[any](p, framed+`?.scrollIntoView() ?? document.querySelector("bukti-embed").scrollIntoView()`)
			p.until(`!!` + framed)
			f := p.inside()
			p.touchEmbed(f)
			if tt.name != "scrolls inside" {
				require.Greater(t, eval[float64](p, framed+`.clientHeight`), float64(height)+100)
			}
			var at point
			sees := func() {
				t.Helper()
				f.until(cardOpened)
				eval[any](f, `e2e.frames(3)`)
				card := p.boxWithin(f, "#card")
				frame := eval[box](p, `e2e.box(`+framed+`)`)
				assert.True(t, card.Top >= max(0, frame.Top) && card.Bottom <= min(height, frame.Bottom) && card.Left >= 0 && card.Right <= float64(tt.width), "the card at %v of %d × %d", card, tt.width, height)
				assert.Greater(t, card.Bottom-card.Top, 150.0)
				if tt.width > 1000 {
					assert.False(t, card.has(at), "the card at %v is over what was chosen, %v", card, at)
					assert.Less(t, min(max(card.Left-at.X, at.X-card.Right), max(card.Top-at.Y, at.Y-card.Bottom)), 60.0, "far from what was chosen")
				}
			}
			for _, block := range []string{"center", "start", "end"} {
				at = p.within(f, mark, block)
				still := eval[[]float64](p, `(shifts.length = 0, [scrollY, document.documentElement.scrollHeight])`)
				do(p, chromedp.MouseClickXY(at.X, at.Y))
				sees()
				assert.Equal(t, still, eval[[]float64](p, `[scrollY, document.documentElement.scrollHeight]`), "the host's page")
				assert.Empty(t, eval[[]string](p, `e2e.shifts(0)`))
				p.press(kb.Escape)
				f.until(`!document.querySelector("#card:popover-open")`)
			}

			// By keyboard, and on to another claim's card.
			at = p.within(f, mark, "end")
			f.focus(mark)
			scrolled := eval[float64](p, `scrollY`)
			p.press(kb.Enter)
			sees()
			f.until(focused("#card"))
			assert.Equal(t, scrolled, eval[float64](p, `scrollY`), "the host's scroll")
			p.press(kb.Escape)
			f.until(`!document.querySelector("#card:popover-open")`)
			f.until(fmt.Sprintf(`document.activeElement.matches(%q)`, mark))
			assert.Equal(t, scrolled, eval[float64](p, `scrollY`), "the host's scroll")

			if tt.name == "without an origin" { // where each step loads a page
				return
			}
			f.until(`!location.search.includes("claim=")`) // the claim is forgotten a moment after its card
			do(p, chromedp.MouseClickXY(at.X, at.Y))
			sees()
			to := eval[string](f, fmt.Sprintf(`document.querySelector(%q).dataset.claim`, other))
			f.focus(other)
			p.press(kb.Enter)
			f.until(fmt.Sprintf(`document.querySelector("#card:popover-open").dataset.claim === %q`, to))
			sees()
		})
	}
}

// A card that the address asks for opens when a reader has come.
func TestCardOfAnEmbedThatNobodySees(t *testing.T) {
	p := host(t, article+`<iframe src="`+published.url+`en/embed/?claim=`+published.Story.Claims[0].ID+`" height="1500"></iframe>`, options{width: 360, height: 500, foreign: true})
	f := p.inside()
	f.until(`document.documentElement.dataset.app === "ready"`)
	eval[any](f, `new Promise((rest) => setTimeout(rest, 300))`)
	assert.False(t, eval[bool](f, cardOpened))
	eval[any](p, framed+`.scrollIntoView({behavior: "instant"})`)
	f.until(cardOpened)
	card := p.boxWithin(f, "#card")
	assert.True(t, card.Top >= 0 && card.Bottom <= 500, "the card at %v", card)
}
