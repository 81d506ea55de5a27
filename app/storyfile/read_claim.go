package storyfile

import (
	"fmt"
	"regexp"
	"strings"

	"bukti/app/story"
)

func readClaim(e entry) story.Claim {
	r := e.record("actor", "said", "about", "stance", "series", "figure", "qualifier", "places", "sources", "supersedes",
		"part-of", "contested", "reported", "quote-lang")
	c := story.Claim{
		ID:         e.id,
		Actor:      r.need("actor", "the id of an actor").id(),
		Said:       r.need("said", exampleDay).date(),
		About:      readPeriod(r.optional("about")),
		Stance:     word(r.need("stance", "asserts"), "stance", story.Stances),
		Series:     r.optional("series").id(),
		Qualifier:  word(r.optional("qualifier"), "qualifier", story.Qualifiers),
		Places:     r.optional("places").ids(),
		Sources:    r.needIDs("sources", "has no source", "list the ids of those who published it under its sources, or remove the claim"),
		Supersedes: r.optional("supersedes").id(),
		PartOf:     r.optional("part-of").id(),
		Contested:  r.optional("contested").truth(),
		Reported:   r.optional("reported").truth(),
		QuoteLang:  r.optional("quote-lang").text(),
	}
	c.Figure = readFigure(r)
	if c.QuoteLang != "" && !languageTag.MatchString(c.QuoteLang) {
		r.optional("quote-lang").problem(fmt.Sprintf("%q is not a language", c.QuoteLang), "write its BCP 47 tag, such as en or pt-BR")
	}
	return c
}

// languageTag is the form of BCP 47 tags, as the schema of the published claims has it.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// readFigure reads the figure and sees that series, figure and qualifier are all
// there or none: a number without its qualifier claims more than was said.
func readFigure(r record) int {
	together := []string{"series", "figure", "qualifier"}
	for _, present := range together {
		if !r.optional(present).given() {
			continue
		}
		for _, absent := range together {
			if !r.optional(absent).given() {
				r.markBroken("figure")
			}
			if !r.optional(absent).given() && !r.meant[absent] {
				r.optional(present).problem(fmt.Sprintf("%s has a %s but no %s", r.noun, present, absent), missingPart(absent))
			}
		}
		break // one problem for each that is absent, at the first that is there
	}
	v := r.optional("figure")
	n, ok := v.whole()
	switch {
	case ok && n <= 0:
		v.problem(fmt.Sprintf("%s is %d", v.noun, n), "write a whole number above 0, or leave series, figure and qualifier out")
	case ok && int64(n) > maxFigure:
		v.problem(fmt.Sprintf("%s is %d, more than %d", v.noun, n, int64(maxFigure)), "count in thousands or millions, and say so in the name of the series")
	}
	return n
}

func missingPart(key string) string {
	switch key {
	case "qualifier":
		return "add how exact the figure is, one of " + strings.Join(words(story.Qualifiers), ", ")
	case "figure":
		return "add the figure, or leave all of series, figure and qualifier out"
	}
	return "add the id of the series that the figure belongs to"
}

func readPeriod(v value) story.Period {
	r := v.record("from", "to")
	p := story.Period{From: r.need("from", exampleDay).date(), To: r.optional("to").date()}
	inOrder(r.optional("to"), p.To, p.From, "from")
	return p
}
