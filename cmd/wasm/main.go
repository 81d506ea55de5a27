//go:build js

// Command wasm is the browser's entry point. wasm_exec.js starts it.
package main

import "bukti/app/browser"

func main() { browser.Run() }
