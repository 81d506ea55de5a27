package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Before the program is there, a step loads a page. It has been fetched while the
// reader looked at this one, or drawn ahead.
func TestStepIsThereAlready(t *testing.T) {
	p := newTab(t, options{width: 360, height: 740, before: metered})
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	p.visit(published.editions()[0].path)
	const how = `(({deliveryType, activationStart}) => activationStart > 0 ? "drawn ahead" : deliveryType)(performance.getEntriesByType("navigation")[0])`
	assert.Empty(t, eval[string](p, how))
	eval[any](p, `e2e.frames(30)`)
	at := p.hover("[data-bench=next]")
	eval[any](p, `e2e.frames(30)`)
	do(p, chromedp.MouseClickXY(at.X, at.Y))
	p.at(published.editions()[1].path)
	assert.Contains(t, []string{"drawn ahead", "navigational-prefetch"}, eval[string](p, how))
	assertParity(p)

	p.takeOver()
	assert.Zero(t, eval[int](p, `document.querySelectorAll("script[type=speculationrules]").length`), "steps load no page any more")
}

// The first frame has both pictures whole, wherever the page comes to a halt on its way.
func TestPicturesComeTogether(t *testing.T) {
	path := published.editions()[0].path
	page, _ := published.site.Files.Get(path + "index.html")
	for name, at := range map[string]string{"before the chart": `data-bench="chart"`, "in the map": `class="scale"`} {
		t.Run(name, func(t *testing.T) {
			h := newOrigin(t, published)
			halt := strings.Index(string(page.Body), at)
			require.Positive(t, halt)
			h.breaks(map[string]http.HandlerFunc{path: func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				_, _ = w.Write(page.Body[:halt])
				w.(http.Flusher).Flush()
				time.Sleep(500 * time.Millisecond)
				_, _ = w.Write(page.Body[halt:])
			}})
			const drawn = `["chart", "map"].map((name) => document.querySelectorAll("[data-bench=" + name + "] *").length)`
			p := newTab(t, options{before: metered + `requestAnimationFrame(() => { window.first = ` + drawn + ` });`})
			p.root = h.url
			p.visit(path)
			assert.Equal(t, eval[[]int](p, drawn), eval[[]int](p, `first`), "parts of the chart and of the map")
		})
	}
}

// A pointer that the chart comes to lie under, as by scrolling, is no intent until it moves.
func TestPointerAtRestIsNoIntent(t *testing.T) {
	p := open(t, "en/", options{before: metered})
	at := p.hover("h1")
	eval[any](p, fmt.Sprintf(`scrollBy({top: document.querySelector(".chart .fluid").getBoundingClientRect().top + 90 - %f, behavior: "instant"})`, at.Y))
	p.until(`!!document.querySelector("[data-bench=chart] .fluid:hover")`)
	eval[any](p, `e2e.frames(30)`)
	assert.Equal(t, "off", eval[string](p, `document.documentElement.dataset.app`))
	do(p, chromedp.MouseEvent(chromedp.MouseMoved, at.X+2, at.Y))
	p.until(`document.documentElement.dataset.app === "ready"`)
}
