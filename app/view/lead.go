package view

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// leadPart is the figure of the moment in large type, with qualifier, speaker and
// date; for a claim without a figure, the stance in its place.
type leadPart struct {
	app.Compo

	Model *Model
	Index int
	Day   story.Date
	AsOf  bool // the reader asked for this very day
}

// Render draws the lead.
func (c *leadPart) Render() app.UI {
	t := c.Model.Texts
	body := nodes(4)
	asOf := nodes(1) // its place is kept, so that the nodes after it stay
	if c.AsOf {
		asOf = append(asOf, txt(t.Fill("lead.asof", "day", t.Date(c.Day))))
	}
	body = append(body, h("p", at{"class", "asof"}, asOf...))
	if c.Index < 0 {
		body = append(body, h("h2", nil, txt(t.Get("lead.nothing"))))
	} else {
		m := c.Model.Story.Moments[c.Index]
		body = append(body,
			h("p", at{"class", "when"},
				h("time", at{"datetime", m.From.String()}, txt(t.Span(m.From, m.To))),
				h("span", nil, txt(" · "+t.Fill("lead.step", "n", t.Number(c.Index+1), "of", t.Number(len(c.Model.Story.Moments))))),
			),
			h("h2", at{"data-claim", m.Lead}, txt(t.Get("moment."+m.ID+".title"))),
			figure(c.Model, c.Model.Story.Claim(m.Lead)),
		)
	}
	return h("section", at{"class", "lead", "data-bench", "status", "aria-live", "polite", "aria-atomic", "true"}, body...)
}

// figure is a claim in large type.
func figure(m *Model, claim *story.Claim) app.UI {
	t := m.Texts
	actor := m.Story.Actor(claim.Actor)
	body := nodes(3)
	kind := "word"
	said := says(t, claim)
	if claim.HasFigure() {
		kind = "number"
		body = append(body, h("p", at{"class", "big"},
			h("strong", nil, txt(t.Figure(claim.Figure, claim.Qualifier))),
			h("span", nil, txt(" "+t.Get("series."+claim.Series+".lead")))))
	} else {
		said += " – "
	}
	who := nodes(3)
	who = append(who, badge(actor), h("span", nil, txt(said)))
	if kind == "word" {
		who = append(who, h("strong", nil, txt(t.Position(claim))))
	}
	body = append(body, h("p", at{"class", "who"}, who...))
	if kind == "word" && t.Has("claim."+claim.ID+".quote") {
		body = append(body, quote(t, claim))
	}
	return h("div", at{"class", "figure " + kind + hue(actor), "data-claim", claim.ID}, body...)
}

// says names the speaker as it stands under a figure: actor, speaker, through whom.
func says(t *story.Texts, claim *story.Claim) string {
	actor, who := t.Get("actor."+claim.Actor+".name"), t.SpokenBy(claim)
	if t.WithOffice(claim) == actor {
		return who
	}
	return t.Fill("lead.says", "actor", actor, "speaker", who)
}

// quote is direct speech in the reader's language, marked where it is a translation.
func quote(t *story.Texts, claim *story.Claim) app.UI {
	body := nodes(2)
	body = append(body, h("q", nil, txt(t.Get("claim."+claim.ID+".quote"))))
	if t.Translated(claim) {
		body = append(body, h("small", nil, txt(" "+t.Get("quote.translated"))))
	}
	return h("p", at{"class", "quote"}, body...)
}

// badge is the actor's sign, as it stands on chart and map.
func badge(a *story.Actor) app.UI {
	return s("svg", at{"class", "badge", "width", "14", "height", "14", "viewBox", "-7 -7 14 14", "aria-hidden", "true"},
		shape(a.Shape, 5, at{"class", "f" + hue(a)}))
}

// hue is the class of an actor's colour, with a space before it.
func hue(a *story.Actor) string { return hueClass(a.Hue) }

func hueClass(n int) string { return " h" + strconv.Itoa(n) }
