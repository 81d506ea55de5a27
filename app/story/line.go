package story

import "slices"

// Line joins the figures of one actor in one series in the order in which they
// take their place on the time axis. It never mixes actors, and a planned series
// has no lines: what is announced does not become what is there.
type Line struct {
	Actor, Series string
	Main          bool // the story's strong line on the day asked about
	Claims        []*Claim
}

// Lines returns the lines of an axis, as known at the end of a day: the main one
// last, so that it is drawn on top.
func (s *Story) Lines(axis string, day Date, b Basis) []Line {
	var lines []Line
	at := map[[2]string]int{}
	for _, c := range s.AsOf(day) {
		series := s.SeriesOf(c.Series)
		if series == nil || series.Planned || series.Axis != axis {
			continue
		}
		key := [2]string{c.Actor, c.Series}
		i, ok := at[key]
		if !ok {
			i = len(lines)
			at[key] = i
			lines = append(lines, Line{Actor: c.Actor, Series: c.Series, Main: s.MainActor(c.Series, day) == c.Actor})
		}
		lines[i].Claims = append(lines[i].Claims, c)
	}
	for _, l := range lines {
		slices.SortStableFunc(l.Claims, func(x, y *Claim) int { return int(x.Day(b) - y.Day(b)) })
	}
	slices.SortStableFunc(lines, func(x, y Line) int {
		switch {
		case x.Main == y.Main:
			return 0
		case x.Main:
			return 1
		}
		return -1
	})
	return lines
}
