// A program that fails a few calls deep, after a collection has walked the stack.
package main

import "runtime"

func main() { outer(map[string]int{"a": 1}) }

//go:noinline
func outer(m map[string]int) { inner(m, 3) }

//go:noinline
func inner(m map[string]int, n int) {
	kept := make([]*int, 1000)
	for i := range kept {
		kept[i] = new(i)
	}
	runtime.GC()
	for i := range kept {
		if *kept[i] != i {
			panic("garbage")
		}
	}
	func() {
		defer func() { println("recovered:", recover().(string)) }()
		panic("once")
	}()
	panic("lost")
}
