package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Source: the areas of the triangles, by hand.
func TestSimplify(t *testing.T) {
	kept := vertices(0, 0, 1, 0, 2, 0)
	kept[1].Keep = true
	for _, c := range []struct {
		name      string
		line      []Vertex
		closed    bool
		tolerance float64
		want      []Point
	}{
		{"nothing", nil, false, 1, nil},
		{"no tolerance", vertices(0, 0, 1, 0, 2, 0), false, 0, []Point{{0, 0}, {1, 0}, {2, 0}}},
		{"straight", vertices(0, 0, 1, 0, 2, 0, 9, 0), false, 0.01, []Point{{0, 0}, {9, 0}}},
		{"straight, marked", kept, false, 100, []Point{{0, 0}, {1, 0}, {2, 0}}},
		{"bend of 1 px²", vertices(0, 0, 1, 1, 2, 0), false, 1.01, []Point{{0, 0}, {2, 0}}},
		{"bend of 1 px², at the tolerance", vertices(0, 0, 1, 1, 2, 0), false, 1, []Point{{0, 0}, {1, 1}, {2, 0}}},
		// The small tooth (0.5) goes, the large one (4) stays.
		{"two teeth", vertices(0, 0, 4, 0, 5, 0.5, 6, 0, 8, 4, 10, 0), false, 1, []Point{{0, 0}, {6, 0}, {8, 4}, {10, 0}}},
		{"triangle stays", vertices(0, 0, 1, 0, 0, 1), true, 1e9, []Point{{0, 0}, {1, 0}, {0, 1}}},
		{"square with a notch", vertices(0, 0, 5, 0.1, 10, 0, 10, 10, 0, 10), true, 1, []Point{{0, 0}, {10, 0}, {10, 10}, {0, 10}}},
		{"ring's first point goes too", vertices(5, 0, 10, 0, 10, 10, 0, 10, 0, 0), true, 1, []Point{{10, 0}, {10, 10}, {0, 10}, {0, 0}}},
	} {
		got := SimplifyLine
		if c.closed {
			got = SimplifyRing
		}
		assert.Equal(t, c.want, points(got(c.line, c.tolerance)), c.name)
	}
}

func TestSimplifyProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 300 {
		// A walk, as coasts are.
		line := make([]Vertex, 4+r.IntN(200))
		at := Point{}
		for i := range line {
			at = Point{at.X + r.NormFloat64(), at.Y + r.NormFloat64()}
			line[i] = Vertex{at, r.IntN(10) == 0}
		}
		for _, closed := range []bool{true, false} {
			before := len(line) + 1
			for _, tolerance := range []float64{0.01, 0.5, 2, 50, math.Inf(1)} {
				out := simplify(line, tolerance, closed)
				require.LessOrEqual(t, len(out), before, "a larger tolerance leaves no more points")
				before = len(out)
				// The same points in the same order, with every one that must stay.
				next := 0
				for i, v := range line {
					switch {
					case next < len(out) && out[next] == v:
						next++
					case v.Keep || !closed && (i == 0 || i == len(line)-1):
						t.Fatalf("point %d is gone: %v", i, v)
					}
				}
				require.Equal(t, len(out), next)
				// What is left matters.
				for i, v := range out {
					if v.Keep || len(out) <= 3 || !closed && (i == 0 || i == len(out)-1) {
						continue
					}
					a, b := out[(i+len(out)-1)%len(out)], out[(i+1)%len(out)]
					require.GreaterOrEqual(t, triangle(a.Point, v.Point, b.Point), tolerance)
				}
			}
		}
	}
}

func TestSimplifyLeavesItsInputAlone(t *testing.T) {
	line := vertices(0, 0, 1, 0.1, 2, 0, 3, 0.1, 4, 0)
	before := append([]Vertex(nil), line...)
	SimplifyLine(line, 10)
	assert.Equal(t, before, line)
}

func TestArea(t *testing.T) {
	assert.Zero(t, Area(nil))
	assert.Zero(t, Area(vertices(0, 0, 5, 5)))
	assert.Equal(t, 12.0, Area(vertices(0, 0, 4, 0, 4, 3, 0, 3)))
	assert.Equal(t, 12.0, Area(vertices(0, 3, 4, 3, 4, 0, 0, 0)), "the other way round")
	assert.Equal(t, 6.0, Area(vertices(0, 0, 4, 0, 0, 3)))
}
