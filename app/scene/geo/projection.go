package geo

import "math"

// Projection is the Lambert azimuthal equal-area projection of the unit sphere about one centre, in degrees (Snyder,
// Map Projections: A Working Manual, 1987, chapter 24, spherical form), with y down. Equal area, so that no country
// looks larger than it is; azimuthal, so that one formula serves any part of the world.
//
// The whole sphere fits in a circle of radius 2, whose rim is the one point opposite to the centre. Close to the rim the
// picture is torn; see horizon.
type Projection struct{ Lon0, Lat0 float64 }

// Forward projects a place. The centre goes to (0, 0).
func (p Projection) Forward(place LonLat) Point {
	point, _ := p.prepare().forward(place)
	return point
}

// Inverse is the place that Forward sends to the point. Points outside the circle of radius 2 stand for no place and are
// read as the nearest one on its rim.
func (p Projection) Inverse(point Point) LonLat {
	rho := math.Hypot(point.X, point.Y)
	if rho == 0 {
		return LonLat{wrap(p.Lon0), p.Lat0}
	}
	sin0, cos0 := math.Sincos(p.Lat0 * radians)
	x, y := point.X/rho, -point.Y/rho
	sinC, cosC := math.Sincos(2 * math.Asin(math.Min(rho/2, 1)))
	lat := math.Asin(clamp(cosC*sin0+y*sinC*cos0, -1, 1))
	lon := math.Atan2(x*sinC, cos0*cosC-y*sin0*sinC)
	return LonLat{wrap(p.Lon0 + lon/radians), lat / radians}
}

// prepared is a projection with its centre's sine and cosine at hand, for projecting tens of thousands of points.
type prepared struct{ lon0, sin0, cos0 float64 }

func (p Projection) prepare() prepared {
	sin0, cos0 := math.Sincos(p.Lat0 * radians)
	return prepared{p.Lon0, sin0, cos0}
}

// forward also tells the cosine of the angle between the centre and the place, as the measure of how far out it is.
func (p prepared) forward(place LonLat) (Point, float64) {
	sinLat, cosLat := math.Sincos(place.Lat * radians)
	sinLon, cosLon := math.Sincos((place.Lon - p.lon0) * radians)
	cosC := p.sin0*sinLat + p.cos0*cosLat*cosLon
	if 1+cosC < 1e-12 {
		// The opposite point is the whole rim. Choose one place on it rather than answer with infinity.
		return Point{2, 0}, -1
	}
	k := math.Sqrt(2 / (1 + cosC))
	return Point{k * cosLat * sinLon, -k * (p.cos0*sinLat - p.sin0*cosLat*cosLon)}, cosC
}

func clamp(v, low, high float64) float64 { return math.Max(low, math.Min(v, high)) }
