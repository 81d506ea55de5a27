package e2e

import (
	"encoding/json"
	"fmt"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene"
	"bukti/app/story"
)

// explore opens the opening page of the default language and takes it over.
func explore(t *testing.T, query string, opts options) *tab {
	t.Helper()
	p := open(t, published.editions()[0].lang+"/"+query, opts)
	p.takeOver()
	return p
}

// query is the page's own query.
func (p *tab) query() string { return eval[string](p, `location.search`) }

// setRange moves the day's range input as a reader's hand does, and rests.
func (p *tab) setDay(d story.Date) {
	p.t.Helper()
	n := int(d - published.Story.First)
	eval[any](p, fmt.Sprintf(`(async () => {
		const range = document.querySelector("[name=asof]");
		range.value = %d;
		range.dispatchEvent(new Event("input", {bubbles: true}));
		range.dispatchEvent(new Event("change", {bubbles: true}));
		await e2e.frames(20); // in each of which another part of the page follows
	})()`, n))
}

// assertNothingLater waits until no element outside the stepper stands for a claim
// said after a day: the lists follow when the hand has rested.
func assertNothingLater(p *tab, day story.Date) {
	p.t.Helper()
	later := map[string]bool{}
	for _, c := range published.Story.Claims {
		later[c.ID] = c.Said > day
	}
	known, err := json.Marshal(later)
	require.NoError(p.t, err)
	p.until(fmt.Sprintf(`[...document.querySelectorAll("[data-claim]")].every((e) => (%s)[e.dataset.claim] === false)`, known))
}

// What we knew on a day: the range input brings the page to any day of the month, by
// hand and by keyboard, and nothing said later is anywhere on it.
func TestScrub(t *testing.T) {
	p := explore(t, "", options{})
	st := published.Story
	for d := st.First; d <= st.Last; d += 3 {
		p.setDay(d)
		assertNothingLater(p, d)
		figures := 0
		for _, c := range st.AsOf(d) {
			if c.HasFigure() && st.SeriesOf(c.Series).Axis == st.MainAxis() {
				figures++
			}
		}
		p.until(fmt.Sprintf(`document.querySelectorAll(".plot .marks:not(.stances) > a").length === %d`, figures))
	}
	eval[any](p, `document.querySelector("[name=asof]").focus()`)
	for _, k := range []struct {
		key  string
		want story.Date
	}{{kb.Home, st.First}, {kb.ArrowRight, st.First + 1}, {kb.End, st.Last}, {kb.ArrowLeft, st.Last - 1}} {
		do(p, chromedp.KeyEvent(k.key))
		p.until(fmt.Sprintf(`document.querySelector("[name=asof]").getAttribute("aria-valuetext") === %q`, published.Texts[published.Languages[0]].Date(k.want)))
	}
	p.until(fmt.Sprintf(`location.search === "?asof=%s"`, st.Last-1))
	do(p, chromedp.Reload())
	p.takeOver()
	assertNothingLater(p, st.Last-1)
	p.until(fmt.Sprintf(`document.querySelector("[name=asof]").value === "%d"`, st.Last-1-st.First))
}

// The chart's own ground can be dragged too.
func TestDragThroughTheDays(t *testing.T) {
	p := explore(t, "", options{})
	st := published.Story
	day := st.First + 9
	box := eval[struct{ Left, Top, Width, Height float64 }](p, `(() => {
		document.querySelector(".plot").scrollIntoView({block: "center", behavior: "instant"});
		const r = document.querySelector(".plot").getBoundingClientRect();
		return {Left: r.left, Top: r.top, Width: r.width, Height: r.height};
	})()`)
	y := box.Top + box.Height*0.35
	do(p, chromedp.MouseEvent(chromedp.MousePressed, box.Left+box.Width*0.5, y, chromedp.ButtonLeft))
	for i := range 8 {
		at := scene.DayX(st, day) + 0.02*float64(7-i)
		do(p, chromedp.MouseEvent(chromedp.MouseMoved, box.Left+box.Width*at, y, chromedp.ButtonLeft))
	}
	do(p, chromedp.MouseEvent(chromedp.MouseReleased, box.Left+box.Width*scene.DayX(st, day), y, chromedp.ButtonLeft))
	p.until(fmt.Sprintf(`location.search === "?asof=%s"`, day))
	p.until(fmt.Sprintf(`!document.querySelector("tr[data-claim]") || %v`, true))
	assert.Empty(t, eval[string](p, `document.querySelector("#card:popover-open")?.id ?? ""`), "a drag is no press")
}

