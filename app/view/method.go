package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// method says how figures, qualifiers, borders and translations are handled.
func method(m *Model) app.UI {
	t := m.Texts
	var words []app.UI
	for _, q := range story.Qualifiers {
		words = append(words, h("dt", nil, txt(t.Fill("qualifier."+string(q), "n", "…"))), h("dd", nil, txt(t.Get("meaning."+string(q)))))
	}
	body := nodes(14)
	body = append(body,
		h("h2", at{"id", "method"}, txt(t.Get("method.title"))),
		h("h3", nil, txt(t.Get("method.figures-title"))), h("p", nil, txt(t.Get("policy.figures"))),
		h("h3", nil, txt(t.Get("method.qualifiers-title"))), h("dl", nil, words...),
		h("h3", nil, txt(t.Get("method.sources-title"))), h("p", nil, txt(t.Get("method.tier-note"))),
		h("h3", nil, txt(t.Get("method.borders-title"))), h("p", nil, txt(t.Get("policy.borders"))),
		h("h3", nil, txt(t.Get("method.translation-title"))), h("p", nil, txt(t.Get("policy.translation"))), h("p", nil, txt(t.Get("page.translations"))))
	if t.Machine {
		body = append(body, h("p", nil, txt(t.Get("method.machine"))))
	}
	return h("section", at{"class", "method", "aria-labelledby", "method"}, body...)
}

// corrections is the dated list of what was changed after it had been published.
func corrections(m *Model) app.UI {
	t := m.Texts
	list := h("p", nil, txt(t.Get("corrections.none")))
	if len(m.Story.Corrections) > 0 {
		list = h("ul", nil, each(m.Story.Corrections, func(_ int, c story.Correction) app.UI {
			return h("li", nil, h("time", at{"datetime", c.On.String()}, txt(t.Date(c.On))), h("span", nil, txt(" "+t.Get("correction."+c.ID))))
		})...)
	}
	return h("section", at{"class", "method", "aria-labelledby", "corrections"}, h("h2", at{"id", "corrections"}, txt(t.Get("corrections.title"))), list)
}

// dataLinks lead to the same facts as data.
func dataLinks(m *Model, s State) app.UI {
	t := m.Texts
	link := func(path, key string) app.UI {
		return h("li", nil, h("a", at{"href", s.Root() + path}, txt(t.Get("data."+key))))
	}
	return h("section", at{"class", "method", "aria-labelledby", "data"},
		h("h2", at{"id", "data"}, txt(t.Get("data.title"))),
		h("p", nil, txt(t.Fill("data.lead", "licence", m.Story.Licence, "version", Version(m.Story, t)))),
		h("ul", nil, link("data/claims.csv", "csv"), link("data/claims.json", "json"), link("data/story.schema.json", "schema"), link("data/places.geojson", "places"), link("feed.xml", "feed")))
}
