package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// lead is the figure of the moment in large type, with qualifier, speaker and
// date; for a claim without a figure, the stance in its place.
func lead(c common) app.UI {
	t := c.texts
	if c.shown.Lead == nil {
		return h("section", at{"class", "lead", "data-bench", "status", "aria-live", "polite", "aria-atomic", "true"},
			h("p", at{"class", "when"}, h("time", at{"datetime", c.shown.Day.String()}, txt(t.Date(c.shown.Day)))),
			h("p", at{"class", "what"}, txt(t.Get("lead.nothing"))),
		)
	}
	m := c.story.Moments[c.shown.Index]
	return h("section", at{"class", "lead", "data-bench", "status", "aria-live", "polite", "aria-atomic", "true"},
		h("p", at{"class", "when"},
			h("time", at{"datetime", m.From.String()}, txt(t.Span(m.From, m.To))),
			h("span", nil, txt(" · "+t.Fill("lead.step", "n", t.Number(c.shown.Index+1), "of", t.Number(len(c.story.Moments))))),
		),
		h("h2", nil, txt(t.Get("moment."+m.ID+".title"))),
		leadClaim(c, c.shown.Lead),
	)
}

func leadClaim(c common, claim *story.Claim) app.UI {
	t := c.texts
	key := "claim." + claim.ID
	kind := "word"
	big, what := t.Get("stance."+string(claim.Stance)), ""
	if claim.HasFigure() {
		kind = "number"
		big = t.Figure(claim.Figure, claim.Qualifier)
		what = t.Get("series." + claim.Series + ".lead")
	}
	return h("div", at{"class", "figure " + kind + " h" + num(float64(c.story.Actor(claim.Actor).Hue)), "data-claim", claim.ID},
		when(kind == "number", func() app.UI {
			return h("p", at{"class", "big"}, h("strong", nil, txt(big)), h("span", nil, txt(" "+what)))
		}),
		h("p", at{"class", "who"},
			badge(c.story.Actor(claim.Actor)),
			h("span", nil, txt(says(c, claim))),
			when(kind == "word", func() app.UI { return h("strong", nil, txt(" "+big)) }),
		),
		when(kind == "word" && t.Has(key+".quote"), func() app.UI { return quote(t, claim) }),
	)
}

// says names the speaker as it stands under a figure: actor, speaker, through whom.
func says(c common, claim *story.Claim) string {
	t := c.texts
	key := "claim." + claim.ID
	who := t.Fill("lead.says", "actor", t.Get("actor."+claim.Actor+".name"), "speaker", speaker(t, claim))
	if t.Has(key + ".through") {
		who += " " + t.Fill("speaker.through", "who", t.Get(key+".through"))
	}
	return who
}

// speaker is who spoke, with office.
func speaker(t *story.Texts, claim *story.Claim) string {
	key := "claim." + claim.ID
	who := t.Get(key + ".speaker")
	if t.Has(key + ".role") {
		who += ", " + t.Get(key+".role")
	}
	return who
}

// quote is direct speech in the reader's language, marked as a translation unless
// it was spoken in that language.
func quote(t *story.Texts, claim *story.Claim) app.UI {
	body := make2(2)
	body = append(body, h("q", nil, txt(t.Get("claim."+claim.ID+".quote"))))
	if claim.QuoteLang != t.Lang {
		body = append(body, h("small", nil, txt(" "+t.Get("quote.translated"))))
	}
	return h("p", at{"class", "quote"}, body...)
}

// badge is the actor's sign, as it stands on chart and map.
func badge(a *story.Actor) app.UI {
	return s("svg", at{"class", "badge", "width", "14", "height", "14", "viewBox", "-7 -7 14 14", "aria-hidden", "true"},
		shape(a.Shape, 5, at{"class", "f h" + num(float64(a.Hue))}))
}
