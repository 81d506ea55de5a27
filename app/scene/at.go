package scene

import "bukti/app/scene/geo"

// At is a place on the map, in degrees, and how many times the map is enlarged
// about it. The zero value is the view as it is.
type At struct {
	Lon, Lat, Zoom float64
}

// MaxZoom is how far a map can be enlarged: the outlines have no more detail.
const MaxZoom = 12

// Window is the part of a base map that is looked at, in the base map's units.
type Window struct {
	X, Y, Width, Height float64
}

// Look returns the part of a frame that a place and an enlargement show. It never
// leaves the frame.
func Look(f geo.Frame, at At) Window {
	if at.Zoom <= 1 {
		return Window{0, 0, f.Width, f.Height}
	}
	w, h := f.Width/at.Zoom, f.Height/at.Zoom
	c := f.Project(geo.LonLat{Lon: at.Lon, Lat: at.Lat})
	return Window{clamp(c.X-w/2, 0, f.Width-w), clamp(c.Y-h/2, 0, f.Height-h), w, h}
}

// LookAt is the inverse of Look: the place in the middle of a window and its
// enlargement.
func LookAt(f geo.Frame, w Window) At {
	zoom := f.Width / w.Width
	if zoom < 1.01 { // what an address with two decimals can say
		return At{}
	}
	c := f.Unproject(geo.Point{X: w.X + w.Width/2, Y: w.Y + w.Height/2})
	return At{c.Lon, c.Lat, min(zoom, MaxZoom)}
}

// Zoomed returns the window enlarged by a factor about a point of the picture given
// in fractions, within the frame and the limits of enlargement.
func (w Window) Zoomed(f geo.Frame, factor, x, y float64) Window {
	width := clamp(w.Width/factor, f.Width/MaxZoom, f.Width)
	height := width * f.Height / f.Width
	return Window{
		clamp(w.X+(w.Width-width)*x, 0, f.Width-width),
		clamp(w.Y+(w.Height-height)*y, 0, f.Height-height),
		width, height,
	}
}

// Moved returns the window moved by fractions of itself, within the frame.
func (w Window) Moved(f geo.Frame, dx, dy float64) Window {
	w.X = clamp(w.X+dx*w.Width, 0, f.Width-w.Width)
	w.Y = clamp(w.Y+dy*w.Height, 0, f.Height-w.Height)
	return w
}

// frame is the frame of what the window shows, at the size of the whole.
func (w Window) frame(f geo.Frame) geo.Frame {
	k := f.Width / w.Width
	return geo.Frame{Projection: f.Projection, Scale: f.Scale * k, X: (f.X - w.X) * k, Y: (f.Y - w.Y) * k, Width: f.Width, Height: f.Height}
}

func clamp(v, low, high float64) float64 { return max(low, min(v, high)) }
