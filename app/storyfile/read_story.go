package storyfile

import (
	"fmt"
	"net/url"
	"strings"

	"bukti/app/story"
)

const exampleDay = "2024-10-18"

// readStory builds the story from story.yaml, in the order of the schema, and
// returns its languages beside it.
func readStory(d *document) (s *story.Story, languages, machine []string) {
	s = &story.Story{}
	root := d.root
	root.noun = "the story"
	top := root.record("id", "version", "licence", "languages", "machine-translated", "opening", "axis", "views", "actors", "sources", "series",
		"main", "claims", "places", "routes", "moments", "corrections")
	s.ID = top.need("id", "my-story").id()
	s.Version = top.need("version", "2026-11-24").text()
	s.Licence = top.need("licence", "CC-BY-4.0").text()
	languages = readLanguages(top.need("languages", "[en]"))
	machine = readMachine(top.optional("machine-translated"), languages)
	s.Opening = top.need("opening", "the id of a moment").id()
	readAxis(top.need("axis", "{first: "+exampleDay+", last: 2024-10-31}"), s)
	for _, e := range top.need("views", "{overview: {}}").entries("view") {
		s.Views = append(s.Views, readView(e))
	}
	for _, e := range top.need("actors", "{some-id: {hue: 1, shape: circle}}").entries("actor") {
		s.Actors = append(s.Actors, readActor(e))
	}
	for _, e := range top.need("sources", "{some-id: {publisher: …}}").entries("source") {
		s.Sources = append(s.Sources, readSource(e))
	}
	for _, e := range top.need("series", "{some-id: {axis: …}}").entries("series") {
		s.Series = append(s.Series, readSeries(e))
	}
	for i, v := range top.optional("main").list("[{from: " + exampleDay + ", series: …, actor: …}]") {
		v.noun = fmt.Sprintf("item %d of main", i+1)
		s.Mains = append(s.Mains, readMain(v))
	}
	for _, e := range top.need("claims", "{some-id: {actor: …}}").entries("claim") {
		s.Claims = append(s.Claims, readClaim(e))
	}
	for _, e := range top.optional("places").entries("place") {
		s.Places = append(s.Places, readPlace(e))
	}
	for _, e := range top.optional("routes").entries("route") {
		s.Routes = append(s.Routes, readRoute(e))
	}
	for _, e := range top.need("moments", "{some-id: {from: "+exampleDay+"}}").entries("moment") {
		s.Moments = append(s.Moments, readMoment(e))
	}
	for _, e := range top.optional("corrections").entries("correction") {
		s.Corrections = append(s.Corrections, readCorrection(e))
	}
	s.Index()
	return s, languages, machine
}

func readLanguages(v value) []string {
	var out []string
	items := v.list("[id, en]")
	if v.given() && len(items) == 0 && kindOf(v.node) == "a list" {
		v.problem("the story has no language", "list at least one, such as [en]")
	}
	for _, item := range items {
		lang := item.text()
		if lang != "" && known(lang, out) {
			item.problem(fmt.Sprintf("%q is listed twice", lang), "remove one of them")
			lang = ""
		}
		out = append(out, lang)
	}
	return out
}

// readMachine reads which of the languages were translated by machine and have not
// been checked by an editor yet.
func readMachine(v value, languages []string) []string {
	var out []string
	for _, item := range v.list("[ko]") {
		lang := item.text()
		if lang != "" && !known(lang, languages) {
			item.problem(fmt.Sprintf("%q is not among the languages", lang), didYouMean(lang, languages, "name one of the languages"))
		}
		out = append(out, lang)
	}
	return out
}

func readAxis(v value, s *story.Story) {
	v.noun = "the axis"
	r := v.record("first", "last", "horizon")
	s.First, s.Last = r.need("first", exampleDay).date(), r.need("last", exampleDay).date()
	s.Horizon = r.optional("horizon").date()
	inOrder(r.optional("last"), s.Last, s.First, "first")
	inOrder(r.optional("horizon"), s.Horizon, s.Last, "last")
}

// inOrder reports a day that stands before the one that should come first.
func inOrder(v value, day, first story.Date, firstKey string) {
	if day != 0 && first != 0 && day < first {
		v.problem(fmt.Sprintf("%s, %s, is before its %s, %s", v.noun, day, firstKey, first), "use "+first.String()+" or a later day")
	}
}

func readActor(e entry) story.Actor {
	r := e.record("hue", "shape")
	a := story.Actor{ID: e.id, Shape: word(r.need("shape", "circle"), "shape", shapes)}
	v := r.need("hue", "1")
	if hue, ok := v.whole(); ok {
		a.Hue = hue
		if hue < 1 || hue > maxHue {
			v.problem(fmt.Sprintf("there is no hue %d", hue), fmt.Sprintf("use a whole number from 1 to %d", maxHue))
		}
	}
	return a
}

func readSource(e entry) story.Source {
	r := e.record("publisher", "date", "tier", "url", "title")
	o := story.Source{
		ID:        e.id,
		Publisher: r.need("publisher", "who published it").text(),
		Title:     r.optional("title").text(),
		Date:      r.need("date", exampleDay).date(),
		Tier:      word(r.need("tier", "newspaper"), "tier", tiers),
		URL:       r.optional("url").text(),
	}
	if o.URL != "" {
		u, err := url.Parse(o.URL)
		if err != nil || !strings.HasPrefix(o.URL, "https://") && !strings.HasPrefix(o.URL, "http://") || u.Host == "" || strings.ContainsAny(o.URL, " \"<>") {
			r.optional("url").problem(fmt.Sprintf("%q is not a web address", o.URL), "write it with https:// or http:// in small letters, or leave url out when no address is known")
		}
	}
	return o
}

func readSeries(e entry) story.Series {
	r := e.record("axis", "planned", "part-of")
	return story.Series{
		ID:      e.id,
		Axis:    r.need("axis", "soldiers").id(),
		Planned: r.optional("planned").truth(),
		PartOf:  r.optional("part-of").id(),
	}
}

func readMain(v value) story.Main {
	r := v.record("from", "series", "actor")
	return story.Main{
		From:   r.need("from", exampleDay).date(),
		Series: r.need("series", "the id of a series").id(),
		Actor:  r.need("actor", "the id of an actor").id(),
	}
}
