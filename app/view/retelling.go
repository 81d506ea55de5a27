package view

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// retelling is the story for paper, which has no steps to take: each moment with its
// day, figure or position, speaker, text and the sources of all that it tells. Screens hide
// it; style/print.css shows it.
type retelling struct {
	app.Compo

	Model *Model
	Count int // how many moments, from the first on
}

// Render draws the moments as plain text: there is nothing to press on paper.
func (c *retelling) Render() app.UI {
	t, moments := c.Model.Texts, c.Model.Story.Moments[:c.Count]
	return h("section", at{"class", "retelling"},
		h("h2", nil, txt(t.Get("page.retelling"))),
		h("ol", nil, each(moments, func(_ int, m story.Moment) app.UI { return c.moment(&m) })...))
}

func (c *retelling) moment(m *story.Moment) app.UI {
	t := c.Model.Texts
	claim := c.Model.Story.Claim(m.Lead)
	what := t.Position(claim)
	if claim.HasFigure() {
		what = t.Figure(claim.Figure, claim.Qualifier) + " " + t.Get("series."+claim.Series+".lead")
	}
	sources := t.Get("claims.sources")
	for i, id := range c.sources(m) {
		s := c.Model.Story.Source(id)
		if i > 0 {
			sources += " ·"
		}
		sources += " " + isolated(t, s.Publisher) + t.Get("locale.list") + t.Day(s.Date)
		if s.URL != "" {
			sources += " " + isolated(t, "<"+s.URL+">")
		}
	}
	return h("li", at{"data-claim", claim.ID},
		h("h3", nil, txt(t.Span(m.From, m.To)+" · "+t.Get("moment."+m.ID+".title"))),
		h("p", nil, h("strong", nil, txt(what)), txt(" – "+says(t, claim))),
		h("p", nil, txt(story.Plain(t.Get("moment."+m.ID+".text")))),
		h("p", at{"class", "sources"}, txt(sources)))
}

// sources are those of the moment's lead and of the claims that its text tells, each once.
func (c *retelling) sources(m *story.Moment) []string {
	ids := slices.Clone(c.Model.Story.Claim(m.Lead).Sources)
	for _, span := range story.Spans(c.Model.Texts.Get("moment." + m.ID + ".text")) {
		if claim := c.Model.Story.Claim(span.Claim); claim != nil {
			for _, id := range claim.Sources {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	return ids
}

// retold is how many moments a page's paper tells: a moment's page and what was known
// on a day no later ones; the front page, which is about no day, all.
func retold(st *story.Story, s State, index int) int {
	if s.Moment == "" && s.AsOf == 0 {
		return len(st.Moments)
	}
	return index + 1
}
