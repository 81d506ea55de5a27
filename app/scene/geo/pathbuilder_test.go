package geo

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Source: SVG 2, chapter 9.3, written by hand for the fewest characters.
func TestPathBuilder(t *testing.T) {
	ring := func(xy ...float64) func(*PathBuilder) { return func(b *PathBuilder) { b.Ring(vertices(xy...)) } }
	line := func(xy ...float64) func(*PathBuilder) { return func(b *PathBuilder) { b.Line(vertices(xy...)) } }
	type parts []func(*PathBuilder)
	for _, c := range []struct {
		name  string
		parts parts
		want  string
	}{
		{"nothing", nil, ""},
		{"triangle: no letter for lines, no space before a minus", parts{ring(1, 1, 5, -3, 2, 8)}, "m1 1 4-4-3 11z"},
		{"square: along the axes", parts{ring(0, 0, 10, 0, 10, 10, 0, 10)}, "m0 0h10v10h-10z"},
		{"first step negative", parts{line(-5, -6, -8, -7)}, "m-5-6-3-1"},
		{"one across", parts{line(3, 4, 9, 4)}, "m3 4h6"},
		{"one down", parts{line(3, 4, 3, 9)}, "m3 4v5"},
		{"h, then slanting", parts{line(0, 0, 10, 0, 15, 5, 20, 3)}, "m0 0h10l5 5 5-2"},
		{"not worth h and back: as long, and of one kind", parts{line(0, 0, -10, 0, -15, 5)}, "m0 0-10 0-5 5"},
		{"back on an open line is seen; h repeats without its letter", parts{line(0, 0, 10, 0, 5, 0)}, "m0 0h10-5"},
		{"v repeats", parts{line(0, 0, 0, 10, 0, 5, 0, 9)}, "m0 0v10-5 4"},
		{"rounded", parts{line(0.4, 0.6, 2.5, -2.5)}, "m0 1 3-4"},
		{"same pixel twice", parts{line(0, 0, 0.2, 0.3, 4, 5, 4.1, 5.2)}, "m0 0 4 5"},
		{"straight through", parts{line(0, 0, 1, 1, 2, 2, 5, 5)}, "m0 0 5 5"},
		{"ring with a spike", parts{ring(0, 0, 10, 0, 20, 0, 10, 0, 10, 5)}, "m0 0h10v5z"},
		{"ring, idle point at the seam", parts{ring(5, 0, 10, 0, 10, 5, 0, 5, 0, 0)}, "m10 0v5h-10v-5z"},
		{"ring, closed by hand", parts{ring(0, 0, 4, 1, 1, 4, 0, 0)}, "m0 0 4 1-3 3z"},
		{"ring without area", parts{ring(0, 0, 5, 5, 9, 9)}, ""},
		{"ring of one pixel", parts{ring(0, 0, 0.1, 0, 0.1, 0.1)}, ""},
		{"line of one pixel", parts{line(3, 3, 3.1, 3.2)}, ""},
		{"line of one point", parts{line(3, 3)}, ""},
		{"after z the pen is at the ring's start", parts{ring(1, 1, 5, -3, 2, 8), ring(2, 2, 6, -2, 3, 9)}, "m1 1 4-4-3 11zm1 1 4-4-3 11z"},
		{"after a line the pen is at its end", parts{line(1, 1, 5, 8), line(4, 8, 3, 5)}, "m1 1 4 7m-1 0-1-3"},
		{"what is left out does not move the pen", parts{line(1, 1, 5, 8), ring(50, 50), line(5, 8, 3, 5)}, "m1 1 4 7m0 0-2-3"},
	} {
		var b PathBuilder
		for _, add := range c.parts {
			add(&b)
		}
		assert.Equal(t, c.want, b.String(), c.name)
		_, err := ReadPath(c.want)
		assert.NoError(t, err, c.name)
	}
}

// FuzzPathBuilder reads the path back with another reader: it must have the same points, but for idle ones.
func FuzzPathBuilder(f *testing.F) {
	f.Add([]byte{1, 1, 5, 253, 2, 8}, true)
	f.Add([]byte{0, 0, 10, 0, 10, 10, 0, 10}, true)
	f.Add([]byte{0, 0, 10, 0, 5, 0, 5, 3, 2, 0}, false)
	f.Fuzz(func(t *testing.T, data []byte, closed bool) {
		var b PathBuilder
		var want []Outline
		for len(data) > 1 {
			// Up to eight points each, so that several outlines follow each other.
			n := min(8, len(data)/2)
			var line []Vertex
			for i := range n {
				line = append(line, Vertex{Point: Point{float64(int8(data[2*i])) / 2, float64(int8(data[2*i+1])) / 2}})
			}
			data = data[2*n:]
			fewest := 2
			if closed {
				b.Ring(line)
				fewest = 3
			} else {
				b.Line(line)
			}
			o := Outline{Closed: closed}
			for _, p := range tidy(toPixels(line), closed) {
				o.Points = append(o.Points, [2]int{p.x, p.y})
			}
			if len(o.Points) >= fewest {
				want = append(want, o)
			}
		}
		got, err := ReadPath(b.String())
		require.NoError(t, err)
		require.Equal(t, want, got, b.String())
	})
}

func TestTidyKeepsTheArea(t *testing.T) {
	for _, ring := range [][]Vertex{
		vertices(0, 0, 3, 0, 3, 0, 7, 0, 7, 4, 7, 9, 7, 6, 2, 6),
		vertices(1, 0, 2, 0, 2, 2, 0, 2, 0, 0),
		vertices(0, 0, 5, 5, 0, 5, 5, 0),
	} {
		var tidied []Vertex
		for _, p := range tidy(toPixels(ring), true) {
			tidied = append(tidied, Vertex{Point: Point{float64(p.x), float64(p.y)}})
		}
		assert.Equal(t, Area(ring), Area(tidied))
		assert.Less(t, len(tidied), len(ring)+1)
	}
}
