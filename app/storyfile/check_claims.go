package storyfile

import (
	"fmt"
	"strconv"

	"bukti/app/story"
)

func (c *checker) checkClaims() {
	var latest *story.Claim
	for i := range c.story.Claims {
		x := &c.story.Claims[i]
		c.refers(x.Actor, "actor", c.actors, "claims", x.ID, "actor")
		c.refers(x.Series, "series", c.series, "claims", x.ID, "series")
		c.refersAll(x.Places, "place", c.places, "claims", x.ID, "places")
		c.refersAll(x.Sources, "source", c.sources, "claims", x.ID, "sources")
		c.checkSourceDates(x)
		if x.Said == 0 {
			continue
		}
		c.checkOnAxis(x)
		if latest != nil && x.Said < latest.Said {
			c.problem(fmt.Sprintf("claim %s, said %s, comes after claim %s, said %s", x.ID, x.Said, latest.ID, latest.Said),
				"move it up: claims stand in the order in which they were said", "claims", x.ID, "said")
			continue
		}
		latest = x
	}
}

// checkOnAxis sees that the chart has the day of a claim. What was said before its
// first day is background.
func (c *checker) checkOnAxis(x *story.Claim) {
	if _, last, ok := c.axis(); ok && x.Said > last {
		c.problem(fmt.Sprintf("claim %s was said %s, after the last day of the axis, %s", x.ID, x.Said, last),
			"correct the day, or end the axis on "+x.Said.String()+" or later", "claims", x.ID, "said")
	}
}

// axis is the first and the last day drawn to scale, if both could be read.
func (c *checker) axis() (first, last story.Date, ok bool) {
	first, last = c.story.First, c.story.Last
	return first, last, first != 0 && last != 0 && !c.doc.broken["axis.first"] && !c.doc.broken["axis.last"]
}

// checkSourceDates sees that nobody published a claim before it was made. A source
// that is much later is none the worse for it.
func (c *checker) checkSourceDates(x *story.Claim) {
	for i, id := range x.Sources {
		source := c.story.Source(id)
		if source != nil && source.Date != 0 && source.Date < x.Said {
			c.problem(fmt.Sprintf("the source is older than the claim: %s is of %s, claim %s was said %s", id, source.Date, x.ID, x.Said),
				"correct one of the two days, or name the source that published it", "claims", x.ID, "sources", strconv.Itoa(i))
		}
	}
}

// checkFigures sees that a line has one figure for a day: of two, nothing tells
// which one is in force. A planned series has no lines.
func (c *checker) checkFigures() {
	type day struct {
		actor, series string
		said          story.Date
	}
	first := map[day]*story.Claim{}
	for i := range c.story.Claims {
		x := &c.story.Claims[i]
		series := c.story.SeriesOf(x.Series)
		if series == nil || series.Planned || x.Figure <= 0 || x.Said == 0 || x.Actor == "" {
			continue
		}
		key := day{x.Actor, x.Series, x.Said}
		other, twice := first[key]
		if !twice {
			first[key] = x
			continue
		}
		if other.Figure != x.Figure {
			c.problem(fmt.Sprintf("%s said two figures for %s on %s: %d in claim %s and %d in claim %s", x.Actor, x.Series, x.Said, other.Figure, other.ID, x.Figure, x.ID),
				"keep the one that holds, or give the other a series of its own", "claims", x.ID, "figure")
		}
	}
}
