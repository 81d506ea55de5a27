//go:build js

package browser

import "syscall/js"

// debounce puts a call off for as long as it is asked for again.
type debounce struct {
	after int // without being asked for, ms
	call  js.Func
	timer js.Value
}

// debounced is a call that can be put off.
func debounced(after int, call func()) debounce {
	return debounce{after: after, call: js.FuncOf(func(js.Value, []js.Value) any {
		call()
		return nil
	})}
}

// ask has the call made after a while without another ask.
func (d *debounce) ask() {
	js.Global().Call("clearTimeout", d.timer)
	d.timer = js.Global().Call("setTimeout", d.call, d.after)
}
