package geo

import "math"

// WGS84 ellipsoid (NIMA TR8350.2, 2000): equatorial radius in km, flattening, polar radius in km.
const (
	equatorial = 6378.137
	flattening = 1 / 298.257223563
	polar      = equatorial * (1 - flattening)
)

// meanRadius of Earth in km (2a+b)/3.
const meanRadius = (2*equatorial + polar) / 3

// Distance is the length of the shortest way between two places, in km, along the WGS84 ellipsoid: Vincenty's inverse
// formula (Survey Review XXIII, 1975). It does not converge for places that are nearly opposite; for those the answer is
// the sphere's, which is off by less than 0.6 %.
func Distance(a, b LonLat) float64 {
	// Reduced latitudes.
	sinU1, cosU1 := math.Sincos(math.Atan((1 - flattening) * math.Tan(a.Lat*radians)))
	sinU2, cosU2 := math.Sincos(math.Atan((1 - flattening) * math.Tan(b.Lat*radians)))
	l := wrap(b.Lon-a.Lon) * radians
	lambda := l
	for range 100 {
		sinLambda, cosLambda := math.Sincos(lambda)
		sinSigma := math.Hypot(cosU2*sinLambda, cosU1*sinU2-sinU1*cosU2*cosLambda)
		if sinSigma == 0 {
			return 0 // the same place
		}
		cosSigma := sinU1*sinU2 + cosU1*cosU2*cosLambda
		sigma := math.Atan2(sinSigma, cosSigma)
		sinAlpha := cosU1 * cosU2 * sinLambda / sinSigma
		cos2Alpha := 1 - sinAlpha*sinAlpha
		cos2SigmaM := 0.0 // along the equator, where the term has no meaning and no weight
		if cos2Alpha > 1e-15 {
			cos2SigmaM = cosSigma - 2*sinU1*sinU2/cos2Alpha
		}
		c := flattening / 16 * cos2Alpha * (4 + flattening*(4-3*cos2Alpha))
		next := l + (1-c)*flattening*sinAlpha*(sigma+c*sinSigma*(cos2SigmaM+c*cosSigma*(2*cos2SigmaM*cos2SigmaM-1)))
		if math.Abs(next) > math.Pi {
			break // nearly opposite
		}
		if math.Abs(next-lambda) < 1e-12 {
			u2 := cos2Alpha * (equatorial*equatorial - polar*polar) / (polar * polar)
			k := 1 + u2/16384*(4096+u2*(-768+u2*(320-175*u2)))
			m := u2 / 1024 * (256 + u2*(-128+u2*(74-47*u2)))
			delta := m * sinSigma * (cos2SigmaM + m/4*(cosSigma*(2*cos2SigmaM*cos2SigmaM-1)-
				m/6*cos2SigmaM*(4*sinSigma*sinSigma-3)*(4*cos2SigmaM*cos2SigmaM-3)))
			return polar * k * (sigma - delta)
		}
		lambda = next
	}
	from, to := toVector(a), toVector(b)
	return meanRadius * math.Atan2(from.cross(to).length(), from.dot(to))
}
