// Package view draws scenes as go-app components. It is the only package that
// calls go-app's element functions. The same tree is rendered to HTML on the build
// machine and to the DOM in the browser, and must come out the same: whatever
// differs between the two platforms is in the twin files *_native.go and
// *_wasm.go.
//
// Components hold no state of their own but what the page's address says. They
// have no event handlers: package browser listens once, at the document, and
// hands the page a new State.
package view
