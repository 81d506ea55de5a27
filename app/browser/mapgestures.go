//go:build js

package browser

import (
	"math"
	"syscall/js"

	"bukti/app/scene"
	"bukti/app/scene/geo"
)

// gesture is what the pointers on the map are doing.
type gesture struct {
	points map[int]point // by pointer id, where each was last
	from   point         // where the first was set, px in the viewport
	window scene.Window
	moved  bool
}

type point struct{ x, y float64 }

// mapGestures lets the map be moved and enlarged: by one mouse button or two
// fingers, the wheel with Ctrl or while the map has the focus, a double press, the
// keyboard and the buttons. One finger belongs to the page's scroll.
func (e *explainer) mapGestures() {
	e.gesture.points = map[int]point{}
	listen(document(), "pointerdown", e.touch)
	listen(document(), "pointermove", e.pan)
	listen(document(), "pointerup", e.lift)
	listen(document(), "pointercancel", e.lift)
	listen(document(), "dblclick", func(event js.Value) {
		target := event.Get("target")
		if pane := paneOf(target); !pane.IsNull() && pointed(target, event.Get("clientX").Float(), event.Get("clientY").Float()).IsNull() {
			event.Call("preventDefault")
			x, y := inPane(pane, event)
			e.look(e.window().Zoomed(e.frame(), 2, x, y))
		}
	})
	document().Call("addEventListener", "wheel", js.FuncOf(func(_ js.Value, args []js.Value) any {
		e.wheel(args[0])
		return nil
	}), map[string]any{"passive": false})
	listen(document(), "keydown", e.mapKey)
}

// paneOf is the map's picture that an element is in, or null. The buttons on it are
// not part of it.
func paneOf(target js.Value) js.Value {
	if target.Get("closest").IsUndefined() {
		return js.Null()
	}
	return target.Call("closest", ".map .pane > .fluid")
}

// inPane is where an event is on a picture, in fractions.
func inPane(pane, event js.Value) (x, y float64) {
	box := pane.Call("getBoundingClientRect")
	return (event.Get("clientX").Float() - box.Get("left").Float()) / box.Get("width").Float(),
		(event.Get("clientY").Float() - box.Get("top").Float()) / box.Get("height").Float()
}

// frame is the frame of the view that the map shows.
func (e *explainer) frame() geo.Frame {
	view := ""
	if pane := query(".map .pane > .fluid"); !pane.IsNull() {
		view = pane.Get("dataset").Get("view").String()
	}
	return e.model.Bases.Of(view).Frame
}

func (e *explainer) window() scene.Window { return scene.Look(e.frame(), e.page.State.At) }

// look moves the map.
func (e *explainer) look(w scene.Window) {
	state := e.page.State
	state.At = scene.LookAt(e.frame(), w)
	e.show(state)
	e.remember()
}

func (e *explainer) touch(event js.Value) {
	if len(e.gesture.points) == 0 {
		e.gesture.moved = false
	}
	pane := paneOf(event.Get("target"))
	if pane.IsNull() || event.Get("button").Int() != 0 {
		return
	}
	if len(e.gesture.points) == 0 {
		e.gesture.window = e.window()
		e.gesture.from = point{event.Get("clientX").Float(), event.Get("clientY").Float()}
	}
	x, y := inPane(pane, event)
	e.gesture.points[event.Get("pointerId").Int()] = point{x, y}
	if event.Get("pointerType").String() == "mouse" {
		event.Call("preventDefault") // no selection of the names
	}
}

func (e *explainer) lift(event js.Value) {
	id := event.Get("pointerId").Int()
	if _, ok := e.gesture.points[id]; !ok {
		return
	}
	delete(e.gesture.points, id)
}

// pan follows a mouse or two fingers. Both ends of a pinch keep to the places that
// they were set on.
func (e *explainer) pan(event js.Value) {
	g := &e.gesture
	id := event.Get("pointerId").Int()
	before, ok := g.points[id]
	if !ok {
		return
	}
	if event.Get("pointerType").String() == "mouse" && event.Get("buttons").Int() == 0 {
		e.lift(event) // it was let go outside of the window
		return
	}
	pane := query(".map .pane > .fluid")
	x, y := inPane(pane, event)
	now := point{x, y}
	f := e.frame()
	switch {
	case len(g.points) == 1 && event.Get("pointerType").String() == "mouse":
		if !g.moved && math.Hypot(event.Get("clientX").Float()-g.from.x, event.Get("clientY").Float()-g.from.y) < slop {
			return
		}
		g.window = g.window.Moved(f, before.x-now.x, before.y-now.y)
	case len(g.points) == 2:
		var other point
		for k, p := range g.points {
			if k != id {
				other = p
			}
		}
		was, is := math.Hypot(before.x-other.x, before.y-other.y), math.Hypot(now.x-other.x, now.y-other.y)
		if was > 0.01 && is > 0.01 {
			g.window = g.window.Zoomed(f, is/was, other.x, other.y)
		}
		g.window = g.window.Moved(f, (before.x-now.x)/2, (before.y-now.y)/2)
	default:
		g.points[id] = now
		return
	}
	g.points[id] = now
	g.moved = true
	e.look(g.window)
}

// wheel enlarges the map with Ctrl (or a pinch on a trackpad, which is told the
// same way) or while the map has the focus; otherwise the page scrolls.
func (e *explainer) wheel(event js.Value) {
	pane := paneOf(event.Get("target"))
	if pane.IsNull() {
		return
	}
	focused := document().Get("activeElement").Equal(pane)
	if !event.Get("ctrlKey").Bool() && !event.Get("metaKey").Bool() && !focused {
		return
	}
	event.Call("preventDefault")
	delta := event.Get("deltaY").Float()
	if event.Get("deltaMode").Int() == 1 {
		delta *= 16 // lines
	}
	x, y := inPane(pane, event)
	e.look(e.window().Zoomed(e.frame(), math.Exp(-delta/300), x, y))
}

// mapKey moves and enlarges the map while it has the focus.
func (e *explainer) mapKey(event js.Value) {
	pane := query(".map .pane > .fluid")
	if pane.IsNull() || !document().Get("activeElement").Equal(pane) || modified(event) {
		return
	}
	w, f := e.window(), e.frame()
	switch event.Get("key").String() {
	case "ArrowLeft":
		w = w.Moved(f, -0.15, 0)
	case "ArrowRight":
		w = w.Moved(f, 0.15, 0)
	case "ArrowUp":
		w = w.Moved(f, 0, -0.15)
	case "ArrowDown":
		w = w.Moved(f, 0, 0.15)
	case "+", "=":
		w = w.Zoomed(f, 1.5, 0.5, 0.5)
	case "-":
		w = w.Zoomed(f, 1/1.5, 0.5, 0.5)
	case "0", "Home":
		w = scene.Look(f, scene.At{})
	default:
		return
	}
	event.Call("preventDefault")
	event.Call("stopImmediatePropagation")
	e.look(w)
}

func modified(event js.Value) bool {
	return event.Get("ctrlKey").Bool() || event.Get("metaKey").Bool() || event.Get("altKey").Bool()
}
