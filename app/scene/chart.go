package scene

import (
	"cmp"
	"slices"

	"bukti/app/story"
)

// Chart is the troop-count chart: what was said by the end of a day.
type Chart struct {
	Height  float64 // of all of it, px
	Plot    float64 // height of the part with figures, px
	Levels  []Grid  // of the vertical axis
	Days    []Day   // of the time axis
	Break   float64 // where the time axis stops being to scale, a fraction; 1 when it never does
	Now     float64 // the day that it tells of, a fraction
	Lines   []Step
	Plans   []Plan
	Marks   []Mark
	Bundles []Bundle // of figures that have no room for marks of their own
	Labels  []Label
	Rows    []Row
	Horizon string // what the compressed end reaches, a label
}

// Grid is a level of the vertical axis.
type Grid struct {
	Y     float64 // px
	Label string
}

// Day is a labelled day of the time axis.
type Day struct {
	X     float64
	Label string // may be empty
}

// Step is one actor's line of figures in one series: a step at every new figure.
type Step struct {
	Actor, Series string
	Hue           int
	Main          bool
	Dim           bool
	Part          bool      // the series is a part of another
	X             []float64 // fractions: each figure's day, and last the day that the chart tells of
	Y             []float64 // px: one for each figure
}

// Plan is a planned figure's level, dashed from the day of the claim to the day by
// which it is to be reached.
type Plan struct {
	Claim  string
	Hue    int
	X0, X1 float64
	Y      float64
}

// Mark is one figure.
type Mark struct {
	Claim     string
	Shape     story.Shape
	Hue       int
	X         float64 // fraction
	DX        float64 // px, where marks of one day and height stand side by side
	Y         float64 // px
	Hollow    bool    // planned
	Qualifier story.Qualifier
	Focus     bool
	Dim       bool   // another actor is pointed out
	Name      string // for those who hear the chart
}

// Row is the lane of one stance.
type Row struct {
	Stance  story.Stance
	Y       float64 // of its marks' centre, px
	Label   Label
	Marks   []Mark
	Bundles []Bundle
}

// Sizes of the chart, px.
const (
	plotHeight = 276
	plotTop    = 46 // room for labels above the highest figure
	axisHeight = 24
	rowHeight  = 22
	markRadius = 5
	toScale    = 0.86 // the part of the width that is to scale when there is a horizon
)

// NewChart lays out the chart of an axis as known at the end of a day, with the
// claims in focus labelled first. An actor that is named is pointed out: the
// others are dimmed.
func NewChart(s *story.Story, t *story.Texts, axis string, day story.Date, basis story.Basis, focus []string, actor string) Chart {
	time, level := newTimeScale(s), newLevelScale(s, axis)
	focus = focus[:min(len(focus), maxFocus)]
	c := Chart{
		Plot:   plotHeight,
		Levels: level.ticks(t),
		Days:   time.days(t),
		Break:  time.brk,
	}
	if s.Horizon != 0 {
		c.Horizon = t.Get("locale.month-short." + month(s.Horizon))
	}
	c.Now, c.Lines, c.Plans = NewLines(s, axis, day, basis, actor)
	figures := figuresOn(s, axis, day)
	for _, claim := range figures {
		m := mark(s, t, claim, time.at(claim.Day(basis)), level.at(claim.Figure), focus)
		m.Dim = actor != "" && claim.Actor != actor
		c.Marks = append(c.Marks, m)
	}
	kept, bundles := fold(s, t, c.Marks)
	dodge(kept)
	c.Marks = kept
	c.Bundles = placeBundles(s, t, bundles, obstacles(c), 2, plotHeight-2)
	c.Labels = chartLabels(s, t, c, focus)
	c.Rows, c.Height = rows(s, t, time, day, focus, actor)
	return c
}

// NewLines lays out what grows with every day: the day's own place, a fraction, the
// step lines and the planned levels.
func NewLines(s *story.Story, axis string, day story.Date, basis story.Basis, actor string) (now float64, lines []Step, plans []Plan) {
	time, level := newTimeScale(s), newLevelScale(s, axis)
	for _, l := range s.Lines(axis, day, basis) {
		st := step(s, l, time, level, day, basis)
		st.Dim = actor != "" && l.Actor != actor
		lines = append(lines, st)
	}
	for _, claim := range figuresOn(s, axis, day) {
		if s.Planned(claim) && claim.About.To > claim.About.From {
			plans = append(plans, Plan{
				Claim: claim.ID, Hue: s.Actor(claim.Actor).Hue,
				X0: time.at(claim.Day(basis)), X1: time.at(claim.About.To), Y: level.at(claim.Figure),
			})
		}
	}
	return time.at(day), lines, plans
}

