package scene

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// beside is one place to try: to the right of a point.
func beside(x, y float64) []anchored { return []anchored{{x, y, spot{10, 4, Start}}} }

func TestPlacerAtWidths(t *testing.T) {
	// "Vladivostok" takes about 97 px, so it has no room right of 0.8 before 620 px.
	for _, test := range []struct {
		name   string
		before func(p *labelPlacer)
		tries  []anchored
		placed bool
		wide   float64
	}{
		{name: "room at every width", tries: beside(0.2, 0.5), placed: true},
		{name: "the second place, at every width", tries: append(beside(0.8, 0.5), anchored{0.8, 0.5, spot{-10, 4, End}}), placed: true},
		{name: "no room before 620 px", tries: beside(0.8, 0.5), placed: true, wide: 620},
		{name: "no room before 1200 px", tries: beside(0.9, 0.5), placed: true, wide: 1200},
		{name: "no room at all", tries: beside(0.99, 0.5)},
		{name: "no place to try", tries: nil},
		{name: "an obstacle there", before: func(p *labelPlacer) { p.obstacle(0.2, 0.5, 30, 5) }, tries: beside(0.2, 0.5)},
		{name: "an obstacle that moves away", before: func(p *labelPlacer) { p.obstacle(0.4, 0.5, 5, 5) }, tries: beside(0.2, 0.5), placed: true, wide: 620},
		{name: "beyond the upper edge", tries: []anchored{{0.5, 0, spot{0, 0, Middle}}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := labelPlacer{aspect: 0.62}
			if test.before != nil {
				test.before(&p)
			}
			p.try(&Label{Strong: "Vladivostok"}, test.tries)
			if !test.placed {
				assert.Empty(t, p.labels)
				return
			}
			require.Len(t, p.labels, 1)
			assert.Equal(t, test.wide, p.labels[0].Wide)
		})
	}
}

// An obstacle may pass a label between two of the widths: the label has room at 288
// px, right of the obstacle, and at 440 px, left of it, but not half-way.
func TestPlacerLooksBetweenWidths(t *testing.T) {
	p := labelPlacer{aspect: 0.62}
	p.obstacle(0.3, 0.5, 2, 20)
	p.try(&Label{Strong: "Us"}, []anchored{{0.1, 0.5, spot{62, 4, Start}}})
	require.Len(t, p.labels, 1)
	assert.Equal(t, 440.0, p.labels[0].Wide)
}

// A label that appears only in wide pictures is no obstacle in narrow ones.
func TestPlacerSharesRoomBetweenWidths(t *testing.T) {
	p := labelPlacer{aspect: 0.62}
	p.try(&Label{Strong: "Vladivostok"}, beside(0.8, 0.5))
	p.try(&Label{Strong: "Us"}, beside(0.8, 0.5))
	p.try(&Label{Strong: "Vladivostok"}, beside(0.8, 0.5))
	require.Len(t, p.labels, 1, "each of the others would cover the first one in wide pictures")
	p.try(&Label{Strong: "Us"}, beside(0.1, 0.5))
	require.Len(t, p.labels, 2)
}

func TestTextWidth(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 5))
		a, b := letters(r, r.IntN(20)), letters(r, r.IntN(20))
		require.InDelta(t, TextWidth(a, 13)+TextWidth(b, 13), TextWidth(a+b, 13), 1e-9, "widths add up")
		require.InDelta(t, 2*TextWidth(a, 11), TextWidth(a, 22), 1e-9, "and grow with the size")
		require.InDelta(t, TextWidth(a, 11), TextWidth("\u2066"+a+"\u2069\u200f", 11), 1e-9, "marks of direction take no room")
	}
	assert.Zero(t, TextWidth("", 13))
	for _, r := range "aA0 ,日한Яع€—" {
		assert.Positive(t, TextWidth(string(r), 13), string(r))
	}
}

func TestLabelBox(t *testing.T) {
	l := Label{Strong: "ab", DX: 10, DY: 5}
	w := l.width()
	for _, test := range []struct {
		anchor Anchor
		small  []string
		want   box
	}{
		{Start, nil, box{110, 43, 110 + w, 59}},
		{Middle, nil, box{110 - w/2, 43, 110 + w/2, 59}},
		{End, nil, box{110 - w, 43, 110, 59}},
		{Start, []string{"a", "b"}, box{110, 43, 110 + w, 59 + 2*LineGap}},
	} {
		l.Anchor, l.Small = test.anchor, test.small
		assert.Equal(t, test.want, l.box(100, 50), test.anchor)
	}
	l.Small = []string{"a line wider than the first"}
	assert.InDelta(t, TextWidth(l.Small[0], smallSize), l.width(), 1e-9, "the widest line counts")
}

func TestBoxes(t *testing.T) {
	for _, test := range []struct {
		name             string
		a, b             box
		overlaps, inside bool
	}{
		{"apart", box{0, 0, 1, 1}, box{2, 0, 3, 1}, false, false},
		{"touching", box{0, 0, 1, 1}, box{1, 0, 2, 1}, false, false},
		{"overlapping", box{0, 0, 2, 2}, box{1, 1, 3, 3}, true, false},
		{"inside", box{1, 1, 2, 2}, box{0, 0, 3, 3}, true, true},
		{"the same", box{0, 0, 1, 1}, box{0, 0, 1, 1}, true, true},
		{"beside in one direction only", box{0, 0, 1, 1}, box{0, 5, 1, 6}, false, false},
	} {
		assert.Equal(t, test.overlaps, test.a.overlaps(test.b), test.name)
		assert.Equal(t, test.overlaps, test.b.overlaps(test.a), test.name)
		assert.Equal(t, test.overlaps, test.a.overlaps(test.b), test.name)
		assert.Equal(t, test.inside, test.a.inside(test.b), test.name)
	}
}