// The basis moves each figure between the day it was said and the days it is about.
func TestBasis(t *testing.T) {
	p := explore(t, "", options{})
	st := published.Story
	place := func(c *story.Claim, b story.Basis) string {
		return fmt.Sprintf(`document.querySelector('.plot a[data-claim="%s"] > svg').getAttribute("x").startsWith("%.1f")`, c.ID, float64(int(scene.DayX(st, c.Day(b))*1000))/10)
	}
	c := st.Claim("nis-1500")
	require.NotEqual(t, c.Day(story.AsSaid), c.Day(story.AsHappened))
	p.until(place(c, story.AsSaid))
	p.click("[name=basis]")
	p.until(place(c, story.AsHappened))
	p.until(`location.search === "?basis=happened"`)
	p.click("[data-bench=next]")
	p.until(`location.search === "?basis=happened"`) // kept from moment to moment
	p.click("[name=basis]")
	p.until(`location.search === ""`)
}

// The eye can follow each figure to its other day: half-way through, its mark is on the
// way, and its line too. Readers who asked for less motion see the cut.
func TestFiguresGlide(t *testing.T) {
	p := explore(t, "", options{})
	place := func(when string, at int) float64 {
		t.Helper()
		return eval[float64](p, fmt.Sprintf(`(async () => {
			%s
			await e2e.frames(2);
			for (const a of document.getAnimations()) { a.pause(); a.currentTime = %d; }
			return e2e.box(document.querySelector('.plot a[data-claim="nis-1500"] .f')).left;
		})()`, when, at))
	}
	const toggle = `document.querySelector("[name=basis]").click();`
	said, happened := place("", 0), place(toggle, 0)
	assert.Zero(t, eval[int](p, `document.getAnimations().length`), "less motion was asked for")
	require.Greater(t, said-happened, 40.0)

	p.prefer("prefers-reduced-motion", "no-preference")
	assert.InDelta(t, happened, place(toggle, 0), 1)
	early, late := place("", 100), place("", 250)
	assert.Greater(t, early, happened+10)
	assert.Greater(t, late, early+10)
	assert.Greater(t, said, late+10)
	assert.True(t, eval[bool](p, `document.querySelector(".step.main").getAnimations().length === 1`), "the line goes along")
	eval[any](p, `document.getAnimations().forEach((a) => a.finish())`)
	assert.InDelta(t, said, place("", 0), 0.5)
}

// A claim that is pointed at or focused anywhere is lit everywhere, and told.
func TestPointing(t *testing.T) {
	p := explore(t, "", options{})
	st := published.Story
	claim := st.Claim(st.Moments[st.MomentIndex(st.Opening)].Lead)
	spoken := published.Texts[published.Languages[0]].Spoken(claim)
	for name, point := range map[string]func(){
		"mark": func() { // its neighbour's ground may lie over it; the nearest is meant
			p.hover(".plot")
			at := eval[point](p, `(() => { const r = document.querySelector('.plot a[data-claim="`+claim.ID+`"] .f').getBoundingClientRect(); return {X: r.left + r.width / 2, Y: r.top + r.height / 2}; })()`)
			do(p, chromedp.MouseEvent(chromedp.MouseMoved, at.X, at.Y))
		},
		"row":   func() { p.hover(`tr[data-claim="` + claim.ID + `"] .stance strong`) },
		"text":  func() { p.hover(`.telling a[data-claim="` + claim.ID + `"]`) },
		"focus": func() { eval[any](p, `document.querySelector('.plot a[data-claim="`+claim.ID+`"]').focus()`) },
	} {
		do(p, chromedp.MouseEvent(chromedp.MouseMoved, 0, 0))
		p.until(`!document.querySelector("[data-lit]")`)
		point()
		p.until(fmt.Sprintf(`document.querySelector(".readout").textContent === %q`, spoken))
		assert.Equal(t, []string{claim.ID}, eval[[]string](p, `[...new Set([...document.querySelectorAll("[data-lit]")].map((e) => e.dataset.claim))]`), name)
		for _, where := range []string{".plot .marks", ".plot .l", ".claims tr", ".telling a", ".lead"} {
			assert.True(t, eval[bool](p, `!!document.querySelector('`+where+` [data-lit], `+where+`[data-lit]')`), "%s: %s is dark", name, where)
		}
		eval[any](p, `document.activeElement.blur()`)
	}
}

