package scene

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
)

func TestBasesRoundTrip(t *testing.T) {
	for name, bases := range map[string]Bases{
		"none":        nil,
		"an empty":    {{View: "ledge"}},
		"two":         {{View: "a", Land: "M0 0L1 1z", Borders: "M2 2h3", Frame: geo.Frame{Projection: geo.Projection{Lon0: -27.6, Lat0: 47.1}, Scale: 1.0 / 3, X: -1e-9, Y: 1e21, Width: 720, Height: 446.4}}, {View: "b"}},
		"the real":    testBases(loadedStories(t)["real"].Story, 1),
		"the gulls'":  testBases(loadedStories(t)["fictional"].Story, 0.62),
		"an odd name": {{View: "", Land: " "}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := UnpackBases(PackBases(bases))
			require.NoError(t, err)
			assert.Equal(t, bases, got)
		})
	}
}

func TestUnpackBasesRefuses(t *testing.T) {
	good := PackBases(Bases{{View: "a"}})
	for name, data := range map[string]string{
		"nothing":            "",
		"a blank line":       "\n",
		"another version":    strings.Replace(good, "map 1", "map 2", 1),
		"no end of line":     strings.TrimSuffix(good, "\n"),
		"the header alone":   "bukti-map 1",
		"a line too short":   "bukti-map 1\na\t1\n",
		"a field too many":   strings.TrimSuffix(good, "\n") + "\tx\n",
		"a word as a number": strings.Replace(good, "\t0\t", "\tnought\t", 1),
		"a blank line more":  good + "\n",
		"CRLF":               strings.ReplaceAll(good, "\n", "\r\n"),
	} {
		_, err := UnpackBases(data)
		assert.ErrorIs(t, err, ErrBases, name)
	}
}

func TestBasesOf(t *testing.T) {
	bases := Bases{{View: "a", Land: "x"}, {View: "b", Land: "y"}}
	assert.Equal(t, "y", bases.Of("b").Land)
	assert.Equal(t, Base{View: "c"}, bases.Of("c"))
}

func FuzzUnpackBases(f *testing.F) {
	f.Add("")
	f.Add("bukti-map 1\n")
	f.Add(PackBases(Bases{{View: "a", Land: "M0 0", Frame: geo.Frame{Scale: 590, Width: 720}}}))
	f.Add("bukti-map 1\na\tNaN\t0x1p-2\t-Inf\t1_0\t0\t0\t0\t\t\t\n")
	f.Fuzz(func(t *testing.T, data string) {
		bases, err := UnpackBases(data)
		if err != nil {
			require.ErrorIs(t, err, ErrBases)
			return
		}
		// Numbers may have been written in other ways, but never twice differently.
		packed := PackBases(bases)
		again, err := UnpackBases(packed)
		require.NoError(t, err)
		require.Equal(t, packed, PackBases(again))
		require.Len(t, again, len(bases))
	})
}
