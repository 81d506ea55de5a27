package storyfile

import (
	"fmt"
	"strings"

	"bukti/app/story"
)

// checkLineage looks at how claims hang together: which one replaced which, and
// whose figure is contained in whose.
func (c *checker) checkLineage() {
	for i := range c.story.Claims {
		x := &c.story.Claims[i]
		c.refers(x.Supersedes, "claim", c.claims, "claims", x.ID, "supersedes")
		c.refers(x.PartOf, "claim", c.claims, "claims", x.ID, "part-of")
		if old := c.story.Claim(x.Supersedes); old != nil {
			c.checkSuperseded(x, old)
		}
		if whole := c.story.Claim(x.PartOf); whole != nil {
			c.checkWhole(x, whole)
		}
	}
	c.checkCircles("supersedes", func(x *story.Claim) string { return x.Supersedes })
	c.checkCircles("part-of", func(x *story.Claim) string { return x.PartOf })
}

func (c *checker) checkSuperseded(x, old *story.Claim) {
	at := []string{"claims", x.ID, "supersedes"}
	was, is := c.story.SeriesOf(old.Series), c.story.SeriesOf(x.Series)
	actors := c.story.Actor(x.Actor) != nil && c.story.Actor(old.Actor) != nil
	switch {
	case actors && x.Actor != old.Actor:
		c.problem(fmt.Sprintf("claim %s of %s supersedes claim %s of %s", x.ID, x.Actor, old.ID, old.Actor),
			"an actor can only replace its own claim: remove supersedes, or name one of "+x.Actor, at...)
	case !c.comparable(x, old):
	case was != nil && is != nil && was.Planned != is.Planned:
		c.problem(fmt.Sprintf("a planned and a present claim on one line: %s is of the series %s, %s of %s", x.ID, x.Series, old.ID, old.Series),
			"what is announced does not become what is there: remove supersedes", at...)
	case x.Series != old.Series:
		c.problem(fmt.Sprintf("claim %s (%s) supersedes claim %s (%s)", x.ID, seriesNoun(x), old.ID, seriesNoun(old)),
			"a claim can only replace one of its own series: remove supersedes, or name a claim of the same series", at...)
	}
	c.checkLater(x, old, "supersedes", at)
}

func (c *checker) checkWhole(x, whole *story.Claim) {
	at := []string{"claims", x.ID, "part-of"}
	part, all := c.story.SeriesOf(x.Series), c.story.SeriesOf(whole.Series)
	switch {
	case !c.comparable(x, whole):
	case !x.HasFigure() || !whole.HasFigure():
		without := x
		if x.HasFigure() {
			without = whole
		}
		c.problem(fmt.Sprintf("claim %s is part of claim %s, but %s has no figure", x.ID, whole.ID, without.ID),
			"only a figure can be contained in another: remove part-of", at...)
	case part.Axis != "" && all.Axis != "" && part.Axis != all.Axis:
		c.problem(fmt.Sprintf("claim %s counts %s and is part of claim %s, which counts %s", x.ID, part.Axis, whole.ID, all.Axis),
			"remove part-of, or name a claim on the same axis", at...)
	}
	c.checkLater(x, whole, "is part of", at)
}

func (c *checker) checkLater(x, other *story.Claim, verb string, at []string) {
	if x.Said != 0 && other.Said > x.Said {
		c.problem(fmt.Sprintf("claim %s, said %s, %s claim %s, said later, %s", x.ID, x.Said, verb, other.ID, other.Said),
			"name a claim said no later than "+x.Said.String(), at...)
	}
}

// comparable tells whether both claims say well enough which series they are of, if
// of any.
func (c *checker) comparable(claims ...*story.Claim) bool {
	for _, x := range claims {
		path := "claims." + x.ID
		if c.doc.broken[path+".series"] || c.doc.broken[path+".figure"] || x.HasFigure() && c.story.SeriesOf(x.Series) == nil {
			return false
		}
	}
	return true
}

func seriesNoun(x *story.Claim) string {
	if x.Series == "" {
		return "no series"
	}
	return "series " + x.Series
}

// checkCircles reports each circle once, at its first claim in the file. Links to a
// later claim are left out: they are wrong already, and without them there may be
// no circle.
func (c *checker) checkCircles(key string, next func(*story.Claim) string) {
	done := map[string]bool{}
	for i := range c.story.Claims {
		var path []string
		for x := &c.story.Claims[i]; x != nil && !done[x.ID]; {
			done[x.ID] = true
			path = append(path, x.ID)
			to := c.story.Claim(next(x))
			if to == nil || x.Said != 0 && to.Said > x.Said {
				break
			}
			if start := indexOf(path, to.ID); start >= 0 {
				c.problem(key+" goes in a circle: "+strings.Join(append(path[start:], to.ID), " → "), "remove one of its "+key, "claims", to.ID, key)
			}
			x = to
		}
	}
}