// A claim's card is a popover: it tells who, when, how many and on whose word, closes
// by Escape, gives the focus back and is in the address.
func TestCard(t *testing.T) {
	p := explore(t, "", options{})
	st, texts := published.Story, published.Texts[published.Languages[0]]
	claim := st.Claim("kirby-3000")
	eval[any](p, `document.querySelector('.plot a[data-claim="kirby-3000"]').focus()`)
	do(p, chromedp.KeyEvent(kb.Enter))
	p.until(`!!document.querySelector("#card:popover-open")`)
	card := eval[string](p, `document.querySelector("#card").textContent`)
	for _, want := range []string{
		texts.Get("claim.kirby-3000.speaker"), texts.Figure(claim.Figure, claim.Qualifier), texts.Get("claim.kirby-3000.quote"),
		texts.Day(claim.Said), texts.AboutTime(claim), st.Source(claim.Sources[0]).Publisher,
	} {
		assert.Contains(t, card, want)
	}
	p.until(`location.search === "?claim=kirby-3000"`)
	assert.True(t, eval[bool](p, `document.querySelector("#card").contains(document.activeElement)`), "the focus is in the card")
	do(p, chromedp.KeyEvent(kb.Escape))
	p.until(`!document.querySelector("#card:popover-open") && location.search === ""`)
	assert.Equal(t, "kirby-3000", eval[string](p, `document.activeElement.dataset.claim ?? document.activeElement.outerHTML.slice(0, 80)`), "the focus is back")

	p.visit(published.editions()[0].lang + "/?claim=nis-3000")
	p.takeOver()
	p.until(`document.querySelector("#card:popover-open")?.dataset.claim === "nis-3000"`)
	p.click("#card .close")
	p.until(`!document.querySelector("#card:popover-open") && location.search === ""`)
}

// viewBox is the part of the map that is seen.
const viewBox = `document.querySelector(".map .pane .base").getAttribute("viewBox")`

