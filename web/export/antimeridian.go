package export

import "math"

// cutAtAntimeridian cuts a line where it crosses 180°, as RFC 7946, section 3.1.9,
// asks: readers draw a line from 179° to -179° around the whole Earth. A step of
// more than half a turn is taken for a crossing, being shorter the other way.
func cutAtAntimeridian(points []lonLat) [][]lonLat {
	parts := [][]lonLat{nil}
	for i, b := range points {
		last := len(parts) - 1
		if i > 0 && math.Abs(b[0]-points[i-1][0]) > 180 {
			a := points[i-1]
			edge := math.Copysign(180, a[0]) // where a's side ends
			ahead := b[0] + 2*edge           // b, counted on from a's side
			lat := a[1]
			if ahead != a[0] {
				lat += (b[1] - a[1]) * (edge - a[0]) / (ahead - a[0])
			}
			parts[last] = append(parts[last], lonLat{edge, lat})
			parts = append(parts, []lonLat{{-edge, lat}})
			last++
		}
		parts[last] = append(parts[last], b)
	}
	return parts
}
