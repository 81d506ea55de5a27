package view

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
)

// chart is the troop-count chart with its controls. Its picture is as wide as its
// place and as high as the scene says; nothing in it is scaled but the step lines'
// horizontal extent. Its layers are components of their own: a day on which nothing
// was said moves only the lines.
func (p *Page) chart(lists partState) app.UI {
	m, t := p.Model, p.Model.Texts
	now, marks, stances := p.part(PartCount), p.part(PartMarks), p.part(PartStances)
	labels, apart := p.part(PartLabels), p.part(PartApart)
	others := func() app.UI {
		return &asides{Model: m, Address: apart.State.Address, Index: apart.Index, Known: apart.Known}
	}
	return h("figure", at{"class", "chart", "data-bench", "chart"},
		h("figcaption", nil,
			h("h3", nil, txt(t.Get("chart.title"))),
			h("p", nil, txt(t.Get("chart.key"))),
		),
		s("svg", at{"class", "fluid plot", "width", "100%", "height", num(m.chartScene(m.lastKey(m.Story.Last)).Height), "role", "group", "aria-label", t.Get("chart.alt")},
			&chartFrame{Model: m},
			&chartLines{Model: m, Key: now.key()},
			&chartMarks{Model: m, Address: marks.State.Address, Key: dayless(marks), Known: marks.Known},
			&chartMarks{Model: m, Address: stances.State.Address, Key: dayless(stances), Known: stances.Known, Stances: true},
			&chartLabels{Model: m, Key: dayless(labels), Known: labels.Known},
		),
		&controls{Model: m, Day: now.Day, Basis: now.State.Basis, Actor: now.State.Actor, Brief: p.State.Embed != ""},
		when(p.State.Embed == "", others),
		&chartWords{Model: m, Known: lists.Known},
	)
}

// dayless is the key of what stays as it is from day to day until something new is
// said.
func dayless(p partState) chartKey {
	key := p.key()
	key.Day = 0
	return key
}

func pressed(v bool) string {
	if v {
		return "true"
	}
	return "false"
}

// controls are native inputs, which a reader can set before the program is there
// to follow them: the day, whose thumb stands under the day on the axis, and the
// basis. The last line tells what is under the pointer.
type controls struct {
	app.Compo

	Model *Model
	Day   story.Date
	Basis story.Basis
	Actor string
	Brief bool // the inputs only
}

// Render draws the controls.
func (c *controls) Render() app.UI {
	t, st := c.Model.Texts, c.Model.Story
	checked := ""
	if c.Basis == story.AsHappened {
		checked = "checked"
	}
	actors := func() app.UI { return &sides{Model: c.Model, Actor: c.Actor} }
	readout := func() app.UI { return h("p", at{"class", "readout"}, txt(t.Get("chart.hint"))) }
	span := "" // of the days to scale; style/controls.css knows how wide it is
	if scene.DayX(st, st.Last) == 1 {
		span = "whole"
	}
	return h("div", at{"class", "controls"},
		void("input", at{
			"class", span, "type", "range", "name", "asof", "min", "0", "max", strconv.Itoa(int(st.Last - st.First)), "Value", strconv.Itoa(int(c.Day - st.First)),
			"aria-label", t.Get("chart.asof"), "aria-valuetext", t.Date(c.Day),
		}),
		h("p", at{"class", "asofday"}, txt(t.Fill("chart.known", "day", t.Day(c.Day)))),
		h("label", nil,
			void("input", at{"type", "checkbox", "name", "basis", "Checked", checked}),
			h("span", nil, txt(" "+t.Get("chart.basis")))),
		when(!c.Brief, actors),
		when(!c.Brief, readout),
	)
}

// sides are the actors, to point one out.
type sides struct {
	app.Compo

	Model *Model
	Actor string
}

// Render draws a button for each.
func (c *sides) Render() app.UI {
	t := c.Model.Texts
	return h("div", at{"class", "actors", "role", "group", "aria-label", t.Get("chart.actors")},
		each(c.Model.Story.Actors, func(_ int, a story.Actor) app.UI {
			return h("button", at{"type", "button", "data-act", "actor", "data-actor", a.ID, "aria-pressed", pressed(a.ID == c.Actor)},
				badge(&a), h("span", nil, txt(t.Get("actor."+a.ID+".short"))))
		})...)
}

// asides tells the figures on other axes, which never share the main one's: a line
// of text for each and a small chart of their own.
type asides struct {
	app.Compo

	Model   *Model
	Address Address
	Index   int
	Known   int
}

// Render draws the figures.
func (c *asides) Render() app.UI {
	m, t := c.Model, c.Model.Texts
	day := m.dayOf(c.Known)
	var rows []app.UI
	for _, strip := range scene.NewStrips(m.Story, t, day) {
		rows = append(rows, c.strip(strip))
		for _, k := range scene.Told(m.Story, strip.Marks, strip.Bundles) {
			claim := m.Story.Claim(k.Claim)
			rows = append(rows, h("p", at{"data-claim", claim.ID},
				badge(m.Story.Actor(claim.Actor)),
				h("strong", nil, txt(" "+t.Figure(claim.Figure, claim.Qualifier)+" "+t.Get("series."+claim.Series+".name"))),
				h("span", nil, txt(" "+t.Fill("chart.apart", "actor", t.Get("actor."+claim.Actor+".short"), "day", t.Day(claim.Said)))),
			))
		}
	}
	return h("div", at{"class", "apart"}, rows...)
}

func (c *asides) strip(strip scene.Strip) app.UI {
	parts := nodes(16)
	axis := strip.Height - 18
	parts = append(parts, s("line", at{"class", "base", "x1", "0", "x2", "100%", "y1", num(axis), "y2", num(axis)}))
	for i, k := range strip.Ticks {
		anchor := "middle"
		if i == 0 {
			anchor = "start"
		}
		class := "tick"
		if k.Wide > 0 {
			class += " w" + num(k.Wide)
		}
		parts = append(parts, s("text", at{"class", class, "x", Percent(k.X), "y", num(strip.Height - 4), "text-anchor", anchor}, txt(k.Label)))
	}
	for _, k := range strip.Marks {
		parts = append(parts, &markLink{Model: c.Model, Address: c.Address, Here: c.Model.inFocus(c.Index, k.Claim), Mark: k})
	}
	parts = append(parts, bundleLinks(c.Model, c.Address, strip.Bundles)...)
	return s("svg", at{"class", "fluid", "width", "100%", "height", num(strip.Height), "role", "group", "aria-label", c.Model.Texts.Get("chart.strip")}, parts...)
}

// chartWords tells the chart's facts as a list: each figure in the order in which
// it was said, then the stances without one.
type chartWords struct {
	app.Compo

	Model *Model
	Known int
}

// Render draws the list.
func (c *chartWords) Render() app.UI {
	t := c.Model.Texts
	sc := c.Model.chartScene(c.Model.lastKey(c.Model.dayOf(c.Known)))
	var items []app.UI
	for _, m := range sc.Told(c.Model.Story) {
		items = append(items, h("li", at{"data-claim", m.Claim}, txt(m.Name)))
	}
	if items == nil {
		items = append(items, h("li", nil, txt(t.Get("lead.nothing"))))
	}
	return h("details", at{"class", "words"},
		h("summary", nil, txt(t.Get("chart.words"))),
		h("ul", nil, items...),
	)
}
