package picture

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// reduced is a picture in 256 colours: those that are given, then its most frequent
// ones. Each other one, of the seams of letters and signs, becomes the nearest of them.
// Nobody sees the difference, and the file is a third as long and soon written.
func reduced(from *image.RGBA, given []color.RGBA) *image.Paletted {
	count := map[color.RGBA]int{}
	eachRun(from, func(c color.RGBA, at, n int) { count[c] += n })
	all := make([]color.RGBA, 0, len(count))
	for c := range count {
		all = append(all, c)
	}
	value := func(c color.RGBA) uint32 { return uint32(c.R)<<16 | uint32(c.G)<<8 | uint32(c.B) }
	slices.SortFunc(all, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(value(a), value(b)))
	})
	kept := color.Palette{}
	for _, c := range append(given, all...) {
		if len(kept) < 256 && !slices.Contains(kept, color.Color(c)) {
			kept = append(kept, c)
		}
	}
	to := image.NewPaletted(from.Rect, kept)
	index := map[color.RGBA]uint8{}
	eachRun(from, func(c color.RGBA, at, n int) {
		i, known := index[c]
		if !known {
			i = uint8(kept.Index(c))
			index[c] = i
		}
		for k := range n {
			to.Pix[at+k] = i
		}
	})
	return to
}

// eachRun calls a function for every run of pixels of one colour, with the position of
// its first pixel and its length. The picture is opaque and has no gaps between rows.
func eachRun(p *image.RGBA, call func(c color.RGBA, at, n int)) {
	pixel := func(i int) color.RGBA { return color.RGBA{p.Pix[4*i], p.Pix[4*i+1], p.Pix[4*i+2], p.Pix[4*i+3]} }
	total := len(p.Pix) / 4
	for at := 0; at < total; {
		c, n := pixel(at), 1
		for at+n < total && pixel(at+n) == c {
			n++
		}
		call(c, at, n)
		at += n
	}
}
