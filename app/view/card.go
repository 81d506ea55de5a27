package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// card tells one claim whole: who, when, about when, figure or stance, quote,
// sources, what it replaced, what it is a part of, and what others said. It is a
// popover, which the browser closes by Escape or a press elsewhere and which gives
// the focus back.
type card struct {
	app.Compo

	Model *Model
	State State
	Claim string
	Day   story.Date
}

// Render draws the card; empty while no claim is chosen.
func (c *card) Render() app.UI {
	attrs := at{"id", "card", "class", "card", "popover", "auto", "role", "dialog", "tabindex", "-1", "aria-labelledby", "card-title"}
	claim := c.Model.Story.Claim(c.Claim)
	if claim == nil {
		return h("div", attrs, h("p", at{"id", "card-title"}, txt(c.Model.Texts.Get("card.none"))))
	}
	t := c.Model.Texts
	body := nodes(16)
	body = append(body,
		h("button", at{"class", "close", "type", "button", "popovertarget", "card", "popovertargetaction", "hide", "aria-label", t.Get("card.close")}, sign(signClose)),
		h("p", at{"id", "card-title", "class", "cardwho"}, whoSaid(c.Model, claim)...))
	body = append(body, whatWasSaid(c.Model, c.State, -1, claim)...)
	facts := claimFacts(c.Model, c.State, claim, c.Day)
	if len(facts) > 0 {
		body = append(body, h("dl", nil, facts...))
	}
	return h("div", append(attrs, "data-claim", claim.ID), body...)
}

// claimFacts are how a claim stands to others, as terms and descriptions.
func claimFacts(m *Model, state State, claim *story.Claim, day story.Date) []app.UI {
	t, st := m.Texts, m.Story
	facts := nodes(8)
	if claim.About.From != 0 && claim.About.From != claim.Said {
		facts = append(facts, fact(t.Get("card.about"), txt(t.AboutTime(claim)))...)
	}
	for _, link := range []struct{ key, claim string }{{"card.supersedes", claim.Supersedes}, {"card.part", claim.PartOf}} {
		if other := st.Claim(link.claim); other != nil {
			facts = append(facts, fact(t.Get(link.key), otherClaim(m, state, other))...)
		}
	}
	if later := st.ReplacedBy(claim, day); later != nil {
		facts = append(facts, fact(t.Get("card.replaced"), otherClaim(m, state, later))...)
	}
	if beside := st.Beside(claim, claim.Said); len(beside) > 0 {
		items := each(beside, func(_ int, o *story.Claim) app.UI { return h("li", nil, otherClaim(m, state, o)) })
		facts = append(facts, fact(t.Get("card.beside"), h("ul", nil, items...))...)
	}
	return facts
}

func fact(name string, value app.UI) []app.UI {
	return []app.UI{h("dt", nil, txt(name)), h("dd", nil, value)}
}

// otherClaim is another claim as a link: to its card, or in the ledger to its
// entry.
func otherClaim(m *Model, state State, o *story.Claim) app.UI {
	t := m.Texts
	to := "#claim-" + o.ID
	if state.Moment != LedgerPage {
		state.Claim = o.ID
		to = state.Root() + state.Path() + state.Query()
	}
	return h("a", at{"href", to, "data-claim", o.ID},
		txt(t.Fill("card.other", "day", t.Day(o.Said), "actor", t.Get("actor."+o.Actor+".name"), "speaker", t.Speaker(o), "what", t.Alone(o))))
}
