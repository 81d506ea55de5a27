//go:build js

package browser

import "syscall/js"

// cards forgets the chosen claim when its card is closed, by whatever means.
func (e *explainer) cards() {
	listen(query("#card"), "toggle", func(event js.Value) {
		if event.Get("newState").String() == "closed" && e.page.State.Claim != "" {
			state := e.page.State
			state.Claim = ""
			e.show(state)
			e.remember()
		}
	})
}

// openCard shows the card of the state's claim, or hides it.
func (e *explainer) openCard() {
	card := query("#card")
	if card.IsNull() || card.Get("showPopover").IsUndefined() {
		return
	}
	open := card.Call("matches", ":popover-open").Bool()
	switch {
	case e.page.State.Claim != "" && !open:
		card.Call("showPopover")
		card.Call("focus")
	case e.page.State.Claim == "" && open:
		card.Call("hidePopover")
	case open:
		card.Set("scrollTop", 0)
	}
}
