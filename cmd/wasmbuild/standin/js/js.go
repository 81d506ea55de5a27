//go:build js

// Package js stands in for syscall/js in go-app. It is that package, but for strings:
// each that goes to JavaScript becomes an object there, which lives until a collection
// has called its finalizer, and go-app sends the same names with every attribute.
package js

import "syscall/js"

type (
	// Value is a JavaScript value.
	Value = js.Value
	// Func is a Go function that JavaScript can call.
	Func = js.Func
	// Type is the type of a value.
	Type = js.Type
)

// Of strings up to so many bytes, the first so many are kept: names come first, and
// most figures never come again.
const (
	longest = 32
	most    = 512
)

var kept = make(map[string]Value, most)

// ValueOf returns x as a JavaScript value. It panics as the original does.
func ValueOf(x any) Value {
	text, ok := x.(string)
	if !ok || len(text) > longest {
		return js.ValueOf(x)
	}
	v, ok := kept[text]
	if !ok {
		v = js.ValueOf(text)
		if len(kept) < most {
			kept[text] = v
		}
	}
	return v
}

// Global returns the global object.
func Global() Value { return js.Global() }

// Null returns null.
func Null() Value { return js.Null() }

// Undefined returns undefined.
func Undefined() Value { return js.Undefined() }

// FuncOf returns a function for JavaScript to call, until it is released.
func FuncOf(f func(this Value, args []Value) any) Func { return js.FuncOf(f) }

// CopyBytesToGo copies from a Uint8Array and returns how many bytes.
func CopyBytesToGo(dst []byte, src Value) int { return js.CopyBytesToGo(dst, src) }

// CopyBytesToJS copies to a Uint8Array and returns how many bytes.
func CopyBytesToJS(dst Value, src []byte) int { return js.CopyBytesToJS(dst, src) }
