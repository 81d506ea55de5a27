package scene

// anchored is a place to try for a label: an anchor in fractions of the picture
// and a spot around it.
type anchored struct {
	x, y float64
	spot spot
}

// labelPlacer puts labels where they overlap nothing, at the narrowest of the
// widths and at all that are wider. A label that finds no room there is tried from
// the next width on, and left out when none has room: the list of places names it.
type labelPlacer struct {
	aspect float64 // height by width
	fixed  []fixed
	labels []Label
}

// fixed is an obstacle in fractions, moved sideways, with a half-size in pixels.
type fixed struct{ x, y, dx, halfWidth, halfHeight float64 }

func (p *labelPlacer) obstacle(x, y, halfWidth, halfHeight float64) {
	p.fixed = append(p.fixed, fixed{x, y, 0, halfWidth, halfHeight})
}

func (p *labelPlacer) try(l *Label, tries []anchored) {
	for i, from := range widths {
		for _, a := range tries {
			l.X, l.Y = a.x, a.y
			l.DX, l.DY, l.Anchor = a.spot.dx, a.spot.dy, a.spot.anchor
			l.Wide = 0
			if i > 0 {
				l.Wide = from
			}
			if p.free(*l, from) {
				p.labels = append(p.labels, *l)
				return
			}
		}
	}
}

// free tells whether a label stays in the picture and overlaps nothing at any width
// from one on.
func (p *labelPlacer) free(l Label, from float64) bool {
	b := p.grows(l.X, l.Y, l.box(0, 0))
	for _, w := range []float64{from, widest} {
		if !b.at(w).inside(box{2, 2, w - 2, w*p.aspect - 2}) {
			return false
		}
	}
	for _, f := range p.fixed {
		if b.overlaps(p.grows(f.x, f.y, box{f.dx - f.halfWidth, -f.halfHeight, f.dx + f.halfWidth, f.halfHeight}), from) {
			return false
		}
	}
	for _, o := range p.labels {
		if b.overlaps(p.grows(o.X, o.Y, o.box(0, 0)), max(from, o.Wide)) {
			return false
		}
	}
	return true
}

// growing is a box that keeps its size at a point that moves as a picture grows.
type growing struct {
	x, y float64 // px for each px of the picture's width
	box
}

func (p *labelPlacer) grows(x, y float64, b box) growing { return growing{x, y * p.aspect, b} }

func (g growing) at(w float64) box {
	return box{g.x*w + g.x0, g.y*w + g.y0, g.x*w + g.x1, g.y*w + g.y1}
}

// overlaps tells whether two boxes overlap at any width from one on. They do where each
// begins before the other ends, in both directions; every one of these four holds from
// some width on or up to some.
func (g growing) overlaps(o growing, from float64) bool {
	to := widest
	before := func(slope, gap float64) { // slope × width < gap
		switch {
		case slope > 0:
			to = min(to, gap/slope)
		case slope < 0:
			from = max(from, gap/slope)
		case gap <= 0:
			to = 0
		}
	}
	before(g.x-o.x, o.x1-g.x0)
	before(o.x-g.x, g.x1-o.x0)
	before(g.y-o.y, o.y1-g.y0)
	before(o.y-g.y, g.y1-o.y0)
	return from < to
}
