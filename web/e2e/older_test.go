package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// unpopped makes the page that of a browser without popovers, as far as scripts and the
// style sheet can tell: what the sheet says for such browsers is put in by hand.
const unpopped = `(() => {
	const sheet = new CSSStyleSheet(), rules = [...document.styleSheets[0].cssRules];
	sheet.replaceSync(rules.filter((rule) => rule.conditionText === "not selector(:popover-open)").map((rule) => [...rule.cssRules].map((inner) => inner.cssText).join("")).join(""));
	document.adoptedStyleSheets = [sheet];
	for (const e of document.querySelectorAll("[popover]")) e.removeAttribute("popover");
	return e2e.frames(2).then(() => sheet.cssRules.length);
})()`

// Where the browser knows no popovers, no empty card lies on the page, the languages
// are all there, and a claim is read in its list.
func TestWithoutPopovers(t *testing.T) {
	const before = `for (const name of ["showPopover", "hidePopover", "togglePopover", "popover"]) delete HTMLElement.prototype[name];
		for (const name of ["matches", "closest"]) {
			const now = Element.prototype[name];
			Element.prototype[name] = function (selector) {
				if (selector.includes(":popover-open")) throw new DOMException("no such selector", "SyntaxError");
				return now.call(this, selector);
			};
		}`
	p := newTab(t, options{width: 360, height: 640, before: before})
	p.visit("en/")
	assert.Positive(t, eval[int](p, unpopped))
	assert.False(t, eval[bool](p, `e2e.visible(document.querySelector("#card"))`), "the card")
	assert.False(t, eval[bool](p, `e2e.visible(document.querySelector(".langs button"))`), "a button that does nothing")
	assert.Len(t, eval[[]string](p, `[...document.querySelectorAll(".langs a")].filter(e2e.visible).map((e) => e.lang)`), len(published.Languages))
	assertNoSidewaysScroll(p)

	p.takeOver()
	at := eval[point](p, `(() => {
		const mark = document.querySelector(".marks .m.on .f");
		mark.scrollIntoView({block: "center", behavior: "instant"});
		const r = mark.getBoundingClientRect();
		return {X: r.left + r.width / 2, Y: r.top + r.height / 2};
	})()`)
	do(p, chromedp.MouseClickXY(at.X, at.Y))
	p.until(`location.hash.startsWith("#claim-")`)
	assert.Equal(t, "ready", eval[string](p, `document.documentElement.dataset.app`))
	assert.True(t, eval[bool](p, `document.querySelector(location.hash).getBoundingClientRect().top < innerHeight`))
	p.click(".stepper .next")
	p.tells(published.Texts["en"].Get("moment.non-denials.title"))
}
