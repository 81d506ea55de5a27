package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// On a metered connection nothing is fetched before the reader shows intent, which
// lets the tests arrange the page in peace.
const metered = `Object.defineProperty(navigator, "connection", {value: {saveData: true}});`

// The program takes over the page that is there: not a node, a scroll position, a
// focus or a selection changes, and nothing moves.
func TestTakeOverIsUnnoticed(t *testing.T) {
	p := newTab(t, options{before: metered})
	for _, e := range published.editions() {
		t.Run(e.name(), func(t *testing.T) {
			p.t = t
			p.visit(e.path)

			// What a reader may have done by then.
			eval[any](p, `(() => {
				for (const d of document.querySelectorAll("details")) d.open = true;
				document.querySelector(".stepper .prev").focus();
			})()`)
			do(p, chromedp.KeyEvent(kb.Tab))
			assert.True(t, eval[bool](p, `document.activeElement.matches(".stepper ol a")`), "the keyboard reaches the steps")
			before := eval[string](p, `(async () => {
				const [from, to] = ["h1", ".lead h2"].map((s) => document.querySelector(s).firstChild);
				getSelection().setBaseAndExtent(from, 1, to, 3);
				document.querySelector(".chart .fluid").scrollIntoView({block: "center", behavior: "instant"});
				scrollBy({top: 3, behavior: "instant"});
				await e2e.frames(2);
				window.kept = {
					active: document.activeElement, x: scrollX, y: scrollY, time: performance.now(),
					selection: ["anchorNode", "anchorOffset", "focusNode", "focusOffset"].map((k) => getSelection()[k]),
					nodes: [...document.querySelectorAll("body, body > div, body > div *")],
				};
				return e2e.markup();
			})()`)
			assert.Equal(t, "off", eval[string](p, `document.documentElement.dataset.app`))
			// The loader asks for the runtime's script and for the program together, for this in a worker.
			assert.False(t, p.seen.asked(published.url+published.asset("go.js")) && e == published.editions()[0], "the program was fetched without intent")

			p.takeOver()
			assert.Empty(t, eval[[]string](p, `performance.getEntriesByType("resource").map((e) => e.name).filter((name) => name.endsWith(".wasm"))`), "the page compiled the program itself")
			after := eval[struct {
				HTML                                                       string
				X, Y, KeptX, KeptY                                         float64
				Shifts                                                     []string
				Made, Kept                                                 int
				SameFocus, SameSelection, SameNodes, DetailsOpen, Selected bool
			}](p, `({
				html: e2e.markup(),
				x: scrollX, y: scrollY, keptX: kept.x, keptY: kept.y, shifts: e2e.shifts(kept.time),
				...performance.getEntriesByName("bukti-adopted")[0].detail,
				sameFocus: document.activeElement === kept.active,
				selected: String(getSelection()).length > 3,
				sameSelection: ["anchorNode", "anchorOffset", "focusNode", "focusOffset"].every((k, i) => getSelection()[k] === kept.selection[i]),
				sameNodes: [...document.querySelectorAll("body, body > div, body > div *")].every((n, i) => n === kept.nodes[i]),
				detailsOpen: [...document.querySelectorAll("details")].every((d) => d.open),
			})`)
			assert.Equal(t, lines(before), lines(after.HTML))
			assert.Zero(t, after.Made, "nodes made anew")
			assert.Greater(t, after.Kept, 100, "nodes adopted")
			assert.True(t, after.SameNodes, "the nodes are those of the page")
			assert.Empty(t, after.Shifts, "layout shift of the take-over")
			assert.Equal(t, [2]float64{after.KeptX, after.KeptY}, [2]float64{after.X, after.Y}, "scroll position")
			assert.True(t, after.SameFocus, "focus")
			assert.True(t, after.Selected && after.SameSelection, "selection")
			assert.True(t, after.DetailsOpen, "opened details")
		})
	}
	p.t = t
}

// lines puts each tag on a line of its own, for the difference to be read.
func lines(markup string) string { return strings.ReplaceAll(markup, "><", ">\n<") }

// Pointing, pressing a key and touching are all intent.
func TestIntent(t *testing.T) {
	path := published.editions()[0].path
	for _, tt := range []struct {
		name string
		show func(*tab)
	}{
		{"pointer", func(p *tab) { p.hover(".map .fluid") }},
		{"press", func(p *tab) { p.click(".chart summary") }},
		{"keyboard", func(p *tab) {
			eval[any](p, `document.querySelector(".chart summary").focus()`)
			do(p, chromedp.KeyEvent(kb.Enter))
		}},
		{"touch", func(p *tab) {
			at := eval[point](p, `(() => {
				const svg = document.querySelector(".chart .fluid");
				svg.scrollIntoView({block: "center", behavior: "instant"});
				const r = e2e.box(svg);
				return {X: r.left + r.width / 2, Y: r.top + r.height / 2};
			})()`)
			do(p, chromedp.TapXY(at.X, at.Y))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := open(t, path, options{before: metered})
			tt.show(p)
			p.until(`document.documentElement.dataset.app === "ready"`)
			eval[any](p, `document.querySelectorAll("details").forEach((d) => { d.open = false })`)
			assertParity(p)
		})
	}
}

// The pictures don't move while a page trickles in over a connection that lets the
// browser draw it long before its end.
func TestPicturesStandStillOnASlowConnection(t *testing.T) {
	for _, width := range []int64{320, 360, 720, 960, 1200} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			p := newTab(t, options{width: width, height: 740, before: metered})
			call(p, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
			early := 0.0                                                     // milliseconds from the first drawing to the page's end
			for speed := 10_000.0; early < 100 && speed > 1000; speed /= 2 { // a busy machine draws late
				call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
					MatchedNetworkConditions: []*network.Conditions{{Latency: 150, DownloadThroughput: speed, UploadThroughput: speed}},
				})
				p.visit(published.editions()[0].path)
				eval[any](p, `e2e.frames(2)`)
				for _, shift := range eval[[]string](p, `e2e.shifts(0)`) {
					assert.NotContains(t, shift, "figure.")
					assert.NotContains(t, shift, "section.lead")
				}
				early = eval[float64](p, `performance.getEntriesByType("navigation")[0].responseEnd - performance.getEntriesByType("paint")[0].startTime`)
			}
			assert.Greater(t, early, 100.0, "the page must be drawn before its end is there; otherwise this tests nothing")
		})
	}
}

// The first rendering is built in slices. A script that has its turn between them gets
// nodes of its own, not the page's.
func TestOtherScriptsBetweenSlices(t *testing.T) {
	p := open(t, published.editions()[0].path, options{before: metered + `
		window.turns = 0;
		window.taken = [];
		setInterval(() => {
			if (document.documentElement?.dataset.app !== "loading") return;
			turns++;
			for (const name of ["header", "p", "a"]) {
				const made = document.createElement(name);
				made.setAttribute("id", "mine");
				if (made.parentNode) taken.push(made.outerHTML);
			}
			const text = document.createTextNode("mine");
			if (text.parentNode) taken.push(text.data);
		});`})
	p.takeOver()
	assert.Greater(t, eval[int](p, `turns`), 2)
	assert.Empty(t, eval[[]string](p, `taken`))
	assertParity(p)
	assert.Zero(t, eval[int](p, `performance.getEntriesByName("bukti-adopted")[0].detail.made`), "nodes made anew")
}
