package main

import (
	"cmp"
	"math"
	"slices"
)

// unitsPerDegree is the base map's grid: 0.002°, or 220 m of latitude. The 1:50m data knows no better, and a pixel of the
// closest view (30° to 40° E on a phone) is ten of these.
const unitsPerDegree = 500

// world is the base map as it goes into the file: see geo.DecodeWorld.
type world struct {
	arcs      [][]point
	land      [][]int
	borders   [][]int
	countries []country
}

// point is longitude and latitude in units.
type point struct{ lon, lat int }

// distil brings the topology to the base map's grid, drops what has no extent on it, and finds the borders: the arcs that
// two countries share.
func distil(t *topology) (*world, error) {
	w := &world{arcs: make([][]point, len(t.arcs))}
	for i, arc := range t.arcs {
		w.arcs[i] = t.onGrid(arc)
	}
	w.land = w.drop(t.land)
	for _, c := range t.countries {
		if rings := w.drop(c.rings); len(rings) > 0 {
			w.countries = append(w.countries, country{c.name, rings})
		}
	}
	// Sorted, so that the file doesn't depend on the order in the source, and differences can be read.
	slices.SortStableFunc(w.countries, func(a, b country) int { return cmp.Compare(a.name, b.name) })
	w.borders = w.chain(w.shared())
	w.dropUnused()
	return w, nil
}

// onGrid is an arc in the base map's units, without the points that fall together.
func (t *topology) onGrid(arc [][2]int) []point {
	var out []point
	for _, q := range arc {
		p := point{
			int(math.Round((float64(q[0])*t.scale[0] + t.translate[0]) * unitsPerDegree)),
			int(math.Round((float64(q[1])*t.scale[1] + t.translate[1]) * unitsPerDegree)),
		}
		if p.lon >= 180*unitsPerDegree {
			p.lon -= 360 * unitsPerDegree // 180° E and W are one
		}
		if len(out) == 0 || p != out[len(out)-1] {
			out = append(out, p)
		}
	}
	return out
}

// drop is the rings without those that have no extent: atolls smaller than the grid, and the pole, which the source marks
// with a ring of its own. Arcs shrunk to a point are left out of the others.
func (w *world) drop(rings [][]int) [][]int {
	var out [][]int
	for _, ring := range rings {
		var refs []int
		points := 0
		for _, ref := range ring {
			if n := len(w.arcs[index(ref)]); n > 1 {
				refs = append(refs, ref)
				points += n - 1
			}
		}
		if points >= 3 {
			out = append(out, refs)
		}
	}
	return out
}

// shared is the arcs between two countries, in ascending order.
func (w *world) shared() []int {
	owners := make([]int, len(w.arcs))
	for _, c := range w.countries {
		for _, ring := range c.rings {
			for _, ref := range ring {
				owners[index(ref)]++
			}
		}
	}
	var shared []int
	for arc, n := range owners {
		if n > 1 {
			shared = append(shared, arc)
		}
	}
	return shared
}

// chain joins arcs end to end into lines as long as they go, for fewer moves of the pen.
func (w *world) chain(arcs []int) [][]int {
	from := map[point][]int{} // the references that start at a place
	for _, arc := range arcs {
		for _, ref := range []int{arc, ^arc} {
			from[w.start(ref)] = append(from[w.start(ref)], ref)
		}
	}
	used := map[int]bool{}
	follow := func(line []int) []int {
		for {
			end := w.start(^line[len(line)-1])
			next := slices.IndexFunc(from[end], func(ref int) bool { return !used[index(ref)] })
			if next < 0 {
				return line
			}
			line = append(line, from[end][next])
			used[index(from[end][next])] = true
		}
	}
	var lines [][]int
	for _, arc := range arcs {
		if used[arc] {
			continue
		}
		used[arc] = true
		line := reverse(follow(reverse(follow([]int{arc}))))
		lines = append(lines, line)
	}
	return lines
}

// start is the first place of an arc as walked.
func (w *world) start(ref int) point {
	if ref < 0 {
		arc := w.arcs[^ref]
		return arc[len(arc)-1]
	}
	return w.arcs[ref][0]
}

// reverse is a line walked from its other end.
func reverse(line []int) []int {
	out := make([]int, len(line))
	for i, ref := range line {
		out[len(line)-1-i] = ^ref
	}
	return out
}

// dropUnused numbers the arcs anew, without those that nothing refers to any more, in the order of first use: references
// become small numbers.
func (w *world) dropUnused() {
	var arcs [][]point
	renamed := map[int]int{}
	rename := func(outlines [][]int) [][]int {
		out := make([][]int, len(outlines))
		for i, outline := range outlines {
			for _, ref := range outline {
				arc, ok := renamed[index(ref)]
				if !ok {
					arc = len(arcs)
					renamed[index(ref)] = arc
					arcs = append(arcs, w.arcs[index(ref)])
				}
				if ref < 0 {
					arc = ^arc
				}
				out[i] = append(out[i], arc)
			}
		}
		return out
	}
	w.land = rename(w.land)
	w.borders = rename(w.borders)
	for i := range w.countries {
		w.countries[i].rings = rename(w.countries[i].rings)
	}
	w.arcs = arcs
}
