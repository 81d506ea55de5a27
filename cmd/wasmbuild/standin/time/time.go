//go:build js

// Package time stands in for the standard library's: it counts with the browser's own
// timers and knows no dates.
package time

import "syscall/js"

// Duration is a number of nanoseconds.
type Duration int64

// Durations.
const (
	Nanosecond  Duration = 1
	Millisecond          = 1e6 * Nanosecond
	Second               = 1e3 * Millisecond
	Hour                 = 3600 * Second
)

// Time is a point in time, which nothing in the program has.
type Time struct{ _ int }

// Ticker sends on C again and again. It sends nothing worth reading.
type Ticker struct {
	C    chan struct{}
	id   js.Value
	tick js.Func
}

// NewTicker starts a ticker.
func NewTicker(d Duration) *Ticker {
	t := &Ticker{C: make(chan struct{}, 1)}
	t.tick = js.FuncOf(func(js.Value, []js.Value) any {
		select {
		case t.C <- struct{}{}:
		default: // the last one is still waiting
		}
		return nil
	})
	t.Reset(d)
	return t
}

// Reset changes the time between two ticks, beginning now.
func (t *Ticker) Reset(d Duration) {
	t.Stop()
	t.id = js.Global().Call("setInterval", t.tick, milliseconds(d))
}

// Stop ends the ticking.
func (t *Ticker) Stop() { js.Global().Call("clearInterval", t.id) }

// Timer calls a function once.
type Timer struct {
	id   js.Value
	call js.Func
}

// AfterFunc starts a timer.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{}
	t.call = js.FuncOf(func(js.Value, []js.Value) any {
		f()
		return nil
	})
	t.Reset(d)
	return t
}

// Reset lets a timer begin again.
func (t *Timer) Reset(d Duration) {
	t.Stop()
	t.id = js.Global().Call("setTimeout", t.call, milliseconds(d))
}

// Stop keeps a timer from calling.
func (t *Timer) Stop() { js.Global().Call("clearTimeout", t.id) }

func milliseconds(d Duration) float64 { return float64(d) / float64(Millisecond) }
