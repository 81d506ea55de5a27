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
		if target := event.Get("target"); target.Call("closest", ".plot").IsNull() {
			e.light(claimAt(target)) // on the chart the nearest mark counts, see move
		}
	})
	listen(document(), "pointermove", e.move)
	listen(document(), "pointerdown", e.press)
	listen(document(), "pointerup", e.release)
	listen(document(), "pointercancel", e.release)
}

// claimAt is the claim that an element stands for, or "".
func claimAt(target js.Value) string {
	if target.Get("closest").IsUndefined() {
		return "" // the document itself
	}
	holder := target.Call("closest", "[data-claim]")
	if holder.IsNull() {
		return ""
	}
	return holder.Get("dataset").Get("claim").String()
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
		readout(scene.Spoken(e.model.Story, e.model.Texts, c))
	}
}

// relight lights the claim that is lit once more: its elements may be others now.
func (e *explainer) relight() {
	lit := e.lit
	e.lit = ""
	e.light(lit)
}

// near is how far from a mark a pointer may be to mean it, px.
const near = 48

// nearest is the claim of the mark on the chart nearest to a point of the
// viewport, as a Voronoi diagram of the marks would tell, or "".
func nearest(x, y float64) string {
	claim, best := "", near*near+0.0
	for _, m := range queryAll(".plot .marks .m") {
		box := m.Call("querySelector", ".f").Call("getBoundingClientRect")
		dx := box.Get("left").Float() + box.Get("width").Float()/2 - x
		dy := box.Get("top").Float() + box.Get("height").Float()/2 - y
		if d := dx*dx + dy*dy; d < best {
			claim, best = m.Get("dataset").Get("claim").String(), d
		}
	}
	return claim
}

// press begins a drag through the days when the chart's own ground is pressed.
func (e *explainer) press(event js.Value) {
	target := event.Get("target")
	if event.Get("button").Int() != 0 || target.Call("closest", ".plot").IsNull() || !target.Call("closest", "a").IsNull() {
		return
	}
	e.dragging = true
	e.dragged = false
	if event.Get("pointerType").String() == "mouse" {
		event.Call("preventDefault") // no selection of the labels
	}
}

func (e *explainer) release(js.Value) {
	if e.dragging && e.dragged {
		e.remember()
	}
	e.dragging = false
}

// move follows the pointer over the chart: a drag sets the day, anything else
// lights the nearest mark.
func (e *explainer) move(event js.Value) {
	plot := event.Get("target").Call("closest", ".plot")
	if plot.IsNull() && !e.dragging {
		return
	}
	x, y := event.Get("clientX").Float(), event.Get("clientY").Float()
	if e.dragging {
		e.dragged = true
		if field := query("[name=asof]"); !field.IsNull() {
			box := field.Call("getBoundingClientRect")
			const thumb = 8 // half of the thumb: the track begins there
			share := (x - box.Get("left").Float() - thumb) / (box.Get("width").Float() - 2*thumb)
			span := float64(e.model.Story.Last - e.model.Story.First)
			field.Set("value", math.Round(math.Max(0, math.Min(1, share))*span))
			e.input(field)
		}
		return
	}
	if event.Get("pointerType").String() == "mouse" {
		e.hair(plot, x)
	}
	if many := event.Get("target").Call("closest", ".many"); !many.IsNull() {
		e.light("")
		readout(many.Call("getAttribute", "aria-label").String())
		return
	}
	if claim := nearest(x, y); claim != "" {
		e.light(claim)
		return
	}
	e.light("")
	e.tellDay(plot, x)
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
