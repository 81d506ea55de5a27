package geo

// Box is an upright rectangle in pixels.
type Box struct{ Left, Top, Right, Bottom float64 }

// Contains tells whether a point lies in the box, its edges included.
func (b Box) Contains(p Point) bool { return b.sides(p) == 0 }

// side is a set of the box's sides, after Cohen and Sutherland.
type side uint8

const (
	left side = 1 << iota
	right
	top
	bottom
)

// sides tells beyond which sides of the box a point lies: none when it is inside, two at a corner.
func (b Box) sides(p Point) side {
	var s side
	if p.X < b.Left {
		s |= left
	} else if p.X > b.Right {
		s |= right
	}
	if p.Y < b.Top {
		s |= top
	} else if p.Y > b.Bottom {
		s |= bottom
	}
	return s
}

// cut is where the line between two points, whose ends lie on different sides of one side of the box, meets it.
func (b Box) cut(s side, from, to Point) Point {
	switch s {
	case left:
		return Point{b.Left, crossing(from.Y, to.Y, (b.Left-from.X)/(to.X-from.X))}
	case right:
		return Point{b.Right, crossing(from.Y, to.Y, (b.Right-from.X)/(to.X-from.X))}
	case top:
		return Point{crossing(from.X, to.X, (b.Top-from.Y)/(to.Y-from.Y)), b.Top}
	default:
		return Point{crossing(from.X, to.X, (b.Bottom-from.Y)/(to.Y-from.Y)), b.Bottom}
	}
}

func crossing(from, to, t float64) float64 { return from + (to-from)*t }
