// Package stories holds the stories that come with the program: the one that it
// serves when none is named, one to start a new one from, and a fictional one for
// tests.
package stories

import (
	"embed"
	"io/fs"
)

//go:embed north-korea-troops lighthouse starter
var files embed.FS

// BuiltIn is the folder of the story that bukti shows when none is named.
func BuiltIn() fs.FS { return folder("north-korea-troops") }

// Fictional is the folder of a story that never happened. Tests use it, so that
// the real one can change without them.
func Fictional() fs.FS { return folder("lighthouse") }

// Starter is the folder that a new story starts from. It never happened either.
func Starter() fs.FS { return folder("starter") }

func folder(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // the name is one of those embedded above
	}
	return sub
}
