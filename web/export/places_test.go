package export

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPlacesOfTheFictionalStory(t *testing.T) {
	p := fictional(t)
	out, err := PlacesGeoJSON(p)
	require.NoError(t, err)
	var f struct {
		Type, Story, Version, Licence string
		Features                      []json.RawMessage
	}
	require.NoError(t, json.Unmarshal(out, &f))
	assert.Equal(t, []string{"FeatureCollection", "lighthouse", "2026-11-24", "CC0-1.0"}, []string{f.Type, f.Story, f.Version, f.Licence})
	require.Len(t, f.Features, len(p.Story.Places)+len(p.Story.Routes))
	for _, tt := range []struct {
		at   int
		want string
	}{
		{0, `{"type": "Feature", "id": "place/lamphaven", "geometry": {"type": "Point", "coordinates": [-27.9, 46.9]}, "properties": {
			"kind": "place", "id": "lamphaven", "name_en": "Lamphaven", "name_id": "` + p.Texts["id"].Get("place.lamphaven") + `", "precision": "town",
			"roles": [{"role": "capital", "claims": []}, {"role": "departure", "claims": ["harbour-boats"]}, {"role": "said-here", "claims": ["harbour-fog"]}]}}`},
		{3, `{"type": "Feature", "id": "route/mail-boat", "geometry": {"type": "LineString", "coordinates": [[-27.9, 46.9], [-27.8, 47], [-27.6, 47.1], [-27.5031, 47.2142]]}, "properties": {
			"kind": "route", "id": "mail-boat", "from": "lamphaven", "to": "north-ledge", "mode": "ship", "schematic": true, "claims": ["harbour-boats"],
			"note_en": "` + p.Texts["en"].Get("route.mail-boat") + `", "note_id": "` + p.Texts["id"].Get("route.mail-boat") + `"}}`},
	} {
		assert.JSONEq(t, tt.want, string(f.Features[tt.at]))
	}
}

func TestPlacesKeepTexts(t *testing.T) {
	for name, text := range hardTexts {
		t.Run(name, func(t *testing.T) {
			out, err := PlacesGeoJSON(saying(text))
			require.NoError(t, err)
			var f featureCollection
			require.NoError(t, json.Unmarshal(out, &f))
			assert.Equal(t, text, f.Features[0].Properties["name_ar"])
			assert.Equal(t, text, f.Features[2].Properties["note_en"])
			assert.NotContains(t, string(out), "<")
		})
	}
}

func TestCutAtAntimeridian(t *testing.T) {
	for _, tt := range []struct {
		name  string
		line  []lonLat
		parts [][]lonLat
	}{
		{"far from it", []lonLat{{10, 0}, {20, 5}}, [][]lonLat{{{10, 0}, {20, 5}}}},
		{"half the Earth, not across", []lonLat{{-90, 0}, {90, 0}}, [][]lonLat{{{-90, 0}, {90, 0}}}},
		{"eastward", []lonLat{{170, 0}, {-170, 10}}, [][]lonLat{{{170, 0}, {180, 5}}, {{-180, 5}, {-170, 10}}}},
		{"westward", []lonLat{{-175, 3}, {170, 0}}, [][]lonLat{{{-175, 3}, {-180, 2}}, {{180, 2}, {170, 0}}}},
		{"there and back", []lonLat{{179, 1}, {-179, 1}, {179, 1}}, [][]lonLat{{{179, 1}, {180, 1}}, {{-180, 1}, {-179, 1}, {-180, 1}}, {{180, 1}, {179, 1}}}},
		{"along it", []lonLat{{180, 1}, {-180, 2}}, [][]lonLat{{{180, 1}, {180, 1}}, {{-180, 1}, {-180, 2}}}},
	} {
		assert.Equal(t, tt.parts, cutAtAntimeridian(tt.line), tt.name)
	}
}

func TestRouteAcrossTheAntimeridian(t *testing.T) {
	p := saying("x")
	p.Story.Places[0].Lon, p.Story.Places[1].Lon = 170, -170
	out, err := PlacesGeoJSON(p)
	require.NoError(t, err)
	assert.Contains(t, string(out), `"MultiLineString"`)
}

// A place without a position is a mistake of the program: storyfile lets none pass.
func TestNoPosition(t *testing.T) {
	p := saying("x")
	p.Story.Places[0].Lat = math.NaN()
	_, err := PlacesGeoJSON(p)
	require.Error(t, err)
}
