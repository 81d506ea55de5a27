package geo

// ClipLine is the pieces of an open line that lie in the box: Cohen and Sutherland's test, segment by segment. Where the
// box cuts the line, the new end is marked to be kept.
func (b Box) ClipLine(line []Vertex) [][]Vertex {
	var pieces [][]Vertex
	var piece []Vertex
	finish := func() {
		if len(piece) > 1 {
			pieces = append(pieces, piece)
		}
		piece = nil
	}
	for i := 1; i < len(line); i++ {
		from, to, ok := b.clipSegment(line[i-1], line[i])
		if !ok {
			continue
		}
		if piece == nil || !b.Contains(line[i-1].Point) {
			finish()
			piece = append(piece, from)
		}
		if to.Point != from.Point {
			piece = append(piece, to)
		}
	}
	finish()
	return pieces
}

// clipSegment is the part of one segment in the box, if any.
func (b Box) clipSegment(from, to Vertex) (Vertex, Vertex, bool) {
	// Each cut settles one side of one end: four at most.
	for {
		s, t := b.sides(from.Point), b.sides(to.Point)
		switch {
		case s&t != 0:
			return from, to, false
		case s != 0:
			from = Vertex{b.cut(lowest(s), from.Point, to.Point), true}
		case t != 0:
			to = Vertex{b.cut(lowest(t), from.Point, to.Point), true}
		default:
			return from, to, true
		}
	}
}

func lowest(s side) side { return s & -s }
