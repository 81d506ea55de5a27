// Package bukti holds the two files of the top level that the published site is
// made from: the page that every page is made from, and the loader that executes
// the WebAssembly.
package bukti

import _ "embed"

// Shell is index.html, a template of html/template that package site fills.
//
//go:embed index.html
var Shell string

// Loader is wasm_exec.js.
//
//go:embed wasm_exec.js
var Loader []byte
