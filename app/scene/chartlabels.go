package scene

import (
	"cmp"
	"slices"
	"strings"

	"bukti/app/story"
)

// chartLabels labels the marks in focus and what is dashed across the chart, then each
// side's last figures, then as many of the others, newest first, as find room: once for
// narrow charts and once for wide ones.
func chartLabels(s *story.Story, t *story.Texts, c Chart, focus []string) []Label {
	figures := make([]*story.Claim, len(c.Marks))
	for i, m := range c.Marks {
		figures[i] = s.Claim(m.Claim)
	}
	var order []int
	for i, m := range c.Marks {
		if m.Focus && !repeats(figures, i) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(slices.Index(focus, c.Marks[a].Claim), slices.Index(focus, c.Marks[b].Claim))
	})
	next := successors(figures)
	// A dashed level out of focus would else pass for the figure that it meets.
	for i, m := range c.Marks {
		dashed := slices.ContainsFunc(c.Plans, func(p Plan) bool { return p.Claim == m.Claim })
		if dashed && !m.Focus && next[i] < 0 {
			order = append(order, i)
		}
	}
	taken := obstacles(c)
	place := func(at span) []Label {
		p := chartPlacer{story: s, texts: t, chart: c, figures: figures, next: next, taken: taken, span: at, far: farSpots()}
		return p.all(order)
	}
	return bothWidths(place(narrowCharts), place(wideCharts))
}

// bothWidths joins the labels of narrow and of wide charts. One that stands at the
// same place in both is one label.
func bothWidths(narrow, wide []Label) []Label {
	same := func(list []Label, l Label) bool {
		return slices.ContainsFunc(list, func(o Label) bool {
			return o.Claim == l.Claim && o.DX == l.DX && o.DY == l.DY && o.Anchor == l.Anchor && slices.Equal(o.Small, l.Small)
		})
	}
	var labels []Label
	for _, l := range narrow {
		if !same(wide, l) {
			l.Narrow = chartWide
		}
		labels = append(labels, l)
	}
	for _, l := range wide {
		if !same(narrow, l) {
			l.Wide = chartWide
			labels = append(labels, l)
		}
	}
	return labels
}

// repeats tells whether a figure says again what the same actor had said of the
// same series, with the same qualifier: its line's label stands for both.
func repeats(figures []*story.Claim, i int) bool {
	c := figures[i]
	return slices.ContainsFunc(figures[:i], func(b *story.Claim) bool {
		return b.Actor == c.Actor && b.Series == c.Series && b.Figure == c.Figure && b.Qualifier == c.Qualifier
	})
}

// chartPlacer finds room for a chart's labels at a span of widths.
type chartPlacer struct {
	story   *story.Story
	texts   *story.Texts
	chart   Chart
	figures []*story.Claim
	next    []int  // of each figure the one that replaced it
	taken   []room // before any label
	span    span
	lax     int    // what may cross
	far     []spot // where a label may stand that has no room beside its mark
}

// placement is the labels placed so far, what is taken, and the marks that were
// left without a label.
type placement struct {
	labels []Label
	taken  []room
	left   []int
}

// What may cross when not all labels find room otherwise.
const (
	nothingCrosses = iota
	linesCross     // far labels: lines count at the narrowest width only, a wider one's may run through the halo
	leadersCross   // and leaders may run through others' labels
)

// maxOrders bounds how many orders of labels are tried before more may cross: all of
// three labels, of four nearly all. With more, or when more may cross, two.
func (p *chartPlacer) maxOrders(labels int) int {
	if labels > 4 || p.lax > nothingCrosses {
		return 2
	}
	return 18
}

// nextOrder brings a list to the next of its orders, from the rising to the falling
// one, and tells whether there was one left.
func nextOrder(list []int) bool {
	for i := len(list) - 2; i >= 0; i-- {
		if list[i] < list[i+1] {
			j := len(list) - 1
			for list[j] < list[i] {
				j--
			}
			list[i], list[j] = list[j], list[i]
			slices.Reverse(list[i+1:])
			return true
		}
	}
	return false
}

// all places the labels of marks in an order, then those of the marks out of focus.
// A label in focus that finds no room beside its mark is set farther off with a line
// to it; one that finds none there either is placed first in another try; and when no
// order leads to a place for each, more may cross.
func (p *chartPlacer) all(order []int) []Label {
	var best placement
	for p.lax = nothingCrosses; p.lax <= leadersCross; p.lax++ {
		turn, tried, more := slices.Clone(order), slices.Sorted(slices.Values(order)), true
		for try := range p.maxOrders(len(order)) {
			next := p.place(turn)
			if try == 0 && p.lax == nothingCrosses || len(next.labels) > len(best.labels) {
				best = next
			}
			if len(next.left) == 0 || !more {
				break
			}
			if try < min(len(order), 3) {
				turn = slices.Concat(next.left, slices.DeleteFunc(turn, func(i int) bool { return slices.Contains(next.left, i) }))
			} else {
				turn = slices.Clone(tried)
				more = nextOrder(tried)
			}
		}
		if len(best.left) == 0 {
			break
		}
	}
	p.quiet(&best)
	return best.labels
}

