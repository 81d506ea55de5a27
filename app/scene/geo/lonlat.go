package geo

import "math"

// LonLat is a place on Earth: degrees east and degrees north, WGS84. The projection reads the numbers as if Earth were a
// sphere; Distance does not.
type LonLat struct{ Lon, Lat float64 }

// Point is a place on a plane, x to the right and y down, as SVG has it.
type Point struct{ X, Y float64 }

const radians = math.Pi / 180

// wrap brings a longitude, or a difference of two, into -180 … 180 degrees.
func wrap(degrees float64) float64 {
	if degrees >= -180 && degrees < 180 {
		return degrees
	}
	degrees = math.Mod(degrees+180, 360)
	if degrees < 0 {
		degrees += 360
	}
	return degrees - 180
}
