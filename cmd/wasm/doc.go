//go:build !js

// Command wasm is the browser's entry point: build it with GOOS=js GOARCH=wasm, as
// cmd/wasmbuild does. Elsewhere it only says so.
package main

func main() { println("wasm runs in a browser only; build it with `make build`") }
