package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// momentText is the moment's paragraph.
func momentText(c common) app.UI {
	if c.shown.Index < 0 {
		return nil
	}
	return h("p", at{"class", "telling"}, spans(c.texts.Get("moment."+c.story.Moments[c.shown.Index].ID+".text"))...)
}

// claims is the table of the moment's claims with their sources.
func claims(c common) app.UI {
	t := c.texts
	if len(c.shown.Said) == 0 {
		return nil
	}
	return h("section", at{"class", "claims", "aria-labelledby", "claims-title"},
		h("h2", at{"id", "claims-title"}, txt(t.Get("claims.title"))),
		h("table", nil,
			h("thead", nil, h("tr", nil,
				h("th", at{"scope", "col"}, txt(t.Get("claims.who"))),
				h("th", at{"scope", "col"}, txt(t.Get("claims.what"))),
			)),
			h("tbody", nil, each(c.shown.Said, func(_ int, claim *story.Claim) app.UI { return claimRow(c, claim) })...),
		),
	)
}

func claimRow(c common, claim *story.Claim) app.UI {
	t := c.texts
	key := "claim." + claim.ID
	who := make2(4)
	who = append(who,
		h("span", at{"class", "actor"}, badge(c.story.Actor(claim.Actor)), h("span", nil, txt(" "+t.Get("actor."+claim.Actor+".name")))),
		h("span", at{"class", "speaker"}, txt(speaker(t, claim))))
	if t.Has(key + ".through") {
		who = append(who, h("span", at{"class", "speaker"}, txt(t.Fill("speaker.through", "who", t.Get(key+".through")))))
	}
	who = append(who, h("time", at{"datetime", claim.Said.String()}, txt(t.Day(claim.Said))))

	what := make2(6)
	head := t.Get("stance." + string(claim.Stance))
	if claim.HasFigure() {
		head = t.Figure(claim.Figure, claim.Qualifier) + " · " + t.Get("series."+claim.Series+".name")
	}
	what = append(what,
		h("p", at{"class", "stance"}, h("strong", nil, txt(head)), flags(t, claim)),
		h("p", nil, spans(t.Get(key+".summary"))...))
	if t.Has(key + ".quote") {
		what = append(what, quote(t, claim))
	}
	if t.Has(key + ".note") {
		what = append(what, h("p", at{"class", "note"}, txt(t.Get(key+".note"))))
	}
	what = append(what, h("p", at{"class", "sources"}, sources(c, claim)...))
	return h("tr", at{"id", "claim-" + claim.ID, "data-claim", claim.ID},
		h("th", at{"scope", "row"}, who...), h("td", nil, what...))
}

// flags says in words what is particular about a claim.
func flags(t *story.Texts, claim *story.Claim) app.UI {
	text := ""
	if claim.Contested {
		text = t.Get("label.contested")
	}
	if claim.Reported {
		if text != "" {
			text += " · "
		}
		text += t.Get("claims.reported")
	}
	if text == "" {
		return nil
	}
	return h("em", nil, txt(text))
}

func sources(c common, claim *story.Claim) []app.UI {
	t := c.texts
	list := make2(2 * len(claim.Sources))
	for i, id := range claim.Sources {
		src := c.story.Source(id)
		name := src.Publisher + ", " + t.Day(src.Date)
		lead := " · "
		if i == 0 {
			lead = t.Get("claims.sources") + " "
		}
		list = append(list, txt(lead))
		if src.URL == "" {
			list = append(list, h("span", nil, txt(name)))
		} else {
			list = append(list, h("a", at{"href", src.URL, "rel", "noopener noreferrer"}, txt(name)))
		}
	}
	return list
}
