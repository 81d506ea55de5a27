package geo_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
	"bukti/web/static/basemap"
)

var stage = geo.Projection{Lon0: 95, Lat0: 52}

func world(t testing.TB) *geo.World {
	w, err := basemap.World()
	require.NoError(t, err)
	return w
}

func frames() map[string]geo.Frame {
	all := map[string]geo.Frame{
		"far east":   geo.FitBox(geo.BoxCentre(122, 37, 137, 52), 122, 37, 137, 52, 720, 446),
		"kursk":      geo.FitBox(geo.BoxCentre(30, 49, 40, 54), 30, 49, 40, 54, 720, 446),
		"chukotka":   geo.FitBox(geo.BoxCentre(165, 60, -165, 72), 165, 60, -165, 72, 500, 500),
		"antarctica": geo.FitBox(geo.Projection{Lat0: -90}, -180, -90, 179, -60, 400, 400),
		"hemisphere": {Projection: stage, Scale: 140, X: 200, Y: 200, Width: 400, Height: 400},
		"all":        {Projection: geo.Projection{Lon0: 10}, Scale: 100, X: 200, Y: 200, Width: 400, Height: 400},
	}
	for _, width := range []float64{360, 720, 1200} {
		all[fmt.Sprintf("overview %v", width)] = geo.Overview(stage, width)
	}
	return all
}

func TestDrawIsAPathWithinTheGrownFrame(t *testing.T) {
	const bleed = 4
	for name, f := range frames() {
		lighter := math.MaxInt
		for _, tolerance := range []float64{0, 0.5, 1.1, 5} {
			land, borders := world(t).Draw(f, tolerance)
			rings, err := geo.ReadPath(land)
			require.NoError(t, err, name)
			lines, err := geo.ReadPath(borders)
			require.NoError(t, err, name)
			require.NotEmpty(t, rings, name)
			for _, r := range rings {
				require.True(t, r.Closed, name)
			}
			for _, l := range lines {
				require.False(t, l.Closed, name)
			}
			for _, o := range append(rings, lines...) {
				for _, p := range o.Points {
					require.True(t, p[0] >= -bleed && p[0] <= int(f.Width)+bleed && p[1] >= -bleed && p[1] <= int(f.Height)+bleed, "%s: %v", name, p)
				}
			}
			require.LessOrEqual(t, len(land)+len(borders), lighter, "%s: a larger tolerance is no heavier", name)
			lighter = len(land) + len(borders)

			again, bordersAgain := world(t).Draw(f, tolerance)
			require.Equal(t, land+borders, again+bordersAgain, "%s: drawn twice", name)
		}
	}
}

// A step across the picture is what a ring looks like that returns to -180° instead of going on at 180°.
func TestNothingStreaksAcrossTheOverview(t *testing.T) {
	f := geo.Overview(stage, 720)
	land, borders := world(t).Draw(f, 1.1)
	rings, err := geo.ReadPath(land)
	require.NoError(t, err)
	lines, err := geo.ReadPath(borders)
	require.NoError(t, err)
	edge := func(a, b, low, high int) bool { return a == b && (a == low || a == high) }
	for _, o := range append(rings, lines...) {
		for i, p := range o.Points {
			if i == 0 && !o.Closed {
				continue
			}
			q := o.Points[(i+len(o.Points)-1)%len(o.Points)]
			if edge(p[0], q[0], -4, 724) || edge(p[1], q[1], -4, 450) {
				continue
			}
			assert.LessOrEqual(t, math.Hypot(float64(p[0]-q[0]), float64(p[1]-q[1])), 60.0, "%v to %v", q, p)
		}
	}
}

// What is drawn as land is what has a country, and the sea isn't: places well away from any coast.
func TestDrawnLandIsWhereTheCountriesAre(t *testing.T) {
	for _, name := range []string{"overview 720", "chukotka", "antarctica", "hemisphere"} {
		f := frames()[name]
		land, _ := world(t).Draw(f, 0)
		rings, err := geo.ReadPath(land)
		require.NoError(t, err)
		checked, wrong := 0, 0
		for x := 5.5; x < f.Width; x += f.Width / 12 {
			for y := 5.5; y < f.Height; y += f.Height / 12 {
				if math.Hypot(x-f.X, y-f.Y) > 1.85*f.Scale {
					continue // beyond the horizon
				}
				checked++
				if filled(rings, x, y) != (world(t).Country(f.Unproject(geo.Point{X: x, Y: y})) != "") {
					wrong++
				}
			}
		}
		require.Greater(t, checked, 80, name)
		// On the coast and for specks, the pixel and the place may differ.
		assert.LessOrEqual(t, wrong, checked*3/100, "%s: of %d", name, checked)
	}
}

// filled is SVG's even-odd rule.
func filled(rings []geo.Outline, x, y float64) bool {
	odd := false
	for _, r := range rings {
		for i, p := range r.Points {
			q := r.Points[(i+1)%len(r.Points)]
			ax, ay, bx, by := float64(p[0]), float64(p[1]), float64(q[0]), float64(q[1])
			if (ay > y) != (by > y) && x < ax+(y-ay)/(by-ay)*(bx-ax) {
				odd = !odd
			}
		}
	}
	return odd
}

func BenchmarkDraw(b *testing.B) {
	w := world(b)
	for _, name := range []string{"overview 720", "far east", "all"} {
		f := frames()[name]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w.Draw(f, 1.1)
			}
		})
	}
}

func BenchmarkCountry(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		world(b).Country(geo.LonLat{Lon: 131.8869, Lat: 43.1155})
	}
}
