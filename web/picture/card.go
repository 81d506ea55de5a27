package picture

import (
	"bukti/app/scene"
	"bukti/app/story"
	"bukti/app/view"
)

// Card is a moment's picture in the two forms that are published.
type Card struct{ SVG, PNG []byte }

// Draw draws the card of the moment at an index, in the language of the texts.
func Draw(st *story.Story, t *story.Texts, index int) (Card, error) {
	c, err := layOut(st, t, index)
	if err != nil {
		return Card{}, err
	}
	png, err := c.png(c.setter, c.ink)
	return Card{c.svg(), png}, err
}

// Places of a card's parts, px. The words stand where the language begins and the
// chart beside them.
const (
	margin    = 56
	wordsEdge = 604 // where the words end, counted from where they begin
	chartEdge = 656 // where the chart begins
	partsTop  = 44
	chartTop  = 52 // the first line above the chart
	partsFoot = 556
	footLine  = 588 // the first line of the foot
)

// layout is a card that is being drawn.
type layout struct {
	*drawing
	setter  *setter
	ink     palette
	story   *story.Story
	texts   *story.Texts
	finding view.Finding
	rtl     bool
}

func layOut(st *story.Story, t *story.Texts, index int) (*layout, error) {
	ink, err := colours()
	if err != nil {
		return nil, err
	}
	s, err := newSetter(t.Lang)
	if err != nil {
		return nil, err
	}
	finding := view.NewFinding(st, t, index)
	c := &layout{
		drawing: &drawing{lang: t.Lang, alt: finding.Alt()},
		setter:  s, ink: ink, story: st, texts: t, finding: finding, rtl: t.Dir == "rtl",
	}
	c.shape("rect", "width", num(Width), "height", num(Height), "fill", ink["paper"])
	c.shape("rect", "width", num(Width), "height", "8", "fill", ink["accent"])
	c.words()
	c.chart(st.Moments[index])
	c.foot()
	return c, nil
}

// x turns a distance from the side on which the language begins into a place.
func (c *layout) x(from float64) float64 {
	if c.rtl {
		return Width - from
	}
	return from
}

// style is one for texts that begin where the language begins.
func (c *layout) style(face face, size float64, fill string) style {
	st := style{face: face, size: size, fill: c.ink[fill], anchor: scene.Start, rtl: c.rtl}
	if c.rtl {
		st.anchor = scene.End
	}
	return st
}

// foot names the site, the state of the data and, where it is so, that nobody has
// checked the translation.
func (c *layout) foot() {
	const brand = "bukti"
	name, small := c.style(serif, 24, "ink"), c.style(regular, 17, "soft")
	c.write(name, c.x(margin), footLine, brand)
	note := view.DataState(c.story, c.texts)
	if c.texts.Machine {
		note += " " + c.texts.Get("method.machine")
	}
	from := margin + c.setter.width(name, brand) + 20
	for i, l := range c.setter.wrap(small, note, Width-margin-from) {
		c.write(small, c.x(from), footLine-2+24*float64(i), l)
	}
}
