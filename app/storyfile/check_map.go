package storyfile

import (
	"math"
	"strings"
)

func (c *checker) checkMap() {
	for _, p := range c.story.Places {
		for _, r := range p.Roles {
			c.refersAll(r.Claims, "claim", c.claims, "places", p.ID, "roles", string(r.Role))
		}
	}
	for _, r := range c.story.Routes {
		c.refers(r.From, "place", c.places, "routes", r.ID, "from")
		c.refers(r.To, "place", c.places, "routes", r.ID, "to")
		c.refersAll(r.Claims, "claim", c.claims, "routes", r.ID, "claims")
	}
	var overviews []string
	unread := c.doc.broken["views"]
	for _, v := range c.story.Views {
		unread = unread || math.IsNaN(v.West)
		if v.Overview() {
			overviews = append(overviews, v.ID)
		}
	}
	switch {
	case len(overviews) == 0 && !unread:
		c.problem("no view shows all the story", `add one without edges, such as "overview: {}"`, "views")
	case len(overviews) > 1:
		c.problem("more than one view shows all the story: "+strings.Join(overviews, ", "),
			"give this one its edges (west, south, east, north) or remove it", "views", overviews[1])
	}
}
