package geo

import "math"

// The scale bar's length as a part of the picture's width.
const (
	barMost   = 0.25
	barSample = 0.18
)

// ScaleBar is a round length (1, 2 or 5 times a power of ten km) for the frame's scale bar, and how many pixels it takes
// at the centre of the picture, from left to right. It is the longest that stays within a quarter of the width, so it
// takes at least a tenth: from 2 to 5 the steps are wider than any narrower band.
func ScaleBar(f Frame) (km, px float64) {
	// An equal-area projection cannot keep lengths; the bar is honest at the centre, so measure there, over about as many
	// pixels as it will take.
	half := barSample * f.Width / 2
	left := f.Unproject(Point{f.Width/2 - half, f.Height / 2})
	right := f.Unproject(Point{f.Width/2 + half, f.Height / 2})
	kmPerPx := Distance(left, right) / (2 * half)
	most := kmPerPx * barMost * f.Width
	if !(most > 0) || math.IsInf(most, 1) {
		return 0, 0
	}
	ten := math.Pow(10, math.Floor(math.Log10(most)))
	km = ten
	for _, step := range []float64{2, 5} {
		if step*ten <= most {
			km = step * ten
		}
	}
	return km, km / kmPerPx
}
