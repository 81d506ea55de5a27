package scene

import (
	"cmp"
	"slices"
	"sync"

	"bukti/app/story"
)

// Where more is said than a picture has room for, it folds: of marks that lie too
// close, those out of focus make one bundle, which tells how many they are, never
// how much they say. Marks in focus are never folded.

// Bundle stands for several claims that have no room for marks of their own.
type Bundle struct {
	Marks  []Mark // in the order in which they were said
	X      float64
	DX, DY float64 // px; the sign's centre, DY from 0
	Text   string  // how many; "" where there is room for the sign only
	Name   string  // for those who hear the chart
	Dim    bool
	width  float64 // px, of the text when it counts all
}

// Sizes of folding, px.
const (
	foldWidth  = 96 // of a part of the narrowest chart: a third
	foldHeight = 24
	foldOver   = 5  // marks out of focus that a part has room for
	maxBeside  = 5  // marks that stand in one row; more make columns
	maxFocus   = 14 // claims in focus that stand for themselves: side by side they fit the narrowest chart
	dodgeGap   = 2*markRadius + 3
	bundleSign = 8 // half of the sign's width
)

// fold parts marks into those that stand for themselves and bundles of the others.
func fold(s *story.Story, t *story.Texts, marks []Mark) (kept []Mark, bundles []Bundle) {
	part := func(m Mark) [2]int { return [2]int{int(m.X * MinWidth / foldWidth), int(m.Y / foldHeight)} }
	crowd := map[[2]int]int{}
	for _, m := range marks {
		if !m.Focus {
			crowd[part(m)]++
		}
	}
	at := map[[2]int]int{}
	for _, m := range marks {
		p := part(m)
		if m.Focus || crowd[p] <= foldOver {
			kept = append(kept, m)
			continue
		}
		if _, ok := at[p]; !ok {
			at[p] = len(bundles)
			bundles = append(bundles, Bundle{})
		}
		b := &bundles[at[p]]
		b.Marks = append(b.Marks, m)
	}
	for i := range bundles {
		bundles[i].tell(s, t)
		bundles[i].width = TextWidth(t.Fill("chart.several", "n", t.Number(len(marks))), smallSize)
	}
	return kept, bundles
}

// tell sets a bundle's place and words by its marks.
func (b *Bundle) tell(s *story.Story, t *story.Texts) {
	b.X, b.DY, b.Dim = 0, 0, true
	from, to := s.Claim(b.Marks[0].Claim).Said, story.Date(0)
	who := ""
	for i, m := range b.Marks {
		c := s.Claim(m.Claim)
		b.X += m.X / float64(len(b.Marks))
		b.DY += m.Y / float64(len(b.Marks))
		b.Dim = b.Dim && m.Dim
		from, to = min(from, c.Said), max(to, c.Said)
		if name := t.Get("actor." + c.Actor + ".name"); i == 0 {
			who = name
		} else if who != name {
			who = ""
		}
	}
	b.Text = t.Fill("chart.several", "n", t.Number(len(b.Marks)))
	b.Name = t.Span(from, to) + t.Get("locale.list")
	if who != "" {
		b.Name += who + t.Get("locale.list")
	}
	b.Name += b.Text
}

// room is what a bundle takes in a chart.
func (b *Bundle) room() room {
	x := bundleSign + 1.0
	if b.Text != "" {
		x += 3 + b.width
	}
	return room{box: box{b.DX - bundleSign, b.DY - 8, b.DX + x, b.DY + 8}, left: b.X, right: b.X}
}

// bundleSpots are places to try for a bundle, the nearest first.
var bundleSpots = sync.OnceValue(func() []spot {
	var spots []spot
	for dx := -280.0; dx <= 280; dx += 7 {
		for dy := -240.0; dy <= 240; dy += 6 {
			spots = append(spots, spot{dx: dx, dy: dy})
		}
	}
	slices.SortStableFunc(spots, func(a, b spot) int { return cmp.Compare(a.dx*a.dx+a.dy*a.dy, b.dx*b.dx+b.dy*b.dy) })
	return spots
})

