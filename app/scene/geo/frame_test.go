package geo

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOverview(t *testing.T) {
	// Source: width W, height 0.62 W in whole pixels, scale W/1.22, origin (0.53 W, 0.58 H).
	for _, c := range []struct{ width, height, scale, x, y float64 }{
		{360, 223, 295.081967, 190.8, 129.34},
		{720, 446, 590.163934, 381.6, 258.68},
		{1200, 744, 983.606557, 636, 431.52},
	} {
		f := Overview(stage, c.width)
		assert.Equal(t, stage, f.Projection)
		assert.Equal(t, []float64{c.width, c.height}, []float64{f.Width, f.Height})
		assert.InDelta(t, c.scale, f.Scale, 1e-6)
		assert.InDelta(t, c.x, f.X, 1e-9)
		assert.InDelta(t, c.y, f.Y, 1e-9)
		for _, p := range projected {
			assert.True(t, f.Contains(f.Project(p.place)), "%s at %v px", p.name, c.width)
		}
	}
}

func TestFrameProject(t *testing.T) {
	f := Overview(stage, 720)
	for _, c := range []struct {
		name  string
		place LonLat
		pixel Point
	}{
		{"centre", LonLat{95, 52}, Point{381.6, 258.68}},
		// Source: d3-geo's point of the oracle table · 590.163934 + (381.6, 258.68).
		{"Kyiv", LonLat{30.5234, 50.4501}, Point{21.789, 96.800}},
		{"Vladivostok", LonLat{131.8869, 43.1155}, Point{647.041, 282.485}},
	} {
		got := f.Project(c.place)
		assert.InDelta(t, c.pixel.X, got.X, 2e-3, c.name)
		assert.InDelta(t, c.pixel.Y, got.Y, 2e-3, c.name)
		assert.InDelta(t, 0, apart(c.place, f.Unproject(c.pixel)), 2e-4, c.name)
	}
}

func TestFrameThereAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, f := range []Frame{
		Overview(stage, 360),
		Overview(stage, 1200),
		FitBox(BoxCentre(122, 37, 137, 52), 122, 37, 137, 52, 720, 446),
		FitBox(BoxCentre(170, 60, -165, 72), 170, 60, -165, 72, 400, 300),
	} {
		for range 1000 {
			pixel := Point{r.Float64() * f.Width, r.Float64() * f.Height}
			back := f.Project(f.Unproject(pixel))
			assert.InDelta(t, pixel.X, back.X, 1e-5)
			assert.InDelta(t, pixel.Y, back.Y, 1e-5)
		}
	}
}

func TestFrameContains(t *testing.T) {
	f := Frame{Width: 30, Height: 20}
	for _, c := range []struct {
		pixel Point
		in    bool
	}{
		{Point{15, 10}, true},
		{Point{0, 0}, true},
		{Point{30, 20}, true},
		{Point{0, 20}, true},
		{Point{-0.01, 10}, false},
		{Point{30.01, 10}, false},
		{Point{15, -0.01}, false},
		{Point{15, 20.01}, false},
		{Point{31, 21}, false},
	} {
		assert.Equal(t, c.in, f.Contains(c.pixel), "%v", c.pixel)
	}
	assert.Equal(t, Box{-4, -4, 34, 24}, f.Box(4))
}
