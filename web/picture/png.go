package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"github.com/fyne-io/oksvg"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"

	"bukti/app/scene"
)

// png draws the drawing's shapes, then its text letter by letter.
func (d *drawing) png(s *setter, ink palette) ([]byte, error) {
	shapes, err := oksvg.ReadIconStream(bytes.NewBufferString(head+">"+d.shapes.String()+"</svg>"), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("reading the shapes of a picture: %w", err)
	}
	picture := image.NewRGBA(image.Rect(0, 0, Width, Height))
	to := newScanner(picture)
	shapes.Draw(rasterx.NewDasher(Width, Height, to), 1)
	for _, l := range d.lines {
		if err := draw(to, s, l); err != nil {
			return nil, err
		}
	}
	if err := s.err(); err != nil {
		return nil, err
	}
	seams, err := ink.seams()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, reduced(picture, seams)); err != nil {
		return nil, fmt.Errorf("encoding a picture: %w", err)
	}
	return out.Bytes(), nil
}

// draw draws a line of text, over its halo if it has one.
func draw(to *scanner, s *setter, l line) error {
	runs, width := s.set(l.style, l.text)
	x := l.x
	switch l.anchor {
	case scene.Middle:
		x -= width / 2
	case scene.End:
		x -= width
	}
	var path rasterx.Path
	for _, run := range runs {
		scale := l.size / float64(run.Face.Upem())
		for _, g := range run.Glyphs {
			outline, _ := run.Face.GlyphDataOutline(g.GlyphID)
			dx, dy := x+float64(g.XOffset)/64, l.y-float64(g.YOffset)/64
			at := func(p opentype.SegmentPoint) fixed.Point26_6 {
				return rasterx.ToFixedP(dx+float64(p.X)*scale, dy-float64(p.Y)*scale)
			}
			add(&path, outline.Segments, at)
			x += float64(g.Advance) / 64
		}
	}
	paint := func(into rasterx.Adder, draw func(), colour string) error {
		c, err := parse(colour)
		if err != nil {
			return err
		}
		to.SetColor(c)
		path.AddTo(into)
		draw()
		return nil
	}
	if l.halo != "" {
		stroker := rasterx.NewStroker(Width, Height, to)
		stroker.SetStroke(fixed.Int26_6(haloWidth*64), 0, rasterx.RoundCap, rasterx.RoundCap, rasterx.RoundGap, rasterx.Round)
		if err := paint(stroker, stroker.Draw, l.halo); err != nil {
			return err
		}
		stroker.Clear()
	}
	filler := rasterx.NewFiller(Width, Height, to)
	defer filler.Clear()
	return paint(filler, filler.Draw, l.fill)
}

// add appends a letter's outline to a path.
func add(path *rasterx.Path, segments []opentype.Segment, at func(opentype.SegmentPoint) fixed.Point26_6) {
	for i, seg := range segments {
		switch seg.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				path.Stop(true)
			}
			path.Start(at(seg.Args[0]))
		case opentype.SegmentOpLineTo:
			path.Line(at(seg.Args[0]))
		case opentype.SegmentOpQuadTo:
			path.QuadBezier(at(seg.Args[0]), at(seg.Args[1]))
		case opentype.SegmentOpCubeTo:
			path.CubeBezier(at(seg.Args[0]), at(seg.Args[1]), at(seg.Args[2]))
		}
	}
	if len(segments) > 0 {
		path.Stop(true)
	}
}
