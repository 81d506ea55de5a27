package site

import (
	"math"
	"slices"

	"bukti/app/scene"
	"bukti/app/scene/geo"
	"bukti/app/story"
)

// Sizes of base maps in units, which are pixels at the greatest usual width.
const (
	mapWidth      = 720
	overviewRatio = 0.62 // height by width: the story's stage is wide
	tolerance     = 1.1  // least area of a triangle kept in an outline, square units
)

// bases draws the base map of each of the story's views.
func bases(s *story.Story, world *geo.World) scene.Bases {
	var all scene.Bases
	for _, v := range s.Views {
		f := frame(s, v)
		land, borders := world.Draw(f, tolerance)
		all = append(all, scene.Base{View: v.ID, Frame: f, Land: land, Borders: borders})
	}
	return all
}

// frame is the picture of a view. A view with a box shows the box, upright; the
// overview shows the story's stage.
func frame(s *story.Story, v story.View) geo.Frame {
	if !v.Overview() {
		p := geo.BoxCentre(v.West, v.South, v.East, v.North)
		// As tall as the box, between the overview's shape and a square.
		square := geo.FitBox(p, v.West, v.South, v.East, v.North, mapWidth, mapWidth)
		top, foot := square.Project(geo.LonLat{Lon: p.Lon0, Lat: v.North}), square.Project(geo.LonLat{Lon: p.Lon0, Lat: v.South})
		height := max(mapWidth*overviewRatio, min(mapWidth, foot.Y-top.Y))
		return geo.FitBox(p, v.West, v.South, v.East, v.North, mapWidth, math.Round(height))
	}
	points := stage(s)
	p := geo.Projection{Lon0: v.Centre.Lon, Lat0: v.Centre.Lat}
	if p == (geo.Projection{}) {
		p = centreOf(points)
	}
	return fitPoints(p, points)
}

// stage is the places that the overview shows: those with a part other than somebody's
// having spoken there; if there are none, those that claims speak of; if there are
// none either, all.
func stage(s *story.Story) []geo.LonLat {
	var points, named, all []geo.LonLat
	for i := range s.Places {
		p := &s.Places[i]
		at := geo.LonLat{Lon: p.Lon, Lat: p.Lat}
		all = append(all, at)
		if slices.ContainsFunc(s.Claims, func(c story.Claim) bool { return slices.Contains(c.Places, p.ID) }) {
			named = append(named, at)
		}
		if slices.ContainsFunc(p.Roles, func(r story.PlaceRole) bool { return r.Role != story.SaidHere }) {
			points = append(points, at)
		}
	}
	switch {
	case len(points) > 0:
		return points
	case len(named) > 0:
		return named
	}
	return all
}

// centreOf is the projection about the middle of the points' latitudes and of the
// shortest arc of longitudes that has them all, which may cross the antimeridian.
func centreOf(points []geo.LonLat) geo.Projection {
	if len(points) == 0 {
		return geo.Projection{}
	}
	var longitudes []float64
	south, north := 90.0, -90.0
	for _, at := range points {
		longitudes = append(longitudes, at.Lon)
		south, north = min(south, at.Lat), max(north, at.Lat)
	}
	slices.Sort(longitudes)
	// The arc is what the widest gap between neighbours leaves.
	west, east := longitudes[0], longitudes[len(longitudes)-1]
	widest := west + 360 - east
	for i, lon := range longitudes[1:] {
		if gap := lon - longitudes[i]; gap > widest {
			widest, west, east = gap, lon, longitudes[i]
		}
	}
	return geo.BoxCentre(west, south, east, north)
}

// Widths of the picture where places alone don't give one, in radii of the earth.
const (
	hemisphere = 2 * math.Sqrt2 // without any place
	surrounds  = 1000 / 6371.0  // of a single point, so that its coasts tell where it is
	least      = 13 / 6371.0    // of several: what lies nearer together is told apart by zooming
)

// fitPoints frames points with a margin for their names.
func fitPoints(p geo.Projection, points []geo.LonLat) geo.Frame {
	const room = 1 - 2*0.065
	height := mapWidth * overviewRatio
	f := geo.Frame{Projection: p, Scale: mapWidth / hemisphere, X: mapWidth / 2, Y: height / 2, Width: mapWidth, Height: height}
	if len(points) == 0 {
		return f
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, at := range points {
		q := p.Forward(at)
		x0, y0, x1, y1 = min(x0, q.X), min(y0, q.Y), max(x1, q.X), max(y1, q.Y)
	}
	f.Scale = min(mapWidth/least, mapWidth*room/(x1-x0), height*room/(y1-y0))
	if max(x1-x0, y1-y0) < 1e-9 {
		f.Scale = mapWidth / surrounds
	}
	f.X = mapWidth/2 - f.Scale*(x0+x1)/2
	f.Y = height/2 - f.Scale*(y0+y1)/2
	return f
}
