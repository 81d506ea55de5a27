package geo

import "math"

// GreatCircle is the shortest way from a to b on the sphere, in n equal steps: n+1 places, a and b themselves first and
// last. Between opposite places every way is as short; then it goes by the north pole.
func GreatCircle(a, b LonLat, n int) []LonLat {
	n = max(n, 1)
	from, to := toVector(a), toVector(b)
	// atan2 of cross and dot keeps its precision where acos of the dot alone loses it: for close and for opposite places.
	angle := math.Atan2(from.cross(to).length(), from.dot(to))
	if math.Pi-angle < 1e-9 {
		// Opposite: turn from a towards north, or along the zero meridian when a is a pole.
		to, angle = vector{0, 0, 1}.orthogonal(from), math.Pi
	} else if angle > 0 {
		to = to.orthogonal(from)
	}
	line := make([]LonLat, n+1)
	line[0], line[n] = a, b
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		line[i] = vector{cos*from.x + sin*to.x, cos*from.y + sin*to.y, cos*from.z + sin*to.z}.lonLat()
	}
	return line
}

// vector is a place as a vector from the centre of the unit sphere.
type vector struct{ x, y, z float64 }

func toVector(p LonLat) vector {
	sinLat, cosLat := math.Sincos(p.Lat * radians)
	sinLon, cosLon := math.Sincos(p.Lon * radians)
	return vector{cosLat * cosLon, cosLat * sinLon, sinLat}
}

func (v vector) lonLat() LonLat {
	return LonLat{wrap(math.Atan2(v.y, v.x) / radians), math.Atan2(v.z, math.Hypot(v.x, v.y)) / radians}
}

func (v vector) dot(w vector) float64 { return v.x*w.x + v.y*w.y + v.z*w.z }
func (v vector) length() float64      { return math.Sqrt(v.dot(v)) }

func (v vector) cross(w vector) vector {
	return vector{v.y*w.z - v.z*w.y, v.z*w.x - v.x*w.z, v.x*w.y - v.y*w.x}
}

// orthogonal is the unit vector at a right angle to axis, on v's side; any such one when v lies on the axis itself.
func (v vector) orthogonal(axis vector) vector {
	d := v.dot(axis)
	o := vector{v.x - d*axis.x, v.y - d*axis.y, v.z - d*axis.z}
	l := o.length()
	if l < 1e-12 {
		return vector{1, 0, 0}
	}
	return vector{o.x / l, o.y / l, o.z / l}
}
