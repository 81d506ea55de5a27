package scene

import "bukti/app/story"

// Matrix is who took which position on which day: a row for each actor, a column
// for each day on which something was said.
type Matrix struct {
	Days []story.Date
	Rows []MatrixRow
}

// MatrixRow is one actor's positions, a cell for each of the matrix' days.
type MatrixRow struct {
	Actor string
	Cells [][]Position
}

// Position is what an actor did on one day: one claim, or several of one stance.
type Position struct {
	Claim   *story.Claim // the first of them
	Count   int
	Changed bool // another position than the actor's last
}

// NewMatrix lays out the positions known at the end of a day. Background, said
// before the story's first day, is not in it.
func NewMatrix(s *story.Story, day story.Date) Matrix {
	var m Matrix
	column := map[story.Date]int{}
	known := s.AsOf(day)
	for _, c := range known {
		if _, ok := column[c.Said]; !ok && c.Said >= s.First {
			column[c.Said] = len(m.Days)
			m.Days = append(m.Days, c.Said)
		}
	}
	for _, a := range s.Actors {
		row := MatrixRow{Actor: a.ID, Cells: make([][]Position, len(m.Days))}
		var last story.Stance
		said := false
		for _, c := range story.Select(known, story.Filter{Actor: a.ID}) {
			if c.Said < s.First {
				continue
			}
			said = true
			changed := last != "" && answer(c.Stance) != last && answersQuestion(c.Stance)
			cell := &row.Cells[column[c.Said]]
			if n := len(*cell); n > 0 && (*cell)[n-1].Claim.Stance == c.Stance {
				(*cell)[n-1].Count++
			} else {
				*cell = append(*cell, Position{c, 1, changed})
			}
			if answersQuestion(c.Stance) {
				last = answer(c.Stance)
			}
		}
		if said {
			m.Rows = append(m.Rows, row)
		}
	}
	return m
}

// answersQuestion tells whether a stance is an answer to the story's question; a
// demand is not, and so changes no position.
func answersQuestion(s story.Stance) bool { return s != story.Demands }

// answer is what a stance says to the story's question: to confirm is to say yes, as
// to assert is.
func answer(s story.Stance) story.Stance {
	if s == story.Confirms {
		return story.Asserts
	}
	return s
}
