package geo

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProjectRingAcrossTheAntimeridian(t *testing.T) {
	f := Overview(stage, 720)
	chukotka := []LonLat{{170, 62}, {178, 62}, {-174, 62}, {-170, 66}, {178, 70}, {170, 70}}
	ring := f.ProjectRing(chukotka, nil)
	for i, v := range ring {
		w := ring[(i+1)%len(ring)]
		require.Less(t, math.Hypot(v.X-w.X, v.Y-w.Y), 60.0, "%v to %v", v.Point, w.Point)
		// The long way round would come in small steps too.
		require.LessOrEqual(t, math.Abs(wrap(f.Unproject(v.Point).Lon-180)), 10+1e-6, "%v is not in Chukotka", v.Point)
	}
	for _, piece := range f.ProjectLine(chukotka, nil) {
		for i := 1; i < len(piece); i++ {
			require.Less(t, length(piece[i-1:i+1]), 60.0)
		}
	}
}

// The border along 141° W is one step in the data, and bends on the picture.
func TestLongStepsAreDrawnAsTheyRun(t *testing.T) {
	f := FitBox(stage, -141, 60, -140, 70, 400, 400)
	line := f.ProjectLine([]LonLat{{-141, 60}, {-141, 69}}, []int{0, 1})
	require.Len(t, line, 1)
	require.Len(t, line[0], 6, "steps of at most 2°")
	for i, v := range line[0] {
		want := f.Project(LonLat{-141, 60 + 9*float64(i)/5})
		assert.InDelta(t, 0, math.Hypot(want.X-v.X, want.Y-v.Y), 1e-9)
		assert.Equal(t, i == 0 || i == 5, v.Keep, "point %d", i)
	}
}

func TestKeptPlacesAreMarked(t *testing.T) {
	f := Overview(stage, 720)
	var kept []Point
	for _, v := range f.ProjectRing([]LonLat{{90, 50}, {95, 50}, {95, 55}, {90, 55}}, []int{1, 3}) {
		if v.Keep {
			kept = append(kept, v.Point)
		}
	}
	assert.Equal(t, []Point{f.Project(LonLat{95, 50}), f.Project(LonLat{90, 55})}, kept)
}

func TestBeyondTheHorizon(t *testing.T) {
	f := Overview(stage, 720)
	opposite := LonLat{-85, -52}
	small := []LonLat{{-90, -50}, {-80, -50}, {-80, -55}, {-90, -55}}
	for _, place := range small {
		require.Less(t, apart(opposite, place), 180.0-horizon)
	}
	assert.Nil(t, f.ProjectRing(small, nil), "a ring wholly beyond")
	assert.Nil(t, f.ProjectLine(small, nil), "a line wholly beyond")
	assert.Nil(t, f.ProjectLine(nil, nil))

	// Straight over the opposite place: two pieces, neither of them further out than the horizon.
	meridian := []LonLat{{-85, 0}, {-85, -80}}
	pieces := f.ProjectLine(meridian, nil)
	require.Len(t, pieces, 1, "the far end is beyond")
	pieces = f.ProjectLine([]LonLat{{-85, 0}, {-85, -80}, {95, -60}}, nil)
	require.Len(t, pieces, 2)
	rim := f.Scale * 2 * math.Sin(75*radians) // Snyder 24-1: 2 sin (c/2), for 150°
	for _, piece := range pieces {
		for _, v := range piece {
			require.LessOrEqual(t, math.Hypot(v.X-f.X, v.Y-f.Y), rim+1e-6)
		}
	}

	// A ring half beyond follows the horizon.
	ring := f.ProjectRing([]LonLat{{-120, -20}, {-50, -20}, {-50, -60}, {-120, -60}}, nil)
	onRim := 0
	for i, v := range ring {
		d := math.Hypot(v.X-f.X, v.Y-f.Y)
		require.LessOrEqual(t, d, rim+1e-6)
		if d > rim-1e-6 {
			onRim++
		}
		w := ring[(i+1)%len(ring)]
		require.Less(t, math.Hypot(v.X-w.X, v.Y-w.Y), rim/3, "a leap across the picture")
	}
	assert.Positive(t, onRim)
}

// Source: by reason.
func TestAround(t *testing.T) {
	square := []LonLat{{10, 10}, {20, 10}, {20, 20}, {10, 20}}
	chukotka := []LonLat{{170, 60}, {-170, 60}, {-170, 70}, {170, 70}}
	var antarctica []LonLat
	for lon := -180.0; lon < 180; lon += 30 {
		antarctica = append(antarctica, LonLat{lon, -65})
	}
	for _, c := range []struct {
		name  string
		ring  []LonLat
		place LonLat
		want  bool
	}{
		{"in a square", square, LonLat{15, 15}, true},
		{"north of it", square, LonLat{15, 25}, false},
		{"south of it", square, LonLat{15, 5}, false},
		{"west of it", square, LonLat{5, 15}, false},
		{"on the other side of Earth", square, LonLat{-165, 15}, false},
		{"on the meridian of two corners, outside", square, LonLat{10, 5}, false},
		{"on the antimeridian", chukotka, LonLat{180, 65}, true},
		{"just east of it", chukotka, LonLat{-179, 65}, true},
		{"just west of it", chukotka, LonLat{179, 65}, true},
		{"south of Chukotka", chukotka, LonLat{180, 50}, false},
		{"at the same latitude, far away", chukotka, LonLat{0, 65}, false},
		{"in Antarctica", antarctica, LonLat{45, -80}, true},
		{"at the south pole", antarctica, LonLat{0, -90}, true},
		{"north of Antarctica", antarctica, LonLat{45, -60}, false},
		{"no ring", nil, LonLat{}, false},
	} {
		assert.Equal(t, c.want, around(c.ring, c.place), c.name)
		back := make([]LonLat, len(c.ring))
		for i, p := range c.ring {
			back[len(back)-1-i] = p
		}
		assert.Equal(t, c.want, around(back, c.place), "%s, walked backwards", c.name)
	}
}
