package view

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
)

// matrix is who took which position on which day, as a table: a glyph for each
// claim, its words for those who hear it, and what the glyphs mean below.
type matrix struct {
	app.Compo

	Model   *Model
	Address Address
	Index   int
	Known   int
}

// glyphs stand for stances. They are letters of a kind, with their meaning spelt
// out below the table, and differ in form, not in colour alone.
var glyphs = map[story.Stance]string{
	story.Asserts: "•", story.Confirms: "✓", story.CannotConfirm: "?",
	story.Deflects: "~", story.Denies: "×", story.Demands: "!",
}

// Render draws the table.
func (c *matrix) Render() app.UI {
	t := c.Model.Texts
	m := scene.NewMatrix(c.Model.Story, c.Model.dayOf(c.Known))
	head := nodes(1 + len(m.Days))
	head = append(head, h("th", at{"scope", "col"}, txt(t.Get("matrix.actor"))))
	month := 0
	for _, d := range m.Days {
		_, mo, dom := d.Civil()
		// The month stands above its first day, where it has the next days' room.
		cell := nodes(2)
		if mo != month {
			cell = append(cell, h("span", nil, txt(t.Get("locale.month-short."+strconv.Itoa(mo)))))
			month = mo
		}
		cell = append(cell, h("time", at{"datetime", d.String()}, txt(strconv.Itoa(dom))))
		head = append(head, h("th", at{"scope", "col", "aria-label", t.Day(d)}, cell...))
	}
	legend := nodes(len(story.Stances))
	for _, st := range story.Stances {
		legend = append(legend, h("li", nil, h("b", at{"aria-hidden", "true"}, txt(glyphs[st])), h("span", nil, txt(" "+t.Get("stance."+string(st))))))
	}
	legend = append(legend, h("li", nil, h("b", at{"class", "changed", "aria-hidden", "true"}, txt(" ")), h("span", nil, txt(" "+t.Get("matrix.change")))))
	return h("section", at{"class", "matrix", "aria-labelledby", "matrix-title"},
		h("h2", at{"id", "matrix-title"}, txt(t.Get("matrix.title"))),
		h("p", at{"class", "key"}, txt(t.Get("matrix.key"))),
		h("table", nil,
			h("thead", nil, h("tr", nil, head...)),
			h("tbody", nil, each(m.Rows, func(_ int, r scene.MatrixRow) app.UI { return c.row(r) })...),
		),
		h("ul", at{"class", "legend"}, legend...),
	)
}

func (c *matrix) row(r scene.MatrixRow) app.UI {
	t := c.Model.Texts
	actor := c.Model.Story.Actor(r.Actor)
	cells := nodes(1 + len(r.Cells))
	cells = append(cells, h("th", at{"scope", "row"}, badge(actor), h("span", nil, txt(t.Get("actor."+r.Actor+".short")))))
	for _, cell := range r.Cells {
		cells = append(cells, h("td", nil, each(cell, func(_ int, p scene.Position) app.UI { return c.position(p) })...))
	}
	return h("tr", at{"class", hue(actor)}, cells...)
}

// position is a link to a claim, or, for several of one stance on one day, to the
// ledger's entries of that side and day.
func (c *matrix) position(p scene.Position) app.UI {
	t := c.Model.Texts
	state := State{Address: c.Address}
	class, text, name := "", glyphs[p.Claim.Stance], t.Spoken(p.Claim)
	href, claim := c.Model.claimLink(state, c.Model.inFocus(c.Index, p.Claim.ID), p.Claim.ID), p.Claim.ID
	if p.Count > 1 {
		text += strconv.Itoa(p.Count)
		name = t.Fill("matrix.several", "n", t.Number(p.Count), "actor", t.Get("actor."+p.Claim.Actor+".name"), "day", t.Day(p.Claim.Said), "stance", t.Get("stance."+string(p.Claim.Stance)))
		href = state.Root() + Address{Lang: t.Lang, Moment: LedgerPage}.Path() + "?actor=" + p.Claim.Actor + "&day=" + p.Claim.Said.String() + "#claim-" + p.Claim.ID
		claim = ""
	}
	if p.Changed {
		class = "changed"
		name += " – " + t.Get("matrix.change")
	}
	return h("a", at{"class", class, "href", href, "data-claim", claim, "aria-label", name}, txt(text))
}
