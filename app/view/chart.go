package view

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
)

// Chart draws the troop-count chart. Its picture is as wide as its place and as
// high as the scene says; nothing in it is scaled but the step lines' horizontal
// extent.
type Chart struct {
	app.Compo

	Story *story.Story
	Texts *story.Texts
	Scene *scene.Chart
	Day   story.Date
}

// Render draws the chart.
func (c *Chart) Render() app.UI {
	t, sc := c.Texts, c.Scene
	parts := make2(64)
	parts = append(parts, c.grid()...)
	parts = append(parts, c.axis()...)
	parts = append(parts, c.lines())
	for _, r := range sc.Rows {
		parts = append(parts, s("line", at{"class", "rule", "x1", "0", "x2", "100%", "y1", num(r.Y), "y2", num(r.Y)}))
		parts = append(parts, s("text", at{"class", "row", "x", "0", "y", num(r.Label.Y)}, txt(r.Label.Strong)))
	}
	for _, m := range sc.Marks {
		parts = append(parts, mark(m))
	}
	for _, r := range sc.Rows {
		for _, m := range r.Marks {
			parts = append(parts, mark(m))
		}
	}
	for _, l := range sc.Labels {
		parts = append(parts, label(l, "x", percent(l.X), "y", num(l.Y)))
	}
	if len(sc.Marks) == 0 {
		parts = append(parts, s("text", at{"class", "none", "x", "50%", "y", num(sc.Plot / 2), "text-anchor", "middle"}, txt(t.Get("chart.none"))))
	}
	return h("figure", at{"class", "chart", "data-bench", "chart"},
		h("figcaption", nil,
			h("h3", nil, txt(t.Get("chart.title"))),
			h("p", nil, txt(t.Get("chart.key"))),
		),
		s("svg", at{"class", "fluid", "width", "100%", "height", num(sc.Height), "role", "img", "aria-label", t.Fill("chart.alt", "day", t.Date(c.Day))}, parts...),
		c.containers(),
		h("details", at{"class", "words"},
			h("summary", nil, txt(t.Get("chart.words"))),
			h("ul", nil, c.words()...),
		),
	)
}

func (c *Chart) grid() []app.UI {
	ui := make2(2 * len(c.Scene.Levels))
	for i, g := range c.Scene.Levels {
		class := "rule"
		if i == 0 {
			class = "base"
		}
		ui = append(ui,
			s("line", at{"class", class, "x1", "0", "x2", "100%", "y1", num(g.Y), "y2", num(g.Y)}),
			s("text", at{"class", "tick", "x", "0", "y", num(g.Y - 4)}, txt(g.Label)))
	}
	return ui
}

func (c *Chart) axis() []app.UI {
	sc := c.Scene
	foot := sc.Plot
	ui := make2(2*len(sc.Days) + 6)
	for i, d := range sc.Days {
		anchor := "middle"
		if i == 0 {
			anchor = "start"
		}
		ui = append(ui,
			s("line", at{"class", "base", "x1", percent(d.X), "x2", percent(d.X), "y1", num(foot), "y2", num(foot + 4)}),
			s("text", at{"class", "tick", "x", percent(d.X), "y", num(foot + 17), "text-anchor", anchor}, txt(d.Label)))
	}
	if sc.Break < 1 {
		ui = append(ui,
			// Two slashes across the axis say that it is not to scale from here on.
			s("svg", at{"x", percent(sc.Break + 0.02), "y", num(foot)}, path(at{"class", "slash"}, "M-4 5L0-5M0 5L4-5")),
			s("text", at{"class", "tick", "x", "100%", "y", num(foot + 17), "text-anchor", "end"}, txt(sc.Horizon)))
	}
	return append(ui, s("line", at{"class", "now", "x1", percent(sc.Now), "x2", percent(sc.Now), "y1", "12", "y2", num(sc.Height)}))
}

// lines draws steps and planned levels in a picture of their own, 1000 units
// wide, that stretches sideways only; strokes keep their width.
func (c *Chart) lines() app.UI {
	sc := c.Scene
	ui := make2(len(sc.Lines) + len(sc.Plans))
	for _, p := range sc.Plans {
		ui = append(ui, path(at{"class", "plan h" + num(float64(p.Hue)), "data-claim", p.Claim}, "M"+num(p.X0*1000)+" "+num(p.Y)+"H"+num(p.X1*1000)))
	}
	for _, l := range sc.Lines {
		class := "step h" + num(float64(l.Hue))
		if l.Main {
			class += " main"
		}
		if l.Part {
			class += " part"
		}
		var d strings.Builder
		for i, y := range l.Y {
			if i == 0 {
				d.WriteString("M" + num(l.X[0]*1000) + " " + num(y))
			} else {
				d.WriteString("V" + num(y))
			}
			d.WriteString("H" + num(l.X[i+1]*1000))
		}
		ui = append(ui, path(at{"class", class}, d.String()))
	}
	return s("svg", at{"class", "lines", "width", "100%", "height", num(sc.Plot), "viewBox", "0 0 1000 " + num(sc.Plot), "preserveAspectRatio", "none"}, ui...)
}

