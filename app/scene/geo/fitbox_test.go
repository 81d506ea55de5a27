package geo

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFitBoxShowsTheWholeBoxCentred(t *testing.T) {
	const near = 0.2 // pixels; FitBox looks at 33 places on each edge, and 130° of longitude bulge between them
	type edges struct{ west, south, east, north float64 }
	for _, box := range []edges{
		{122, 37, 137, 52},     // the Far East
		{30, 49, 40, 54},       // Kursk and the border
		{20, 30, 150, 75},      // most of Asia
		{170, 60, -165, 72},    // Chukotka, across the antimeridian
		{-75, -55, -50, -20},   // south and west
		{-5, -5, 5, 5},         // across both zeros
		{127, 39, 127.1, 39.1}, // a town
	} {
		for _, p := range []Projection{stage, BoxCentre(box.west, box.south, box.east, box.north)} {
			for _, size := range []Point{{720, 446}, {360, 720}, {100, 100}} {
				name := fmt.Sprint(box, p, size)
				f := FitBox(p, box.west, box.south, box.east, box.north, size.X, size.Y)
				assert.Equal(t, size, Point{f.Width, f.Height}, name)
				assert.Equal(t, p, f.Projection, name)

				east := box.east
				if east < box.west {
					east += 360
				}
				seen := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
				const steps = 500
				for i := range steps + 1 {
					lon := box.west + (east-box.west)*float64(i)/steps
					lat := box.south + (box.north-box.south)*float64(i)/steps
					for _, place := range []LonLat{{lon, box.south}, {lon, box.north}, {box.west, lat}, {box.east, lat}} {
						q := f.Project(place)
						seen = Box{math.Min(seen.Left, q.X), math.Min(seen.Top, q.Y), math.Max(seen.Right, q.X), math.Max(seen.Bottom, q.Y)}
					}
				}
				marginX, marginY := seen.Left, seen.Top
				assert.InDelta(t, marginX, size.X-seen.Right, near, "not centred across: %s", name)
				assert.InDelta(t, marginY, size.Y-seen.Bottom, near, "not centred upright: %s", name)
				assert.InDelta(t, 0, math.Min(marginX, marginY), near, "no pair of sides touches: %s", name)
			}
		}
	}
}

func TestBoxCentre(t *testing.T) {
	for _, c := range []struct {
		west, south, east, north float64
		want                     Projection
	}{
		{122, 37, 137, 52, Projection{129.5, 44.5}},
		{-10, -20, 10, 20, Projection{0, 0}},
		{170, 60, -170, 70, Projection{-180, 65}},
		{160, 60, -170, 70, Projection{175, 65}},
		{170, 60, -160, 70, Projection{-175, 65}},
	} {
		assert.Equal(t, c.want, BoxCentre(c.west, c.south, c.east, c.north))
	}
}
