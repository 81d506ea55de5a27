package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
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
