package geo

import (
	"encoding/binary"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// file writes a world.bin by hand, from DecodeWorld's comment: uint is an unsigned number, int a signed one.
func file(parts ...any) []byte {
	out := []byte(magic)
	for _, part := range parts {
		switch v := part.(type) {
		case uint:
			out = binary.AppendUvarint(out, uint64(v))
		case int:
			out = binary.AppendVarint(out, int64(v))
		case string:
			out = binary.AppendUvarint(out, uint64(len(v)))
			out = append(out, v...)
		case []any:
			out = append(out, file(v...)[len(magic):]...)
		}
	}
	return out
}

// twoLands is an island of 20° by 10° around 95° E 52° N with a border through its middle, West and East of it. In units
// of 1°.
var twoLands = []any{
	uint(1),
	uint(3),
	uint(2), 95, 47, 0, 10, // the border, northwards
	uint(4), 0, 10, -10, 0, 0, -10, 10, 0, // from its northern end around West to its southern one
	uint(4), 0, -10, 10, 0, 0, 10, -10, 0, // from its southern end around East to its northern one
	uint(1), uint(2), 1, 2,
	uint(1), uint(1), 0,
	uint(2), "West", uint(1), uint(2), 0, 1, "East", uint(1), uint(2), ^0, 2,
}

func TestDecodeWorld(t *testing.T) {
	w, err := DecodeWorld(file(twoLands...))
	require.NoError(t, err)
	assert.Equal(t, [][]LonLat{
		{{95, 47}, {95, 57}},
		{{95, 57}, {85, 57}, {85, 47}, {95, 47}},
		{{95, 47}, {105, 47}, {105, 57}, {95, 57}},
	}, w.arcs)
	for _, c := range []struct {
		place LonLat
		want  string
	}{
		{LonLat{90, 52}, "West"},
		{LonLat{100, 52}, "East"},
		{LonLat{94.99, 56.9}, "West"},
		{LonLat{95.01, 47.1}, "East"},
		{LonLat{80, 52}, ""},
		{LonLat{100, 60}, ""},
		{LonLat{100, 40}, ""},
		{LonLat{-80, 52}, ""},
	} {
		assert.Equal(t, c.want, w.Country(c.place), "%v", c.place)
	}
}

func TestWalk(t *testing.T) {
	w, err := DecodeWorld(file(twoLands...))
	require.NoError(t, err)
	places, joints := w.walk([]int{^0, 2})
	assert.Equal(t, []LonLat{{95, 57}, {95, 47}, {105, 47}, {105, 57}, {95, 57}}, places)
	assert.Equal(t, []int{1}, joints)
	places, joints = w.walk([]int{^2})
	assert.Equal(t, []LonLat{{95, 57}, {105, 57}, {105, 47}, {95, 47}}, places)
	assert.Empty(t, joints)
}

func TestDecodeWorldAcrossTheAntimeridian(t *testing.T) {
	// From 179° E to 179° W is 2 units on, and from there to 179° E 2 back.
	w, err := DecodeWorld(file(uint(1), uint(2), uint(3), 179, 60, 1, 0, 1, 1, uint(2), 0, 0, -2, 5, uint(0), uint(0), uint(0)))
	require.NoError(t, err)
	assert.Equal(t, [][]LonLat{{{179, 60}, {-180, 60}, {-179, 61}}, {{179, 60}, {177, 65}}}, w.arcs)
}

func TestDecodeWorldRefusesBrokenFiles(t *testing.T) {
	square := []any{uint(1), uint(1), uint(5), 0, 0, 1, 0, 0, 1, -1, 0, 0, -1}
	open := []any{uint(1), uint(2), uint(2), 0, 0, 1, 0, uint(2), 5, 5, 1, 0}
	none := []any{uint(0), uint(0), uint(0)}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, errMagic},
		{"half the magic", []byte(magic[:4]), errMagic},
		{"another version", []byte(strings.Replace(string(file(square, none)), "map1", "map2", 1)), errMagic},
		{"a page", []byte("<!doctype html><title>Not found</title>"), errMagic},
		{"magic alone", file(), errShort},
		{"no units", file(uint(0), none), errUnits},
		{"too many units", file(uint(1_000_001), none), errUnits},
		{"more arcs than bytes", file(uint(1), uint(1<<40)), errShort},
		{"more points than bytes", file(uint(1), uint(1), uint(1000), 0, 0, 0, 0, 0, 0), errShort},
		{"endless number", append(file(uint(1)), 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01), errShort},
		{"arc of one point", file(uint(1), uint(1), uint(1), 0, 0, 0, 0, 0, 0), errArc},
		{"beyond the north pole", file(uint(1), uint(1), uint(2), 0, 91, 0, 0, none), errLatitude},
		{"beyond the south pole", file(uint(1), uint(1), uint(2), 0, -80, 0, -11, none), errLatitude},
		{"too far round east", file(uint(1), uint(1), uint(2), 540, 0, 0, 0, none), errLongitude},
		{"too far round west", file(uint(1), uint(1), uint(2), 0, 0, -540, 0, none), errLongitude},
		{"more land than bytes", file(square, uint(100)), errShort},
		{"outline without arcs", file(square, uint(1), uint(0), uint(0), uint(0)), errOutline},
		{"arc that is not there", file(square, uint(1), uint(1), 1, uint(0), uint(0)), errReference},
		{"arc that is not there, backwards", file(square, uint(1), uint(1), ^1, uint(0), uint(0)), errReference},
		{"arcs apart", file(open, uint(0), uint(1), uint(2), 0, 1, uint(0)), errApart},
		{"land not closed", file(open, uint(1), uint(1), 0, uint(0), uint(0)), errOpen},
		{"country not closed", file(open, uint(0), uint(0), uint(1), "Open", uint(1), uint(1), 0), errOpen},
		{"name longer than the file", file(square, uint(0), uint(0), uint(1), uint(200), uint(0), uint(0)), errShort},
		{"bytes after the end", append(file(square, none), 0), errLong},
	} {
		w, err := DecodeWorld(c.data)
		assert.ErrorIs(t, err, c.want, c.name)
		assert.Nil(t, w, c.name)
	}
	_, err := DecodeWorld(file(square, uint(1), uint(1), 0, uint(1), uint(1), ^0, uint(1), "Square", uint(1), uint(1), 0))
	assert.NoError(t, err, "the whole file that the others are broken from")
}

func TestDecodeWorldRefusesEveryBeginning(t *testing.T) {
	whole := file(twoLands...)
	for n := range whole {
		_, err := DecodeWorld(whole[:n])
		assert.Error(t, err, "the first %d bytes of %d", n, len(whole))
	}
}

// FuzzDecodeWorld holds every file that is accepted to a drawing and a look-up without panic.
func FuzzDecodeWorld(f *testing.F) {
	f.Add(file(twoLands...))
	f.Add(file(uint(1), uint(1), uint(5), 179, 60, 1, 0, 1, 1, -1, 1, -1, -2, uint(1), uint(1), 0, uint(0), uint(0)))
	f.Add(file(uint(1), uint(0), uint(0), uint(0), uint(0)))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := DecodeWorld(data)
		if (w == nil) == (err == nil) {
			t.Fatal("a world or an error")
		}
		if err != nil {
			return
		}
		w.Country(LonLat{95, 52})
		for _, frame := range []Frame{Overview(stage, 720), Overview(Projection{180, -60}, 360)} {
			land, borders := w.Draw(frame, 1)
			for _, d := range []string{land, borders} {
				if _, err := ReadPath(d); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
