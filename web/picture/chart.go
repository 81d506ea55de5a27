package picture

import (
	"strings"

	"bukti/app/scene"
	"bukti/app/story"
	"bukti/app/view"
)

// plot places a chart's scene in the picture: fractions of its width and pixels of its
// own become pixels of the picture.
type plot struct {
	left, top, scale, width float64
}

func (p plot) x(fraction, dx float64) float64 { return p.left + fraction*p.width + dx*p.scale }
func (p plot) y(y float64) float64            { return p.top + y*p.scale }

// chart draws the page's chart at the moment's end, as said, below what it is.
func (c *layout) chart(m story.Moment) {
	ch := scene.NewChart(c.story, c.texts, c.story.MainAxis(), m.To, story.AsSaid, m.Focus, "")
	p := plot{left: chartEdge, top: chartTop, width: Width - margin - chartEdge}
	if c.rtl { // the chart itself runs from left to right in every language
		p.left = margin
	}
	for _, caption := range []struct {
		style
		text string
	}{
		{c.style(bold, 17, "ink"), c.texts.Fill("chart.known", "day", c.texts.Day(m.To))},
		{c.style(regular, 15, "soft"), c.texts.Get("chart.key")},
	} {
		for _, l := range c.setter.wrap(caption.style, caption.text, p.width) {
			c.write(caption.style, c.x(chartEdge), p.top, l)
			p.top += caption.size * 1.25
		}
	}
	p.top -= 8 // the scene has some room of its own at its top
	p.scale = min((partsFoot-p.top)/ch.Height, p.width/scene.MinWidth)
	c.axes(p, ch)
	c.levels(p, ch)
	for _, m := range ch.Marks {
		c.mark(p, m)
	}
	c.bundles(p, ch.Bundles)
	for _, r := range ch.Rows {
		for _, m := range r.Marks {
			c.mark(p, m)
		}
		c.bundles(p, r.Bundles)
	}
	for _, l := range ch.Labels {
		if l.Shown(p.width / p.scale) {
			c.label(p, l)
		}
	}
	if len(ch.Marks) == 0 {
		c.write(c.small(p, scene.Middle, "soft"), p.x(0.5, 0), p.y(ch.Plot/2), c.texts.Get("chart.none"))
	}
}

// small is the style of the chart's small texts.
func (c *layout) small(p plot, anchor scene.Anchor, fill string) style {
	return style{face: regular, size: 11 * p.scale, fill: c.ink[fill], anchor: anchor, rtl: c.rtl}
}

func (c *layout) rule(x0, y0, x1, y1 float64, colour, dashes string, width float64) {
	c.shape("path", "d", "M"+num(x0)+" "+num(y0)+"L"+num(x1)+" "+num(y1), "stroke", colour, "stroke-width", num(width), "stroke-dasharray", dashes, "fill", "none")
}

// axes draws what stands still: levels, days and the rows of stances.
func (c *layout) axes(p plot, ch scene.Chart) {
	for i, g := range ch.Levels {
		colour := c.ink["rule"]
		if i == 0 {
			colour = c.ink["soft"]
		}
		c.rule(p.left, p.y(g.Y), p.x(1, 0), p.y(g.Y), colour, "", 1)
		c.write(c.small(p, scene.Start, "soft"), p.left, p.y(g.Y-4), g.Label)
	}
	for i, d := range ch.Days {
		c.rule(p.x(d.X, 0), p.y(ch.Plot), p.x(d.X, 0), p.y(ch.Plot+4), c.ink["soft"], "", 1)
		anchor := scene.Middle
		if i == 0 {
			anchor = scene.Start
		}
		if d.Label != "" {
			c.write(c.small(p, anchor, "soft"), p.x(d.X, 0), p.y(ch.Plot+17), d.Label)
		}
	}
	if ch.Break < 1 {
		x, y := p.x(ch.Break+0.02, 0), p.y(ch.Plot)
		for _, dx := range []float64{-4, 0} {
			c.rule(x+dx*p.scale, y+5*p.scale, x+(dx+4)*p.scale, y-5*p.scale, c.ink["soft"], "", 1.5)
		}
		c.write(c.small(p, scene.End, "soft"), p.x(1, 0), p.y(ch.Plot+17), ch.Horizon)
	}
	for _, r := range ch.Rows {
		c.rule(p.left, p.y(r.Y), p.x(1, 0), p.y(r.Y), c.ink["rule"], "", 1)
		st := c.small(p, scene.Start, "soft")
		st.halo = c.ink["paper"]
		c.write(st, p.left, p.y(r.Label.Y), r.Label.Strong)
	}
}

