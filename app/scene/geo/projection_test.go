package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// stage is the centre of the overview.
var stage = Projection{Lon0: 95, Lat0: 52}

// Source: d3-geo, geoAzimuthalEqualArea().rotate([-95, -52]).scale(1).translate([0, 0]), rounded to six decimals.
var projected = []struct {
	name  string
	place LonLat
	point Point
}{
	{"Pyongyang", LonLat{125.7547, 39.0339}, Point{0.406758, 0.141613}},
	{"Wonsan", LonLat{127.4436, 39.1528}, Point{0.426770, 0.130258}},
	{"Chongjin", LonLat{129.7756, 41.7956}, Point{0.436016, 0.074065}},
	{"Vladivostok", LonLat{131.8869, 43.1155}, Point{0.449775, 0.040336}},
	{"Ussuriysk", LonLat{131.9514, 43.8029}, Point{0.445064, 0.029080}},
	{"Khabarovsk", LonLat{135.0719, 48.4827}, Point{0.437525, -0.062827}},
	{"Blagoveshchensk", LonLat{127.5405, 50.2907}, Point{0.349129, -0.049992}},
	{"Ulan-Ude", LonLat{107.6098, 51.8335}, Point{0.135215, -0.008860}},
	{"Moscow", LonLat{37.6176, 55.7558}, Point{-0.494399, -0.281545}},
	{"Kursk", LonLat{36.1926, 51.7304}, Point{-0.555991, -0.241971}},
	{"Kyiv", LonLat{30.5234, 50.4501}, Point{-0.609680, -0.274296}},
	{"Seoul", LonLat{126.9780, 37.5665}, Point{0.431323, 0.158720}},
}

func TestProjectionAgreesWithD3(t *testing.T) {
	for _, c := range projected {
		got := stage.Forward(c.place)
		assert.InDelta(t, c.point.X, got.X, 1e-6, c.name)
		assert.InDelta(t, c.point.Y, got.Y, 1e-6, c.name)
		// Half of the table's last decimal is 0.00003°; degrees of longitude are up to twice as narrow here.
		back := stage.Inverse(c.point)
		assert.InDelta(t, c.place.Lon, back.Lon, 1e-4, c.name)
		assert.InDelta(t, c.place.Lat, back.Lat, 1e-4, c.name)
	}
}

// Source: Snyder, equations 24-2 to 24-4, and by reason: a quarter of Earth away is √2 from the centre.
func TestProjectionAtSpecialPlaces(t *testing.T) {
	for _, c := range []struct {
		p     Projection
		place LonLat
		point Point
	}{
		{stage, LonLat{95, 52}, Point{0, 0}},
		{Projection{}, LonLat{90, 0}, Point{math.Sqrt2, 0}},
		{Projection{}, LonLat{-90, 0}, Point{-math.Sqrt2, 0}},
		{Projection{}, LonLat{0, 90}, Point{0, -math.Sqrt2}},
		{Projection{}, LonLat{0, -90}, Point{0, math.Sqrt2}},
		{Projection{0, 90}, LonLat{0, 0}, Point{0, math.Sqrt2}},
		{Projection{0, 90}, LonLat{90, 0}, Point{math.Sqrt2, 0}},
		{Projection{170, 0}, LonLat{-130, 0}, Point{1, 0}}, // 60° across the antimeridian: 2 sin 30°
	} {
		got, back := c.p.Forward(c.place), c.p.Inverse(c.point)
		assert.InDelta(t, 0, math.Hypot(c.point.X-got.X, c.point.Y-got.Y), 1e-12, "%v of %v", c.p, c.place)
		assert.InDelta(t, 0, apart(c.place, back), 1e-6, "%v of %v", c.p, c.point)
	}
}

