package view

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
)

// LedgerPage is the last part of the ledger's address: /{lang}/claims/. No moment
// may have it as an id.
const LedgerPage = "claims"

// Ledger is the page of every claim: who took which position, the claims with
// their sources, how the page is made, what was corrected, and the data.
type Ledger struct {
	app.Compo

	Model *Model
	State State

	// Attach is called in the browser when the page stands in the document.
	Attach func(app.Context)
}

// OnMount implements app.Mounter.
func (p *Ledger) OnMount(ctx app.Context) {
	if p.Attach != nil {
		p.Attach(ctx)
	}
}

// Render draws the page.
func (p *Ledger) Render() app.UI {
	m, t := p.Model, p.Model.Texts
	claims := m.Story.Claims
	return h("div", at{"class", "page"},
		&header{Model: m, State: p.State},
		h("main", at{"id", "main", "class", "ledgerpage"},
			h("header", at{"class", "title"},
				h("h1", nil, txt(t.Get("ledger.title"))),
				h("p", at{"class", "question"}, txt(t.Get("ledger.lead"))),
				h("p", nil, h("a", at{"href", p.State.Root() + t.Lang + "/"}, txt(t.Get("ledger.back")))),
			),
			&matrix{Model: m, Address: p.State.Address, Index: -1, Known: len(claims)},
			&retelling{Model: m, Count: len(m.Story.Moments)},
			h("section", at{"class", "ledger", "id", "stage", "aria-labelledby", "ledger-title"},
				h("h2", at{"id", "ledger-title"}, txt(t.Get("claims.title"))),
				p.filters(),
				h("p", at{"class", "count", "aria-live", "polite"}, txt(t.Fill("ledger.count", "n", t.Number(len(claims)), "of", t.Number(len(claims))))),
				h("ol", at{"class", "entries"}, each(claims, func(i int, _ story.Claim) app.UI { return p.entry(&claims[i]) })...),
			),
			method(m),
			corrections(m),
			dataLinks(m, p.State),
		),
		&footer{Model: m},
	)
}

// filters are native fields. Without the program they would do nothing and are not
// shown; the list is whole all the same.
func (p *Ledger) filters() app.UI {
	m, t := p.Model, p.Model.Texts
	choice := func(name, label string, options ...app.UI) app.UI {
		all := h("option", at{"Value", "all"}, txt(t.Get("ledger.all")))
		return h("label", nil, h("span", nil, txt(label)), h("select", at{"name", name}, append([]app.UI{all}, options...)...))
	}
	option := func(value, text string) app.UI { return h("option", at{"Value", value}, txt(text)) }
	var days []app.UI
	for _, d := range scene.NewMatrix(m.Story, m.Story.Last).Days {
		days = append(days, option(d.String(), t.Day(d)))
	}
	return h("div", at{"class", "filters", "role", "search"},
		choice("actor", t.Get("ledger.actor"), each(m.Story.Actors, func(_ int, a story.Actor) app.UI {
			return option(a.ID, t.Get("actor."+a.ID+".name"))
		})...),
		choice("stance", t.Get("ledger.stance"), each(story.Stances, func(_ int, s story.Stance) app.UI {
			return option(string(s), t.Get("stance."+string(s)))
		})...),
		choice("series", t.Get("ledger.series"), append(each(m.Story.Series, func(_ int, s story.Series) app.UI {
			return option(s.ID, t.Get("series."+s.ID+".name"))
		}), option(noSeries, t.Get("ledger.none")))...),
		choice("day", t.Get("ledger.day"), days...),
		h("label", nil, h("span", nil, txt(t.Get("ledger.search"))), void("input", at{"type", "search", "name", "q"})),
		h("label", nil, h("span", nil, txt(t.Get("ledger.sort"))), h("select", at{"name", "sort"},
			option("said", t.Get("ledger.by-said")), option("figure", t.Get("ledger.by-figure")))),
		h("button", at{"type", "button", "data-act", "reset"}, txt(t.Get("ledger.reset"))),
	)
}

// noSeries stands for a series where a claim has no figure; "" would filter nothing.
const noSeries = "-"

// entry is one claim, whole.
func (p *Ledger) entry(claim *story.Claim) app.UI {
	m, t := p.Model, p.Model.Texts
	body := nodes(12)
	body = append(body, h("h3", at{"class", "cardwho"}, whoSaid(m, claim)...))
	body = append(body, whatWasSaid(m, p.State, -1, claim)...)
	if e := evidence(m, claim); e != "" {
		body = append(body, h("p", at{"class", "evidence"}, txt(e)))
	}
	if facts := claimFacts(m, p.State, claim, m.Story.Claims[len(m.Story.Claims)-1].Said); len(facts) > 0 {
		body = append(body, h("dl", nil, facts...))
	}
	links := nodes(3)
	links = append(links, h("a", at{"href", "#claim-" + claim.ID}, txt(t.Get("ledger.link"))))
	if mo := m.Story.MomentOf(claim.ID); mo != nil {
		to := p.State.Root() + Address{Lang: t.Lang, Moment: mo.ID}.Path() + "#claim-" + claim.ID
		links = append(links, txt(" · "), h("a", at{"href", to}, txt(t.Get("moment."+mo.ID+".title"))))
	}
	body = append(body,
		h("p", at{"class", "entrylinks"}, links...),
		h("p", at{"class", "cite"}, h("button", at{"type", "button", "data-act", "cite"}, txt(t.Get("cite.copy")))))
	series := claim.Series
	if series == "" {
		series = noSeries
	}
	return h("li", at{
		"id", "claim-" + claim.ID, "data-claim", claim.ID, "data-actor", claim.Actor, "data-stance", string(claim.Stance),
		"data-series", series, "data-day", claim.Said.String(),
	}, body...)
}

// evidence warns when a claim rests on little: a single source, or weak ones only.
// Sources that pass on one agency's report are counted as one by the editor, who
// lists them once.
func evidence(m *Model, claim *story.Claim) string {
	weak := true
	for _, id := range claim.Sources {
		weak = weak && m.Story.Source(id).Tier == story.Weak
	}
	switch {
	case weak:
		return m.Texts.Get("evidence.weak")
	case len(claim.Sources) == 1:
		return m.Texts.Get("evidence.single")
	}
	return ""
}

// Citation is a claim as a line of text to quote it by, its sources with their
// addresses.
func Citation(m *Model, claim *story.Claim) string {
	t := m.Texts
	var sources []string
	for _, id := range claim.Sources {
		s := m.Story.Source(id)
		text := isolated(t, s.Publisher) + t.Get("locale.list") + t.Date(s.Date)
		if s.URL != "" {
			text += t.Get("locale.list") + isolated(t, s.URL)
		}
		sources = append(sources, text)
	}
	return t.Fill("cite.text",
		"actor", t.Get("actor."+claim.Actor+".name"), "speaker", t.SpokenBy(claim), "day", t.Date(claim.Said),
		"what", t.Alone(claim), "summary", story.Plain(t.Get("claim."+claim.ID+".summary")), "sources", strings.Join(sources, t.Get("locale.clause")))
}
