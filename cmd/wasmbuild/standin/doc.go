// Package standin holds the packages that stand in the browser's program for those
// of the standard library that go-app uses little of: each has what go-app calls and
// nothing else. What is missing after an upgrade of go-app does not compile.
package standin
