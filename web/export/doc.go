// Package export writes what a story publishes for programs: tables, maps, feeds
// and descriptions, each as the bytes of one file.
//
// Every function is pure: the same publication gives the same bytes. Texts lose
// their references to claims ([about 3,000](nis-3000) becomes "about 3,000") and
// nothing else; each format's own escaping does the rest. A figure never leaves
// without its qualifier and its speaker, and a quote goes with the language that it
// was said in, where the story names that.
//
// The package knows nothing of pages, of HTTP or of how a story is read.
package export
