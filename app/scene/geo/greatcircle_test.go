package geo

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Source: by reason.
func TestGreatCircle(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b LonLat
		n    int
		want []LonLat
	}{
		{"equator", LonLat{0, 0}, LonLat{90, 0}, 3, []LonLat{{0, 0}, {30, 0}, {60, 0}, {90, 0}}},
		{"meridian", LonLat{20, -10}, LonLat{20, 10}, 2, []LonLat{{20, -10}, {20, 0}, {20, 10}}},
		{"antimeridian", LonLat{170, 0}, LonLat{-170, 0}, 4, []LonLat{{170, 0}, {175, 0}, {180, 0}, {-175, 0}, {-170, 0}}},
		{"over the pole", LonLat{30, 60}, LonLat{-150, 60}, 4, []LonLat{{30, 60}, {30, 75}, {0, 90}, {-150, 75}, {-150, 60}}},
		{"same place", LonLat{30, 60}, LonLat{30, 60}, 2, []LonLat{{30, 60}, {30, 60}, {30, 60}}},
		{"opposite, by the north pole", LonLat{30, 45}, LonLat{-150, -45}, 4, []LonLat{{30, 45}, {0, 90}, {-150, 45}, {-150, 0}, {-150, -45}}},
		{"opposite on the equator", LonLat{0, 0}, LonLat{180, 0}, 2, []LonLat{{0, 0}, {0, 90}, {180, 0}}},
		{"pole to pole, along the zero meridian", LonLat{0, 90}, LonLat{0, -90}, 2, []LonLat{{0, 90}, {0, 0}, {0, -90}}},
		{"one step", LonLat{0, 0}, LonLat{10, 10}, 1, []LonLat{{0, 0}, {10, 10}}},
		{"no step is one step", LonLat{0, 0}, LonLat{10, 10}, 0, []LonLat{{0, 0}, {10, 10}}},
	} {
		got := GreatCircle(c.a, c.b, c.n)
		require.Len(t, got, len(c.want), c.name)
		for i := range got {
			assert.InDelta(t, 0, apart(c.want[i], got[i]), 1e-9, "%s, place %d is %v", c.name, i, got[i])
		}
	}
}

func TestGreatCircleIsShortestInEqualSteps(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		a, b, n := randomPlace(r), randomPlace(r), 1+r.IntN(30)
		line := GreatCircle(a, b, n)
		require.Len(t, line, n+1)
		require.Equal(t, a, line[0])
		require.Equal(t, b, line[n])
		for i := range n {
			require.InDelta(t, apart(a, b)/float64(n), apart(line[i], line[i+1]), 1e-7, "step %d of %d from %v to %v", i, n, a, b)
		}
	}
}
