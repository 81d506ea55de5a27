//go:build js

package browser

import (
	"syscall/js"
	"time"

	"bukti/app/view"
)

// slice is how long the first rendering may keep the page waiting at a stretch. What
// cannot be interrupted adds to it.
const slice = 24 * time.Millisecond

// slices cut the first rendering, the longest thing that the program ever does, into
// pieces. Between two of them the page has its turn: it scrolls, draws and answers.
type slices struct {
	adopting js.Value // the loader's, which hands the page's nodes to the program
	began    time.Time
}

// rest gives the page its turn.
func rest() { time.Sleep(time.Millisecond) }

// begin is to be called before the first rendering.
func (s *slices) begin() {
	view.Yield = s.yield
	s.resume()
}

// yield rests when the slice has been long enough.
func (s *slices) yield() {
	if time.Since(s.began) >= slice {
		s.adopting.Call("off")
		s.resume()
	}
}

func (s *slices) resume() {
	rest()
	s.adopting.Call("on")
	s.began = time.Now()
}

// end is to be called when the first rendering stands.
func (s *slices) end() {
	view.Yield = nil
	s.adopting.Call("end")
}
