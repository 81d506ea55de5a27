package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
)

// places is the map as a list: each place with who named it as what, and when.
func places(c common, m scene.Map) app.UI {
	t := c.texts
	var items []app.UI
	for i := range c.story.Places {
		p := &c.story.Places[i]
		for _, r := range p.Roles {
			for _, id := range r.Claims {
				claim := c.story.Claim(id)
				if claim.Said > c.shown.Day {
					continue
				}
				items = append(items, h("li", at{"data-claim", id}, txt(t.Fill("places.item",
					"place", t.Get("place."+p.ID), "role", t.Get("role."+string(r.Role)),
					"actor", t.Get("actor."+claim.Actor+".name"), "day", t.Day(claim.Said)))))
			}
		}
	}
	for _, r := range m.Routes {
		items = append(items, h("li", at{"data-claim", r.Claim}, txt(t.Get("route."+r.Route))))
	}
	if items == nil {
		return nil
	}
	return h("details", at{"class", "words places"},
		h("summary", nil, txt(t.Get("places.title"))),
		h("ul", nil, items...),
	)
}

// footer states the policy on borders, the licence and the data's version.
func footer(c common) app.UI {
	t := c.texts
	version, err := story.ParseDate(c.story.Version)
	stand := c.story.Version
	if err == nil {
		stand = t.Date(version)
	}
	return h("footer", at{"class", "foot"},
		h("p", nil, txt(t.Get("policy.borders"))),
		h("p", nil, txt(t.Get("page.translations"))),
		h("p", nil, txt(t.Fill("page.data", "version", stand, "licence", c.story.Licence))),
		h("p", nil, txt(t.Get("page.map"))),
	)
}
