package geo

import "math"

// longStep is the longest step between two places, in degrees of longitude or latitude, that is drawn straight. The
// data's own lines are straight in longitude and latitude: the border along 141° W is one step of 9°.
const longStep = 2.0

// ProjectRing projects a closed ring, its first place not repeated at the end, to pixels. What lies beyond the horizon is
// drawn along it, so that the ring stays closed; a ring that lies there wholly is nothing. A ring that goes around the
// point opposite to the centre comes out inside out; World.Draw knows what to do.
//
// keep lists the indexes that must survive simplification, in ascending order.
func (f Frame) ProjectRing(ring []LonLat, keep []int) []Vertex {
	sights := f.look(ring, keep, true)
	out := make([]Vertex, 0, len(sights))
	visible := false
	for i, s := range sights {
		before := sights[(i+len(sights)-1)%len(sights)]
		if s.beyond || before.beyond {
			for _, p := range alongHorizon(before.Point, s.Point) {
				out = append(out, Vertex{Point: f.pixel(p)})
			}
		}
		visible = visible || !s.beyond
		out = append(out, Vertex{f.pixel(s.Point), s.keep})
	}
	if !visible {
		return nil
	}
	return out
}

// ProjectLine projects an open line to pixels, broken where it passes beyond the horizon. keep is as for ProjectRing.
func (f Frame) ProjectLine(line []LonLat, keep []int) [][]Vertex {
	var pieces [][]Vertex
	var piece []Vertex
	for _, s := range append(f.look(line, keep, false), sight{beyond: true}) {
		if !s.beyond {
			piece = append(piece, Vertex{f.pixel(s.Point), s.keep})
			continue
		}
		if len(piece) > 1 {
			pieces = append(pieces, piece)
		}
		piece = nil
	}
	return pieces
}

// sight is one place as seen from the projection's centre, in unit-sphere coordinates.
type sight struct {
	Point
	beyond bool // the horizon, and moved to it
	keep   bool
}

// look projects the places and, where they are far apart, some between them.
func (f Frame) look(places []LonLat, keep []int, closed bool) []sight {
	p := f.prepare()
	sights := make([]sight, 0, len(places)+1)
	add := func(place LonLat, keep bool) {
		point, cosC := p.forward(place)
		beyond := cosC < cosHorizon
		if beyond {
			point = toHorizon(point)
		}
		sights = append(sights, sight{point, beyond, keep})
	}
	for i, place := range places {
		kept := len(keep) > 0 && keep[0] == i
		if kept {
			keep = keep[1:]
		}
		add(place, kept)
		if i == len(places)-1 && !closed {
			break
		}
		next := places[(i+1)%len(places)]
		// The short way round: Chukotka goes on at 180°, it doesn't return to -180°.
		dLon, dLat := wrap(next.Lon-place.Lon), next.Lat-place.Lat
		steps := math.Ceil(math.Max(math.Abs(dLon), math.Abs(dLat)) / longStep)
		for s := 1.0; s < steps; s++ {
			add(LonLat{place.Lon + dLon*s/steps, place.Lat + dLat*s/steps}, false)
		}
	}
	return sights
}