func TestProjectionOfTheOppositePlaceIsOnTheRim(t *testing.T) {
	for _, p := range []Projection{{}, {0, 90}, {180, 0}, stage} {
		q := p.Forward(LonLat{p.Lon0 + 180, -p.Lat0})
		assert.InDelta(t, 2, math.Hypot(q.X, q.Y), 1e-6, "%v", p)
	}
}

func TestInverseOutsideTheWorldIsOnItsRim(t *testing.T) {
	for _, q := range []Point{{2, 0}, {3, 0}, {0, 1e9}, {-5, 5}} {
		assert.InDelta(t, 180, apart(LonLat{95, 52}, stage.Inverse(q)), 1e-5, "%v", q)
	}
}

func TestProjectionThereAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		p, place := Projection{randomPlace(r).Lon, randomPlace(r).Lat}, randomPlace(r)
		thereAndBack(t, p, place)
	}
}

func FuzzProjection(f *testing.F) {
	f.Add(95.0, 52.0, 131.8869, 43.1155)
	f.Add(0.0, 90.0, 0.0, -89.0)
	f.Add(-180.0, 0.0, 180.0, 0.0)
	f.Add(95.0, 52.0, 1095.0, 90.0)
	f.Add(-180.0, 0.0, 540.0, 0.0) // wrap rounds to 180 itself
	f.Fuzz(func(t *testing.T, lon0, lat0, lon, lat float64) {
		if math.Abs(lat0) <= 90 && math.Abs(lat) <= 90 && math.Abs(lon0) <= 3600 && math.Abs(lon) <= 3600 {
			thereAndBack(t, Projection{lon0, lat0}, LonLat{lon, lat})
		}
	})
}

func thereAndBack(t *testing.T, p Projection, place LonLat) {
	t.Helper()
	q := p.Forward(place)
	if math.Hypot(q.X, q.Y) > 2+1e-9 {
		t.Fatalf("%v sends %v out of the world, to %v", p, place, q)
	}
	back := p.Inverse(q)
	if back.Lon < -180 || back.Lon > 180 || math.Abs(back.Lat) > 90 {
		t.Fatalf("%v reads %v as %v, which is not on Earth", p, q, back)
	}
	// Within a degree of the opposite place too few of the numbers' digits are left.
	if apart(LonLat{p.Lon0, p.Lat0}, place) < 179 && apart(place, back) > 1e-5 {
		t.Fatalf("%v sends %v to %v and back to %v", p, place, q, back)
	}
}

// Source: Archimedes; the part of the unit sphere between two parallels and two meridians.
func TestProjectionKeepsAreas(t *testing.T) {
	f := Frame{Projection: stage, Scale: 1}
	for lat := -80.0; lat < 90; lat += 10 {
		for lon := -20.0; lon <= 200; lon += 20 {
			cell := []LonLat{{lon, lat}, {lon + 5, lat}, {lon + 5, lat + 5}, {lon, lat + 5}}
			if apart(LonLat{95, 52}, cell[0]) > 130 {
				continue
			}
			want := 5 * radians * (math.Sin((lat+5)*radians) - math.Sin(lat*radians))
			assert.InEpsilon(t, want, Area(f.ProjectRing(cell, nil)), 0.002, "%v", cell[0])
		}
	}
}

func TestWrap(t *testing.T) {
	for in, want := range map[float64]float64{
		0: 0, 179.5: 179.5, 180: -180, -180: -180, 181: -179, -181: 179, 360: 0, 540: -180, -540: -180, 725: 5, -725: -5,
	} {
		assert.InDelta(t, want, wrap(in), 1e-12, "%v", in)
	}
}

// apart is the angle between two places on the sphere, in degrees.
func apart(a, b LonLat) float64 {
	v, w := toVector(a), toVector(b)
	return math.Atan2(v.cross(w).length(), v.dot(w)) / radians
}

// randomPlace is evenly spread over the sphere.
func randomPlace(r *rand.Rand) LonLat {
	return LonLat{r.Float64()*360 - 180, math.Asin(2*r.Float64()-1) / radians}
}
