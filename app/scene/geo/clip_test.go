package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var pane = Box{0, 0, 10, 10}

func vertices(xy ...float64) []Vertex {
	var out []Vertex
	for i := 0; i < len(xy); i += 2 {
		out = append(out, Vertex{Point: Point{xy[i], xy[i+1]}})
	}
	return out
}

func points(line []Vertex) []Point {
	var out []Point
	for _, v := range line {
		out = append(out, v.Point)
	}
	return out
}

// Source: plane geometry.
func TestClipRing(t *testing.T) {
	for _, c := range []struct {
		name string
		ring []Vertex
		want []Point
		area float64
	}{
		{"nothing", nil, nil, 0},
		{"inside", vertices(2, 2, 4, 2, 4, 4, 2, 4), []Point{{2, 2}, {4, 2}, {4, 4}, {2, 4}}, 4},
		{"the box itself", vertices(0, 0, 10, 0, 10, 10, 0, 10), []Point{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, 100},
		{"beyond the right", vertices(11, 2, 14, 2, 14, 8), nil, 0},
		{"beyond the corner", vertices(-3, -3, -1, -3, -1, -1), nil, 0},
		{"half out at the right", vertices(8, 2, 12, 2, 12, 4, 8, 4), []Point{{8, 2}, {10, 2}, {10, 4}, {8, 4}}, 4},
		{"over the corner", vertices(8, 8, 12, 8, 12, 12, 8, 12), []Point{{8, 8}, {10, 8}, {10, 10}, {8, 10}}, 4},
		{"around the box", vertices(-5, -5, 15, -5, 15, 15, -5, 15), []Point{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, 100},
		{"band across", vertices(-5, 4, 15, 4, 15, 6, -5, 6), []Point{{0, 4}, {10, 4}, {10, 6}, {0, 6}}, 20},
		{"diamond, cut to an octagon", vertices(5, -2, 12, 5, 5, 12, -2, 5), []Point{{7, 0}, {10, 3}, {10, 7}, {7, 10}, {3, 10}, {0, 7}, {0, 3}, {3, 0}}, 82},
		{"triangle over the left", vertices(-4, 5, 4, 1, 4, 9), []Point{{0, 3}, {4, 1}, {4, 9}, {0, 7}}, 24},
		{"leaves twice, stays one ring", vertices(8, 1, 14, 1, 14, 9, 8, 9, 8, 7, 12, 7, 12, 3, 8, 3), nil, 8},
	} {
		got := pane.ClipRing(c.ring)
		assert.InDelta(t, c.area, Area(got), 1e-12, c.name)
		if c.want != nil || c.area == 0 {
			assert.ElementsMatch(t, c.want, points(got), c.name)
		}
	}
}

func TestClipMarksTheNewPoints(t *testing.T) {
	for _, v := range pane.ClipRing(vertices(5, -2, 12, 5, 5, 12, -2, 5)) {
		assert.True(t, v.Keep, "%v", v.Point)
	}
	for _, v := range pane.ClipRing(vertices(8, 2, 12, 2, 12, 4, 8, 4)) {
		assert.Equal(t, v.X == 10, v.Keep, "%v", v.Point)
	}
}

func TestClipLine(t *testing.T) {
	for _, c := range []struct {
		name string
		line []Vertex
		want [][]Point
	}{
		{"nothing", nil, nil},
		{"one point", vertices(5, 5), nil},
		{"inside", vertices(1, 1, 2, 3, 4, 4), [][]Point{{{1, 1}, {2, 3}, {4, 4}}}},
		{"outside", vertices(-1, 1, -2, 3, -4, 4), nil},
		{"past a corner", vertices(-3, 2, 2, -3), nil},
		{"across", vertices(-5, 5, 15, 5), [][]Point{{{0, 5}, {10, 5}}}},
		{"corner to corner", vertices(-5, -5, 15, 15), [][]Point{{{0, 0}, {10, 10}}}},
		{"out", vertices(5, 5, 5, 15, 7, 20), [][]Point{{{5, 5}, {5, 10}}}},
		{"in", vertices(-5, 0, 5, 10, 6, 6), [][]Point{{{0, 5}, {5, 10}, {6, 6}}}},
		{"out and in again", vertices(5, 5, 15, 5, 15, 7, 5, 7), [][]Point{{{5, 5}, {10, 5}}, {{10, 7}, {5, 7}}}},
		{"along an edge", vertices(-5, 0, 15, 0), [][]Point{{{0, 0}, {10, 0}}}},
		{"touches a corner only", vertices(-1, 1, 1, -1), nil},
		{"turns back on the edge", vertices(5, 5, 10, 5, 5, 6), [][]Point{{{5, 5}, {10, 5}, {5, 6}}}},
	} {
		var got [][]Point
		for _, piece := range pane.ClipLine(c.line) {
			got = append(got, points(piece))
		}
		assert.Equal(t, c.want, got, c.name)
	}
}

func TestClipRingNeverGrows(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 5000 {
		// A star about a centre doesn't cross itself, so its area is what it covers.
		cx, cy, n := r.Float64()*30-10, r.Float64()*30-10, 3+r.IntN(12)
		var ring []Vertex
		for i := range n {
			sin, cos := math.Sincos((float64(i) + 0.8*r.Float64()) / float64(n) * 2 * math.Pi)
			d := r.Float64() * 15
			ring = append(ring, Vertex{Point: Point{cx + d*cos, cy + d*sin}})
		}
		clipped := pane.ClipRing(ring)
		requireInside(t, pane, clipped)
		// With three rays more than half a turn apart, the star's centre lies outside it and it may cross itself.
		if n > 5 {
			require.LessOrEqual(t, Area(clipped), math.Min(100, Area(ring))+1e-9, "%v", ring)
		}
		again := pane.ClipRing(clipped)
		require.InDelta(t, Area(clipped), Area(again), 1e-9, "clipping twice is clipping once: %v", ring)
	}
}

// Source: the pieces' length, measured by walking the line in small steps and counting those inside.
func TestClipLineKeepsWhatIsInside(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 1000 {
		line := make([]Vertex, 2+r.IntN(6))
		for i := range line {
			line[i].Point = Point{r.Float64()*30 - 10, r.Float64()*30 - 10}
		}
		got := 0.0
		for _, piece := range pane.ClipLine(line) {
			require.Greater(t, len(piece), 1)
			requireInside(t, pane, piece)
			got += length(piece)
		}
		want, slack := 0.0, 0.0
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			const steps = 2000
			step := length(line[i-1:i+1]) / steps
			for s := range steps {
				k := (float64(s) + 0.5) / steps
				if pane.Contains(Point{a.X + (b.X-a.X)*k, a.Y + (b.Y-a.Y)*k}) {
					want += step
				}
			}
			slack += 2 * step
		}
		require.InDelta(t, want, got, slack, "%v", line)
	}
}

func FuzzClip(f *testing.F) {
	f.Add([]byte{0, 0, 200, 30, 90, 90, 60, 255})
	f.Add([]byte{128, 128, 64, 64, 64, 192})
	f.Fuzz(func(t *testing.T, data []byte) {
		var line []Vertex
		for i := 0; i+1 < len(data); i += 2 {
			// Sevenths, so that cuts need rounding; the box's own edges come up too.
			line = append(line, Vertex{Point: Point{float64(data[i])/7 - 14, float64(data[i+1])/7 - 14}})
		}
		requireInside(t, pane, pane.ClipRing(line))
		for _, piece := range pane.ClipLine(line) {
			requireInside(t, pane, piece)
		}
	})
}

func requireInside(t *testing.T, b Box, line []Vertex) {
	t.Helper()
	for _, v := range line {
		if v.X < b.Left-1e-9 || v.X > b.Right+1e-9 || v.Y < b.Top-1e-9 || v.Y > b.Bottom+1e-9 {
			t.Fatalf("%v lies outside %v", v.Point, b)
		}
	}
}

func length(line []Vertex) float64 {
	sum := 0.0
	for i := 1; i < len(line); i++ {
		sum += math.Hypot(line[i].X-line[i-1].X, line[i].Y-line[i-1].Y)
	}
	return sum
}
