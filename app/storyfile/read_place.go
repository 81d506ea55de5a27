package storyfile

import (
	"fmt"
	"math"

	"bukti/app/story"
)

func readPlace(e entry) story.Place {
	r := e.record("lat", "lon", "precision", "roles")
	p := story.Place{
		ID:        e.id,
		Lat:       readLatitude(r.need("lat", "43.1155")),
		Lon:       readLongitude(r.need("lon", "131.8869")),
		Precision: story.Town,
	}
	if v := r.optional("precision"); v.given() {
		p.Precision = word(v, "precision", precisions)
	}
	roles := r.need("roles", "{arrival: [some-claim]}")
	for _, pair := range roles.pairs("a group of roles", oneOfThese("", words(story.Roles))) {
		v := roles.child(pair.node, pair.key, "role "+pair.key+" of "+e.noun, pair.at)
		if !known(pair.key, words(story.Roles)) {
			r.doc.report.add(pair.at, fmt.Sprintf("%q is not a role", pair.key), oneOfThese(pair.key, words(story.Roles)))
			continue
		}
		role := story.PlaceRole{Role: story.Role(pair.key), Claims: v.ids()}
		if len(role.Claims) == 0 && role.Role != story.Capital && kindOf(v.node) == "a list" {
			r.doc.report.add(pair.at, v.noun+" has no claim", "list the claims that name the place so, or remove the role")
		}
		p.Roles = append(p.Roles, role)
	}
	return p
}

func readRoute(e entry) story.Route {
	r := e.record("from", "to", "via", "mode", "claims")
	route := story.Route{
		ID:   e.id,
		From: r.need("from", "the id of a place").id(),
		To:   r.need("to", "the id of a place").id(),
		Mode: word(r.need("mode", "unknown"), "mode", modes),
	}
	for _, point := range r.optional("via").list("[[128.5, 39.6]]") {
		point.noun = "a point of via of " + e.noun
		route.Via = append(route.Via, readPoint(point))
	}
	route.Claims = r.needIDs("claims", "has no claim", "list the claims that speak of the journey, or remove the route")
	return route
}

// readPoint reads longitude and latitude, in GeoJSON's order.
func readPoint(v value) story.LonLat {
	pair := v.list("[128.5, 39.6]")
	if len(pair) == 2 {
		return story.LonLat{Lon: readLongitude(pair[0]), Lat: readLatitude(pair[1])}
	}
	if v.given() && kindOf(v.node) == "a list" {
		v.problem(fmt.Sprintf("%s has %d numbers", v.noun, len(pair)), "write two, longitude first: [128.5, 39.6]")
	}
	return story.LonLat{}
}

func readLatitude(v value) float64  { return readDegrees(v, "latitude", 90) }
func readLongitude(v value) float64 { return readDegrees(v, "longitude", 180) }

// readDegrees returns NaN for what is no number, so that no comparison with it holds.
func readDegrees(v value, kind string, limit float64) float64 {
	degrees, ok := v.number()
	if !ok {
		return math.NaN()
	}
	if degrees < -limit || degrees > limit {
		v.problem(fmt.Sprintf("%v is not a %s", degrees, kind), fmt.Sprintf("a %s goes from -%v to %v", kind, limit, limit))
	}
	return degrees
}