// quiet places the labels of marks out of focus: of those that still stand, figures of
// what is there before those of what is planned, then of those that have been replaced.
func (p *chartPlacer) quiet(best *placement) {
	p.lax, p.far = nothingCrosses, quietSpots()
	for _, turn := range []struct{ standing, hollow bool }{{true, false}, {true, true}, {false, false}, {false, true}} {
		for i := len(p.chart.Marks) - 1; i >= 0; i-- {
			m, next := p.chart.Marks[i], p.next[i]
			if m.Focus || repeats(p.figures, i) || p.labelled(*best, i) || m.Hollow != turn.hollow || turn.standing != (next < 0) {
				continue
			}
			if turn.standing || p.labelled(*best, next) {
				p.label(best, i, turn.standing)
			}
		}
	}
}

// successors are, of each figure, the next one of the same actor in the same series, or
// -1: without one a figure still stands. A figure that has one is labelled only beside it,
// for alone it would pass for the actor's word.
func successors(figures []*story.Claim) []int {
	type line struct{ actor, series string }
	next, later := make([]int, len(figures)), map[line]int{}
	for i := len(figures) - 1; i >= 0; i-- {
		of := line{figures[i].Actor, figures[i].Series}
		j, ok := later[of]
		if !ok {
			j = -1
		}
		next[i] = j
		if !repeats(figures, i) {
			later[of] = i
		}
	}
	return next
}

func (p *chartPlacer) labelled(at placement, i int) bool {
	return slices.ContainsFunc(at.labels, func(l Label) bool { return l.Claim == p.figures[i].ID })
}

func (p *chartPlacer) place(order []int) placement {
	to := placement{taken: slices.Clone(p.taken)}
	for _, i := range order {
		if !p.label(&to, i, true) {
			to.left = append(to.left, i)
		}
	}
	return to
}

// label places the label of one mark: near it, or farther off where that is allowed.
func (p *chartPlacer) label(to *placement, i int, far bool) bool {
	m := p.chart.Marks[i]
	l := Label{
		Claim: m.Claim, X: m.X, Y: m.Y, Quiet: !m.Focus, LeadX: m.DX,
		Strong: p.texts.Figure(p.figures[i].Figure, m.Qualifier),
	}
	narrow, wide := attribution(p.story, p.texts, p.figures[i], 120), attribution(p.story, p.texts, p.figures[i], 190)
	for _, l.Small = range distinct(narrow, wide) {
		if p.try(to, l, m, spots(markRadius, 1+len(l.Small)), false, nothingCrosses) {
			return true
		}
	}
	for lax := nothingCrosses; far && lax <= p.lax; lax++ {
		for _, l.Small = range distinct(narrow, wide, broken(narrow, 90)) {
			if p.try(to, l, m, p.far, true, lax) {
				return true
			}
		}
	}
	return false
}

// distinct leaves out the ways to break lines that are no other than one before.
func distinct(forms ...[]string) [][]string {
	var out [][]string
	for _, form := range forms {
		if !slices.ContainsFunc(out, func(o []string) bool { return slices.Equal(o, form) }) {
			out = append(out, form)
		}
	}
	return out
}

// try places a label at the first of the spots where it and its leader meet nothing
// that must not cross at any of the widths.
func (p *chartPlacer) try(to *placement, l Label, m Mark, at []spot, leader bool, lax int) bool {
	frame := box{0, 0, p.span.from, plotHeight}
	width := l.width()
	for _, sp := range at {
		l.DX, l.DY, l.Anchor, l.Leader = m.DX+sp.dx, sp.dy, sp.anchor, leader
		r := room{box: l.boxOf(width, 0, m.Y), left: m.X, right: m.X, own: m.Claim}
		if !r.at(p.span.from).inside(frame) {
			continue
		}
		meets := func(o room) bool {
			if o.line && lax >= linesCross {
				return r.at(p.span.from).overlaps(o.at(p.span.from))
			}
			return p.span.meets(r, o)
		}
		if slices.ContainsFunc(to.taken, meets) {
			continue
		}
		rooms := []room{r}
		if leader {
			lead := leaderRooms(l, m)
			if lax < leadersCross && slices.ContainsFunc(to.taken, func(o room) bool {
				return !o.line && o.own != m.Claim && slices.ContainsFunc(lead, func(r room) bool { return p.span.meets(r, o) })
			}) {
				continue
			}
			rooms = append(rooms, lead...)
		}
		to.taken = append(to.taken, rooms...)
		to.labels = append(to.labels, l)
		return true
	}
	return false
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

// broken breaks lines that are wider than a width in px at their spaces. A dot between
// two parts of a line falls away where it is broken there.
func broken(lines []string, width float64) []string {
	var out []string
	for _, line := range lines {
		for i, part := range strings.Split(line, " · ") {
			for k, word := range strings.Split(part, " ") {
				joint := " "
				if k == 0 {
					joint = " · "
				}
				if last := len(out) - 1; i+k > 0 && TextWidth(out[last]+joint+word, smallSize) <= width {
					out[last] += joint + word
					continue
				}
				out = append(out, word)
			}
		}
	}
	return out
}
