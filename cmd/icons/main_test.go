package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/web/static"
)

// The icons that are published are the mark as it is drawn now. Another version of the
// browser may smooth edges differently.
func TestIconsAreTheMark(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, run(dir))
	for _, p := range pictures {
		published, err := static.AppIcon(p.name)
		require.NoError(t, err)
		drawn, err := os.ReadFile(filepath.Join(dir, p.name+".png"))
		require.NoError(t, err)
		a, b := decode(t, published), decode(t, drawn)
		require.Equal(t, image.Rect(0, 0, p.size, p.size), a.Bounds(), p.name)
		require.Equal(t, a.Bounds(), b.Bounds(), p.name)
		far := 0
		for y := range p.size {
			for x := range p.size {
				if distance(a.At(x, y), b.At(x, y)) > 64 {
					far++
				}
			}
		}
		assert.Less(t, far, p.size*p.size/1000, "%s: pixels of another colour; `go run ./cmd/icons` draws it anew", p.name)
	}
}

// A launcher may cut a maskable icon down to a circle of 80 % of its width: the mark
// lies within, on a ground that reaches every corner.
func TestMaskableIconsKeepTheMark(t *testing.T) {
	for _, name := range []string{"maskable-192", "maskable-512", "monochrome-512"} {
		published, err := static.AppIcon(name)
		require.NoError(t, err)
		picture := decode(t, published)
		size := picture.Bounds().Dx()
		ground, radius := picture.At(0, 0), float64(size)*0.4
		marked := 0
		for y := range size {
			for x := range size {
				dx, dy := float64(x)-float64(size)/2, float64(y)-float64(size)/2
				if distance(ground, picture.At(x, y)) < 64 {
					continue
				}
				marked++
				require.LessOrEqual(t, dx*dx+dy*dy, radius*radius, "%s at %d, %d", name, x, y)
			}
		}
		assert.Greater(t, marked, size*size/20, name)
	}
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	return picture
}

// distance is the greatest of the differences of two colours' parts.
func distance(a, b color.Color) int {
	p, q := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	far := 0
	for _, d := range []int{int(p.R) - int(q.R), int(p.G) - int(q.G), int(p.B) - int(q.B), int(p.A) - int(q.A)} {
		far = max(far, d, -d)
	}
	return far
}
