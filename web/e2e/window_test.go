package e2e

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/web/chromium"
)

// In a window of its own, as an installed app has, the site opens without a network and
// asks nobody to install it.
func TestAppWindow(t *testing.T) {
	h := newOrigin(t, published)
	var ctx context.Context
	var stop func()
	var err error
	for range 5 { // the window may be on its way from the empty page to ours when the driver asks for it
		if ctx, stop, err = chromium.Start(context.Background(), chromedp.Flag("app", h.url+"en/")); err == nil {
			break
		}
	}
	require.NoError(t, err)
	t.Cleanup(stop)
	p := &tab{t: t, ctx: ctx, root: h.url, seen: &record{}}
	p.at("en/")
	assert.True(t, eval[bool](p, `matchMedia("(display-mode: standalone)").matches`))
	p.takeOver()
	p.kept("en")
	eval[any](p, `(async () => {
		const key = "bukti /", seen = JSON.parse(localStorage.getItem(key));
		localStorage.setItem(key, JSON.stringify({...seen, visits: 9, explored: true}));
	})()`)
	p.alone(h)
	p.visit("en/first-count/")
	p.takeOver()
	p.until(`!!document.querySelector(".notice .offline:not([hidden])")`)
	eval[any](p, offer)
	eval[any](p, `e2e.frames(5)`)
	assert.Empty(t, eval[string](p, news))
}

// overlaid shows the page as in a window whose buttons lie upon it. No headless
// browser draws them: the style sheet's conditions and values are put in by hand.
const overlaid = `((x, width, height) => {
	const sheet = new CSSStyleSheet(), value = {x, width, height};
	sheet.replaceSync(document.querySelector("style").textContent
		.replaceAll(/@media *[(]display-mode: *window-controls-overlay[)]/g, "@media all")
		.replaceAll(/env[(]titlebar-area-(x|width|height),[^)]*[)]/g, (_, name) => value[name] + "px"));
	document.adoptedStyleSheets = [sheet];
	return e2e.frames(2).then(() => true);
})`

// Where the window's buttons lie upon the page, on either side, nothing that can be
// pressed lies under them, at the page's top and where it has been scrolled.
func TestWindowControls(t *testing.T) {
	for _, tt := range []struct {
		name                      string
		width, x, area, barHeight int64
	}{
		{"buttons to the left", 1100, 80, 1020, 28},
		{"buttons to the right", 1100, 0, 960, 33},
		{"narrow", 480, 0, 340, 33},
		{"wide", 1900, 0, 1760, 48},
	} {
		for _, lang := range []string{"en", "ar"} {
			t.Run(tt.name+" "+lang, func(t *testing.T) {
				p := open(t, lang+"/", options{width: tt.width, height: 500})
				require.True(t, eval[bool](p, fmt.Sprintf(overlaid+`(%d, %d, %d)`, tt.x, tt.area, tt.barHeight)))
				for _, y := range []int{0, 500, 3000} {
					eval[any](p, fmt.Sprintf(`(window.scrollTo({top: %d, behavior: "instant"}), e2e.frames(2))`, y))
					covered := eval[[]string](p, fmt.Sprintf(`[...document.querySelectorAll(".brand, .langs, .stepper")].filter((e) => {
						if (!e2e.visible(e)) return false;
						const r = e.getBoundingClientRect();
						return r.bottom > 0 && r.top < %d && (r.left < %d || r.right > %d);
					}).map(e2e.name)`, tt.barHeight, tt.x, tt.x+tt.area))
					assert.Empty(t, covered, "scrolled to %d", y)
				}
				assertNoSidewaysScroll(p)
			})
		}
	}
}
