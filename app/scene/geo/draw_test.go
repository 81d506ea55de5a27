package geo

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDrawTwoLands(t *testing.T) {
	w, err := DecodeWorld(file(twoLands...))
	require.NoError(t, err)
	f := FitBox(stage, 80, 42, 110, 62, 720, 446)
	land, borders := w.Draw(f, 0.5)

	rings, err := ReadPath(land)
	require.NoError(t, err)
	require.Len(t, rings, 1, "one island, though two countries")
	require.True(t, rings[0].Closed)
	for _, corner := range []LonLat{{85, 47}, {105, 47}, {105, 57}, {85, 57}, {95, 57}, {95, 47}} {
		assert.Contains(t, rings[0].Points, pixels(f.Project(corner)), "%v: a corner, or where the border meets the coast", corner)
	}
	lines, err := ReadPath(borders)
	require.NoError(t, err)
	// The border is the projection's own meridian: straight down or up.
	assert.Equal(t, []Outline{{Points: [][2]int{pixels(f.Project(LonLat{95, 47})), pixels(f.Project(LonLat{95, 57}))}}}, lines)
}

func TestDrawZoomedIntoLandIsAllLand(t *testing.T) {
	w, err := DecodeWorld(file(twoLands...))
	require.NoError(t, err)
	land, borders := w.Draw(FitBox(stage, 97, 50, 98, 51, 100, 80), 0.5)
	rings, err := ReadPath(land)
	require.NoError(t, err)
	require.Len(t, rings, 1)
	assert.ElementsMatch(t, [][2]int{{-4, -4}, {104, -4}, {104, 84}, {-4, 84}}, rings[0].Points)
	assert.Empty(t, borders)
}

func TestDrawFarAwayIsEmpty(t *testing.T) {
	w, err := DecodeWorld(file(twoLands...))
	require.NoError(t, err)
	for _, p := range []Projection{{-60, 0}, {-85, -52}, {0, 0}} {
		land, borders := w.Draw(FitBox(p, p.Lon0-5, p.Lat0-5, p.Lon0+5, p.Lat0+5, 300, 200), 0.5)
		assert.Empty(t, land+borders, "%v", p)
	}
}

// Land around the point opposite to the centre comes out inside out: the picture is land but for a sea.
func TestDrawLandAroundTheOppositePoint(t *testing.T) {
	// All of Earth south of 30° N is land. Seen from the north pole, the opposite point is in it.
	ring := []any{uint(1), uint(1), uint(13), -180, 30}
	for range 12 {
		ring = append(ring, 30, 0)
	}
	w, err := DecodeWorld(file(append(ring, uint(1), uint(1), 0, uint(0), uint(0))...))
	require.NoError(t, err)
	f := Frame{Projection{0, 90}, 100, 200, 200, 400, 400}
	land, _ := w.Draw(f, 0.5)
	rings, err := ReadPath(land)
	require.NoError(t, err)
	require.Len(t, rings, 2)
	assert.ElementsMatch(t, [][2]int{{-4, -4}, {404, -4}, {404, 404}, {-4, 404}}, rings[0].Points)
	for _, p := range rings[1].Points { // 60° from the pole: 2 sin 30° · 100 px
		x, y := float64(p[0]-200), float64(p[1]-200)
		assert.InDelta(t, 100*100, x*x+y*y, 300)
	}
}

func TestDrawLeavesSpecksOut(t *testing.T) {
	tiny := file(uint(1000), uint(1), uint(5), 95000, 52000, 10, 0, 0, 10, -10, 0, 0, -10, uint(1), uint(1), 0, uint(0), uint(0))
	w, err := DecodeWorld(tiny)
	require.NoError(t, err)
	land, _ := w.Draw(Overview(stage, 720), 0.5)
	assert.Empty(t, land)
	land, _ = w.Draw(FitBox(stage, 94.9, 51.9, 95.1, 52.1, 720, 446), 0.5)
	assert.Equal(t, 1, strings.Count(land, "z"))
}

func pixels(p Point) [2]int {
	q := toPixels([]Vertex{{Point: p}})[0]
	return [2]int{q.x, q.y}
}
