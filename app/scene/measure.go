package scene

// TextWidth estimates how wide a text is set at a font size, in the same unit as
// the size. It errs on the wide side: the widths are those of DejaVu Sans, among
// the widest of the sans-serif faces that systems come with, so that a label
// which fits here fits with the reader's own font too.
func TextWidth(s string, size float64) float64 {
	var em float64
	for _, r := range s {
		em += runeWidth(r)
	}
	return em * size
}

func runeWidth(r rune) float64 {
	switch {
	case r == 0x200b || r >= 0x200e && r <= 0x200f || r >= 0x2066 && r <= 0x2069:
		return 0
	case r == ' ' || r == 0xa0 || r == 0x202f || r == ',' || r == '.' || r == 'i' || r == 'l' || r == 'j' || r == ':' || r == '·':
		return 0.34
	case r == 'f' || r == 't' || r == 'r' || r == 'I' || r == '-' || r == '(' || r == ')' || r == '/':
		return 0.42
	case r == 'm' || r == 'w' || r == 'M' || r == 'W':
		return 0.99
	case r >= '0' && r <= '9', r >= 'a' && r <= 'z':
		return 0.635
	case r >= 'A' && r <= 'Z':
		return 0.75
	case r >= 0x400 && r < 0x500:
		return 0.74
	case r >= 0x1100 && r < 0x1200, r >= 0x2e80:
		return 1.02
	}
	return 0.68
}

// box is a rectangle in pixels.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) overlaps(c box) bool {
	return b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1
}

func (b box) inside(c box) bool {
	return b.x0 >= c.x0 && b.x1 <= c.x1 && b.y0 >= c.y0 && b.y1 <= c.y1
}