// placeBundles sets bundles where they cover nothing, between two heights, at every
// width. One that finds no room joins the nearest that has, or, where none has, loses
// its words.
func placeBundles(s *story.Story, t *story.Texts, bundles []Bundle, taken []room, top, foot float64) []Bundle {
	every := span{MinWidth, widest}
	taken = slices.DeleteFunc(slices.Clone(taken), func(r room) bool { return r.line })
	var placed []Bundle
	place := func(b Bundle) bool {
		y := b.DY
		for _, sp := range bundleSpots() {
			b.DX, b.DY = sp.dx, y+sp.dy
			r := b.room()
			if !r.at(MinWidth).inside(box{0, top, MinWidth, foot}) || slices.ContainsFunc(taken, func(o room) bool { return every.meets(r, o) }) {
				continue
			}
			taken = append(taken, r)
			placed = append(placed, b)
			return true
		}
		return false
	}
	for _, b := range bundles {
		if place(b) {
			continue
		}
		if len(placed) == 0 {
			b.Text = ""
			if !place(b) {
				placed = append(placed, b)
			}
			continue
		}
		near := 0
		for i := range placed {
			if abs(placed[i].X-b.X) < abs(placed[near].X-b.X) {
				near = i
			}
		}
		placed[near].join(s, t, b)
	}
	return placed
}

// join takes another's claims in, at the place where the bundle stands.
func (b *Bundle) join(s *story.Story, t *story.Texts, o Bundle) {
	x, dy, text := b.X, b.DY, b.Text
	b.Marks = append(b.Marks, o.Marks...)
	bySaid(s, b.Marks)
	b.tell(s, t)
	b.X, b.DY = x, dy
	if text == "" {
		b.Text = ""
	}
}

// Told are marks and those that bundles stand for, in the order in which they were
// said.
func Told(s *story.Story, marks []Mark, bundles []Bundle) []Mark {
	all := slices.Clone(marks)
	for _, b := range bundles {
		all = append(all, b.Marks...)
	}
	if len(bundles) > 0 {
		bySaid(s, all)
	}
	return all
}

func bySaid(s *story.Story, marks []Mark) {
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(s.Claim(a.Claim).Said, s.Claim(b.Claim).Said) })
}

// dodge sets marks side by side that would hide each other: figures of the same
// day within a mark's height, and those within a mark's height of these; few in a
// row, many in as few columns as they need. At the edges of the narrowest chart all of
// them give way inwards.
func dodge(marks []Mark) {
	done := make([]bool, len(marks))
	for i := range marks {
		if done[i] {
			continue
		}
		group := []int{i}
		done[i] = true
		for k := 0; k < len(group); k++ {
			for j := i + 1; j < len(marks); j++ {
				if !done[j] && marks[j].X == marks[i].X && abs(marks[j].Y-marks[group[k]].Y) < 2*markRadius {
					group = append(group, j)
					done[j] = true
				}
			}
		}
		slices.Sort(group)
		for k, j := range group {
			marks[j].DX = (float64(k) - float64(len(group)-1)/2) * dodgeGap
		}
		if len(group) > maxBeside {
			columns(marks, group)
		}
		low, high := 0.0, 0.0
		for _, j := range group {
			low, high = min(low, marks[j].DX), max(high, marks[j].DX)
		}
		give := max(0, -marks[i].X*MinWidth-low) - max(0, high-(1-marks[i].X)*MinWidth)
		for _, j := range group {
			marks[j].DX += give
		}
	}
}

// columns sets each mark of a group, those in focus first, into the column nearest to
// its day that has room at its height.
func columns(marks []Mark, group []int) {
	slices.SortStableFunc(group, func(a, b int) int {
		switch {
		case marks[a].Focus == marks[b].Focus:
			return 0
		case marks[a].Focus:
			return -1
		}
		return 1
	})
	for k, j := range group {
		for n := 0; ; n++ {
			column := float64((n + 1) / 2)
			if n%2 == 1 {
				column = -column
			}
			marks[j].DX = column * dodgeGap
			if !slices.ContainsFunc(group[:k], func(o int) bool {
				return marks[o].DX == marks[j].DX && abs(marks[o].Y-marks[j].Y) < 2*markRadius
			}) {
				break
			}
		}
	}
}
