package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// A target is 24 × 24 CSS pixels (WCAG 2.2, 2.5.8). Links in sentences are as high as
// their line, and marks on pictures are chosen by nearness.
func TestTargetsAreLargeEnough(t *testing.T) {
	const small = `(() => {
		const inSentence = (e) => {
			const style = getComputedStyle(e);
			return style.display === "inline" && [...e.parentElement.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
		};
		const reach = (e) => e.labels?.length ? [e, ...e.labels] : [e];
		return [...document.querySelectorAll("a[href], button, input, select, summary")]
			.filter((e) => e2e.visible(e) && !e.closest(".fluid") && !inSentence(e) && e2e.box(e).width > 1)
			.filter((e) => !reach(e).some((r) => { const {width, height} = e2e.box(r); return width >= 23.5 && height >= 23.5; }))
			.map((e) => e2e.name(e) + " " + JSON.stringify(e.textContent.trim().slice(0, 30)) + " " + Math.round(e2e.box(e).width) + " × " + Math.round(e2e.box(e).height));
	})()`
	st := published.Story
	p := newTab(t, options{noScript: true})
	for _, lang := range published.Languages {
		for _, path := range []string{
			view.Address{Lang: lang}.Path(),
			view.Address{Lang: lang, Moment: st.Moments[len(st.Moments)-1].ID}.Path(),
			view.Address{Lang: lang, Moment: view.LedgerPage}.Path(),
			view.Address{Lang: lang, Embed: view.EmbedAll}.Path(),
			view.Address{Lang: lang, Embed: view.EmbedClaims}.Path(),
		} {
			p.visit(path)
			for _, width := range []int64{320, 360, 1200} {
				call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1, Mobile: width < 500})
				assert.Empty(t, eval[[]string](p, small), "%s at %d", path, width)
			}
		}
	}
}

// tap touches a point of the viewport with one finger.
func (p *tab) tap(x, y float64) {
	p.t.Helper()
	call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: x, Y: y}}})
	call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
}

// A finger on or beside a mark opens the card of the nearest claim, on the chart and on
// the map, also while the card of another is open; a finger on a label, that of the
// label's own.
func TestFingersChooseTheNearest(t *testing.T) {
	st := published.Story
	p := open(t, view.Address{Lang: published.Languages[0], Moment: st.Moments[len(st.Moments)-1].ID}.Path(), options{width: 360, height: 1000})
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	p.takeOver()
	type press struct {
		X, Y  float64
		Claim string
	}
	for picture, least := range map[string]int{".plot": 12, ".map .pane > .fluid": 3} {
		// The middle of each sign, and a point 14 px off in each direction, unless it is
		// about as near to another: a browser may move a touch by a few pixels.
		points := eval[[]press](p, fmt.Sprintf(`(() => {
			const picture = document.querySelector(%q), frame = () => e2e.box(picture);
			window.scrollTo({top: scrollY + frame().top - 40, behavior: "instant"});
			const middle = (e) => { const r = e2e.box(e); return {X: (r.left + r.right) / 2, Y: (r.top + r.bottom) / 2}; };
			const marks = [...picture.querySelectorAll(".m")].map((m) => ({...middle(m.querySelector(".f")), Claim: m.dataset.claim}));
			const bundles = [...picture.querySelectorAll(".many .list")].map((e) => ({...middle(e), Claim: ""}));
			const {left, right, top, bottom} = frame(), points = [];
			for (const m of marks) for (const [dx, dy] of [[0, 0], [14, 0], [-14, 0], [0, 14], [0, -14]]) {
				const at = {X: m.X + dx, Y: m.Y + dy};
				if (at.X < left + 1 || at.X > right - 1 || at.Y < top + 1 || at.Y > bottom - 1) continue;
				const on = document.elementFromPoint(at.X, at.Y);
				if (on?.closest(".l text, .q, button")) continue;
				const far = (o) => Math.hypot(o.X - at.X, o.Y - at.Y);
				const [first, second] = [...marks, ...bundles].sort((a, b) => far(a) - far(b));
				if (first.Claim && (!second || far(second) - far(first) > 6)) points.push({...at, Claim: first.Claim});
			}
			return points;
		})()`, picture))
		require.GreaterOrEqual(t, len(points), least, picture)
		for i, at := range points {
			covered := eval[bool](p, fmt.Sprintf(`!!document.elementFromPoint(%f, %f).closest("#card")`, at.X, at.Y))
			if covered || i > 0 && at.Claim == points[i-1].Claim { // whose card a second press closes
				p.press(kb.Escape)
				p.until(`!document.querySelector("#card:popover-open") && !location.search`)
			}
			p.tap(at.X, at.Y)
			p.until(fmt.Sprintf(`document.querySelector("#card:popover-open")?.dataset.claim === %q`, at.Claim))
		}
		p.click("#card .close")
		p.until(`!document.querySelector("#card:popover-open") && !location.search`)
	}
}
