package storyfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

func (c *checker) checkSeries() {
	for _, x := range c.story.Series {
		c.refers(x.PartOf, "series", c.series, "series", x.ID, "part-of")
		whole := c.story.SeriesOf(x.PartOf)
		if whole != nil && whole.Axis != "" && x.Axis != "" && whole.Axis != x.Axis {
			c.problem(fmt.Sprintf("series %s counts %s and is part of series %s, which counts %s", x.ID, x.Axis, whole.ID, whole.Axis),
				"remove part-of, or give both the same axis", "series", x.ID, "part-of")
		}
	}
	done := map[string]bool{}
	for i := range c.story.Series {
		var path []string
		for x := &c.story.Series[i]; x != nil && !done[x.ID]; {
			done[x.ID] = true
			path = append(path, x.ID)
			if start := indexOf(path, x.PartOf); start >= 0 {
				c.problem("part-of goes in a circle: "+strings.Join(append(path[start:], x.PartOf), " → "), "remove one of its part-of", "series", x.PartOf, "part-of")
			}
			x = c.story.SeriesOf(x.PartOf)
		}
	}
}

func (c *checker) checkMain() {
	for i, m := range c.story.Mains {
		at := []string{"main", strconv.Itoa(i)}
		c.refers(m.Actor, "actor", c.actors, append(at, "actor")...)
		c.refers(m.Series, "series", c.series, append(at, "series")...)
		if series := c.story.SeriesOf(m.Series); series != nil && series.Planned {
			c.problem(fmt.Sprintf("the main line is of the planned series %s", m.Series),
				"name a series of what was reported as there; a planned one has no line", append(at, "series")...)
		}
	}
}

func indexOf(ids []string, id string) int { return slices.Index(ids, id) }
