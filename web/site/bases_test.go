package site

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
	"bukti/app/story"
	"bukti/web/static/basemap"
)

func TestViewsShowTheirPlaces(t *testing.T) {
	for name, b := range builtSites(t) {
		s := b.loaded.Story
		for _, v := range s.Views {
			f := frame(s, v)
			if !v.Overview() {
				for _, corner := range []geo.LonLat{{Lon: v.West, Lat: v.South}, {Lon: v.East, Lat: v.South}, {Lon: v.West, Lat: v.North}, {Lon: v.East, Lat: v.North}} {
					at := f.Project(corner)
					assert.True(t, at.X > -1 && at.X < f.Width+1 && at.Y > -1 && at.Y < f.Height+1, "%s %s: %v", name, v.ID, at)
				}
				continue
			}
			for _, p := range stage(s) {
				at := f.Project(p)
				assert.True(t, at.X > 0.06*f.Width && at.X < 0.94*f.Width && at.Y > 0.06*f.Height && at.Y < 0.94*f.Height, "%s: %v is too near the edge", name, at)
			}
		}
	}
}

func TestBasesHaveLand(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	for _, base := range bases(builtSites(t)["real"].loaded.Story, world) {
		assert.NotEmpty(t, base.Land, base.View) // all of the picture, around Kursk
		assert.Greater(t, len(base.Borders), 100, base.View)
	}
}

// Even a story of one place, or of none, has a frame to draw in.
func TestFramesOfFewPlaces(t *testing.T) {
	capital := []story.PlaceRole{{Role: story.Capital}}
	said := []story.PlaceRole{{Role: story.SaidHere}}
	for name, places := range map[string][]story.Place{
		"none":                 {},
		"one":                  {{ID: "a", Lat: 47, Lon: -27, Roles: capital}},
		"one, spoken in only":  {{ID: "a", Lat: 47, Lon: -27, Roles: said}},
		"two at one point":     {{ID: "a", Lat: 47, Lon: -27, Roles: capital}, {ID: "b", Lat: 47, Lon: -27, Roles: capital}},
		"two on a parallel":    {{ID: "a", Lat: 10, Lon: 20, Roles: capital}, {ID: "b", Lat: 10, Lon: 40, Roles: capital}},
		"the pole":             {{ID: "a", Lat: 90, Lon: 0, Roles: capital}},
		"beside the date line": {{ID: "a", Lat: -18, Lon: 178.4, Roles: said}, {ID: "b", Lat: -14, Lon: -171.8, Roles: said}},
		"the ends of the map":  {{ID: "a", Lat: -60, Lon: -179, Roles: capital}, {ID: "b", Lat: 70, Lon: 179, Roles: capital}},
	} {
		t.Run(name, func(t *testing.T) {
			s := &story.Story{Places: places}
			f := frame(s, story.View{ID: "all"})
			for _, v := range []float64{f.Scale, f.X, f.Y} {
				require.False(t, math.IsNaN(v) || math.IsInf(v, 0), "%+v", f)
			}
			assert.Positive(t, f.Scale)
			assert.Equal(t, mapWidth*overviewRatio, f.Height)
			for _, p := range s.Places {
				assert.True(t, f.Contains(f.Project(geo.LonLat{Lon: p.Lon, Lat: p.Lat})), "%v", p)
			}
		})
	}
}

// Places on both sides of the antimeridian are near each other, the western one on the
// left, and a single place has a country around it.
func TestFramesAreOfTheRightSize(t *testing.T) {
	roles := []story.PlaceRole{{Role: story.Capital}}
	suva, apia := geo.LonLat{Lon: 178.4, Lat: -18.1}, geo.LonLat{Lon: -171.8, Lat: -13.8}
	f := frame(&story.Story{Places: []story.Place{{Lat: suva.Lat, Lon: suva.Lon, Roles: roles}, {Lat: apia.Lat, Lon: apia.Lon, Roles: roles}}}, story.View{ID: "all"})
	a, b := f.Project(suva), f.Project(apia)
	assert.Less(t, a.X, b.X)
	assert.Less(t, b.Y, a.Y, "north is above")
	earth := 6371.0
	assert.InDelta(t, 1150, math.Hypot(a.X-b.X, a.Y-b.Y)/f.Scale*earth, 30, "kilometres")

	f = frame(&story.Story{Places: []story.Place{{Lat: 53.5, Lon: 10, Roles: roles}}}, story.View{ID: "all"})
	assert.InDelta(t, 1100, f.Height/f.Scale*earth, 150, "kilometres")
}
