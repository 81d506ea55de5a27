// Package story is the editor's model of a contested question: who claimed
// what, on which day, about which period, how exactly, and on whose word.
//
// It holds plain values and pure queries and imports only the standard
// library, because it is compiled for the build machine and for the browser
// alike. Reading a story from YAML is package storyfile's job.
package story
