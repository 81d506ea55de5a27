package storyfile

import "bukti/app/story"

func readMoment(e entry) story.Moment {
	r := e.record("from", "to", "lead", "focus", "view")
	m := story.Moment{
		ID:    e.id,
		From:  r.need("from", exampleDay).date(),
		To:    r.optional("to").date(),
		Lead:  r.need("lead", "the id of a claim").id(),
		Focus: r.needIDs("focus", "points to no claim", "list the claims that it is about under its focus, or remove the moment"),
		View:  r.need("view", "overview").id(),
	}
	inOrder(r.optional("to"), m.To, m.From, "from")
	if !r.optional("to").given() {
		m.To = m.From
	}
	return m
}

func readCorrection(e entry) story.Correction {
	r := e.record("on", "claims")
	return story.Correction{ID: e.id, On: r.need("on", exampleDay).date(), Claims: r.need("claims", "[some-claim]").ids()}
}
