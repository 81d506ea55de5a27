package geo

import (
	"math"
	"strconv"
)

// PathBuilder writes rings and lines as one SVG path of whole pixels with as few characters as the grammar allows (SVG 2,
// chapter 9.3): relative commands, the letter left out where it repeats, no separator before a minus sign. The zero value
// is ready for use.
type PathBuilder struct {
	buf []byte
	// at is the current point, which the next relative move starts from. After z it is the start of the closed ring.
	at pair
	// number tells that the text ends in a number, so that another one needs a separator.
	number bool
}

// pair is a place or a step in whole pixels.
type pair struct{ x, y int }

// Ring adds a closed ring. One that has no area in whole pixels is left out.
func (b *PathBuilder) Ring(ring []Vertex) {
	points := tidy(toPixels(ring), true)
	if len(points) < 3 {
		return
	}
	b.points(points)
	b.buf = append(b.buf, 'z')
	b.number = false
	b.at = points[0]
}

// Line adds an open line. One that has no length in whole pixels is left out.
func (b *PathBuilder) Line(line []Vertex) {
	points := tidy(toPixels(line), false)
	if len(points) < 2 {
		return
	}
	b.points(points)
	b.at = points[len(points)-1]
}

// String is the path's text, for the attribute d.
func (b *PathBuilder) String() string { return string(b.buf) }

func (b *PathBuilder) points(points []pair) {
	b.letter('m')
	b.step(pair{points[0].x - b.at.x, points[0].y - b.at.y})
	// After m's own pair, further pairs are lines: l needs no letter.
	command := byte('l')
	for i := 1; i < len(points); i++ {
		d := pair{points[i].x - points[i-1].x, points[i].y - points[i-1].y}
		want := byte('l')
		if d.x == 0 || d.y == 0 {
			var next *pair
			if i+1 < len(points) {
				next = &pair{points[i+1].x - points[i].x, points[i+1].y - points[i].y}
			}
			if straightPays(d, next, command) {
				want = 'v'
				if d.y == 0 {
					want = 'h'
				}
			}
		}
		if want != command {
			b.letter(want)
			command = want
		}
		switch want {
		case 'h':
			b.integer(d.x)
		case 'v':
			b.integer(d.y)
		default:
			b.step(d)
		}
	}
}

// straightPays tells whether h or v is shorter than l for a step along an axis. The letters to go there and back are
// paid for by the zero and its separator; a letter also saves the separator of a number without a minus sign. When equal,
// it stays with l.
func straightPays(d pair, next *pair, command byte) bool {
	if command != 'l' {
		return true
	}
	straight := 1                   // "h" instead of
	plain := 2 + separator(d.x+d.y) // the zero and its own separator
	if next != nil && next.x != 0 && next.y != 0 {
		straight += 1 - separator(next.x) // "l" again
	}
	return straight < plain
}

// separator is how many characters go between a number and n.
func separator(n int) int {
	if n < 0 {
		return 0
	}
	return 1
}

func (b *PathBuilder) letter(c byte) {
	b.buf = append(b.buf, c)
	b.number = false
}

func (b *PathBuilder) step(d pair) {
	b.integer(d.x)
	b.integer(d.y)
}

func (b *PathBuilder) integer(n int) {
	if b.number && n >= 0 {
		b.buf = append(b.buf, ' ')
	}
	b.buf = strconv.AppendInt(b.buf, int64(n), 10)
	b.number = true
}

func toPixels(points []Vertex) []pair {
	out := make([]pair, len(points))
	for i, v := range points {
		out[i] = pair{int(math.Round(v.X)), int(math.Round(v.Y))}
	}
	return out
}

// tidy removes points that rounding has made idle: repeated ones, those straight between two others, and the tips of
// spikes without width.
func tidy(points []pair, closed bool) []pair {
	var out []pair
	for _, p := range points {
		out = append(out, p)
		for len(out) > 1 {
			n := len(out)
			if out[n-1] == out[n-2] {
				out = out[:n-1]
			} else if n > 2 && idle(out[n-3], out[n-2], out[n-1], closed) {
				out = append(out[:n-2], out[n-1])
			} else {
				break
			}
		}
	}
	if !closed {
		return out
	}
	// Around the seam.
	for len(out) > 2 {
		n := len(out)
		switch {
		case out[n-1] == out[0]:
			out = out[:n-1]
		case idle(out[n-2], out[n-1], out[0], true):
			out = out[:n-1]
		case idle(out[n-1], out[0], out[1], true):
			out = out[1:]
		default:
			return out
		}
	}
	return out
}

// idle tells whether b adds nothing between a and c. On an open line a spike is seen, in a ring it isn't.
func idle(a, b, c pair, closed bool) bool {
	if (b.x-a.x)*(c.y-a.y) != (c.x-a.x)*(b.y-a.y) {
		return false
	}
	return closed || (b.x-a.x)*(c.x-b.x)+(b.y-a.y)*(c.y-b.y) >= 0
}
