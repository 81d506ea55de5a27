package scene

import (
	"math"
	"strconv"

	"bukti/app/story"
)

// timeScale maps days to fractions of the width: evenly from the story's first day
// to its last, then compressed from there to the horizon.
type timeScale struct {
	first, last, horizon story.Date
	brk                  float64
}

func newTimeScale(s *story.Story) timeScale {
	ts := timeScale{s.First, s.Last, s.Horizon, 1}
	if s.Horizon > s.Last {
		ts.brk = toScale
	}
	return ts
}

// at returns a day's place. Days before the first stand at its edge and days
// after the last between the break and the horizon.
func (ts timeScale) at(d story.Date) float64 {
	switch {
	case d <= ts.first:
		return 0
	case d <= ts.last:
		return ts.brk * float64(d-ts.first) / float64(ts.last-ts.first)
	case d >= ts.horizon:
		return 1
	}
	return ts.brk + (1-ts.brk)*float64(d-ts.last)/float64(ts.horizon-ts.last)
}

// DayX is a day's place on a story's time axis, a fraction.
func DayX(s *story.Story, d story.Date) float64 { return newTimeScale(s).at(d) }

// DayAt is the day nearest to a place on a story's time axis, among those to scale.
func DayAt(s *story.Story, x float64) story.Date {
	ts := newTimeScale(s)
	days := math.Round(x / ts.brk * float64(ts.last-ts.first))
	return ts.first + story.Date(clamp(days, 0, float64(ts.last-ts.first)))
}

// days returns four or five days for ticks. One whose label would touch the one
// before it, on the narrowest chart, has none.
func (ts timeScale) days(t *story.Texts) []Day {
	span := int(ts.last - ts.first)
	every := max(1, (span+3)/4)
	if span == 30 {
		every = 7
	}
	var days []Day
	end := math.Inf(-1)     // of the last label, px
	before := 0             // the last label's month
	room := MinWidth + 12.0 // into the margin of the page
	if ts.horizon > ts.last {
		room = MinWidth - TextWidth(t.Get("locale.month-short."+month(ts.horizon)), smallSize) - 3
	}
	for d := ts.first; d <= ts.last; d += story.Date(every) {
		_, m, dom := d.Civil()
		label := strconv.Itoa(dom)
		if m != before {
			label = t.ShortDay(d)
			before = m
		}
		x, width := ts.at(d)*MinWidth, TextWidth(label, smallSize)
		if d > ts.first {
			x -= width / 2
		}
		if x < end+3 || x+width > room {
			label = ""
		} else {
			end = x + width
		}
		days = append(days, Day{X: ts.at(d), Label: label})
	}
	return days
}

// levelScale maps figures to heights, from 0 at the foot of the plot to the
// highest figure of the whole story. It does not change from moment to moment:
// what moves on screen is what was said.
type levelScale struct {
	top float64
}

func newLevelScale(s *story.Story, axis string) levelScale {
	top := 0
	for i := range s.Claims {
		if series := s.SeriesOf(s.Claims[i].Series); series != nil && series.Axis == axis {
			top = max(top, s.Claims[i].Figure)
		}
	}
	return levelScale{float64(max(top, 1))}
}

func (l levelScale) at(figure int) float64 {
	return plotHeight - (plotHeight-plotTop)*float64(figure)/l.top
}

// ticks returns the levels of the axis.
func (l levelScale) ticks(t *story.Texts) []Grid {
	var ticks []Grid
	for _, v := range l.values() {
		ticks = append(ticks, Grid{l.at(v), t.Number(v)})
	}
	return ticks
}

// values are three to seven round numbers above 0, and 0. With fewer than seven
// allowed, none of 1, 2 and 5 would do for 14.
func (l levelScale) values() []int {
	top, unit := int(l.top), 1
	for _, f := range []int{1, 2, 5} {
		for p := 1; p <= top/f/3; p *= 10 {
			if n := top / (f * p); n <= 7 {
				unit = f * p
			}
		}
	}
	var values []int
	for v := 0; v <= top; v += unit {
		values = append(values, v)
	}
	return values
}

func month(d story.Date) string {
	_, m, _ := d.Civil()
	return strconv.Itoa(m)
}
