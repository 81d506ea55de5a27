package geo

import "math"

// FitBox frames a box of longitudes and latitudes in a picture of the given size: all of the box is visible, centred, at
// the largest scale at which that is so. A box with west > east crosses the antimeridian.
//
// For a close view, pass BoxCentre of the same box as the projection: away from its centre the projection turns north
// aside, and Korea seen from 95° E leans by 22°.
func FitBox(p Projection, west, south, east, north, width, height float64) Frame {
	if west > east {
		east += 360
	}
	low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	see := func(lon, lat float64) {
		q := p.Forward(LonLat{lon, lat})
		low = Point{math.Min(low.X, q.X), math.Min(low.Y, q.Y)}
		high = Point{math.Max(high.X, q.X), math.Max(high.Y, q.Y)}
	}
	// A box has four corners, but its edges bulge between them.
	const steps = 32
	for i := 0; i <= steps; i++ {
		t := float64(i) / steps
		lon, lat := west+t*(east-west), south+t*(north-south)
		see(lon, south)
		see(lon, north)
		see(west, lat)
		see(east, lat)
	}
	scale := math.Min(width/(high.X-low.X), height/(high.Y-low.Y))
	return Frame{
		Projection: p,
		Scale:      scale,
		X:          width/2 - scale*(low.X+high.X)/2,
		Y:          height/2 - scale*(low.Y+high.Y)/2,
		Width:      width,
		Height:     height,
	}
}

// BoxCentre is the projection that shows a box of longitudes and latitudes upright.
func BoxCentre(west, south, east, north float64) Projection {
	if west > east {
		east += 360
	}
	return Projection{wrap((west + east) / 2), (south + north) / 2}
}
