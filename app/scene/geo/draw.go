package geo

const (
	// bleed is by how many pixels the drawing goes beyond the frame, so that strokes along its cut edges stay out of sight.
	bleed = 4
	// speck is the area in square pixels below which an island or a lake is left out.
	speck = 1.5
)

// Draw is the world in a frame, as two SVG paths in whole pixels: land, to be filled (its outline is the coast), and the
// borders between countries, to be stroked without fill. No coast is in both.
//
// The tolerance is the area in square pixels below which a bend is left out; see SimplifyRing. 0.5 looks as detailed as
// whole pixels can show, 1 or 2 is lighter.
func (w *World) Draw(f Frame, tolerance float64) (land, borders string) {
	return w.drawLand(f, tolerance), w.drawBorders(f, tolerance)
}

func (w *World) drawLand(f Frame, tolerance float64) string {
	var path PathBuilder
	box := f.Box(bleed)
	opposite := LonLat{wrap(f.Lon0 + 180), -f.Lat0}
	for _, refs := range w.land {
		places, joints := w.walk(refs)
		places = places[:len(places)-1]
		if len(refs) > 1 {
			joints = append([]int{0}, joints...)
		}
		ring := f.ProjectRing(places, joints)
		if ring == nil {
			continue
		}
		if around(places, opposite) {
			// Seen from the other side, the land is what the ring does not go around.
			path.Ring(box.ring())
		}
		ring = box.ClipRing(ring)
		if Area(ring) >= speck {
			path.Ring(SimplifyRing(ring, tolerance))
		}
	}
	return path.String()
}

func (w *World) drawBorders(f Frame, tolerance float64) string {
	var path PathBuilder
	box := f.Box(bleed)
	for _, refs := range w.borders {
		for _, seen := range f.ProjectLine(w.walk(refs)) {
			for _, piece := range box.ClipLine(seen) {
				path.Line(SimplifyLine(piece, tolerance))
			}
		}
	}
	return path.String()
}

// ring is the box's own outline, in the direction that has the inside on the right.
func (b Box) ring() []Vertex {
	return []Vertex{
		{Point{b.Left, b.Top}, true},
		{Point{b.Right, b.Top}, true},
		{Point{b.Right, b.Bottom}, true},
		{Point{b.Left, b.Bottom}, true},
	}
}
