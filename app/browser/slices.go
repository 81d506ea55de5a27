//go:build js

package browser

import (
	"syscall/js"

	"bukti/app/view"
)

// slice is how long the first rendering may keep the page waiting at a stretch,
// ms. What cannot be interrupted adds to it.
const slice = 24

// slices cut the first rendering, the longest thing that the program ever does, into
// pieces. Between two of them the page has its turn: it scrolls, draws and answers.
type slices struct {
	adopting js.Value // the loader's, which hands the page's nodes to the program
	began    float64  // on the page's own clock, ms
}

// rest gives the page its turn.
func rest() {
	over := make(chan struct{})
	wake := js.FuncOf(func(js.Value, []js.Value) any {
		close(over)
		return nil
	})
	js.Global().Call("setTimeout", wake, 1)
	<-over
	wake.Release()
}

// clock is looked up once: every element asks for the time.
var clock = js.Global().Get("performance")

func now() float64 { return clock.Call("now").Float() }

// begin is to be called before the first rendering.
func (s *slices) begin() {
	view.Yield = s.yield
	s.resume()
}

// yield rests when the slice has been long enough.
func (s *slices) yield() {
	if now()-s.began >= slice {
		s.adopting.Call("off")
		s.resume()
	}
}

func (s *slices) resume() {
	rest()
	s.adopting.Call("on")
	s.began = now()
}

// end is to be called when the first rendering stands.
func (s *slices) end() {
	view.Yield = nil
	s.adopting.Call("end")
}
