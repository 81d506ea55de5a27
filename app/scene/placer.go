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

// fixed is an obstacle in fractions with a half-size in pixels.
type fixed struct{ x, y, halfWidth, halfHeight float64 }

func (p *labelPlacer) obstacle(x, y, halfWidth, halfHeight float64) {
	p.fixed = append(p.fixed, fixed{x, y, halfWidth, halfHeight})
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
			if p.free(*l, widths[i:]) {
				p.labels = append(p.labels, *l)
				return
			}
		}
	}
}

// free tells whether a label overlaps nothing at the given widths and, since
// labels beside each other can change sides between two widths, half-way too.
func (p *labelPlacer) free(l Label, at []float64) bool {
	for i, w := range at {
		if !p.freeAt(l, w) {
			return false
		}
		if i+1 < len(at) && !p.freeAt(l, (w+at[i+1])/2) {
			return false
		}
	}
	return true
}

func (p *labelPlacer) freeAt(l Label, w float64) bool {
	h := w * p.aspect
	b := l.box(l.X*w, l.Y*h)
	if !b.inside(box{2, 2, w - 2, h - 2}) {
		return false
	}
	for _, f := range p.fixed {
		if b.overlaps(box{f.x*w - f.halfWidth, f.y*h - f.halfHeight, f.x*w + f.halfWidth, f.y*h + f.halfHeight}) {
			return false
		}
	}
	for _, o := range p.labels {
		if o.Wide <= w && b.overlaps(o.box(o.X*w, o.Y*h)) {
			return false
		}
	}
	return true
}
