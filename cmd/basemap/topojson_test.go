package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// twoLands is an island of 20° by 10° with a border through its middle, and an islet that belongs to East and is too small
// for the base map's grid. By the TopoJSON specification 1.0: arcs in deltas, degrees = units · scale + translate.
const twoLands = `{
	"type": "Topology",
	"transform": {"scale": [0.5, 0.25], "translate": [80, 40]},
	"arcs": [
		[[30, 28], [0, 40]],
		[[30, 68], [-20, 0], [0, -40], [20, 0]],
		[[30, 28], [20, 0], [0, 40], [-20, 0]],
		[[0, 0], [0, 0], [0, 0], [0, 0]]
	],
	"objects": {
		"land": {"type": "GeometryCollection", "geometries": [
			{"type": "MultiPolygon", "arcs": [[[1, 2]], [[3]]]}
		]},
		"countries": {"type": "GeometryCollection", "geometries": [
			{"type": "Polygon", "properties": {"name": "West"}, "arcs": [[0, 1]]},
			{"type": "MultiPolygon", "properties": {"name": "East"}, "arcs": [[[-1, 2]], [[3]]]}
		]}
	}
}`

func TestDecodeTopology(t *testing.T) {
	got, err := decodeTopology([]byte(twoLands))
	require.NoError(t, err)
	assert.Equal(t, &topology{
		scale:     [2]float64{0.5, 0.25},
		translate: [2]float64{80, 40},
		arcs: [][][2]int{
			{{30, 28}, {30, 68}},
			{{30, 68}, {10, 68}, {10, 28}, {30, 28}},
			{{30, 28}, {50, 28}, {50, 68}, {30, 68}},
			{{0, 0}, {0, 0}, {0, 0}, {0, 0}},
		},
		land:      [][]int{{1, 2}, {3}},
		countries: []country{{"West", [][]int{{0, 1}}}, {"East", [][]int{{-1, 2}, {3}}}},
	}, got)
}

func TestDecodeTopologyRefusesWhatItCannotUse(t *testing.T) {
	const head = `{"type": "Topology", "transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [[[0, 0], [1, 1]]], "objects": `
	const square = `{"geometries": [{"type": "Polygon", "arcs": [[0]], "properties": {"name": "Here"}}]}`
	for _, c := range []struct{ name, data, want string }{
		{"not JSON", `<html>`, "invalid character"},
		{"GeoJSON", `{"type": "FeatureCollection", "features": []}`, "not a quantised TopoJSON topology"},
		{"not quantised", `{"type": "Topology", "arcs": []}`, "not a quantised TopoJSON topology"},
		{"no objects", head + `{}}`, "land and countries are missing or empty"},
		{"no countries", head + `{"land": ` + square + `}}`, "land and countries are missing or empty"},
		{"no land", head + `{"countries": ` + square + `}}`, "land and countries are missing or empty"},
		{"a line", head + `{"land": {"geometries": [{"type": "LineString", "arcs": [0], "properties": {"name": "Here"}}]}}}`, `"LineString" of "Here" is not an area`},
		{"an arc that is not there", head + `{"land": {"geometries": [{"type": "Polygon", "arcs": [[1]]}]}}}`, "refers to arc 1 of 1"},
		{"an arc that is not there, backwards", head + `{"land": ` + square + `, "countries": {"geometries": [{"type": "MultiPolygon", "arcs": [[[-2]]], "properties": {"name": "Far"}}]}}}`, `"Far" refers to arc 1 of 1`},
		{"arcs of the wrong depth", head + `{"land": {"geometries": [{"type": "Polygon", "arcs": [0]}]}}}`, "cannot unmarshal"},
	} {
		_, err := decodeTopology([]byte(c.data))
		assert.ErrorContains(t, err, c.want, c.name)
	}
}

func TestIndex(t *testing.T) {
	for ref, want := range map[int]int{0: 0, 7: 7, ^0: 0, ^7: 7} {
		assert.Equal(t, want, index(ref), "%d", ref)
	}
}
