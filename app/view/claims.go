package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// TellingID is the paragraph's id on a page, where the pictures have been passed.
const TellingID = "telling"

// telling is the moment's paragraph.
type telling struct {
	app.Compo

	Model *Model
	State State
	Index int
}

// Render draws the paragraph.
func (c *telling) Render() app.UI {
	if c.Index < 0 {
		return h("p", at{"class", "telling", "id", TellingID})
	}
	id := c.Model.Story.Moments[c.Index].ID
	return h("p", at{"class", "telling", "id", TellingID}, c.Model.spans(c.State, c.Index, c.Model.Texts.Get("moment."+id+".text"))...)
}

// claims is the table of the moment's claims with their sources.
type claims struct {
	app.Compo

	Model *Model
	State State
	Index int
}

// Render draws the table.
func (c *claims) Render() app.UI {
	t := c.Model.Texts
	focus := c.Model.focus(c.Index)
	if len(focus) == 0 {
		return h("section", at{"class", "claims"})
	}
	return h("section", at{"class", "claims", "aria-labelledby", "claims-title"},
		h("h2", at{"id", "claims-title"}, txt(t.Get("claims.title"))),
		h("table", nil,
			h("thead", nil, h("tr", nil,
				h("th", at{"scope", "col"}, txt(t.Get("claims.who"))),
				h("th", at{"scope", "col"}, txt(t.Get("claims.what"))),
			)),
			h("tbody", nil, each(focus, func(_ int, id string) app.UI { return c.row(c.Model.Story.Claim(id)) })...),
		),
	)
}

func (c *claims) row(claim *story.Claim) app.UI {
	return h("tr", at{"id", "claim-" + claim.ID, "data-claim", claim.ID},
		h("th", at{"scope", "row"}, whoSaid(c.Model, claim)...),
		h("td", nil, whatWasSaid(c.Model, c.State, c.Index, claim)...))
}

// whoSaid names a claim's actor, speaker and day.
func whoSaid(m *Model, claim *story.Claim) []app.UI {
	t := m.Texts
	who := nodes(4)
	who = append(who,
		h("span", at{"class", "actor"}, badge(m.Story.Actor(claim.Actor)), h("span", nil, txt(" "+t.Get("actor."+claim.Actor+".name")))),
		h("span", at{"class", "speaker"}, txt(t.WithOffice(claim))))
	if through := t.Through(claim); through != "" {
		who = append(who, h("span", at{"class", "speaker"}, txt(through)))
	}
	return append(who, h("time", at{"datetime", claim.Said.String()}, txt(t.Day(claim.Said))))
}

// whatWasSaid tells a claim's figure or stance, its words and its sources.
func whatWasSaid(m *Model, s State, index int, claim *story.Claim) []app.UI {
	t := m.Texts
	key := "claim." + claim.ID
	what := nodes(6)
	what = append(what,
		h("p", at{"class", "stance"}, h("strong", nil, txt(t.Gist(claim))), flags(t, claim)),
		h("p", nil, m.spans(s, index, t.Get(key+".summary"))...))
	if t.Has(key + ".quote") {
		what = append(what, quote(t, claim))
	}
	if t.Has(key + ".note") {
		what = append(what, h("p", at{"class", "note"}, m.spans(s, index, t.Get(key+".note"))...))
	}
	return append(what, h("p", at{"class", "sources"}, sources(m, s, claim)...))
}

// Gist is a claim in a few words with its actor's short name before them.
func Gist(t *story.Texts, claim *story.Claim) string {
	return t.Get("actor."+claim.Actor+".short") + ": " + t.Alone(claim)
}

// flags says in words what is particular about a claim.
func flags(t *story.Texts, claim *story.Claim) app.UI {
	text := t.Flags(claim)
	return when(text != "", func() app.UI { return h("em", nil, txt(text)) })
}

func sources(m *Model, s State, claim *story.Claim) []app.UI {
	t := m.Texts
	list := nodes(2 * len(claim.Sources))
	for i, id := range claim.Sources {
		src := m.Story.Source(id)
		date := t.Get("locale.list") + t.Day(src.Date)
		if s.Moment == LedgerPage || s.Claim != "" {
			date += " (" + t.Get("tier."+string(src.Tier)) + ")"
		}
		// A publisher's Latin name would draw the day behind it to its side of an Arabic month.
		named := []app.UI{h("bdi", nil, txt(src.Publisher)), txt(date)}
		lead := " · "
		if i == 0 {
			lead = t.Get("claims.sources") + " "
		}
		list = append(list, txt(lead))
		if src.URL == "" {
			list = append(list, h("span", nil, named...))
		} else {
			list = append(list, h("a", at{"href", src.URL, "rel", "noopener noreferrer", "target", beside(s)}, named...))
		}
	}
	return list
}

// isolated is a name in plain text that may be written from left to right: where the
// text is read from the right, marks keep what follows it out of its order.
func isolated(t *story.Texts, name string) string {
	if t.Dir != "rtl" {
		return name
	}
	return "\u2068" + name + "\u2069"
}
