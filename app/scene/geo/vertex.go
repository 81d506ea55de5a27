package geo

// Vertex is a point of a ring or a line on its way through the pipeline, in pixels.
type Vertex struct {
	Point
	// Keep tells SimplifyRing and SimplifyLine to leave the point where it is: borders meet here, or the frame's edge cut
	// the line here.
	Keep bool
}

// Area of a ring, without regard to its direction, in square pixels.
func Area(ring []Vertex) float64 {
	var twice float64
	for i, v := range ring {
		w := ring[(i+1)%len(ring)]
		twice += v.X*w.Y - w.X*v.Y
	}
	if twice < 0 {
		twice = -twice
	}
	return twice / 2
}
