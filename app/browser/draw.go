//go:build js

package browser

import (
	"runtime"
	"syscall/js"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// draw draws the page as it is by now, go-app's next frame from here, and then calls a
// function.
func (e *explainer) draw(then func()) {
	e.tidyLater()
	e.ctx.Dispatch(func(ctx app.Context) {
		ctx.Defer(func(app.Context) { then() })
	})
}

// idleTime is after how long without drawing garbage is collected, ms. Each string that
// goes to JavaScript leaves some, and in the midst of a gesture a collection costs several
// frames.
const idleTime = 1000

// tidyLater collects garbage when nothing has been drawn for a while.
func (e *explainer) tidyLater() {
	if e.tidies.IsUndefined() {
		e.tidies = js.FuncOf(func(js.Value, []js.Value) any {
			go runtime.GC()
			return nil
		}).Value
	}
	js.Global().Call("clearTimeout", e.idle)
	e.idle = js.Global().Call("setTimeout", e.tidies, idleTime)
}
