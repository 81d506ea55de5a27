//go:build js

package browser

import "syscall/js"

// cards forgets the chosen claim when its card is closed, by whatever means. A press on
// another claim closes the card too, but then that claim is the chosen one by now.
func (e *explainer) cards() {
	card := query("#card")
	listen(card, "toggle", func(event js.Value) {
		if chosen := e.page.State.Claim; event.Get("newState").String() == "closed" && chosen != "" && chosen == claimAt(card) {
			state := e.page.State
			state.Claim = ""
			e.show(state)
			e.remember()
		}
	})
	if e.page.State.Embed != "" {
		e.sight = js.Global().Get("IntersectionObserver").New(js.FuncOf(func(_ js.Value, args []js.Value) any {
			e.sighted(args[0].Call("at", -1))
			return nil
		}))
	}
}

// openCard shows the card of the state's claim, or hides it.
func (e *explainer) openCard() {
	card := query("#card")
	if card.IsNull() || !popsUp() {
		return
	}
	open := card.Call("matches", ":popover-open").Bool()
	switch {
	case e.page.State.Claim == "":
		if open {
			card.Call("hidePopover")
		}
		return
	case !e.sight.IsUndefined():
		embed := query(".embed")
		e.sight.Call("unobserve", embed) // so that it is told anew
		e.sight.Call("observe", embed)
	case !open:
		popUp(card)
	}
	card.Set("scrollTop", 0)
}

// popsUp tells whether the browser knows popovers; Safari does from 17 on. Where it does
// not, a claim is read in its list.
func popsUp() bool {
	return !js.Global().Get("HTMLElement").Get("prototype").Get("showPopover").IsUndefined()
}

func popUp(card js.Value) {
	card.Call("showPopover")
	card.Call("focus", map[string]any{"preventScroll": true})
}

// sighted opens an embed's card where its reader looks, or waits until there is a
// reader who does. A frame as high as its content has its foot anywhere, and knows by
// an observer only which part of it is in the host's window.
func (e *explainer) sighted(entry js.Value) {
	card := query("#card")
	if !entry.Get("isIntersecting").Bool() || e.page.State.Claim == "" || card.IsNull() {
		return
	}
	e.sight.Call("unobserve", entry.Get("target"))
	if !card.Call("matches", ":popover-open").Bool() {
		popUp(card)
	}
	e.place(card, entry.Get("intersectionRect"))
}

// place puts the card into the part that is seen, beside what was chosen or, in a narrow
// frame, above or below it, where less than all of that part is left to the card.
func (e *explainer) place(card, seen js.Value) {
	const edge, least = 8, 256 // px; where less than the least is seen, the reader scrolls on
	window, style := js.Global(), card.Get("style")
	width, height := window.Get("innerWidth").Float(), window.Get("innerHeight").Float()
	top := max(0, min(seen.Get("top").Float(), height-least))
	bottom := min(height, max(seen.Get("bottom").Float(), top+least))
	top, bottom = max(0, min(top, bottom-least))+edge, bottom-edge

	wide, s := card.Get("offsetWidth").Float(), e.spot
	if s == (spot{}) || s.bottom < top || s.top > bottom {
		s = spot{left: width / 2, right: width / 2, top: top, bottom: top}
	}
	left, beside := s.right, true
	if left+wide > width {
		left = s.left - wide
	}
	if left < 0 {
		left, beside = max(0, min((s.left+s.right-wide)/2, width-wide)), false
	}
	most := bottom - top
	if !beside {
		most = max(most*0.8, least-2*edge)
	}
	style.Set("maxHeight", px(most))
	high := card.Get("offsetHeight").Float()
	at := bottom - high
	switch {
	case beside:
		at = max(top, min((s.top+s.bottom-high)/2, at))
	case s.bottom <= at:
		at = s.bottom
	case s.top-high >= top:
		at = s.top - high
	case s.top+s.bottom > top+bottom:
		at = top
	}
	style.Set("left", px(left))
	style.Set("top", px(at))
}

// spot is where in the viewport something was chosen, with some room around it, px.
type spot struct{ left, right, top, bottom float64 }

// spotOf is the place of a click, which is that of its target when a key stands for it.
func spotOf(click js.Value) spot {
	const around = 16
	x, y := click.Get("clientX").Float(), click.Get("clientY").Float()
	s := spot{x, x, y, y}
	if click.Get("detail").Int() == 0 {
		box := click.Get("target").Call("getBoundingClientRect")
		s = spot{box.Get("left").Float(), box.Get("right").Float(), box.Get("top").Float(), box.Get("bottom").Float()}
	}
	return spot{s.left - around, s.right + around, s.top - around, s.bottom + around}
}
