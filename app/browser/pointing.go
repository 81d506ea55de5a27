//go:build js

package browser

import (
	"math"
	"syscall/js"

	"bukti/app/scene"
	"bukti/app/story"
	"bukti/app/view"
)

// pointing lights a claim everywhere when it is pointed at or focused anywhere,
// and lets the chart be dragged through the days.
func (e *explainer) pointing() {
	over := func(event js.Value) { e.light(claimAt(event.Get("target"))) }
	listen(document(), "focusin", over)
	listen(document(), "focusout", func(js.Value) { e.light("") })
	listen(document(), "pointerover", func(event js.Value) {
		if target := event.Get("target"); !within(target, ".fluid") {
			e.light(claimAt(target)) // on a picture the nearest mark counts, see move
		}
	})
	listen(document(), "dragstart", func(event js.Value) {
		if within(event.Get("target"), ".fluid") {
			event.Call("preventDefault") // a mark is a place to drag from, not a link to drag away
		}
	})
	listen(document(), "pointermove", e.move)
	listen(document(), "pointerdown", e.press)
	listen(document(), "pointerup", e.release)
	listen(document(), "pointercancel", e.release)
}

// within tells whether an event's target is in an element that a selector matches.
func within(target js.Value, selector string) bool {
	return !target.Get("closest").IsUndefined() && !target.Call("closest", selector).IsNull() // the document has none
}

// claimAt is the claim that an element stands for, or "".
func claimAt(target js.Value) string {
	if !within(target, "[data-claim]") {
		return ""
	}
	return target.Call("closest", "[data-claim]").Get("dataset").Get("claim").String()
}

// light marks every element that stands for a claim, and tells it in the chart's
// last line.
func (e *explainer) light(claim string) {
	if claim == e.lit {
		return
	}
	for _, el := range e.lights {
		el.Call("removeAttribute", "data-lit")
	}
	e.lit, e.lights = claim, nil
	if claim == "" {
		readout(e.model.Texts.Get("chart.hint"))
		return
	}
	e.lights = queryAll(`[data-claim="` + claim + `"]`)
	for _, el := range e.lights {
		el.Call("setAttribute", "data-lit", "")
	}
	if c := e.model.Story.Claim(claim); c != nil {
		readout(e.model.Texts.Spoken(c))
	}
}

// relight lights the claim that is lit once more: its elements may be others now.
func (e *explainer) relight() {
	lit := e.lit
	e.lit = ""
	e.light(lit)
}

// How far from a mark a pointer may be to mean it, px: on the chart, and on pictures
// where a press on the ground means something else.
const (
	near   = 48
	nearby = 24
)

// pointed is what a point of the viewport means on a picture: the label or the
// qualifier's sign there, or the mark or bundle nearest to it, as a Voronoi diagram of
// them would tell, or what else stands for a claim there; null if nothing does.
func pointed(target js.Value, x, y float64) js.Value {
	if within(target, ".l[data-claim] text, .q") {
		return target.Call("closest", ".l, .m")
	}
	picture, found, best := target.Call("closest", ".fluid"), js.Null(), nearby*nearby+0.0
	if picture.Call("matches", ".plot").Bool() {
		best = near * near
	}
	marks := picture.Call("querySelectorAll", ".m > svg > .f, .m > .f, .many .list")
	for i := range marks.Length() {
		box := marks.Index(i).Call("getBoundingClientRect")
		dx := box.Get("left").Float() + box.Get("width").Float()/2 - x
		dy := box.Get("top").Float() + box.Get("height").Float()/2 - y
		if d := dx*dx + dy*dy; d < best {
			found, best = marks.Index(i), d
		}
	}
	if found.IsNull() {
		return target.Call("closest", "[data-claim]")
	}
	return found.Call("closest", ".m, .many")
}

// slop is how far a pressed pointer may stray before that is a drag, px.
const slop = 5

// press may begin a drag through the days, when the chart is pressed.
func (e *explainer) press(event js.Value) {
	e.dragging = false
	if event.Get("button").Int() != 0 || !within(event.Get("target"), ".plot") {
		return
	}
	e.pressed = &point{event.Get("clientX").Float(), event.Get("clientY").Float()}
	if event.Get("pointerType").String() == "mouse" {
		event.Call("preventDefault") // no selection of the labels
	}
}

func (e *explainer) release(js.Value) {
	if e.dragging {
		e.remember()
	}
	e.pressed = nil // dragging stays for the click that follows
}

// move follows the pointer over the pictures: a drag along the chart sets the day,
// anything else lights what is nearest.
func (e *explainer) move(event js.Value) {
	x, y := event.Get("clientX").Float(), event.Get("clientY").Float()
	if e.pressed != nil && event.Get("buttons").Int() == 0 {
		e.release(event) // it was let go outside of the window
	}
	if e.pressed != nil {
		dx, dy := math.Abs(x-e.pressed.x), math.Abs(y-e.pressed.y)
		if e.dragging = e.dragging || dx > slop && dx > dy; e.dragging {
			e.dragTo(x)
		}
		return
	}
	target := event.Get("target")
	picture := target.Call("closest", ".fluid")
	if picture.IsNull() || len(e.gesture.points) > 0 {
		return
	}
	plot := picture.Call("matches", ".plot").Bool()
	if plot && event.Get("pointerType").String() == "mouse" {
		e.hair(picture, x)
	}
	found := pointed(target, x, y)
	switch {
	case found.IsNull():
		e.light("")
		if plot {
			e.tellDay(picture, x)
		}
	case found.Call("matches", ".many").Bool():
		e.light("")
		readout(found.Call("getAttribute", "aria-label").String())
	default:
		e.light(claimAt(found))
	}
}

// dragTo brings the page to the day under a place of the viewport.
func (e *explainer) dragTo(x float64) {
	field := query("[name=asof]")
	if field.IsNull() {
		return
	}
	box := field.Call("getBoundingClientRect")
	const thumb = 8 // half of the thumb: the track begins there
	share := (x - box.Get("left").Float() - thumb) / (box.Get("width").Float() - 2*thumb)
	span := float64(e.model.Story.Last - e.model.Story.First)
	field.Set("value", math.Round(math.Max(0, math.Min(1, share))*span))
	e.input(field)
}

// dayAt is the day on the chart's axis at a place of the viewport.
func (e *explainer) dayAt(plot js.Value, x float64) story.Date {
	box := plot.Call("getBoundingClientRect")
	share := (x - box.Get("left").Float()) / box.Get("width").Float()
	return scene.DayAt(e.model.Story, share)
}

// hair moves the crosshair to the day under the pointer.
func (e *explainer) hair(plot js.Value, x float64) {
	at := view.Percent(scene.DayX(e.model.Story, e.dayAt(plot, x)))
	line := plot.Call("querySelector", ".hair")
	line.Call("setAttribute", "x1", at)
	line.Call("setAttribute", "x2", at)
}

// tellDay tells what was said on the day under the pointer, of what is shown.
func (e *explainer) tellDay(plot js.Value, x float64) {
	st, t := e.model.Story, e.model.Texts
	day := e.dayAt(plot, x)
	text := t.Day(day)
	if day <= e.page.State.Resolve(st).Day {
		for _, c := range story.Select(st.AsOf(day), story.Filter{On: day}) {
			text += " · " + view.Gist(t, c)
		}
	}
	readout(text)
}

// readout tells something in the chart's last line.
func readout(text string) {
	if line := query(".readout"); !line.IsNull() {
		line.Set("textContent", text)
	}
}
