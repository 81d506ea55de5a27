package basemap

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"regexp"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
)

func world(t testing.TB) *geo.World {
	w, err := World()
	require.NoError(t, err)
	require.NotNil(t, w)
	return w
}

// Source: the border policy of PROVENANCE.md, and for the rest d3-geo's geoContains on the same source.
func TestBorders(t *testing.T) {
	for _, c := range []struct {
		place    string
		lon, lat float64
		country  string
	}{
		{"Simferopol", 34.10, 44.95, "Ukraine"},
		{"Sevastopol", 33.52, 44.60, "Ukraine"},
		{"Kerch", 36.47, 45.36, "Ukraine"},
		{"Donetsk", 37.80, 48.00, "Ukraine"},
		{"Kunashir", 145.86, 44.04, "Russia"},
		{"Laayoune", -13.20, 27.15, "W. Sahara"},
		{"Kursk", 36.19, 51.73, "Russia"},
		{"Pyongyang", 125.7547, 39.0339, "North Korea"},
		{"Seoul", 126.9780, 37.5665, "South Korea"},
		{"Vladivostok", 131.8869, 43.1155, "Russia"},
		{"Kyiv", 30.5234, 50.4501, "Ukraine"},
		{"Chukotka, east of the antimeridian", -175, 66.5, "Russia"},
		{"the south pole", 0, -89.9, "Antarctica"},
		{"the Sea of Okhotsk", 149, 54, ""},
		{"Lake Baikal's own country", 107, 56, "Russia"},
		{"the Pacific", -140, 0, ""},
		{"the north pole", 0, 90, ""},
	} {
		assert.Equal(t, c.country, world(t).Country(geo.LonLat{Lon: c.lon, Lat: c.lat}), c.place)
	}
}

func TestWorldIsDecodedOnce(t *testing.T) {
	assert.Same(t, world(t), world(t))
}

func TestProvenanceIsOfThisFile(t *testing.T) {
	text, err := os.ReadFile("PROVENANCE.md")
	require.NoError(t, err)
	stated := regexp.MustCompile("`world.bin`, ([0-9]+) bytes, SHA-256 `([0-9a-f]{64})`").FindStringSubmatch(string(text))
	require.NotNil(t, stated, "PROVENANCE.md states no size and sum")
	onDisk, err := os.ReadFile("world.bin")
	require.NoError(t, err)
	for _, data := range [][]byte{onDisk, encoded} {
		assert.Equal(t, stated[1], fmt.Sprint(len(data)))
		assert.Equal(t, stated[2], fmt.Sprintf("%x", sha256.Sum256(data)))
	}
}

// The overview is in every page, so its size is everybody's waiting time.
func TestOverviewIsLight(t *testing.T) {
	land, borders := world(t).Draw(geo.Overview(geo.Projection{Lon0: 95, Lat0: 52}, 720), 1.1)
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	_, err := w.Write([]byte(land + borders))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	t.Logf("%d bytes, %d in brotli", len(land)+len(borders), out.Len())
	assert.LessOrEqual(t, out.Len(), 4500)
	assert.Greater(t, out.Len(), 2000, "the coasts are there")
}

func BenchmarkDecode(b *testing.B) {
	b.SetBytes(int64(len(encoded)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := geo.DecodeWorld(encoded); err != nil {
			b.Fatal(err)
		}
	}
}
