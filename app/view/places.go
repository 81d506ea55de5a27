package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// places is the map as a list: each place with who named it as what, and when, and
// each route with what is schematic about it.
type places struct {
	app.Compo

	Model *Model
	Known int // how many claims had been said
}

// Render draws the list.
func (c *places) Render() app.UI {
	t, st := c.Model.Texts, c.Model.Story
	day := c.Model.dayOf(c.Known)
	var items []app.UI
	for i := range st.Places {
		p := &st.Places[i]
		for _, r := range p.Roles {
			for _, id := range r.Claims {
				claim := st.Claim(id)
				if claim.Said > day {
					continue
				}
				items = append(items, h("li", at{"data-claim", id}, txt(t.Fill("places.item",
					"place", t.PlaceName(p), "role", t.NamedAs(st, r.Role, claim),
					"actor", t.Get("actor."+claim.Actor+".name"), "day", t.Day(claim.Said)))))
			}
		}
	}
	for _, r := range st.Routes {
		for _, id := range r.Claims {
			if st.Claim(id).Said <= day {
				items = append(items, h("li", at{"data-claim", id}, txt(t.Get("route."+r.ID))))
				break
			}
		}
	}
	return h("details", at{"class", "words places"},
		h("summary", nil, txt(t.Get("places.title"))),
		h("ul", nil, items...),
	)
}