// The map moves and grows by hand, wheel, keyboard and buttons, and never keeps a
// reader from scrolling past.
func TestMapMoves(t *testing.T) {
	p := explore(t, "", options{})
	whole := eval[string](p, viewBox)
	at := p.hover(".map .pane > .fluid")
	changed := func(from, what string) string {
		t.Helper()
		p.until(viewBox + fmt.Sprintf(" !== %q", from))
		return eval[string](p, viewBox)
	}
	wheel := func(modifiers int64, dy float64) {
		call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: at.X, Y: at.Y, DeltaX: 0.001, DeltaY: dy, Modifiers: modifiers})
	}
	scrolled := eval[float64](p, `scrollY`)
	wheel(0, 120)
	p.until(fmt.Sprintf(`scrollY > %f`, scrolled))
	assert.Equal(t, whole, eval[string](p, viewBox), "the wheel alone scrolls the page")
	at = p.hover(".map .pane > .fluid")
	scrolled = eval[float64](p, `scrollY`)
	const ctrl = 2 // of the protocol's bit field
	wheel(ctrl, -240)
	near := changed(whole, "the wheel with Ctrl")
	assert.Equal(t, scrolled, eval[float64](p, `scrollY`))
	p.until(`location.search.startsWith("?at=")`)
	enlarged := p.query()

	do(p, chromedp.MouseEvent(chromedp.MousePressed, at.X, at.Y, chromedp.ButtonLeft))
	do(p, chromedp.MouseEvent(chromedp.MouseMoved, at.X+60, at.Y+30, chromedp.ButtonLeft))
	do(p, chromedp.MouseEvent(chromedp.MouseReleased, at.X+60, at.Y+30, chromedp.ButtonLeft))
	moved := changed(near, "a drag")
	p.until(`location.search !== ` + strconv.Quote(enlarged))
	there := p.query()

	eval[any](p, `document.querySelector(".map .pane > .fluid").focus()`)
	do(p, chromedp.KeyEvent(kb.ArrowLeft))
	left := changed(moved, "an arrow key")
	do(p, chromedp.KeyEvent("+"))
	changed(left, "plus")
	do(p, chromedp.KeyEvent("0"))
	p.until(viewBox + fmt.Sprintf(" === %q", whole))
	p.until(`location.search === ""`)
	p.click("[data-act=zoom-in]")
	changed(whole, "the button")
	p.click("[data-act=zoom-reset]")
	p.until(viewBox + fmt.Sprintf(" === %q", whole))

	p.visit(published.editions()[0].lang + "/" + there)
	p.takeOver()
	p.until(fmt.Sprintf(`Math.abs(parseFloat(%s) - parseFloat(%q)) < 2`, viewBox, moved))
}

// One finger on the map scrolls the page; two enlarge the map.
func TestMapUnderFingers(t *testing.T) {
	p := explore(t, "", options{width: 360, height: 640})
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	whole := eval[string](p, viewBox)
	at := p.hover(".map .pane > .fluid")
	scrolled := eval[float64](p, `scrollY`)
	p.swipe(at, point{at.X, at.Y - 150})
	p.until(fmt.Sprintf(`scrollY > %f + 50`, scrolled))
	assert.Equal(t, whole, eval[string](p, viewBox), "one finger is the page's")

	at = p.hover(".map .pane > .fluid")
	p.pinch(at)
	p.until(viewBox + fmt.Sprintf(" !== %q", whole))
	p.until(`location.search.startsWith("?at=")`)
}

// pinch sets two fingers on the page and spreads them.
func (p *tab) pinch(at point) {
	p.t.Helper()
	touch := func(kind input.DispatchTouchEventType, spread float64) {
		points := []*input.TouchPoint{{X: at.X - spread, Y: at.Y, ID: new(1.0)}, {X: at.X + spread, Y: at.Y, ID: new(2.0)}}
		if kind == input.DispatchTouchEventTypeTouchEnd {
			points = []*input.TouchPoint{}
		}
		call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	}
	touch(input.DispatchTouchEventTypeTouchStart, 20)
	for s := 25.0; s <= 80; s += 11 {
		touch(input.DispatchTouchEventTypeTouchMove, s)
	}
	touch(input.DispatchTouchEventTypeTouchEnd, 0)
}

// swipe draws one finger over the page.
func (p *tab) swipe(from, to point) {
	p.t.Helper()
	const steps = 12
	for i := range steps + 1 {
		kind := input.DispatchTouchEventTypeTouchMove
		if i == 0 {
			kind = input.DispatchTouchEventTypeTouchStart
		}
		share := float64(i) / steps
		call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: []*input.TouchPoint{
			{X: from.X + (to.X-from.X)*share, Y: from.Y + (to.Y-from.Y)*share},
		}})
	}
	call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
}