func mark(m scene.Mark) app.UI {
	class := "m h" + num(float64(m.Hue))
	if m.Focus {
		class += " on"
	}
	if m.Hollow {
		class += " o"
	}
	parts := make2(3)
	parts = append(parts, s("title", nil, txt(m.Name)))
	if d := qualifierGlyph(m.Qualifier); d != "" {
		attrs := at{"class", "q"}
		if m.DX != 0 {
			attrs = append(attrs, "transform", "translate("+num(m.DX)+")")
		}
		parts = append(parts, path(attrs, d))
	}
	attrs := at{"class", "f"}
	if m.DX != 0 {
		attrs = append(attrs, "transform", "translate("+num(m.DX)+")")
	}
	parts = append(parts, shape(m.Shape, 5, attrs))
	return s("svg", at{"class", class, "x", percent(m.X), "y", num(m.Y), "data-claim", m.Claim}, parts...)
}

// label draws one or two lines of text at a position given as attributes.
func label(l scene.Label, xName, x, yName, y string) app.UI {
	class := "l"
	if l.Quiet {
		class += " quiet"
	}
	if l.Wide > 0 {
		class += " w" + num(l.Wide)
	}
	anchor := string(l.Anchor)
	if l.Anchor == scene.Start {
		anchor = ""
	}
	lines := make2(1 + len(l.Small))
	lines = append(lines, s("tspan", at{"class", "b", "x", num(l.DX), "y", num(l.DY)}, txt(l.Strong)))
	for _, small := range l.Small {
		lines = append(lines, s("tspan", at{"x", num(l.DX), "dy", "14"}, txt(small)))
	}
	parts := make2(2)
	if l.Leader {
		// To the near end of the text, half-way up its lines.
		parts = append(parts, path(at{"class", "leader"}, "M"+num(l.LeadX)+" 0L"+num(l.DX)+" "+num(l.DY+leaderRise(l))))
	}
	parts = append(parts, s("text", at{"text-anchor", anchor}, lines...))
	return s("svg", at{"class", class, xName, x, yName, y, "data-claim", l.Claim}, parts...)
}

// leaderRise is where a leader meets its label, from the first baseline: below the
// text when the label stands above its mark, above it when it stands below.
func leaderRise(l scene.Label) float64 {
	if l.DY < 0 {
		return 4 + 14*float64(len(l.Small))
	}
	return -12
}

// containers tells the figures on other axes, which never share the soldiers'.
func (c *Chart) containers() app.UI {
	var rows []app.UI
	for _, claim := range c.Story.AsOf(c.Day) {
		series := c.Story.SeriesOf(claim.Series)
		if series == nil || series.Axis == c.Story.MainAxis() {
			continue
		}
		rows = append(rows, h("p", at{"class", "aside", "data-claim", claim.ID},
			badge(c.Story.Actor(claim.Actor)),
			h("strong", nil, txt(" "+c.Texts.Figure(claim.Figure, claim.Qualifier)+" "+c.Texts.Get("series."+claim.Series+".name"))),
			h("span", nil, txt(" "+c.Texts.Fill("chart.apart", "actor", c.Texts.Get("actor."+claim.Actor+".short"), "day", c.Texts.Day(claim.Said)))),
		))
	}
	if rows == nil {
		return nil
	}
	return h("div", at{"class", "apart"}, rows...)
}

// words tells the chart's facts as a list: each figure in the order in which it
// was said, then the stances without one.
func (c *Chart) words() []app.UI {
	var items []app.UI
	for _, m := range c.Scene.Marks {
		items = append(items, h("li", at{"data-claim", m.Claim}, txt(m.Name)))
	}
	for _, r := range c.Scene.Rows {
		for _, m := range r.Marks {
			items = append(items, h("li", at{"data-claim", m.Claim}, txt(m.Name)))
		}
	}
	if items == nil {
		items = append(items, h("li", nil, txt(c.Texts.Get("lead.nothing"))))
	}
	return items
}
