package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asSafari lets a page change its address as often as Safari does, and counts what is
// asked beyond that.
const asSafari = `
	window.refused = 0;
	const times = [];
	for (const name of ["pushState", "replaceState"]) {
		const change = history[name];
		history[name] = function (...of) {
			const now = performance.now();
			while (times.length && times[0] < now - 10000) times.shift();
			if (times.length >= 100) {
				window.refused++;
				throw new DOMException("Attempt to use history." + name + "() more than 100 times per 10 seconds", "SecurityError");
			}
			times.push(now);
			return change.apply(this, of);
		};
	}`

// A key that is held down changes the page thirty times a second and its address once.
func TestAHeldKeyIsNoFlood(t *testing.T) {
	held := func(p *tab, key string) {
		for range 130 {
			p.press(key)
		}
	}
	t.Run("map", func(t *testing.T) {
		p := explore(t, "", options{before: asSafari})
		p.focus(".map .pane > .fluid")
		held(p, kb.ArrowLeft)
		held(p, "+")
		p.until(`location.search.startsWith("?at=")`)
		assert.Zero(t, eval[int](p, `refused`))
		assert.Equal(t, "ready", eval[string](p, `document.documentElement.dataset.app`))
	})
	t.Run("day", func(t *testing.T) {
		p := explore(t, "", options{before: asSafari})
		p.focus("[name=asof]")
		for range 10 {
			for range 15 {
				p.press(kb.ArrowLeft)
			}
			for range 15 {
				p.press(kb.ArrowRight)
			}
		}
		p.press(kb.ArrowLeft)
		p.until(`location.search.startsWith("?asof=")`)
		assert.Zero(t, eval[int](p, `refused`))
		assert.Equal(t, "ready", eval[string](p, `document.documentElement.dataset.app`))
	})
	t.Run("search", func(t *testing.T) {
		p := open(t, "en/claims/?sort=figure", options{before: asSafari})
		p.until(`document.documentElement.dataset.app === "ready"`)
		p.focus(".filters [name=q]")
		held(p, "a")
		p.until(`location.search === "?q=" + "a".repeat(130) + "&sort=figure"`)
		assert.Zero(t, eval[int](p, `refused`))
	})
}

// Where the browser refuses all the same, the page goes on, and steps become pages.
func TestRefusedAddresses(t *testing.T) {
	p := explore(t, "", options{before: `history.pushState = history.replaceState = () => { throw new DOMException("no", "SecurityError") };`})
	p.click("[data-act=zoom-in]")
	eval[any](p, `new Promise((rest) => setTimeout(rest, 400))`)
	assert.Equal(t, "ready", eval[string](p, `document.documentElement.dataset.app`))
	st := published.Story
	p.click(".next")
	p.at(published.editions()[0].lang + "/" + st.Moments[st.MomentIndex(st.Opening)+1].ID + "/")
}

// A state that was not yet written into the address is there after a step back, and after
// the page was left.
func TestTheAddressIsWrittenBeforeALeave(t *testing.T) {
	p := explore(t, "", options{})
	moved := `location.search.startsWith("?at=")`
	eval[any](p, `document.querySelector("[data-act=zoom-in]").click(), document.querySelector(".next").click()`)
	p.until(`location.pathname.includes("` + published.Story.Moments[published.Story.MomentIndex(published.Story.Opening)+1].ID + `")`)
	p.back()
	p.until(moved)
}

// However its address is spelt, a page is the one that it is, and is loaded once.
func TestSpellingsOfAnAddress(t *testing.T) {
	st := published.Story
	moment := st.Moments[st.MomentIndex(st.Opening)].ID
	spelt := "en/" + strings.Replace(moment, "-", "%2D", 1) + "/"
	require.NotEqual(t, "en/"+moment+"/", spelt)
	p := newTab(t, options{before: `sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;`})
	p.visit(spelt + "?asof=" + (st.First + 20).String())
	p.takeOver()
	p.until(`document.querySelector("[name=asof]").value === "20"`)
	time.Sleep(500 * time.Millisecond) // a page that loads itself anew would
	assert.Equal(t, "1", eval[string](p, `sessionStorage.loads`))
	assert.Equal(t, "ready", eval[string](p, `document.documentElement.dataset.app`))
}

// Where data is counted, a finger that scrolls over the pictures fetches nothing; a tap
// on them does.
func TestAScrollFetchesNothing(t *testing.T) {
	wasm := published.asset("app.wasm")
	h := newOrigin(t, published)
	p := newTab(t, options{width: 360, height: 740, before: metered})
	p.root = h.url
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	p.visit(published.editions()[0].path)
	// Amid the chart, where no link is.
	place := func() point {
		eval[any](p, `document.querySelector("[data-bench=chart]").scrollIntoView({block: "center"})`)
		return eval[point](p, `(({left, top}) => ({x: left + 30, y: top + 150}))(document.querySelector("[data-bench=chart] .fluid").getBoundingClientRect())`)
	}
	at := place()
	scrolled := eval[float64](p, `scrollY`)
	p.swipe(at, point{at.X, at.Y - 150})
	p.until(fmt.Sprintf(`scrollY > %f`, scrolled))
	eval[any](p, `new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle)))`)
	eval[any](p, `e2e.frames(10)`)
	assert.Zero(t, h.counts()[wasm])
	// A tap that comes while the page still scrolls only ends that.
	assert.Eventually(t, func() bool {
		at := place()
		p.tap(at.X, at.Y)
		return h.counts()[wasm] > 0
	}, patience, time.Second)
}
