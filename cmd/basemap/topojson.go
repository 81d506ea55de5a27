package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

// topology is what the base map needs of a quantised TopoJSON file (format version 1.0): arcs in whole units, and for the
// land and each country its rings as references to arcs (the index's complement: backwards).
type topology struct {
	scale, translate [2]float64 // degrees = units · scale + translate
	arcs             [][][2]int
	land             [][]int
	countries        []country
}

type country struct {
	name  string
	rings [][]int
}

func decodeTopology(data []byte) (*topology, error) {
	type geometry struct {
		Type       string          `json:"type"`
		Arcs       json.RawMessage `json:"arcs"`
		Properties struct {
			Name string `json:"name"`
		} `json:"properties"`
	}
	type collection struct {
		Geometries []geometry `json:"geometries"`
	}
	var file struct {
		Type      string `json:"type"`
		Transform *struct {
			Scale     [2]float64 `json:"scale"`
			Translate [2]float64 `json:"translate"`
		} `json:"transform"`
		Arcs    [][][2]int `json:"arcs"`
		Objects struct {
			Land      collection `json:"land"`
			Countries collection `json:"countries"`
		} `json:"objects"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	if file.Type != "Topology" || file.Transform == nil {
		return nil, errors.New("not a quantised TopoJSON topology")
	}
	t := &topology{scale: file.Transform.Scale, translate: file.Transform.Translate, arcs: file.Arcs}
	for _, arc := range t.arcs {
		for i := 1; i < len(arc); i++ { // from deltas
			arc[i][0] += arc[i-1][0]
			arc[i][1] += arc[i-1][1]
		}
	}
	rings := func(g geometry) (rings [][]int, err error) {
		switch g.Type {
		case "Polygon":
			err = json.Unmarshal(g.Arcs, &rings)
		case "MultiPolygon":
			var polygons [][][]int
			err = json.Unmarshal(g.Arcs, &polygons)
			for _, polygon := range polygons {
				rings = append(rings, polygon...)
			}
		default:
			err = fmt.Errorf("geometry %q of %q is not an area", g.Type, g.Properties.Name)
		}
		for _, ring := range rings {
			for _, ref := range ring {
				if index(ref) >= len(t.arcs) {
					return nil, fmt.Errorf("%q refers to arc %d of %d", g.Properties.Name, index(ref), len(t.arcs))
				}
			}
		}
		return rings, err
	}
	for _, g := range file.Objects.Land.Geometries {
		r, err := rings(g)
		if err != nil {
			return nil, err
		}
		t.land = append(t.land, r...)
	}
	for _, g := range file.Objects.Countries.Geometries {
		r, err := rings(g)
		if err != nil {
			return nil, err
		}
		t.countries = append(t.countries, country{g.Properties.Name, r})
	}
	if len(t.land) == 0 || len(t.countries) == 0 {
		return nil, errors.New("the objects land and countries are missing or empty")
	}
	return t, nil
}

// index is the arc that a reference stands for, whichever way it is walked.
func index(ref int) int { return max(ref, ^ref) }
