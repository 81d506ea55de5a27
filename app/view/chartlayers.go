package view

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
)

// chartFrame is what stands still in the chart: levels, days, rows of stances.
type chartFrame struct {
	app.Compo

	Model *Model
}

// Render draws the frame.
func (c *chartFrame) Render() app.UI {
	sc := c.Model.chartScene(c.Model.lastKey(c.Model.Story.Last))
	ui := nodes(48)
	for i, g := range sc.Levels {
		class := "rule"
		if i == 0 {
			class = "base"
		}
		ui = append(ui,
			s("line", at{"class", class, "x1", "0", "x2", "100%", "y1", num(g.Y), "y2", num(g.Y)}),
			s("text", at{"class", "tick", "x", "0", "y", num(g.Y - 4)}, txt(g.Label)))
	}
	for i, d := range sc.Days {
		anchor := "middle"
		if i == 0 {
			anchor = "start"
		}
		ui = append(ui, s("line", at{"class", "base", "x1", Percent(d.X), "x2", Percent(d.X), "y1", num(sc.Plot), "y2", num(sc.Plot + 4)}))
		if d.Label == "" {
			continue
		}
		ui = append(ui, s("text", at{"class", "tick", "x", Percent(d.X), "y", num(sc.Plot + 17), "text-anchor", anchor}, txt(d.Label)))
	}
	if sc.Break < 1 {
		ui = append(ui,
			// Two slashes across the axis say that it is not to scale from here on.
			s("svg", at{"x", Percent(sc.Break + 0.02), "y", num(sc.Plot)}, path(at{"class", "slash"}, "M-4 5L0-5M0 5L4-5")),
			s("text", at{"class", "tick", "x", "100%", "y", num(sc.Plot + 17), "text-anchor", "end"}, txt(sc.Horizon)))
	}
	for _, r := range sc.Rows {
		ui = append(ui,
			s("line", at{"class", "rule", "x1", "0", "x2", "100%", "y1", num(r.Y), "y2", num(r.Y)}),
			s("text", at{"class", "row", "x", "0", "y", num(r.Label.Y)}, txt(r.Label.Strong)))
	}
	return s("g", nil, ui...)
}

// chartLines are the step lines, the planned levels and the day's line.
type chartLines struct {
	app.Compo

	Model *Model
	Key   chartKey
}

// Render draws the lines in a picture of their own, 1000 units wide, that stretches
// sideways only; strokes keep their width.
func (c *chartLines) Render() app.UI {
	m := c.Model
	sc := m.chartScene(m.lastKey(m.Story.Last)) // for its sizes: laying out labels for every day would take too long
	now, lines, plans := scene.NewLines(m.Story, m.Story.MainAxis(), c.Key.Day, c.Key.Basis, c.Key.Actor)
	ui := nodes(len(lines) + len(plans))
	for _, p := range plans {
		ui = append(ui, path(at{"class", "plan" + hueClass(p.Hue), "data-claim", p.Claim}, "M"+num(p.X0*1000)+" "+num(p.Y)+"H"+num(p.X1*1000)))
	}
	for _, l := range lines {
		class := "step" + hueClass(l.Hue)
		if l.Main {
			class += " main"
		}
		if l.Part {
			class += " part"
		}
		if l.Dim {
			class += " dim"
		}
		ui = append(ui, path(at{"class", class}, steps(l)))
	}
	return s("g", nil,
		s("line", at{"class", "hair", "y1", "12", "y2", num(sc.Height)}),
		s("line", at{"class", "now", "x1", Percent(now), "x2", Percent(now), "y1", "12", "y2", num(sc.Height)}),
		s("svg", at{"class", "lines", "width", "100%", "height", num(sc.Plot), "viewBox", "0 0 1000 " + num(sc.Plot), "preserveAspectRatio", "none"}, ui...),
	)
}

func steps(l scene.Step) string {
	var d strings.Builder
	for i, y := range l.Y {
		if i == 0 {
			d.WriteString("M" + num(l.X[0]*1000) + " " + num(y))
		} else {
			d.WriteString("V" + num(y))
		}
		d.WriteString("H" + num(l.X[i+1]*1000))
	}
	return d.String()
}

// chartMarks are the figures or the stances. Marks come in the order in which they
// were said: an element stands for the same claim whatever the day,
// so that its movement is that claim's.
type chartMarks struct {
	app.Compo

	Model   *Model
	Address Address
	Key     chartKey // without its day
	Known   int
	Stances bool
}

