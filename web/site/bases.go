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
// overview shows every place that has a part other than somebody's having spoken
// there, or, where none has, every place.
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

func stage(s *story.Story) []geo.LonLat {
	var all, points []geo.LonLat
	for _, p := range s.Places {
		at := geo.LonLat{Lon: p.Lon, Lat: p.Lat}
		all = append(all, at)
		if slices.ContainsFunc(p.Roles, func(r story.PlaceRole) bool { return r.Role != story.SaidHere }) {
			points = append(points, at)
		}
	}
	if len(points) == 0 {
		return all
	}
	return points
}

// centreOf is the projection about the middle of the points' latitudes and of the
// smallest arc that has all their longitudes.
func centreOf(points []geo.LonLat) geo.Projection {
	if len(points) == 0 {
		return geo.Projection{}
	}
	var lons []float64
	south, north := 90.0, -90.0
	for _, at := range points {
		lons = append(lons, at.Lon)
		south, north = min(south, at.Lat), max(north, at.Lat)
	}
	slices.Sort(lons)
	// The arc begins behind the widest gap.
	west, east := lons[0], lons[len(lons)-1]
	widest := west + 360 - east
	for i := 1; i < len(lons); i++ {
		if gap := lons[i] - lons[i-1]; gap > widest {
			widest, west, east = gap, lons[i], lons[i-1]
		}
	}
	return geo.BoxCentre(west, south, east, north)
}

// fitPoints frames points with a margin for their names.
func fitPoints(p geo.Projection, points []geo.LonLat) geo.Frame {
	const margin = 0.065
	height := mapWidth * overviewRatio
	f := geo.Frame{Projection: p, Scale: 1, X: mapWidth / 2, Y: height / 2, Width: mapWidth, Height: height}
	if len(points) == 0 {
		f.Scale = height / 4 // the whole earth: a disc with a radius of 2
		return f
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, at := range points {
		q := p.Forward(at)
		x0, y0, x1, y1 = min(x0, q.X), min(y0, q.Y), max(x1, q.X), max(y1, q.Y)
	}
	least := 0.002 // about 13 km
	if x0 == x1 && y0 == y1 {
		least = 0.15 // about 1,000 km: the outlines have no more to tell around a single place
	}
	room := 1 - 2*margin
	f.Scale = min(mapWidth*room/max(x1-x0, least), height*room/max(y1-y0, least))
	f.X = mapWidth/2 - f.Scale*(x0+x1)/2
	f.Y = height/2 - f.Scale*(y0+y1)/2
	return f
}