// The story is told by arrow keys, by a swipe and by itself.
func TestTelling(t *testing.T) {
	p := explore(t, "", options{width: 360, height: 640})
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	st, lang := published.Story, published.editions()[0].lang
	i := st.MomentIndex(st.Opening)
	address := func(k int) string { return lang + "/" + st.Moments[k].ID + "/" }
	arrived := func(k int) {
		t.Helper()
		p.at(address(k))
		p.tells(published.Texts[lang].Get("moment." + st.Moments[k].ID + ".title")) // drawn, so that nothing moves under the pointer
	}
	eval[any](p, `document.querySelector(".next").focus()`)
	do(p, chromedp.KeyEvent(kb.ArrowRight))
	arrived(i + 1)
	do(p, chromedp.KeyEvent(kb.ArrowLeft))
	arrived(i)

	rtl := open(t, "ar/"+st.Opening+"/", options{})
	rtl.takeOver()
	rtl.press(kb.ArrowLeft) // where the next step stands
	rtl.at("ar/" + st.Moments[i+1].ID + "/")

	at := p.hover(".lead h2")
	p.swipe(point{at.X + 60, at.Y}, point{at.X - 60, at.Y})
	arrived(i + 1)

	name := `document.querySelector(".play").getAttribute("aria-label")`
	play := eval[string](p, name)
	p.click(".play")
	p.until(name + fmt.Sprintf(" !== %q", play))
	p.click(".play")
	p.until(name + fmt.Sprintf(" === %q", play))
	p.click(".play")
	arrived((i + 2) % len(st.Moments)) // within the seven seconds of a step
}

// One side can be pointed out; the others step back, and the address says so.
func TestPointOutASide(t *testing.T) {
	p := explore(t, "", options{})
	st := published.Story
	p.click("[data-actor=us]")
	p.until(`location.search === "?actor=us" && !!document.querySelector(".plot .dim")`)
	dim := eval[map[string]bool](p, `Object.fromEntries([...document.querySelectorAll(".plot .marks > a")].map((a) => [a.dataset.claim, a.classList.contains("dim")]))`)
	require.NotEmpty(t, dim)
	for id, isDim := range dim {
		assert.Equal(t, st.Claim(id).Actor != "us", isDim, id)
	}
	assert.Equal(t, "true", eval[string](p, `document.querySelector("[data-actor=us]").getAttribute("aria-pressed")`))
	p.click("[data-actor=us]")
	p.until(`location.search === "" && !document.querySelector(".plot .dim")`)
}

// The ledger's filters narrow the list, are in the address, and say what to undo.
func TestLedger(t *testing.T) {
	st := published.Story
	lang := published.editions()[0].lang
	p := open(t, lang+"/claims/?actor=russia&stance=nonsense", options{})
	total := eval[int](p, `document.querySelectorAll(".entries > li").length`)
	assert.Len(t, st.Claims, total)
	p.meant(func() { p.hover(".ledger h2") })
	shown := `[...document.querySelectorAll(".entries > li:not([hidden])")].map((e) => e.dataset.claim)`
	want := 0
	for _, c := range st.Claims {
		if c.Actor == "russia" {
			want++
		}
	}
	assert.Len(t, eval[[]string](p, shown), want)
	choose := func(name, value string) {
		eval[any](p, fmt.Sprintf(`(() => { const f = document.querySelector(".filters [name=%s]"); f.value = %q; f.dispatchEvent(new Event("input", {bubbles: true})); })()`, name, value))
	}
	choose("stance", "confirms")
	assert.Empty(t, eval[[]string](p, shown))
	assert.Contains(t, eval[string](p, `document.querySelector(".count").textContent`), published.Texts[published.Languages[0]].Get("stance.confirms"))
	p.click("[data-act=reset]")
	assert.Len(t, eval[[]string](p, shown), total)
	p.until(`location.search === ""`)
	choose("q", "LLOYD aus")
	found := eval[[]string](p, shown)
	assert.Subset(t, found, []string{"austin-cannot", "austin-evidence"})
	assert.Less(t, len(found), total)
	choose("q", "")
	choose("sort", "figure")
	order := eval[[]string](p, `[...document.querySelectorAll(".entries > li")].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((e) => e.dataset.claim)`)
	for i := 1; i < len(order); i++ {
		assert.GreaterOrEqual(t, st.Claim(order[i-1]).Figure, st.Claim(order[i]).Figure)
	}
}
