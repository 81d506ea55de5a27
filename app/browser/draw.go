//go:build js

package browser

import (
	"runtime"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// draw draws the page as it is by now, go-app's next frame from here, and then calls a
// function.
func (e *explainer) draw(then func()) {
	e.tidy.ask()
	e.ctx.Dispatch(func(ctx app.Context) {
		ctx.Defer(func(app.Context) { then() })
	})
}

// tidyTime is after how long without drawing garbage is collected, ms. Each string that
// goes to JavaScript leaves some, and in the midst of a gesture a collection costs several
// frames.
const tidyTime = 1000

// tidying collects garbage when nothing has been drawn for a while.
func tidying() debounce { return debounced(tidyTime, func() { go runtime.GC() }) }
