package story

// Beside returns what other actors said about the same thing by the end of a day,
// each actor's latest word: for a figure, their figures in the same series and
// their refusals and denials; for a stance, the figures and stances of the others.
// It is what a reader needs to see next to a claim before believing it.
func (s *Story) Beside(c *Claim, day Date) []*Claim {
	latest := map[string]*Claim{}
	var order []string
	for _, other := range s.AsOf(day) {
		if other.Actor == c.Actor || !answers(s, c, other) {
			continue
		}
		if latest[other.Actor] == nil {
			order = append(order, other.Actor)
		}
		latest[other.Actor] = other
	}
	beside := make([]*Claim, 0, len(order))
	for _, actor := range order {
		beside = append(beside, latest[actor])
	}
	return beside
}

// answers tells whether another actor's claim speaks to the same question.
func answers(s *Story, c, other *Claim) bool {
	if other.Said < s.First {
		return false // background
	}
	if c.HasFigure() && other.HasFigure() {
		return c.Series == other.Series
	}
	if other.HasFigure() {
		return other.Series == s.Series[0].ID
	}
	if c.HasFigure() && s.SeriesOf(c.Series).Axis != s.Series[0].Axis {
		return false // a stance answers the story's question, not what is counted apart
	}
	return other.Stance != Asserts && other.Stance != Demands
}

// ReplacedBy returns the claim that supersedes this one by the end of a day, or nil.
func (s *Story) ReplacedBy(c *Claim, day Date) *Claim {
	for _, later := range s.AsOf(day) {
		if later.Supersedes == c.ID {
			return later
		}
	}
	return nil
}

// MomentOf returns the moment that has a claim in its focus, or nil when none has.
func (s *Story) MomentOf(claim string) *Moment {
	for i := range s.Moments {
		for _, id := range s.Moments[i].Focus {
			if id == claim {
				return &s.Moments[i]
			}
		}
	}
	return nil
}
