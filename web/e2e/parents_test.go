package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// legacy is what the parents themselves say on the console about children that are
// not their own make, or about what they were given to do.
var legacy = []string{"iframe-resizer", "iFrame", "iframeResizer", "Invalid message", "parent(p)", "console.groupEnd"}

// Other people's parents give an embed the room that it needs: at every width, after
// the reader turned the phone, and after a step to a moment with more text.
func TestParentsGiveTheRightHeight(t *testing.T) {
	widths := []int64{320, 660, 1000}
	r := newRuler(t)
	now, then := r.growing(view.Address{Lang: "en", Embed: view.EmbedChart}, widths)
	for _, parent := range parents {
		t.Run(parent.name, func(t *testing.T) {
			p := host(t, "<p>Before</p>"+fill(parent.html, now)+"<p>After</p>", options{width: widths[2], height: 800, expect: legacy})
			// Our own element keeps more than is likely until it is told, and as long as nothing changes.
			p.until(`!document.querySelector("bukti-embed")?.shadowRoot.querySelector("slot")`)
			for _, width := range widths {
				p.resize(width, 800)
				p.assertHeight(r.height(now, width))
			}
			p.resize(widths[0], 800)
			p.assertHeight(r.height(now, widths[0]))
			p.clickInFrame(r, now, ".next")
			p.assertHeight(r.height(then, widths[0]))
			p.clickInFrame(r, then, ".prev")
			p.assertHeight(r.height(now, widths[0]))
			assert.EqualValues(t, 1, eval[int](p, `history.length - (location.hash ? 1 : 0)`)-historyAtStart, "an embed leaves the host's history alone")
		})
	}
}

// historyAtStart is the blank page that a tab begins with.
const historyAtStart = 1

// clickInFrame clicks an element of the embed in the host's page, where it stands when
// the embed is seen by itself at the frame's width.
func (p *tab) clickInFrame(r *ruler, a view.Address, selector string) {
	p.t.Helper()
	r.resize(int64(eval[float64](p, framed+`.clientWidth`)), 800)
	r.visit(a.Path())
	at := eval[point](r.tab, fmt.Sprintf(`(() => { const r = e2e.box(document.querySelector(%q)); return {X: r.left + r.width / 2, Y: r.top + r.height / 2} })()`, selector))
	off := eval[point](p, fmt.Sprintf(`(() => {
		const frame = %s;
		scrollBy({top: frame.getBoundingClientRect().top + %f - innerHeight / 2, behavior: "instant"});
		const r = frame.getBoundingClientRect();
		return {X: r.left, Y: r.top};
	})()`, framed, at.Y))
	// A frame with a process of its own, as a sandboxed one, learns of the scroll later
	// than the page around it.
	eval[any](p, `new Promise((drawn) => setTimeout(drawn, 300))`)
	do(p, chromedp.MouseEvent(chromedp.MouseMoved, at.X+off.X, at.Y+off.Y))
	eval[any](p, `e2e.frames(10)`)
	do(p, chromedp.MouseClickXY(at.X+off.X, at.Y+off.Y))
}

// A frame in a closed part of the host's page has no size. It gets the right one when
// it is opened, not one of nothing in the meantime.
func TestHiddenFramesGetTheirHeightWhenSeen(t *testing.T) {
	r := newRuler(t)
	a := view.Address{Lang: "en", Embed: view.EmbedMap}
	for _, parent := range parents {
		t.Run(parent.name, func(t *testing.T) {
			p := host(t, `<div id="closed" style="display: none">`+fill(parent.html, a)+`</div><p style="margin-top: 100vh">After</p>`, options{width: 400, height: 800, expect: legacy})
			p.until(`document.readyState === "complete"`)
			eval[any](p, `new Promise((rest) => setTimeout(rest, 300))`)
			eval[any](p, `(document.querySelector("#closed").style.display = "block")`)
			// Our own element keeps the room that was likely for as long as that is in view.
			p.until(`!document.querySelector("bukti-embed")?.shadowRoot.querySelector("slot")`)
			eval[any](p, `document.querySelector("bukti-embed") && scrollTo({top: document.body.scrollHeight, behavior: "instant"})`)
			p.assertHeight(r.height(a, 400))
		})
	}
}

// Parents that know a frame by its address know it still after steps in it, with the
// program and without, and when their page is opened again by the Back button.
func TestParentsKnowTheFrameByItsAddress(t *testing.T) {
	st := published.Story
	a := view.Address{Lang: "en", Moment: st.Moments[2].ID, Embed: view.EmbedChart}
	const known = `(() => {
		const own = new URL(document.querySelector("iframe").src);
		return told.map((m) => typeof m === "string" && m.includes("iframe.resize") ? JSON.parse(m).src : m?.["datawrapper-height"] ? own.origin + Object.keys(m["datawrapper-height"]) : own.href).filter((src) => src !== own.href);
	})()`
	for name, touched := range map[string]bool{"with the program": true, "without it": false} {
		t.Run(name, func(t *testing.T) {
			p := host(t, counting+`<script>addEventListener("unload", () => {})</script>`+fill(`<iframe src="%[1]s" height="1500"></iframe>`, a), options{width: 660, height: 1600, foreign: true})
			f := p.inside()
			if touched {
				p.touchEmbed(f)
			}
			eval[any](f, `void setTimeout(() => document.querySelector(".next").click())`)
			p.until(fmt.Sprintf(`told.some((m) => m?.bukti?.moment === %q)`, st.Moments[3].ID))
			p.until(`told.some((m) => m?.["datawrapper-height"])`)
			assert.Empty(t, eval[[]string](p, known))
			p.visit("?other")
			p.back()
			p.until(`!location.search && heights().length > 0`)
			assert.Empty(t, eval[[]string](p, known))
		})
	}
}

// By itself an embed has no host to tell of a link that is followed.
func TestEmbedByItselfTellsNobody(t *testing.T) {
	p := open(t, "en/embed/#?secret=abcdefghij", options{})
	eval[any](p, `void (() => {
		const link = Object.assign(document.createElement("a"), {href: "#elsewhere", target: "_self"});
		document.body.append(link);
		link.click();
	})()`)
	p.until(`location.hash === "#elsewhere"`)
}
