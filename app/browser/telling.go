//go:build js

package browser

import (
	"syscall/js"

	"bukti/app/view"
)

// stepTime is how long the play stays at a moment, ms. The ring around the button
// takes as long; see style/stepper.css.
const stepTime = 7000

// telling lets the story be stepped by arrow keys, by a swipe over the lead, and
// played.
func (e *explainer) telling() {
	listen(document(), "keydown", func(event js.Value) {
		target := event.Get("target")
		if modified(event) || event.Get("defaultPrevented").Bool() ||
			!target.Get("matches").IsUndefined() && target.Call("matches", "input, select, textarea, .card *, .card, dialog *, dialog").Bool() {
			return
		}
		on := 1 // to the right, where the next step stands
		if e.model.Texts.Dir == "rtl" {
			on = -1
		}
		switch event.Get("key").String() {
		case "ArrowLeft":
			e.step(-on)
		case "ArrowRight":
			e.step(on)
		}
	})
	var from point
	swipe := false // of one finger, over a page that is not enlarged
	listen(document(), "touchstart", func(event js.Value) {
		touches := event.Get("touches")
		swipe = touches.Length() == 1 && !enlarged()
		from = point{touches.Index(0).Get("clientX").Float(), touches.Index(0).Get("clientY").Float()}
	})
	listen(document(), "touchend", func(event js.Value) {
		if !swipe || event.Get("target").Call("closest", ".lead, .telling").IsNull() {
			return
		}
		touch := event.Get("changedTouches").Index(0)
		dx, dy := touch.Get("clientX").Float()-from.x, touch.Get("clientY").Float()-from.y
		if dx*dx < 60*60 || dy*dy > dx*dx/4 {
			return
		}
		if (dx < 0) == (e.model.Texts.Dir != "rtl") {
			e.step(1)
		} else {
			e.step(-1)
		}
	})
	e.playing = js.FuncOf(func(js.Value, []js.Value) any {
		if e.page.State.Resolve(e.model.Story).Index == len(e.model.Story.Moments)-1 {
			e.pause()
		} else {
			e.step(1)
		}
		return nil
	})
}

// enlarged tells whether the reader has enlarged the page: a finger moves it then.
func enlarged() bool {
	seen := js.Global().Get("visualViewport")
	return !seen.IsUndefined() && seen.Get("scale").Float() > 1.01
}

// step goes to the moment so many steps on, if there is one.
func (e *explainer) step(by int) {
	st := e.model.Story
	i := e.page.State.Resolve(st).Index + by
	if i < 0 || i >= len(st.Moments) {
		return
	}
	e.advance(view.State{
		Address: view.Address{Lang: e.model.Texts.Lang, Moment: st.Moments[i].ID, Embed: e.page.State.Embed},
		Basis:   e.page.State.Basis, Actor: e.page.State.Actor,
	})
}

// act does what a button is for.
func (e *explainer) act(name string, button js.Value) {
	switch f, w := e.frame(), e.window(); name {
	case "zoom-in":
		e.look(w.Zoomed(f, 1.6, 0.5, 0.5))
	case "zoom-out":
		e.look(w.Zoomed(f, 1/1.6, 0.5, 0.5))
	case "zoom-reset":
		state := e.page.State
		state.At.Lon, state.At.Lat, state.At.Zoom = 0, 0, 0
		e.show(state)
		e.remember()
	case "actor":
		state := e.page.State
		if actor := button.Get("dataset").Get("actor").String(); actor != state.Actor {
			state.Actor = actor
		} else {
			state.Actor = ""
		}
		e.show(state)
		e.remember()
	case "share-link":
		copyText(e.link(), button, e.model.Texts)
	case "share-embed":
		e.furnish()
	case "embed-copy":
		copyText(e.page.Embedding.Code(e.page.State), button, e.model.Texts)
	case "embed-close":
		query(".embedding").Call("close")
	case "share-native":
		e.send()
	case "play":
		if e.timer.Truthy() {
			e.pause()
		} else {
			e.play()
		}
	}
}

// play steps on every few seconds, from the start when the story is at its end.
func (e *explainer) play() {
	if last := len(e.model.Story.Moments) - 1; e.page.State.Resolve(e.model.Story).Index == last {
		e.step(-last)
	}
	e.timer = js.Global().Call("setInterval", e.playing, stepTime)
	e.button(true)
}

func (e *explainer) pause() {
	js.Global().Call("clearInterval", e.timer)
	e.timer = js.Undefined()
	e.button(false)
}

func (e *explainer) button(playing bool) {
	query("#stage").Get("classList").Call("toggle", "playing", playing)
	name := "step.play"
	if playing {
		name = "step.pause"
	}
	if b := query(".play"); !b.IsNull() {
		b.Call("setAttribute", "aria-label", e.model.Texts.Get(name))
	}
}

// countTime is how long a figure takes to count to the next, ms.
const countTime = 500

// count lets the large figure run from the one shown before to the one shown now,
// in the same words, when both are of the same kind. Readers who asked for less
// motion see the cut.
func (e *explainer) count(before view.State) {
	st := e.model.Story
	from, to := before.Resolve(st).Lead, e.page.State.Resolve(st).Lead
	if from == nil || to == nil || from == to || from.Series != to.Series || !to.HasFigure() ||
		js.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Bool() {
		return
	}
	node := query(".lead .big strong")
	if node.IsNull() {
		return
	}
	text := node.Get("firstChild")
	region := query(".lead")
	region.Call("setAttribute", "aria-busy", "true") // say the figure, not the way to it
	start := js.Global().Get("performance").Call("now").Float()
	unit := 1 // of the numbers on the way, two digits of the larger end
	for unit*100 <= max(from.Figure, to.Figure) {
		unit *= 10
	}
	var frame js.Func
	frame = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if e.page.State.Resolve(st).Lead != to {
			region.Call("removeAttribute", "aria-busy")
			frame.Release()
			return nil
		}
		t := (args[0].Float() - start) / countTime
		if t >= 1 {
			text.Set("nodeValue", e.model.Texts.Figure(to.Figure, to.Qualifier))
			region.Call("removeAttribute", "aria-busy")
			frame.Release()
			return nil
		}
		n := float64(from.Figure) + float64(to.Figure-from.Figure)*max(0, t)
		text.Set("nodeValue", e.model.Texts.Figure(max(unit, int(n)/unit*unit), to.Qualifier))
		js.Global().Call("requestAnimationFrame", frame)
		return nil
	})
	js.Global().Call("requestAnimationFrame", frame)
}
