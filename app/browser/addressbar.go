//go:build js

package browser

import "syscall/js"

// addressBar changes the page's address without a step in the history: at once, or of
// several changes in a row the last one, when the reader rests. A key that is held down
// asks thirty times a second, and browsers refuse more than some hundred changes within
// seconds. Chromium drops them, Safari throws.
type addressBar struct {
	rest    debounce
	waiting bool
	last    float64       // when it was asked, ms
	address func() string // the one that the page is to have
}

func newAddressBar(address func() string) *addressBar {
	b := &addressBar{address: address}
	b.rest = debounced(restTime, b.put)
	listen(js.Global(), "pagehide", func(js.Value) { b.put() })
	return b
}

// ask has the address changed, soon at the latest.
func (b *addressBar) ask() {
	before := b.last
	b.last = js.Global().Get("performance").Call("now").Float()
	b.waiting = true
	if b.last-before > 2*restTime {
		b.put()
		return
	}
	b.rest.ask()
}

// put changes the address now if that is waited for.
func (b *addressBar) put() {
	if !b.waiting || nowhere() {
		return
	}
	b.waiting = false
	to := js.Global().Get("URL").New(b.address(), js.Global().Get("location").Get("href")).Get("href")
	if !to.Equal(js.Global().Get("location").Get("href")) && !history("replaceState", to) {
		b.waiting = true
		b.rest.ask()
	}
}

// drop leaves the address as it is.
func (b *addressBar) drop() { b.waiting = false }

// history changes the address by a method of the browser's history and tells whether
// the browser let it.
func history(method string, to any) (done bool) {
	defer func() {
		if recover() != nil {
			done = false
		}
	}()
	js.Global().Get("history").Call(method, nil, "", to)
	return true
}
