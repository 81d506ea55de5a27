package geo

// ClipRing is the part of a closed ring that lies in the box: after Sutherland and Hodgman (Communications of the ACM
// 17, 1974), one side of the box after the other. A ring that leaves and returns several times stays one ring, its parts
// joined along the box's edges; draw it with the box a few pixels larger than the picture, and the joins are not seen.
func (b Box) ClipRing(ring []Vertex) []Vertex {
	var any side
	all := left | right | top | bottom
	for _, v := range ring {
		s := b.sides(v.Point)
		any |= s
		all &= s
	}
	if len(ring) == 0 || all != 0 {
		return nil // wholly beyond one side
	}
	for _, s := range []side{left, right, top, bottom} {
		if any&s != 0 {
			ring = b.clipSide(ring, s)
		}
	}
	if any != 0 {
		ring = b.dropAlongEdges(ring)
	}
	return ring
}

func (b Box) clipSide(ring []Vertex, s side) []Vertex {
	out := make([]Vertex, 0, len(ring))
	for i, v := range ring {
		before := ring[(i+len(ring)-1)%len(ring)]
		in, wasIn := b.sides(v.Point)&s == 0, b.sides(before.Point)&s == 0
		if in != wasIn {
			out = append(out, Vertex{b.cut(s, before.Point, v.Point), true})
		}
		if in {
			out = append(out, v)
		}
	}
	return out
}

// dropAlongEdges removes points between two others on the same edge of the box: a coast that wanders along outside leaves
// many of them, and they enclose nothing.
func (b Box) dropAlongEdges(ring []Vertex) []Vertex {
	var out []Vertex
	for i, v := range ring {
		before, next := ring[(i+len(ring)-1)%len(ring)], ring[(i+1)%len(ring)]
		if len(out) > 0 {
			before = out[len(out)-1]
		}
		if b.edges(before.Point)&b.edges(v.Point)&b.edges(next.Point) == 0 {
			out = append(out, v)
		}
	}
	return out
}

// edges tells on which edges of the box a point lies exactly.
func (b Box) edges(p Point) side {
	var s side
	if p.X == b.Left {
		s |= left
	}
	if p.X == b.Right {
		s |= right
	}
	if p.Y == b.Top {
		s |= top
	}
	if p.Y == b.Bottom {
		s |= bottom
	}
	return s
}
