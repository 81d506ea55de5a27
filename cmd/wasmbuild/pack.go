package main

import (
	"fmt"
	"io"
	"strings"
)

// pack rewrites a module, built by a version of Go, so that it compresses better. What
// it had to leave as it is, it says in a line of notes.
func pack(built []byte, version string, notes io.Writer) ([]byte, error) {
	list, err := sections(built)
	if err != nil {
		return nil, err
	}
	for i, s := range list {
		if s.id != data {
			continue
		}
		m, err := readMemory(s.body)
		if err != nil {
			return nil, err
		}
		if !knowsLayout(version) {
			fmt.Fprintf(notes, "wasmbuild: the tables of lines stay as they are, which costs a tenth of the bytes: their layout is known for %s, not for %s\n", layout, version)
		} else if err := m.dropLines(); err != nil {
			return nil, err
		}
		list[i].body = m.section()
	}
	return module(list), nil
}

// knowsLayout is false for a Go that may have rearranged its tables: rather a larger
// program than one that misreads itself.
func knowsLayout(version string) bool {
	rest, ok := strings.CutPrefix(version, layout)
	return ok && (rest == "" || strings.ContainsAny(rest[:1], ".- "))
}
