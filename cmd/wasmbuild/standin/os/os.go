// Package os stands in for the standard library's: a browser has no environment.
package os

// Getenv finds nothing.
func Getenv(string) string { return "" }
