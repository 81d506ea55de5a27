package asset

import (
	"fmt"
	"io/fs"
	"iter"
	"strings"
)

// checkPath accepts slash-separated relative paths in their shortest form. The
// rest is refused rather than repaired: a path with ".." or "\" in a finished
// site is a mistake of the program that made it, and would mean different files
// to a server, to Windows and to a browser.
func checkPath(path string) error {
	why := ""
	switch {
	case path == "":
		why = "is empty"
	case strings.HasPrefix(path, "/"):
		why = "starts with a slash"
	case strings.Contains(path, `\`):
		why = "has a backslash"
	case strings.ContainsFunc(path, isControl):
		why = "has a control character"
	case path == "." || !fs.ValidPath(path):
		why = `has an empty, "." or ".." part, or is not UTF-8`
	default:
		return nil
	}
	return fmt.Errorf(`asset path %q %s; write it like "en/index.html"`, path, why)
}

func isControl(r rune) bool { return r < 0x20 || r == 0x7f }

// parents yields the folders that a path is in, the outermost first:
// "a", "a/b" for "a/b/c.txt".
func parents(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range len(path) {
			if path[i] == '/' && !yield(path[:i]) {
				return
			}
		}
	}
}