// Render draws the marks.
func (c *chartMarks) Render() app.UI {
	key := c.Key
	key.Day = c.Model.dayOf(c.Known)
	sc := c.Model.chartScene(key)
	class, marks, bundles := "marks", sc.Marks, sc.Bundles
	if c.Stances {
		class = "marks stances"
		marks, bundles = sc.Stances()
	}
	return s("g", at{"class", class}, append(each(marks, func(_ int, m scene.Mark) app.UI {
		return &markLink{Model: c.Model, Address: c.Address, Here: m.Focus, Mark: m}
	}), bundleLinks(c.Model, c.Address, bundles)...)...)
}

// chartLabels are the labels of the figures.
type chartLabels struct {
	app.Compo

	Model *Model
	Key   chartKey // without its day
	Known int
}

// Render draws the labels.
func (c *chartLabels) Render() app.UI {
	key := c.Key
	key.Day = c.Model.dayOf(c.Known)
	sc := c.Model.chartScene(key)
	labels := nodes(len(sc.Labels))
	for _, l := range sc.Labels {
		labels = append(labels, &chartLabel{Label: l})
	}
	if len(sc.Marks) == 0 {
		labels = append(labels, s("text", at{"class", "none", "x", "50%", "y", num(sc.Plot / 2), "text-anchor", "middle"}, txt(c.Model.Texts.Get("chart.none"))))
	}
	return s("g", nil, labels...)
}

// markLink is one figure or stance, a link to where its claim is told. Those out of
// focus are not in the order of the Tab key: the table and the lists have them all.
// It is a component so that a mark that has not changed costs a comparison only.
type markLink struct {
	app.Compo

	Model   *Model
	Address Address
	Here    bool // this page tells of the claim
	Mark    scene.Mark
}

// Render draws the mark.
func (c *markLink) Render() app.UI {
	m := c.Mark
	class := "m" + hueClass(m.Hue)
	if m.Focus {
		class += " on"
	}
	if m.Hollow {
		class += " o"
	}
	if m.Dim {
		class += " dim"
	}
	tab := "-1"
	if m.Focus {
		tab = ""
	}
	shift := ""
	if m.DX != 0 {
		shift = "translate(" + num(m.DX) + ")"
	}
	parts := nodes(3)
	parts = append(parts, s("circle", at{"class", "hit", "r", "12", "transform", shift}))
	if d := QualifierGlyph(m.Qualifier); d != "" {
		parts = append(parts, path(at{"class", "q", "transform", shift}, d))
	}
	parts = append(parts, shape(m.Shape, 5, at{"class", "f", "transform", shift}))
	return s("a", append(c.Model.claimAnchor(State{Address: c.Address}, c.Here, m.Claim), "class", class, "data-claim", m.Claim, "aria-label", m.Name, "tabindex", tab),
		s("svg", at{"x", Percent(m.X), "y", num(m.Y)}, parts...))
}

// chartLabel is one label of the chart, a component for the same reason as markLink.
type chartLabel struct {
	app.Compo

	Label scene.Label
}

// Render draws the label.
func (c *chartLabel) Render() app.UI { return label(c.Label, Percent(c.Label.X), num(c.Label.Y)) }

// label draws the lines of a label at a position, with a leader to its mark if it
// stands far off.
func label(l scene.Label, x, y string) app.UI {
	class := "l"
	if l.Quiet {
		class += " quiet"
	}
	if l.Wide > 0 {
		class += " w" + num(l.Wide)
	}
	if l.Narrow > 0 {
		class += " n" + num(l.Narrow)
	}
	anchor := string(l.Anchor)
	if l.Anchor == scene.Start {
		anchor = ""
	}
	parts := nodes(2 + len(l.Small))
	if l.Leader {
		toX, toY := l.LeaderEnd()
		parts = append(parts, path(at{"class", "leader"}, "M"+num(l.LeadX)+" 0L"+num(toX)+" "+num(toY)))
	}
	// Each line is a text of its own: WebKit lays the spans of one text out as one line of Arabic, and tears the figure apart.
	parts = append(parts, s("text", at{"class", "b", "x", num(l.DX), "y", num(l.DY)}, txt(l.Strong)))
	for i, small := range l.Small {
		parts = append(parts, s("text", at{"x", num(l.DX), "y", num(l.DY + scene.LineGap*float64(i+1))}, txt(small)))
	}
	return s("svg", at{"class", class, "x", x, "y", y, "text-anchor", anchor, "data-claim", l.Claim}, parts...)
}
