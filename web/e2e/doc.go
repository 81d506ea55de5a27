// Package e2e tests the published site in a real browser: it builds the built-in
// story's site, serves it as `bukti serve` does, and reads it in Chromium with and
// without JavaScript, with the browser's program and with every way in which that
// can fail. There is nothing here but tests.
package e2e
