package story

// Moment is one step of the telling. Its title, short label and paragraph are
// texts under the keys "moment.ID.…".
type Moment struct {
	ID    string
	From  Date
	To    Date     // what was said up to and with this day is known
	Lead  string   // the claim in large type
	Focus []string // the claims that it is about
	View  string   // the part of the map that it shows
}

// MainAxis is the axis of the story's main chart: that of the first series. Series
// on other axes are never drawn in it.
func (s *Story) MainAxis() string {
	if len(s.Series) == 0 {
		return ""
	}
	return s.Series[0].Axis
}

// MainActor returns the actor whose line in the series is the strong one on a
// day, and "" when the story names none.
func (s *Story) MainActor(series string, on Date) string {
	var latest Main
	for _, m := range s.Mains {
		if m.Series == series && m.From <= on && m.From >= latest.From {
			latest = m
		}
	}
	return latest.Actor
}
