package main

import "encoding/binary"

// encode writes the base map's file. geo.DecodeWorld describes the format and reads it.
func (w *world) encode() []byte {
	out := []byte("bukti-map1")
	unsigned := func(n int) { out = binary.AppendUvarint(out, uint64(n)) }
	signed := func(n int) { out = binary.AppendVarint(out, int64(n)) }
	outlines := func(outlines [][]int) {
		unsigned(len(outlines))
		for _, outline := range outlines {
			unsigned(len(outline))
			for _, ref := range outline {
				signed(ref)
			}
		}
	}
	unsigned(unitsPerDegree)
	unsigned(len(w.arcs))
	var start point
	for _, arc := range w.arcs {
		unsigned(len(arc))
		at := start
		for _, p := range arc {
			signed(shortWay(p.lon - at.lon))
			signed(p.lat - at.lat)
			at = p
		}
		start = arc[0]
	}
	outlines(w.land)
	outlines(w.borders)
	unsigned(len(w.countries))
	for _, c := range w.countries {
		unsigned(len(c.name))
		out = append(out, c.name...)
		outlines(c.rings)
	}
	return out
}

// shortWay is a difference of longitudes the short way round Earth.
func shortWay(units int) int {
	const around = 360 * unitsPerDegree
	switch {
	case units >= around/2:
		return units - around
	case units < -around/2:
		return units + around
	}
	return units
}
