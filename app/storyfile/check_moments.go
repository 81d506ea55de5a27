package storyfile

import (
	"fmt"
	"strconv"
	"strings"

	"bukti/app/story"
)

func (c *checker) checkMoments() {
	c.refers(c.story.Opening, "moment", c.moments, "opening")
	var before *story.Moment
	for i := range c.story.Moments {
		m := &c.story.Moments[i]
		c.checkAddress(m)
		c.refers(m.View, "view", c.views, "moments", m.ID, "view")
		c.refersAll(m.Focus, "claim", c.claims, "moments", m.ID, "focus")
		c.refers(m.Lead, "claim", c.claims, "moments", m.ID, "lead")
		c.checkLead(m)
		c.checkForesight(m)
		if m.From == 0 || m.To == 0 {
			continue
		}
		c.checkDays(m)
		if before != nil && (m.To < before.To || m.To == before.To && m.From < before.From) {
			c.problem(fmt.Sprintf("moment %s, of %s, comes after moment %s, of %s", m.ID, span(m), before.ID, span(before)),
				"move it up: moments go forward in time, by their last day", "moments", m.ID, "from")
		}
		before = m
	}
}

// taken are the ids under which pages other than moments' have their addresses.
var taken = map[string]string{
	"claims": "every claim", "embed": "the embeds", "chart": "the chart's embed", "map": "the map's embed",
}

func (c *checker) checkAddress(m *story.Moment) {
	if page, ok := taken[m.ID]; ok {
		c.problem(fmt.Sprintf("moment %s has the address of the page of %s", m.ID, page),
			"give it another id, such as "+m.ID+"-told", "moments", m.ID)
	}
}

func (c *checker) checkLead(m *story.Moment) {
	if m.Lead == "" || !known(m.Lead, c.claims) || known(m.Lead, m.Focus) || len(m.Focus) == 0 {
		return
	}
	c.problem(fmt.Sprintf("claim %s leads moment %s and is not in its focus", m.Lead, m.ID),
		"add it to the focus, or lead with one of "+strings.Join(m.Focus, ", "), "moments", m.ID, "lead")
}

// checkForesight sees that a moment knows only what had been said by its end.
func (c *checker) checkForesight(m *story.Moment) {
	for i, id := range m.Focus {
		x := c.story.Claim(id)
		if x != nil && m.To != 0 && x.Said > m.To {
			c.problem(fmt.Sprintf("claim %s was said %s, after the end of moment %s, %s", id, x.Said, m.ID, m.To),
				"move it to a later moment, or end this one on "+x.Said.String(), "moments", m.ID, "focus", strconv.Itoa(i))
		}
	}
}

// checkDays sees that the chart has all days of a moment.
func (c *checker) checkDays(m *story.Moment) {
	first, last, ok := c.axis()
	if !ok {
		return
	}
	for key, day := range map[string]story.Date{"from": m.From, "to": m.To} {
		if day >= first && day <= last || key == "to" && m.To == m.From {
			continue
		}
		c.problem(fmt.Sprintf("%s of moment %s, %s, is not on the axis, which goes from %s to %s", key, m.ID, day, first, last),
			"correct the day, or let the axis reach it", "moments", m.ID, key)
	}
}

func span(m *story.Moment) string {
	if m.From == m.To {
		return m.From.String()
	}
	return m.From.String() + " to " + m.To.String()
}
