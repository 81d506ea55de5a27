package geo

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDistance(t *testing.T) {
	place := map[string]LonLat{}
	for _, p := range projected {
		place[p.name] = p.place
	}
	// Source: geographiclib, geodesic on WGS84, rounded to 0.1 km.
	for _, c := range []struct {
		from, to string
		km       float64
	}{
		{"Wonsan", "Vladivostok", 576.8},
		{"Chongjin", "Vladivostok", 227.3},
		{"Pyongyang", "Vladivostok", 686.0},
		{"Vladivostok", "Kursk", 6751.5},
		{"Khabarovsk", "Kursk", 6510.0},
		{"Ulan-Ude", "Kursk", 4722.3},
		{"Kursk", "Kyiv", 421.8},
		{"Pyongyang", "Seoul", 194.9},
		{"Pyongyang", "Moscow", 6429.4},
	} {
		assert.InDelta(t, c.km, Distance(place[c.from], place[c.to]), 0.1, "%s to %s", c.from, c.to)
		assert.InDelta(t, c.km, Distance(place[c.to], place[c.from]), 0.1, "%s to %s", c.to, c.from)
	}
}

// Source: the ellipsoid's own constants: the equator is 2π·6378.137 km, a quarter meridian 10001.965729 km.
func TestDistanceOnTheGrid(t *testing.T) {
	for _, c := range []struct {
		a, b LonLat
		km   float64
	}{
		{LonLat{37, 55}, LonLat{37, 55}, 0},
		{LonLat{180, 10}, LonLat{-180, 10}, 0},
		{LonLat{0, 0}, LonLat{1, 0}, 111.319491},
		{LonLat{0, 0}, LonLat{90, 0}, 10018.754171},
		{LonLat{179.5, 0}, LonLat{-179.5, 0}, 111.319491},
		{LonLat{25, 0}, LonLat{25, 90}, 10001.965729},
		{LonLat{0, 90}, LonLat{70, -90}, 20003.931459},
		{LonLat{12, 90}, LonLat{170, 90}, 0},
	} {
		assert.InDelta(t, c.km, Distance(c.a, c.b), 1e-5, "%v to %v", c.a, c.b)
	}
}

func TestDistanceOfNearlyOppositePlaces(t *testing.T) {
	for _, c := range []struct {
		a, b LonLat
		km   float64
	}{
		{LonLat{0, 0}, LonLat{180, 0}, 20003.931}, // along a meridian, which is shorter than the equator
		{LonLat{0, 0}, LonLat{179.9, 0.1}, 20000}, // half of Earth, less a few km
	} {
		assert.InEpsilon(t, c.km, Distance(c.a, c.b), 0.006, "%v to %v", c.a, c.b)
	}
}

func TestDistanceIsNearTheSpheresAndEvenHanded(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 5000 {
		a, b := randomPlace(r), randomPlace(r)
		km := Distance(a, b)
		assert.InEpsilon(t, apart(a, b)*radians*meanRadius, km, 0.006, "%v to %v", a, b)
		assert.InDelta(t, km, Distance(b, a), 1e-6, "%v to %v", a, b)
	}
}
