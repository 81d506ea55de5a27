package geo

import "errors"

// The base map's file, world.bin, as cmd/basemap writes it. All numbers are unsigned LEB128 varints; signed ones are
// zigzag-coded first (0, -1, 1, -2 …).
//
//	"bukti-map1"
//	units per degree
//	number of arcs;      each: number of points ≥ 2, then per point signed Δlon, Δlat in units,
//	                     from the point before, for the first point from the arc before's first
//	number of land rings; each: outline
//	number of borders;    each: outline
//	number of countries;  each: length of name, name in UTF-8, number of rings, each: outline
//
//	outline: number of arcs ≥ 1, then per arc a signed reference, complement for backwards
//
// Longitudes take the short way round, so a step across the antimeridian is a small number like any other.
const magic = "bukti-map1"

var (
	errMagic     = errors.New("base map: not a world.bin of this version; make it anew with go run ./cmd/basemap")
	errShort     = errors.New("base map: the file ends too early")
	errLong      = errors.New("base map: the file goes on after its end")
	errUnits     = errors.New("base map: units per degree must be 1 to 1000000")
	errLatitude  = errors.New("base map: a latitude beyond a pole")
	errLongitude = errors.New("base map: a longitude more than once around Earth from the one before")
	errArc       = errors.New("base map: an arc needs two points or more")
	errOutline   = errors.New("base map: an outline without arcs")
	errReference = errors.New("base map: an outline refers to an arc that is not there")
	errApart     = errors.New("base map: the arcs of an outline do not meet")
	errOpen      = errors.New("base map: a ring is not closed")
)

// DecodeWorld reads a base map, and checks that every outline holds together. A broken file is an error, never a panic.
func DecodeWorld(data []byte) (*World, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, errMagic
	}
	r := &reader{data: data[len(magic):]}
	w := &World{}
	units := r.unsigned()
	if r.err == nil && (units < 1 || units > 1_000_000) {
		return nil, errUnits
	}
	w.arcs = r.arcs(int(units))
	w.land = r.outlines(w, true)
	w.borders = r.outlines(w, false)
	for range r.count(3) {
		name := r.text()
		w.countries = append(w.countries, country{name, r.outlines(w, true)})
	}
	if r.err == nil && len(r.data) > 0 {
		r.err = errLong
	}
	if r.err != nil {
		return nil, r.err
	}
	return w, nil
}

// reader takes the file apart from its front. After the first error everything reads as zero.
type reader struct {
	data []byte
	err  error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
	r.data = nil
}

func (r *reader) unsigned() uint64 {
	var n uint64
	for shift := 0; shift < 63; shift += 7 {
		if len(r.data) == 0 {
			break
		}
		c := r.data[0]
		r.data = r.data[1:]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	r.fail(errShort)
	return 0
}

func (r *reader) signed() int {
	n := r.unsigned()
	return int(n>>1) ^ -int(n&1)
}

// count reads how many things follow. Each takes some bytes, so a count larger than what is left is a broken file, not a
// reason to ask for memory.
func (r *reader) count(bytesEach int) int {
	n := r.unsigned()
	if n > uint64(len(r.data)/bytesEach) {
		r.fail(errShort)
		return 0
	}
	return int(n)
}

func (r *reader) text() string {
	n := r.count(1)
	s := string(r.data[:n])
	r.data = r.data[n:]
	return s
}

func (r *reader) arcs(units int) [][]LonLat {
	number := r.count(5)
	arcs := make([][]LonLat, 0, number)
	var startLon, startLat int
	for range number {
		points := r.count(2)
		if points < 2 {
			r.fail(errArc)
			return nil
		}
		arc := make([]LonLat, points)
		lon, lat := startLon, startLat
		for i := range arc {
			lon += r.signed()
			lat += r.signed()
			if lat < -90*units || lat > 90*units {
				r.fail(errLatitude)
				return nil
			}
			if lon <= -540*units || lon >= 540*units {
				r.fail(errLongitude)
				return nil
			}
			// In whole units: then the same place has the same numbers, whichever way round one came to it.
			if lon >= 180*units {
				lon -= 360 * units
			} else if lon < -180*units {
				lon += 360 * units
			}
			arc[i] = LonLat{float64(lon) / float64(units), float64(lat) / float64(units)}
			if i == 0 {
				startLon, startLat = lon, lat
			}
		}
		arcs = append(arcs, arc)
	}
	return arcs
}

func (r *reader) outlines(w *World, closed bool) [][]int {
	number := r.count(2)
	outlines := make([][]int, 0, number)
	for range number {
		refs := make([]int, r.count(1))
		for i := range refs {
			refs[i] = r.signed()
		}
		if err := w.check(refs, closed); err != nil {
			r.fail(err)
			return nil
		}
		outlines = append(outlines, refs)
	}
	return outlines
}

func (w *World) check(refs []int, closed bool) error {
	if len(refs) == 0 {
		return errOutline
	}
	for i, ref := range refs {
		if max(ref, ^ref) >= len(w.arcs) {
			return errReference
		}
		if i > 0 && w.end(refs[i-1]) != w.end(^ref) {
			return errApart
		}
	}
	if closed && w.end(refs[len(refs)-1]) != w.end(^refs[0]) {
		return errOpen
	}
	return nil
}

// end is the last place on an arc, walked as the reference says; its first place is the end of the complement.
func (w *World) end(ref int) LonLat {
	if ref < 0 {
		return w.arcs[^ref][0]
	}
	arc := w.arcs[ref]
	return arc[len(arc)-1]
}
