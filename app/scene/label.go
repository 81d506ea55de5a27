package scene

import (
	"cmp"
	"slices"
	"sync"
)

// Anchor is where a text's position lies in it.
type Anchor string

// The anchors, by the names that SVG's text-anchor has for them in a left-to-right
// picture.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// Font sizes of labels, in CSS pixels.
const (
	figureSize = 13.0
	smallSize  = 11.0
)

// LineGap is how far the lines of a label stand apart, in CSS pixels.
const LineGap = 14.0

// Label is a text beside what it names: a strong line and any number of small ones.
type Label struct {
	Claim  string  // the claim that it stands for, if it does
	Place  string  // the place that it names, if it does
	X      float64 // fraction of the picture's width
	DX     float64 // px
	Y      float64 // baseline of the first line: px in charts, a fraction of the height in maps
	DY     float64 // px
	Anchor Anchor
	Strong string // first line
	Small  []string
	Quiet  bool    // not of the moment's focus
	Wide   float64 // the least width of the picture, px, at which the label has room; 0: at every width
	Narrow float64 // the width from which another one stands in its place; 0: at none
	Leader bool    // so far from its mark that a line leads to it, from LeadX, 0
	LeadX  float64 // px
}

// Shown tells whether the label is seen in a picture of a width.
func (l Label) Shown(width float64) bool {
	return width >= l.Wide && (l.Narrow == 0 || width < l.Narrow)
}

// LeaderEnd is where a leader meets its label, px from the label's position: below the
// text when the label stands above its mark, above it when it stands below.
func (l Label) LeaderEnd() (x, y float64) {
	if l.DY < 0 {
		return l.DX, l.DY + 4 + LineGap*float64(len(l.Small))
	}
	return l.DX, l.DY - figureSize + 1
}

// width is the estimated width of the widest line in pixels. Bold is wider than
// what TextWidth measures.
func (l Label) width() float64 {
	w := TextWidth(l.Strong, figureSize) * 1.08
	for _, line := range l.Small {
		w = max(w, TextWidth(line, smallSize))
	}
	return w
}

// box is the room that the label takes at an anchor point in pixels.
func (l Label) box(x, y float64) box { return l.boxOf(l.width(), x, y) }

// boxOf is box for a width measured before: measuring is what costs.
func (l Label) boxOf(w, x, y float64) box {
	x += l.DX
	y += l.DY
	switch l.Anchor {
	case Middle:
		x -= w / 2
	case End:
		x -= w
	}
	return box{x, y - figureSize + 1, x + w, y + 4 + LineGap*float64(len(l.Small))}
}

// spot is a place to try for a label around a mark: its offset and its anchor.
type spot struct {
	dx, dy float64
	anchor Anchor
}

// spots returns the places around a mark of a radius, in order of preference,
// for a label of that many lines. The baseline offsets set the text's middle, or
// its foot, against the mark.
func spots(radius float64, lines int) []spot {
	r := radius + 5
	extra := LineGap * float64(lines-1)
	middle, above, below := 4.5-extra/2, -r-3-extra, r+10.0
	return []spot{
		{r, middle, Start},
		{-r, middle, End},
		{0, above, Middle},
		{0, below, Middle},
		{r - 4, above + 4, Start},
		{-r + 4, above + 4, End},
		{r - 4, below - 4, Start},
		{-r + 4, below - 4, End},
		{r, middle - 12, Start},
		{r, middle + 12, Start},
		{-r, middle - 12, End},
		{-r, middle + 12, End},
		{-2, above, Start},
		{2, above, End},
		{-2, below, Start},
		{2, below, End},
	}
}

// farSpots are places around a mark at some distance, the nearest first, for when all
// beside it are taken: a label there needs a leader line.
var farSpots = sync.OnceValue(func() []spot {
	var far []spot
	for _, dx := range []float64{12, 22, 32, 40, 55, 70, 100, 130, -12, -22, -30, -45, -60, -90, -120, -150} {
		anchor := Start
		if dx < 0 {
			anchor = End
		}
		for d := 23.0; d <= 191; d += 8 {
			far = append(far, spot{dx, -d, anchor}, spot{dx, d, anchor}, spot{dx, -d, Middle}, spot{dx, d, Middle}, spot{dx, d, End})
		}
	}
	slices.SortStableFunc(far, func(a, b spot) int { return cmp.Compare(a.dx*a.dx+a.dy*a.dy, b.dx*b.dx+b.dy*b.dy) })
	return far
})

// quietSpots are the far spots of marks out of focus, at most 110 px off: a longer leader
// says less than it hides.
var quietSpots = sync.OnceValue(func() []spot {
	far := farSpots()
	beyond := slices.IndexFunc(far, func(s spot) bool { return s.dx*s.dx+s.dy*s.dy > 110*110 })
	return far[:beyond]
})
