package scene

import (
	"cmp"
	"slices"

	"bukti/app/story"
)

// chartLabels labels the marks in focus, then as many of the others, newest
// first, as find room. figures are the marks' claims. A label in focus that finds
// no room beside its mark is set farther off with a line to it; when even that
// fails, it is placed first in another try.
func chartLabels(s *story.Story, t *story.Texts, c Chart, figures []*story.Claim, focus []string) []Label {
	var order []int
	for i, m := range c.Marks {
		if m.Focus && !repeats(figures, i) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(slices.Index(focus, c.Marks[a].Claim), slices.Index(focus, c.Marks[b].Claim))
	})
	p := chartPlacer{story: s, texts: t, chart: c, figures: figures}
	best := p.place(order)
	for tries := 0; len(best.labels) < len(order) && tries < 2*len(order); tries++ {
		order = slices.Concat(best.left, slices.DeleteFunc(order, func(i int) bool { return slices.Contains(best.left, i) }))
		if next := p.place(order); len(next.labels) > len(best.labels) {
			best = next
		} else {
			best.left = next.left
		}
	}
	for i := len(c.Marks) - 1; i >= 0; i-- {
		if !c.Marks[i].Focus {
			p.label(&best, i)
		}
	}
	return best.labels
}

// repeats tells whether a figure says again what the same actor had said of the
// same series, with the same qualifier: its line's label stands for both.
func repeats(figures []*story.Claim, i int) bool {
	c := figures[i]
	return slices.ContainsFunc(figures[:i], func(b *story.Claim) bool {
		return b.Actor == c.Actor && b.Series == c.Series && b.Figure == c.Figure && b.Qualifier == c.Qualifier
	})
}

// chartPlacer finds room for a chart's labels.
type chartPlacer struct {
	story   *story.Story
	texts   *story.Texts
	chart   Chart
	figures []*story.Claim
}

// placement is the labels placed so far, what is taken, and the marks that were
// left without a label.
type placement struct {
	labels []Label
	taken  []room
	left   []int
}

func (p *chartPlacer) place(order []int) placement {
	to := placement{taken: obstacles(p.chart)}
	for _, i := range order {
		if !p.label(&to, i) {
			to.left = append(to.left, i)
		}
	}
	return to
}

// label places the label of one mark: near it, or farther off if it is in focus.
func (p *chartPlacer) label(to *placement, i int) bool {
	m := p.chart.Marks[i]
	l := Label{
		Claim: m.Claim, X: m.X, Y: m.Y, Quiet: !m.Focus, LeadX: m.DX,
		Strong: p.texts.Figure(p.figures[i].Figure, m.Qualifier),
	}
	narrow, wide := attribution(p.story, p.texts, p.figures[i], 120), attribution(p.story, p.texts, p.figures[i], 190)
	ways := []struct{ far, cross bool }{{false, false}, {true, false}, {true, true}}
	if !m.Focus {
		ways = ways[:1]
	}
	for _, w := range ways {
		for _, l.Small = range [][]string{narrow, wide} {
			if to.try(l, m, around(w.far, l), w.far, w.cross) {
				return true
			}
		}
	}
	return false
}

// try places a label at the first of the spots where it meets nothing at any width.
// With cross, lines count at the narrowest width only: the label's halo may cross
// one in a wider picture.
func (to *placement) try(l Label, m Mark, at []spot, leader, cross bool) bool {
	frame := box{0, 0, MinWidth, plotHeight}
	width := l.width()
	for _, sp := range at {
		l.DX, l.DY, l.Anchor, l.Leader = m.DX+sp.dx, sp.dy, sp.anchor, leader
		r := room{box: l.boxOf(width, m.X*MinWidth, m.Y), left: m.X, right: m.X}
		if !r.inside(frame) {
			continue
		}
		meets := func(o room) bool {
			if o.line && cross {
				return r.overlaps(o.box)
			}
			return r.meets(o)
		}
		if !slices.ContainsFunc(to.taken, meets) {
			to.taken = append(to.taken, r)
			to.labels = append(to.labels, l)
			return true
		}
	}
	return false
}

func around(far bool, l Label) []spot {
	if far {
		return farSpots
	}
	return spots(markRadius, 1+len(l.Small))
}

// attribution is who gave a figure, in the few words that fit beside a mark: the
// actor's short name, what kind of figure it is unless it is the plain one, and
// whether it is contested or only reported; joined into lines of at most a width in
// px.
func attribution(s *story.Story, t *story.Texts, c *story.Claim, width float64) []string {
	who := t.Get("actor." + c.Actor + ".short")
	if c.Reported {
		who = t.Fill("label.reported", "who", who)
	}
	parts := []string{who}
	if series := s.SeriesOf(c.Series); series.Planned || series.PartOf != "" {
		parts = append(parts, t.Get("series."+c.Series+".name"))
	}
	if c.Contested {
		parts = append(parts, t.Get("label.contested"))
	}
	lines := parts[:1]
	for _, p := range parts[1:] {
		joined := lines[len(lines)-1] + " · " + p
		if TextWidth(joined, smallSize) > width {
			lines = append(lines, p)
			continue
		}
		lines[len(lines)-1] = joined
	}
	return lines
}

// room is a box at the narrowest width whose left and right edges move with a
// fraction of the picture's width.
type room struct {
	box
	left, right float64
	line        bool // a line of the chart, not a text or a mark
}

// meets tells whether two rooms overlap at any width: they stay apart if they are
// apart in height, or if one is left of the other and so are its edges' anchors,
// which then only move apart.
func (r room) meets(o room) bool {
	if r.y1 <= o.y0 || o.y1 <= r.y0 {
		return false
	}
	return !(r.x1 <= o.x0 && r.right <= o.left || o.x1 <= r.x0 && o.right <= r.left)
}

// obstacles are the marks with their glyphs, the lines, the planned levels and the
// labels of the vertical axis.
func obstacles(c Chart) []room {
	var taken []room
	for _, m := range c.Marks {
		x := m.X*MinWidth + m.DX
		up, down := markRadius+2.0, markRadius+1.0
		switch m.Qualifier {
		case story.AtLeast, story.MoreThan:
			up += 8
		case story.About, story.Nearly:
			up += 4
		case story.UpTo:
			up, down = up+4, down+7
		}
		taken = append(taken, room{box{x - markRadius - 3, m.Y - up, x + markRadius + 3, m.Y + down}, m.X, m.X, false})
	}
	line := func(x0, x1, y0, y1 float64) {
		taken = append(taken, room{box{x0*MinWidth - 2, y0 - 2, x1*MinWidth + 2, y1 + 2}, x0, x1, true})
	}
	for _, l := range c.Lines {
		for i, y := range l.Y {
			end := l.X[i+1]
			if i+1 == len(l.Y) {
				end = c.Break // as far as the line will grow: labels stay where they are from day to day
			}
			line(l.X[i], end, y, y)
			if i > 0 {
				line(l.X[i], l.X[i], min(y, l.Y[i-1]), max(y, l.Y[i-1]))
			}
		}
	}
	for _, p := range c.Plans {
		line(p.X0, p.X1, p.Y, p.Y)
	}
	for _, g := range c.Levels {
		taken = append(taken, room{box{0, g.Y - 14, TextWidth(g.Label, smallSize), g.Y - 2}, 0, 0, false})
	}
	return taken
}
