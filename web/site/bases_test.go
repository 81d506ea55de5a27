package site

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
	"bukti/app/story"
	"bukti/app/storyfile"
	"bukti/stories"
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

// The first map that an editor sees has more than sea.
func TestStarterHasLand(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	loaded, problems := storyfile.Load(stories.Starter())
	require.Empty(t, problems)
	for _, base := range bases(loaded.Story, world) {
		assert.Greater(t, len(base.Land), 1000, base.View)
	}
}

// Even a story of one place, or of none, has a frame to draw in.
func TestFramesOfFewPlaces(t *testing.T) {
	capital := []story.PlaceRole{{Role: story.Capital}}
	said := []story.PlaceRole{{Role: story.SaidHere}}
	for name, places := range map[string][]story.Place{
		"none":                {},
		"across the far side": {{ID: "a", Lat: -18.14, Lon: 178.44, Roles: capital}, {ID: "b", Lat: -13.83, Lon: -171.76, Roles: capital}},
		"one":                 {{ID: "a", Lat: 47, Lon: -27, Roles: capital}},
		"one, spoken in only": {{ID: "a", Lat: 47, Lon: -27, Roles: said}},
		"two at one point":    {{ID: "a", Lat: 47, Lon: -27, Roles: capital}, {ID: "b", Lat: 47, Lon: -27, Roles: capital}},
		"two on a parallel":   {{ID: "a", Lat: 10, Lon: 20, Roles: capital}, {ID: "b", Lat: 10, Lon: 40, Roles: capital}},
		"the pole":            {{ID: "a", Lat: 90, Lon: 0, Roles: capital}},
		"the ends of the map": {{ID: "a", Lat: -60, Lon: -179, Roles: capital}, {ID: "b", Lat: 70, Lon: 179, Roles: capital}},
	} {
		t.Run(name, func(t *testing.T) {
			s := &story.Story{Places: places}
			f := frame(s, story.View{ID: "all"})
			for _, v := range []float64{f.Scale, f.X, f.Y} {
				require.False(t, math.IsNaN(v) || math.IsInf(v, 0), "%+v", f)
			}
			assert.Positive(t, f.Scale)
			assert.Equal(t, mapWidth*overviewRatio, f.Height)
			for _, p := range stage(s) {
				assert.True(t, f.Contains(f.Project(p)), "%v", p)
			}
		})
	}
}

// The overview is as wide as the places need, whichever of them it shows.
func TestOverviews(t *testing.T) {
	const radius = 6371 // km
	said := []story.PlaceRole{{Role: story.SaidHere}}
	capital := []story.PlaceRole{{Role: story.Capital}}
	place := func(id string, lon, lat float64, roles []story.PlaceRole) story.Place {
		return story.Place{ID: id, Lon: lon, Lat: lat, Roles: roles}
	}
	for _, test := range []struct {
		name     string
		places   []story.Place
		named    []string // by a claim
		shown    int
		lon, lat float64 // of the centre
		width    float64 // km, at most a hundredth off
	}{
		{"no place", nil, nil, 0, 0, 0, 18020},
		{"a place with a part", []story.Place{place("a", 10, 54, capital)}, nil, 1, 10, 54, 1000},
		{"a place spoken in and of", []story.Place{place("a", 10, 54, said), place("b", 60, 0, said)}, []string{"a"}, 1, 10, 54, 1000},
		{"a place spoken in only", []story.Place{place("a", 10, 54, said)}, nil, 1, 10, 54, 1000},
		{"one point on the antimeridian", []story.Place{place("a", 180, 0, capital), place("b", -180, 0, capital)}, nil, 2, -180, 0, 1000},
		{"parts before what is spoken of", []story.Place{place("a", 10, 54, capital), place("b", 60, 0, said)}, []string{"b"}, 1, 10, 54, 1000},
		{"two on the equator", []story.Place{place("a", 10, 0, capital), place("b", 20, 0, capital)}, nil, 2, 15, 0, 1277},
		{"Suva and Apia", []story.Place{place("suva", 178.44, -18.14, capital), place("apia", -171.76, -13.83, capital)}, nil, 2, -176.66, -15.985, 1202},
		{"three around the Pacific", []story.Place{place("a", 140, 0, capital), place("b", -100, 0, capital), place("c", -170, 0, capital)}, nil, 3, -160, 0, 14646},
		{"within a town", []story.Place{place("a", 10, 54, capital), place("b", 10.001, 54, capital)}, nil, 2, 10.0005, 54, 13},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := &story.Story{Places: test.places, Claims: []story.Claim{{ID: "c", Places: test.named}}}
			assert.Len(t, stage(s), test.shown)
			f := frame(s, story.View{ID: "all"})
			assert.InDelta(t, test.lon, f.Lon0, 1e-9)
			assert.InDelta(t, test.lat, f.Lat0, 1e-9)
			assert.InEpsilon(t, test.width, f.Width/f.Scale*radius, 0.01)
		})
	}
}
