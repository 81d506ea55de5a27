package export

import "bukti/app/story"

// featureCollection is a GeoJSON text (RFC 7946) with the story's own foreign
// members (section 6.1), named like those of claims.json.
type featureCollection struct {
	Type     string    `json:"type"`
	Story    string    `json:"story"`
	Version  string    `json:"version"`
	Licence  string    `json:"licence"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   geometry       `json:"geometry"`
	Properties map[string]any `json:"properties"` // encoding/json sorts the keys
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

// lonLat is a GeoJSON position: longitude first.
type lonLat [2]float64

type roleRecord struct {
	Role   story.Role `json:"role"`
	Claims []string   `json:"claims"` // who says so; none for a capital
}

// PlacesGeoJSON writes places as points and routes as lines. Names are properties
// of their own for each language ("name_en"), because programs for maps label by a
// property and cannot look into a group. A place's point is only as exact as its
// precision says, and a route's course is schematic: both are properties too.
func PlacesGeoJSON(p Publication) ([]byte, error) {
	s := p.Story
	f := featureCollection{Type: "FeatureCollection", Story: s.ID, Version: s.Version, Licence: s.Licence, Features: []feature{}}
	for i := range s.Places {
		f.Features = append(f.Features, p.placeFeature(&s.Places[i]))
	}
	for i := range s.Routes {
		f.Features = append(f.Features, p.routeFeature(&s.Routes[i]))
	}
	return indented(f)
}

func (p Publication) placeFeature(place *story.Place) feature {
	roles := []roleRecord{}
	for _, r := range place.Roles {
		roles = append(roles, roleRecord{r.Role, list(r.Claims)})
	}
	properties := map[string]any{"kind": "place", "id": place.ID, "precision": place.Precision, "roles": roles}
	for lang, name := range p.words("place." + place.ID) {
		properties["name_"+lang] = name
	}
	return feature{"Feature", "place/" + place.ID, geometry{"Point", lonLat{place.Lon, place.Lat}}, properties}
}

func (p Publication) routeFeature(r *story.Route) feature {
	properties := map[string]any{
		"kind": "route", "id": r.ID, "from": r.From, "to": r.To,
		"mode": r.Mode, "schematic": true, "claims": list(r.Claims),
	}
	for lang, note := range p.words("route." + r.ID) {
		properties["note_"+lang] = note
	}
	from, to := p.Story.Place(r.From), p.Story.Place(r.To)
	points := []lonLat{{from.Lon, from.Lat}}
	for _, at := range r.Via {
		points = append(points, lonLat{at.Lon, at.Lat})
	}
	points = append(points, lonLat{to.Lon, to.Lat})
	line := geometry{"LineString", points}
	if parts := cutAtAntimeridian(points); len(parts) > 1 {
		line = geometry{"MultiLineString", parts}
	}
	return feature{"Feature", "route/" + r.ID, line, properties}
}
