package geo

import "math"

// SimplifyRing removes the points of a closed ring that matter least to its shape, until every one that is left makes a
// triangle of at least tolerance square pixels with its neighbours (Visvalingam and Whyatt, The Cartographic Journal 30,
// 1993). Kept vertices stay; so do the last three.
func SimplifyRing(ring []Vertex, tolerance float64) []Vertex {
	return simplify(ring, tolerance, true)
}

// SimplifyLine does the same for an open line. Its ends stay.
func SimplifyLine(line []Vertex, tolerance float64) []Vertex {
	return simplify(line, tolerance, false)
}

func simplify(points []Vertex, tolerance float64, closed bool) []Vertex {
	n := len(points)
	fewest := 2
	if closed {
		fewest = 3
	}
	if n <= fewest || !(tolerance > 0) {
		return points
	}
	next, before := make([]int32, n), make([]int32, n)
	for i := range points {
		next[i], before[i] = int32((i+1)%n), int32((i+n-1)%n)
	}
	weight := func(i int32) float64 {
		if points[i].Keep || !closed && (i == 0 || int(i) == n-1) {
			return math.Inf(1)
		}
		return triangle(points[before[i]].Point, points[i].Point, points[next[i]].Point)
	}
	h := newHeap(n, weight)
	removed := make([]bool, n)
	left := n
	for left > fewest {
		i, w := h.least()
		if w >= tolerance {
			break
		}
		h.remove()
		removed[i] = true
		left--
		a, b := before[i], next[i]
		next[a], before[b] = b, a
		// A neighbour must not seem to matter less than what has gone before it, or whole bays vanish point by point.
		h.update(a, math.Max(w, weight(a)))
		h.update(b, math.Max(w, weight(b)))
	}
	out := make([]Vertex, 0, left)
	for i, v := range points {
		if !removed[i] {
			out = append(out, v)
		}
	}
	return out
}

func triangle(a, b, c Point) float64 {
	return math.Abs((b.X-a.X)*(c.Y-a.Y)-(c.X-a.X)*(b.Y-a.Y)) / 2
}
