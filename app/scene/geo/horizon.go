package geo

import "math"

// horizon is the angle from the centre, in degrees, beyond which nothing is drawn: near the opposite point one step on
// Earth may leap across the whole picture. No frame of ours sees that far; a frame may reach 135° from its centre.
const horizon = 150

var (
	cosHorizon    = math.Cos(horizon * radians)
	horizonRadius = 2 * math.Sin(horizon*radians/2) // on the unit sphere's projection
)

// toHorizon moves a point beyond the horizon back to it, in the same direction.
func toHorizon(p Point) Point {
	k := horizonRadius / math.Hypot(p.X, p.Y)
	return Point{k * p.X, k * p.Y}
}

// alongHorizon is the points on the horizon between the directions of a and b, so that a ring that left the picture at one
// side and returns at another goes around the picture, not across it.
func alongHorizon(a, b Point) []Point {
	const most = 15.0 // degrees
	from := math.Atan2(a.Y, a.X)
	turn := wrap((math.Atan2(b.Y, b.X)-from)/radians) * radians
	var points []Point
	steps := math.Ceil(math.Abs(turn) / (most * radians))
	for s := 1.0; s < steps; s++ {
		sin, cos := math.Sincos(from + turn*s/steps)
		points = append(points, Point{horizonRadius * cos, horizonRadius * sin})
	}
	return points
}
