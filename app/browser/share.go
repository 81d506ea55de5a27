//go:build js

package browser

import (
	"syscall/js"

	"bukti/app/view"
)

// sharing tells the style sheet whether the reader's device can send what is shared to
// another program of theirs.
func (e *explainer) sharing() {
	if !js.Global().Get("navigator").Get("share").IsUndefined() {
		document().Get("documentElement").Get("dataset").Set("share", "")
	}
}

// link is the whole address of exactly what is shown.
func (e *explainer) link() string {
	return js.Global().Get("location").Get("origin").String() + e.address(e.page.State)
}

// send hands the address to another program on the reader's device, if they choose
// one. That they don't is no failure.
func (e *explainer) send() {
	st, t := e.model.Story, e.model.Texts
	data := map[string]any{"title": view.Title(st, t, e.page.State), "url": e.link()}
	if i := e.page.State.Resolve(st).Index; i >= 0 {
		data["text"] = view.NewFinding(st, t, i).Said
	}
	nothing := func(js.Value) {}
	settle(js.Global().Get("navigator").Call("share", data), nothing, nothing)
}
