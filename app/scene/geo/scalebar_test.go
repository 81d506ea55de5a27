package geo

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestScaleBarIsRoundAndFits(t *testing.T) {
	round := map[float64]bool{}
	for ten := 1e-3; ten < 2e4; ten *= 10 {
		for _, step := range []float64{1, 2, 5} {
			round[math.Round(step*ten*1000)] = true // metres
		}
	}
	for _, p := range []Projection{stage, {0, 0}, {-180, -60}, {129.5, 44.5}} {
		for _, width := range []float64{320, 720, 1200} {
			for scale := width / 2; scale < width*1e5; scale *= 1.07 {
				f := Frame{p, scale, width / 2, width / 3, width, width * 2 / 3}
				km, px := ScaleBar(f)
				require.True(t, round[math.Round(km*1000)], "%v km at scale %v", km, scale)
				require.InDelta(t, math.Round(km*1000), km*1000, 1e-6)
				require.LessOrEqual(t, px, width/4+1e-9, "scale %v", scale)
				require.GreaterOrEqual(t, px, width/10-1e-9, "scale %v", scale)
				// Honest at the centre; less so where the picture is much of Earth.
				shown := Distance(f.Unproject(Point{(width - px) / 2, f.Y}), f.Unproject(Point{(width + px) / 2, f.Y}))
				require.InEpsilon(t, km, shown, 0.02, "scale %v", scale)
			}
		}
	}
}

func TestScaleBarOfTheOverview(t *testing.T) {
	// Source: 720 px are 1.22 Earth radii, so a quarter is 1943 km; 1000 km are 1000/6371 · 590 px, within the ellipsoid's 0.5 %.
	km, px := ScaleBar(Overview(stage, 720))
	assert.Equal(t, 1000.0, km)
	assert.InDelta(t, 92.6, px, 1)
}

func TestScaleBarOfNothing(t *testing.T) {
	for _, f := range []Frame{{}, {Projection: stage, Scale: 100}, {Projection: stage, Width: 100, Height: 100}} {
		km, px := ScaleBar(f)
		assert.Equal(t, []float64{0, 0}, []float64{km, px}, "%+v", f)
	}
}
