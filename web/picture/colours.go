package picture

import (
	"fmt"
	"image/color"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"github.com/fyne-io/oksvg"

	"bukti/web/static"
)

// palette is the page's light colours, by the names that its style sheet has for them.
// A card is light everywhere: a network's own theme is not the reader's choice.
type palette map[string]string

var variable = regexp.MustCompile(`--([a-z0-9]+): (#[0-9a-f]{3,6});`)

// colours reads the palette from the style sheet's part for colours, which sets the
// light ones first.
func colours() (palette, error) {
	text, err := static.Style([]string{"colours"})
	if err != nil {
		return nil, err
	}
	p := palette{}
	for _, m := range variable.FindAllStringSubmatch(string(text), -1) {
		if _, set := p[m[1]]; !set {
			p[m[1]] = m[2]
		}
	}
	for _, name := range []string{"paper", "ink", "soft", "rule", "accent", "h1", "h8"} {
		if p[name] == "" {
			return nil, fmt.Errorf("the style sheet sets no light colour --%s", name)
		}
	}
	return p, nil
}

// hue is an actor's colour.
func (p palette) hue(n int) string { return p["h"+strconv.Itoa(n)] }

// seams are the palette's colours and what lies between each and the paper, which a
// picture of few colours must not lose: an actor's may be on no more than one mark.
func (p palette) seams() ([]color.RGBA, error) {
	paper, err := parse(p["paper"])
	if err != nil {
		return nil, err
	}
	var all []color.RGBA
	for _, name := range slices.Sorted(maps.Keys(p)) {
		c, err := parse(p[name])
		if err != nil {
			return nil, err
		}
		mix := func(a, b uint8, part int) uint8 { return uint8((int(a)*(4-part) + int(b)*part) / 4) }
		for part := range 4 {
			all = append(all, color.RGBA{mix(c.R, paper.R, part), mix(c.G, paper.G, part), mix(c.B, paper.B, part), 0xff})
		}
	}
	return all, nil
}

// parse reads a colour of the style sheet.
func parse(colour string) (color.RGBA, error) {
	r, g, b, err := oksvg.ParseSVGColorNum(colour)
	if err != nil {
		return color.RGBA{}, fmt.Errorf("the style sheet's colour %q: %w", colour, err)
	}
	return color.RGBA{r, g, b, 0xff}, nil
}