// levels draws the day's line, the planned levels and the actors' lines.
func (c *layout) levels(p plot, ch scene.Chart) {
	c.rule(p.x(ch.Now, 0), p.y(12), p.x(ch.Now, 0), p.y(ch.Height), c.ink["accent"], "2 3", 1.25)
	for _, l := range ch.Plans {
		c.rule(p.x(l.X0, 0), p.y(l.Y), p.x(l.X1, 0), p.y(l.Y), c.ink.hue(l.Hue), "7 5", 2)
	}
	for _, l := range ch.Lines {
		var d strings.Builder
		for i, y := range l.Y {
			if i == 0 {
				d.WriteString("M" + num(p.x(l.X[0], 0)) + " " + num(p.y(y)))
			} else {
				d.WriteString("V" + num(p.y(y)))
			}
			d.WriteString("H" + num(p.x(l.X[i+1], 0)))
		}
		width, dashes := "2", ""
		if l.Main {
			width = "5"
		}
		if l.Part {
			dashes = "2 4"
		}
		c.shape("path", "d", d.String(), "stroke", c.ink.hue(l.Hue), "stroke-width", width, "stroke-dasharray", dashes, "fill", "none")
	}
}

// mark draws one figure or stance with the glyph of its qualifier: solid for present,
// hollow for planned.
func (c *layout) mark(p plot, m scene.Mark) {
	colour, fill, stroke, width := c.ink.hue(m.Hue), c.ink.hue(m.Hue), c.ink["paper"], 1.25
	if m.Hollow {
		fill, stroke, width = c.ink["paper"], colour, 2
	}
	if m.Focus {
		width = 2
	}
	x, y := p.x(m.X, m.DX), p.y(m.Y)
	if d := view.QualifierGlyph(m.Qualifier); d != "" {
		k := num(p.scale)
		c.shape("path", "d", d, "transform", "translate("+num(x)+" "+num(y)+") scale("+k+" "+k+")",
			"stroke", colour, "stroke-width", num(1.5*p.scale), "vector-effect", "non-scaling-stroke", "fill", "none")
	}
	c.sign(m.Shape, x, y, signRadius*p.scale, fill, stroke, num(width*p.scale))
}

// bundles tell how many claims have no room for marks of their own.
func (c *layout) bundles(p plot, bundles []scene.Bundle) {
	for _, b := range bundles {
		x, y, k := p.x(b.X, b.DX), p.y(b.DY), num(p.scale)
		c.shape("path", "d", view.BundleSign, "transform", "translate("+num(x)+" "+num(y)+") scale("+k+" "+k+")",
			"stroke", c.ink["soft"], "stroke-width", num(2*p.scale), "fill", "none")
		if b.Text == "" {
			continue
		}
		st := c.small(p, scene.Start, "soft")
		st.halo = c.ink["paper"]
		c.write(st, x+11*p.scale, y+4*p.scale, b.Text)
	}
}

// sign draws an actor's sign.
func (c *layout) sign(form story.Shape, x, y, r float64, fill, stroke, width string) {
	if d := view.ShapePath(form, r); d != "" {
		c.shape("path", "d", d, "transform", "translate("+num(x)+" "+num(y)+")", "fill", fill, "stroke", stroke, "stroke-width", width)
		return
	}
	c.shape("circle", "cx", num(x), "cy", num(y), "r", num(r), "fill", fill, "stroke", stroke, "stroke-width", width)
}

// signRadius is the radius of signs in the scene's own pixels.
const signRadius = 5

// label writes the lines of a label, with a leader to its mark if it stands far off.
func (c *layout) label(p plot, l scene.Label) {
	x, y := p.x(l.X, l.DX), p.y(l.Y+l.DY)
	if l.Leader {
		toX, toY := l.LeaderEnd()
		c.rule(p.x(l.X, l.LeadX), p.y(l.Y), p.x(l.X, toX), p.y(l.Y+toY), c.ink["soft"], "", 1)
	}
	strong := style{face: bold, size: 13 * p.scale, fill: c.ink["ink"], halo: c.ink["paper"], anchor: l.Anchor, rtl: c.rtl}
	small := strong
	small.face, small.size = regular, 11*p.scale
	if l.Quiet {
		strong.face, strong.fill, small.fill = regular, c.ink["soft"], c.ink["soft"]
	}
	c.write(strong, x, y, l.Strong)
	for i, text := range l.Small {
		c.write(small, x, y+scene.LineGap*float64(i+1)*p.scale, text)
	}
}
