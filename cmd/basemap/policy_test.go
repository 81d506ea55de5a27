package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
	"bukti/web/static/basemap"
)

func TestPolicyAcceptsTheCommittedMap(t *testing.T) {
	w, err := basemap.World()
	require.NoError(t, err)
	assert.NoError(t, checkPolicy(w))
}

// A map in which every place of the policy is in the country that it must be in, but for one.
func TestPolicyRefusesEachPlaceElsewhere(t *testing.T) {
	for _, wrong := range policy {
		w := &world{}
		for _, p := range policy {
			name := p.country
			if p.place == wrong.place {
				name = "Elsewhere"
			}
			lon, lat := int(p.at.Lon*unitsPerDegree), int(p.at.Lat*unitsPerDegree)
			ref := len(w.arcs)
			w.arcs = append(w.arcs, []point{{lon - 50, lat - 50}, {lon + 50, lat - 50}, {lon + 50, lat + 50}, {lon - 50, lat + 50}, {lon - 50, lat - 50}})
			w.countries = append(w.countries, country{name, [][]int{{ref}}})
		}
		decoded, err := geo.DecodeWorld(w.encode())
		require.NoError(t, err)
		assert.EqualError(t, checkPolicy(decoded), `border policy: the source shows `+wrong.place+` in "Elsewhere", want "`+wrong.country+`"`)
	}
}

func TestProvenance(t *testing.T) {
	w := distilled(t, twoLands)
	text := provenance(w, w.encode())
	assert.Contains(t, text, source.Integrity)
	assert.Contains(t, text, "3 arcs with 10 points; 1 land rings, 1 border lines, 2 countries")
	assert.Contains(t, text, "1/500 degree")
	assert.NotRegexp(t, `\{[a-z0-9]+\}`, text, "a token was left")
	for _, p := range policy {
		assert.Contains(t, text, p.place)
	}
	assert.True(t, strings.HasSuffix(text, "\n"))
}
