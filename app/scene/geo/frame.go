package geo

import "math"

// Frame is a picture's window on a projection: pixel = X + Scale·x, Y + Scale·y. X and Y are the pixel of the
// projection's centre; the picture reaches from (0, 0) to (Width, Height).
type Frame struct {
	Projection
	Scale, X, Y, Width, Height float64
}

// Overview frames the story's whole stage, from Ukraine to Korea and from the Arctic coast to China, with the projection
// centred at 95° E 52° N. The proportions were found by eye.
func Overview(p Projection, width float64) Frame {
	return Frame{
		Projection: p,
		Scale:      width / 1.22,
		X:          0.53 * width,
		Y:          0.58 * math.Round(0.62*width),
		Width:      width,
		Height:     math.Round(0.62 * width),
	}
}

// Project is the pixel of a place. It may lie outside the frame.
func (f Frame) Project(place LonLat) Point {
	return f.pixel(f.Forward(place))
}

// pixel is where a point of the projection's plane is in the picture.
func (f Frame) pixel(p Point) Point { return Point{f.X + f.Scale*p.X, f.Y + f.Scale*p.Y} }

// Unproject is the place at a pixel.
func (f Frame) Unproject(pixel Point) LonLat {
	return f.Inverse(Point{(pixel.X - f.X) / f.Scale, (pixel.Y - f.Y) / f.Scale})
}

// Contains tells whether a pixel lies in the picture, its edges included.
func (f Frame) Contains(pixel Point) bool { return f.Box(0).Contains(pixel) }

// Box is the picture's rectangle grown by a margin, in pixels, on every side.
func (f Frame) Box(margin float64) Box {
	return Box{-margin, -margin, f.Width + margin, f.Height + margin}
}
