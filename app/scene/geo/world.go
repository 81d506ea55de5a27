package geo

// World is a base map: coasts, the borders between countries, and what country a place is in.
//
// It is a topology. A border between two countries is stored, simplified and drawn once, so that neighbours always fit.
// An outline is a list of arcs, each to be walked forwards (its index) or backwards (the index's complement, ^i).
type World struct {
	arcs      [][]LonLat
	land      [][]int // rings; land on the right as one walks, so lakes turn the other way than islands
	borders   [][]int // lines
	countries []country
}

type country struct {
	name  string
	rings [][]int
}

// Country is the name of the country that contains the place, in the data's own English short form, or "" at sea.
func (w *World) Country(place LonLat) string {
	for _, c := range w.countries {
		inside := false
		for _, ring := range c.rings {
			places, _ := w.walk(ring)
			if around(places[:len(places)-1], place) {
				inside = !inside
			}
		}
		if inside {
			return c.name
		}
	}
	return ""
}

// walk is the places along a list of arcs, and the indexes at which arcs meet. A ring's first place comes again at the
// end.
func (w *World) walk(refs []int) (places []LonLat, joints []int) {
	for n, ref := range refs {
		arc, back := w.arcs[max(ref, ^ref)], ref < 0
		if n > 0 {
			// The arc starts where the one before it ended.
			joints = append(joints, len(places)-1)
			places = places[:len(places)-1]
		}
		if !back {
			places = append(places, arc...)
			continue
		}
		for i := len(arc) - 1; i >= 0; i-- {
			places = append(places, arc[i])
		}
	}
	return places, joints
}
