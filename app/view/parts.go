package view

import "bukti/app/story"

// Part is a part of the page that can show a state for itself. While a reader drags
// through the days, the day's line follows the hand in every frame, and the parts
// follow one after the other, each in a frame of its own, so that no frame takes
// long. The lists and tables below the pictures wait until the hand rests.
type Part int

// The parts, in the order in which they follow.
const (
	PartMarks Part = iota
	PartStances
	PartLead
	PartLabels
	PartMap
	PartMapNames
	PartCloseView
	PartCloseViews
	PartSteps
	PartApart
	PartLists // from here on, only when the hand rests
	PartMatrix
	PartTexts
	PartCount
)

// Parts are the states that the parts show.
type Parts [PartCount]State

// Follow brings the next part that lags behind a state to it, from one on in turn,
// and returns the part after it; while the hand moves, none of those that wait. done
// tells that no more can be done for now.
func (p *Parts) Follow(s State, from Part, resting bool) (next Part, done bool) {
	count := PartLists
	if resting {
		count = PartCount
	}
	for i := range count {
		part := (from + i) % count
		if p[part] != s {
			p[part] = s
			next = (part + 1) % count
			break
		}
	}
	for _, shown := range p[:count] {
		if shown != s {
			return next, false
		}
	}
	return next, true
}

// part is what a part of the page shows; PartCount stands for what follows at once.
func (p *Page) part(part Part) partState {
	s := p.State
	if p.Parts != nil && part < PartCount {
		s = p.Parts[part]
	}
	st := p.Model.Story
	index, day := s.stands(st)
	return partState{s, index, day, st.Known(day)}
}

// partState is a state with what it amounts to.
type partState struct {
	State State
	Index int
	Day   story.Date
	Known int // how many claims had been said
}

func (p partState) key() chartKey {
	return chartKey{p.Day, p.State.Basis, p.Index, p.State.Actor}
}
