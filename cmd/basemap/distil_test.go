package main

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
)

func distilled(t *testing.T, source string) *world {
	t.Helper()
	topology, err := decodeTopology([]byte(source))
	require.NoError(t, err)
	w, err := distil(topology)
	require.NoError(t, err)
	return w
}

// Source: twoLands by hand; 95° E is 47500 units, 47° N 23500.
func TestDistil(t *testing.T) {
	w := distilled(t, twoLands)
	assert.Equal(t, &world{
		arcs: [][]point{
			{{47500, 28500}, {42500, 28500}, {42500, 23500}, {47500, 23500}}, // West's coast
			{{47500, 23500}, {52500, 23500}, {52500, 28500}, {47500, 28500}}, // East's
			{{47500, 23500}, {47500, 28500}},                                 // the border
		},
		land:      [][]int{{0, 1}},
		borders:   [][]int{{2}},
		countries: []country{{"East", [][]int{{^2, 1}}}, {"West", [][]int{{2, 0}}}},
	}, w)
}

func TestOnGrid(t *testing.T) {
	top := &topology{scale: [2]float64{0.0001, 0.0001}, translate: [2]float64{179.99, 0}}
	for _, c := range []struct {
		name string
		arc  [][2]int
		want []point
	}{
		{"nothing", nil, nil},
		{"points that fall together", [][2]int{{0, 0}, {3, 4}, {20, 0}, {22, 3}}, []point{{89995, 0}, {89996, 0}}},
		{"180° E is 180° W", [][2]int{{80, 0}, {100, 0}}, []point{{89999, 0}, {-90000, 0}}},
		{"to the nearest, south too", [][2]int{{0, -11}, {0, -29}}, []point{{89995, -1}}},
	} {
		assert.Equal(t, c.want, top.onGrid(c.arc), c.name)
	}
}

func TestDrop(t *testing.T) {
	w := &world{arcs: [][]point{
		{{0, 0}, {1, 0}, {1, 1}},
		{{1, 1}, {0, 0}},
		{{5, 5}},
		{{0, 0}, {1, 0}},
	}}
	for _, c := range []struct {
		name       string
		ring, want []int
	}{
		{"three points stay", []int{0, 1}, []int{0, 1}},
		{"an arc of one point goes", []int{0, ^2, 1}, []int{0, 1}},
		{"two points are no ring", []int{3, ^3}, nil},
		{"one point is no ring", []int{2}, nil},
	} {
		got := w.drop([][]int{c.ring})
		if c.want == nil {
			assert.Empty(t, got, c.name)
			continue
		}
		assert.Equal(t, [][]int{c.want}, got, c.name)
	}
}

func TestChain(t *testing.T) {
	w := &world{arcs: [][]point{
		{{0, 0}, {1, 0}},
		{{2, 0}, {1, 0}}, // against the first
		{{2, 0}, {3, 0}},
		{{9, 9}, {8, 8}}, // on its own
		{{-1, 0}, {0, 0}},
	}}
	got := w.chain([]int{0, 1, 2, 3, 4})
	assert.Equal(t, [][]int{{4, 0, ^1, 2}, {3}}, got)
}

func TestChainUsesEveryArcOnceAndHoldsTogether(t *testing.T) {
	// A net: three by three crossings with every arc between neighbours.
	w := &world{}
	var all []int
	for x := range 3 {
		for y := range 3 {
			for _, next := range []point{{x + 1, y}, {x, y + 1}} {
				all = append(all, len(w.arcs))
				w.arcs = append(w.arcs, []point{{x, y}, next})
			}
		}
	}
	var used []int
	for _, line := range w.chain(all) {
		for i, ref := range line {
			used = append(used, index(ref))
			if i > 0 {
				assert.Equal(t, w.start(^line[i-1]), w.start(ref), "%v", line)
			}
		}
	}
	slices.Sort(used)
	assert.Equal(t, all, used)
}

func TestEncodedWorldDecodes(t *testing.T) {
	w, err := geo.DecodeWorld(distilled(t, twoLands).encode())
	require.NoError(t, err)
	for _, c := range []struct {
		lon, lat float64
		want     string
	}{
		{90, 52, "West"},
		{100, 52, "East"},
		{80, 40, ""}, // the islet
		{110, 52, ""},
		{95, 60, ""},
	} {
		assert.Equal(t, c.want, w.Country(geo.LonLat{Lon: c.lon, Lat: c.lat}), "%v %v", c.lon, c.lat)
	}
	p := geo.Projection{Lon0: 95, Lat0: 52}
	f := geo.FitBox(p, 80, 42, 110, 62, 300, 200)
	_, borders := w.Draw(f, 0.5)
	south, north := f.Project(geo.LonLat{Lon: 95, Lat: 47}), f.Project(geo.LonLat{Lon: 95, Lat: 57})
	assert.Regexp(t, `^m150 \d+v-?\d+$`, borders, "one border, straight along the picture's middle, %v to %v", south, north)
}

// The way across the antimeridian survives, in both directions.
func TestEncodedWorldCrossesTheAntimeridian(t *testing.T) {
	w := &world{
		arcs:      [][]point{{{89000, 30000}, {-89000, 30000}, {-89000, 35000}, {89000, 35000}, {89000, 30000}}},
		land:      [][]int{{0}},
		countries: []country{{"Chukotka", [][]int{{0}}}},
	}
	decoded, err := geo.DecodeWorld(w.encode())
	require.NoError(t, err)
	for lon, want := range map[float64]string{180: "Chukotka", 179: "Chukotka", -179: "Chukotka", 170: "", -170: "", 0: ""} {
		assert.Equal(t, want, decoded.Country(geo.LonLat{Lon: lon, Lat: 65}), "%v", lon)
	}
}

func TestShortWay(t *testing.T) {
	for in, want := range map[int]int{0: 0, 89999: 89999, 90000: -90000, -90000: -90000, -90001: 89999, 179000: -1000, -179000: 1000} {
		assert.Equal(t, want, shortWay(in), "%d", in)
	}
}

func TestTheSameSourceGivesTheSameBytes(t *testing.T) {
	want := distilled(t, twoLands).encode()
	for range 20 {
		assert.Equal(t, want, distilled(t, twoLands).encode())
	}
	// The order of countries in the source has no part in it.
	topology, err := decodeTopology([]byte(twoLands))
	require.NoError(t, err)
	slices.Reverse(topology.countries)
	w, err := distil(topology)
	require.NoError(t, err)
	assert.Equal(t, want, w.encode())
	assert.Equal(t, provenance(distilled(t, twoLands), want), provenance(w, want))
}