// Stances are the marks of all rows in the order in which they were said, and their
// bundles.
func (c *Chart) Stances() ([]Mark, []Bundle) {
	var marks []Mark
	var bundles []Bundle
	for _, r := range c.Rows {
		marks = append(marks, r.Marks...)
		bundles = append(bundles, r.Bundles...)
	}
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(a.X, b.X) })
	return marks, bundles
}

// Told are the marks of all figures, then those of all stances, the folded ones too:
// row by row in the order in which they were said.
func (c *Chart) Told(s *story.Story) []Mark {
	all := Told(s, c.Marks, c.Bundles)
	for _, r := range c.Rows {
		all = append(all, Told(s, r.Marks, r.Bundles)...)
	}
	return all
}

func figuresOn(s *story.Story, axis string, day story.Date) []*story.Claim {
	var figures []*story.Claim
	for _, claim := range s.AsOf(day) {
		if series := s.SeriesOf(claim.Series); series != nil && series.Axis == axis {
			figures = append(figures, claim)
		}
	}
	return figures
}

func step(s *story.Story, l story.Line, time timeScale, level levelScale, day story.Date, basis story.Basis) Step {
	st := Step{Actor: l.Actor, Series: l.Series, Hue: s.Actor(l.Actor).Hue, Main: l.Main, Part: s.SeriesOf(l.Series).PartOf != ""}
	for _, c := range l.Claims {
		st.X = append(st.X, time.at(c.Day(basis)))
		st.Y = append(st.Y, level.at(c.Figure))
	}
	st.X = append(st.X, max(time.at(day), st.X[len(st.X)-1]))
	return st
}

func mark(s *story.Story, t *story.Texts, c *story.Claim, x, y float64, focus []string) Mark {
	return Mark{
		Claim: c.ID, Shape: s.Actor(c.Actor).Shape, Hue: s.Actor(c.Actor).Hue, Hollow: s.Planned(c),
		X: x, Y: y, Qualifier: c.Qualifier, Focus: slices.Contains(focus, c.ID), Name: t.Spoken(c),
	}
}

// rows lays out the lane of stances below the figures: a row for every stance that
// any claim without a figure takes in all of the story, so that the chart keeps
// its height from moment to moment.
func rows(s *story.Story, t *story.Texts, time timeScale, day story.Date, focus []string, actor string) ([]Row, float64) {
	y := float64(plotHeight + axisHeight)
	var lane []Row
	for _, stance := range story.Stances {
		if stance == story.Asserts {
			continue // an assertion without a figure is background, told in the table
		}
		r := Row{Stance: stance}
		var any bool
		first, on := float64(MinWidth), map[story.Date]int{}
		for i := range s.Claims {
			c := &s.Claims[i]
			if c.HasFigure() || c.Stance != stance || c.Said < s.First {
				continue
			}
			any = true
			on[c.Said] = min(on[c.Said]+1, foldOver+maxFocus)
			first = min(first, time.at(c.Said)*MinWidth-dodgeGap*float64(on[c.Said]-1)/2)
			if c.Said <= day {
				m := mark(s, t, c, time.at(c.Said), 0, focus)
				m.Dim = actor != "" && c.Actor != actor
				r.Marks = append(r.Marks, m)
			}
		}
		if !any {
			continue
		}
		r.Label = Label{Strong: t.Get("stance." + string(stance)), Anchor: Start}
		if TextWidth(r.Label.Strong, smallSize)+12 > first-markRadius {
			y += rowHeight - 8 // no room on the row's own line: the label stands above it
			r.Label.Y = y - 4
		} else {
			r.Label.Y = y + rowHeight/2 + 4
		}
		r.Y = y + rowHeight/2
		for i := range r.Marks {
			r.Marks[i].Y = r.Y
		}
		r.Marks, r.Bundles = fold(s, t, r.Marks)
		dodge(r.Marks)
		r.Bundles = placeBundles(s, t, r.Bundles, r.taken(), r.Y-9, r.Y+9)
		y += rowHeight
		lane = append(lane, r)
	}
	return lane, y
}

// taken is the room of a row's marks and of its label.
func (r *Row) taken() []room {
	taken := markRooms(r.Marks)
	label := box{0, r.Label.Y - smallSize, TextWidth(r.Label.Strong, smallSize), r.Label.Y + 2}
	return append(taken, room{box: label})
}

func abs(x float64) float64 { return max(x, -x) }
