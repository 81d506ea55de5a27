package storyfile

import (
	"fmt"
	"strconv"

	"bukti/app/story"
)

// checker looks for what has the right form in story.yaml and is still wrong. A
// value that could not be read is zero by now and has been reported.
type checker struct {
	story *story.Story
	doc   *document

	claims, actors, sources, series, places, moments, views []string
}

func check(s *story.Story, d *document) {
	c := &checker{
		story: s, doc: d,
		claims: d.defined("claims"), actors: d.defined("actors"), sources: d.defined("sources"), series: d.defined("series"),
		places: d.defined("places"), moments: d.defined("moments"), views: d.defined("views"),
	}
	c.checkActors()
	c.checkSeries()
	c.checkMain()
	c.checkClaims()
	c.checkFigures()
	c.checkLineage()
	c.checkMap()
	c.checkMoments()
	c.checkCorrections()
}

func (c *checker) problem(what, remedy string, path ...string) {
	c.doc.report.add(c.doc.position(path...), what, remedy)
}

// refers reports an id that nothing has. The kind is the singular of the group in
// which it should be defined; when that group could not be read, nobody knows.
func (c *checker) refers(id, kind string, defined []string, path ...string) {
	if id == "" || known(id, defined) || c.doc.broken[group(kind)] {
		return
	}
	c.problem(fmt.Sprintf("there is no %s %q", kind, id), didYouMean(id, defined, orAddIt(defined, group(kind))), path...)
}

// refersAll is refers for a list of ids.
func (c *checker) refersAll(ids []string, kind string, defined []string, path ...string) {
	for i, id := range ids {
		c.refers(id, kind, defined, append(path[:len(path):len(path)], strconv.Itoa(i))...)
	}
}

func group(kind string) string {
	if kind == "series" {
		return kind
	}
	return kind + "s"
}

// checkActors sees that no two actors have the same marks.
func (c *checker) checkActors() {
	type mark struct {
		hue   int
		shape story.Shape
	}
	first := map[mark]string{}
	for _, a := range c.story.Actors {
		key := mark{a.Hue, a.Shape}
		if a.Hue == 0 || a.Shape == "" {
			continue
		}
		if other, taken := first[key]; taken {
			c.problem(fmt.Sprintf("actor %s has the hue and the shape of actor %s: nothing tells their marks apart", a.ID, other),
				"give one of them another hue or shape", "actors", a.ID)
			continue
		}
		first[key] = a.ID
	}
}

func (c *checker) checkCorrections() {
	for _, x := range c.story.Corrections {
		c.refersAll(x.Claims, "claim", c.claims, "corrections", x.ID, "claims")
	}
}
