//go:build js

package browser

import (
	"syscall/js"

	"bukti/app/story"
)

// copyText copies a text and says so on the button that asked for it. Where copying
// is not allowed, as in many frames, it sets the text beside the button, selected,
// for the reader to copy.
func copyText(text string, button js.Value, t *story.Texts) {
	done := func(key string) func(js.Value) {
		return func(js.Value) { button.Set("textContent", t.Get(key)) }
	}
	failed := func(js.Value) {
		area := document().Call("createElement", "textarea")
		area.Set("value", text)
		area.Set("readOnly", true)
		area.Set("rows", 4)
		button.Call("after", area)
		area.Call("select")
		button.Set("textContent", t.Get("cite.failed"))
	}
	clipboard := js.Global().Get("navigator").Get("clipboard")
	if clipboard.IsUndefined() {
		failed(js.Undefined())
		return
	}
	settle(clipboard.Call("writeText", text), done("cite.copied"), failed)
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
