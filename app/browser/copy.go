//go:build js

package browser

import (
	"syscall/js"

	"bukti/app/story"
)

// copyText copies a text and says so for a while on the button that asked for it.
// Where copying is not allowed, as in many frames, it selects the text beside the
// button, set there first where it is not, for the reader to copy.
func copyText(text string, button js.Value, t *story.Texts) {
	done := func(js.Value) { say(button, t.Get("cite.copied")) }
	failed := func(js.Value) {
		area := button.Get("parentNode").Call("querySelector", "textarea")
		if area.IsNull() {
			area = document().Call("createElement", "textarea")
			area.Set("readOnly", true)
			area.Set("rows", 4)
			button.Call("after", area)
		}
		area.Set("value", text)
		area.Call("select")
		say(button, t.Get("cite.failed"))
	}
	clipboard := js.Global().Get("navigator").Get("clipboard")
	if clipboard.IsUndefined() {
		failed(js.Undefined())
		return
	}
	settle(clipboard.Call("writeText", text), done, failed)
}

// sayTime is how long a button tells what became of it, ms.
const sayTime = 4000

// say puts a text in the place of a button's own and, later, that back.
func say(button js.Value, text string) {
	node := button.Get("firstChild")
	own := button.Get("dataset").Get("own")
	if own.IsUndefined() {
		own = node.Get("nodeValue")
		button.Get("dataset").Set("own", own)
	}
	node.Set("nodeValue", text)
	var back js.Func
	back = js.FuncOf(func(js.Value, []js.Value) any {
		back.Release()
		node.Set("nodeValue", own)
		return nil
	})
	js.Global().Call("setTimeout", back, sayTime)
}

// settle calls one of two functions when a promise ends.
func settle(promise js.Value, kept, broken func(js.Value)) {
	var yes, no js.Func
	end := func(then func(js.Value)) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			yes.Release()
			no.Release()
			value := js.Undefined()
			if len(args) > 0 {
				value = args[0]
			}
			then(value)
			return nil
		})
	}
	yes, no = end(kept), end(broken)
	promise.Call("then", yes, no)
}
