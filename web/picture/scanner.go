package picture

import (
	"image"
	"image/color"

	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// scanner is a rasterx.Scanner that works on no more of the picture than what is
// drawn: rasterx's own goes over all of it for every mark and letter.
type scanner struct {
	to     *image.RGBA
	ink    image.Uniform
	raster vector.Rasterizer
	path   []step
	extent fixed.Rectangle26_6
}

// step is a point of a path and whether the path starts anew there.
type step struct {
	fixed.Point26_6
	first bool
}

func newScanner(to *image.RGBA) *scanner { return &scanner{to: to} }

// Start implements rasterx.Scanner.
func (s *scanner) Start(a fixed.Point26_6) { s.add(a, true) }

// Line implements rasterx.Scanner.
func (s *scanner) Line(b fixed.Point26_6) { s.add(b, false) }

func (s *scanner) add(p fixed.Point26_6, first bool) {
	point := fixed.Rectangle26_6{Min: p, Max: p.Add(fixed.Point26_6{X: 1, Y: 1})}
	s.extent = s.extent.Union(point)
	s.path = append(s.path, step{p, first})
}

// Draw implements rasterx.Scanner.
func (s *scanner) Draw() {
	area := image.Rect(s.extent.Min.X.Floor(), s.extent.Min.Y.Floor(), s.extent.Max.X.Ceil(), s.extent.Max.Y.Ceil()).Intersect(s.to.Bounds())
	if area.Empty() {
		return
	}
	s.raster.Reset(area.Dx(), area.Dy())
	for _, p := range s.path {
		x, y := float32(p.X)/64-float32(area.Min.X), float32(p.Y)/64-float32(area.Min.Y)
		if p.first {
			s.raster.MoveTo(x, y)
		} else {
			s.raster.LineTo(x, y)
		}
	}
	s.raster.Draw(s.to, area, &s.ink, image.Point{})
}

// GetPathExtent implements rasterx.Scanner.
func (s *scanner) GetPathExtent() fixed.Rectangle26_6 { return s.extent }

// SetColor implements rasterx.Scanner. There are no gradients here, which would come
// as functions.
func (s *scanner) SetColor(c any) { s.ink.C = c.(color.Color) }

// Clear implements rasterx.Scanner.
func (s *scanner) Clear() { s.path, s.extent = s.path[:0], fixed.Rectangle26_6{} }

// SetBounds implements rasterx.Scanner: the bounds are the picture's.
func (s *scanner) SetBounds(int, int) { s.Clear() }

// SetWinding implements rasterx.Scanner: nothing here is filled by the other rule.
func (s *scanner) SetWinding(bool) {}

// SetClip implements rasterx.Scanner: nothing here is clipped.
func (s *scanner) SetClip(image.Rectangle) {}
