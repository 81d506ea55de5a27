//go:build js

// Command wasm is the browser's entry point. wasm_exec.js starts it.
package main

import (
	"runtime/debug"

	"bukti/app/browser"
)

func main() {
	// The heap is small and a collection stops the page: fewer of them, for a few
	// megabytes more.
	debug.SetGCPercent(400)
	browser.Run()
}
