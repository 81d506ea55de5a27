package scene

import "bukti/app/scene/geo"

// Base is the base map of one view: its frame and the outlines drawn in it.
type Base struct {
	View    string
	Frame   geo.Frame
	Land    string // an SVG path of closed coasts, in the frame's units
	Borders string // an SVG path of the lines between countries
}

// Bases are the base maps of a story's views.
type Bases []Base

// Of returns the base map of a view, or an empty one.
func (b Bases) Of(view string) Base {
	for i := range b {
		if b[i].View == view {
			return b[i]
		}
	}
	return Base{View: view}
}
