// Package storyfile reads a story from its folder of YAML files and says
// everything that is wrong with it at once, each problem with its place and
// with what would be right.
//
// A folder goes through three stages: parse (document.go) turns each file into
// values that know their line and column; read (read_*.go) turns the values of
// story.yaml into a story.Story and those of a language file into texts,
// reporting what has the wrong form; check (check_*.go) reports what has the
// right form and is still wrong, such as a claim without a source. A part that
// could not be read is left out of the checks, so that one mistake is one
// problem.
//
// It is for the build machine only: the browser reads what story.Pack wrote.
package storyfile
