package storyfile

import (
	"cmp"
	"fmt"
	"slices"
)

// Problem is one thing that is wrong with a story, said to the person who edits it.
type Problem struct {
	File         string // within the story's folder
	Line, Column int    // both from 1; columns count characters
	What         string // what is wrong
	Remedy       string // what would be right
}

// Error writes the problem on one line, in the form that editors and terminals
// turn into a link: file:line:column.
func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s; %s", p.File, p.Line, p.Column, p.What, p.Remedy)
}

// report collects the problems of all files.
type report struct{ problems []Problem }

func (r *report) add(at position, what, remedy string) {
	r.problems = append(r.problems, Problem{File: at.file, Line: at.line, Column: at.column, What: what, Remedy: remedy})
}

// sorted returns the problems in the order in which an editor would go through them.
func (r *report) sorted() []Problem {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.What, b.What))
	})
	return r.problems
}

// position is a place in one of the story's files.
type position struct {
	file         string
	line, column int
}
