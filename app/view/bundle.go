package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
)

// BundleSign is the sign of several claims: lines of a list, unlike any actor's sign
// and any qualifier's.
const BundleSign = "M-5-4H5M-5 0H5M-5 4H5"

// bundleLinks lead to the ledger, which tells each of the claims that have no room for
// marks of their own.
func bundleLinks(m *Model, address Address, bundles []scene.Bundle) []app.UI {
	return each(bundles, func(_ int, b scene.Bundle) app.UI {
		class := "many"
		if b.Dim {
			class += " dim"
		}
		ids := make([]string, len(b.Marks))
		for i, mark := range b.Marks {
			ids[i] = mark.Claim
		}
		return s("a", append(m.ledgerAnchor(State{Address: address}, ids), "class", class, "aria-label", b.Name),
			s("svg", at{"x", Percent(b.X), "y", num(b.DY)}, s("g", at{"transform", "translate(" + num(b.DX) + ")"}, bundleParts(b.Text)...)))
	})
}

func bundleParts(text string) []app.UI {
	parts := nodes(3)
	parts = append(parts, s("circle", at{"class", "hit", "r", "12"}), path(at{"class", "list"}, BundleSign))
	if text != "" {
		parts = append(parts, s("text", at{"x", "11", "y", "4"}, txt(text)))
	}
	return parts
}

// ledgerAnchor leads to the first of several claims in the ledger, with its filters set
// to what all of them share.
func (m *Model) ledgerAnchor(s State, claims []string) at {
	first := m.Story.Claim(claims[0])
	actor, day := first.Actor, first.Said
	for _, id := range claims {
		c := m.Story.Claim(id)
		if c.Actor != actor {
			actor = ""
		}
		if c.Said != day {
			day = 0
		}
	}
	query := ""
	if actor != "" {
		query = "&actor=" + actor
	}
	if day != 0 {
		query += "&day=" + day.String()
	}
	if query != "" {
		query = "?" + query[1:]
	}
	to := at{"href", s.Root() + Address{Lang: m.Texts.Lang, Moment: LedgerPage}.Path() + query + "#claim-" + first.ID}
	if s.Embed != "" {
		to = append(to, "target", beside(s), "rel", "noopener")
	}
	return to
}
