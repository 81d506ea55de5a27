// Package grown makes stories larger, for benchmarks that tell what a claim costs.
package grown

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"bukti/app/story"
	"bukti/app/storyfile"
)

// Story returns a story with more claims, in one language: each like one of its own, said on any day of
// the story from the given one on, with words of its own. The same arguments give the same story.
func Story(loaded *storyfile.Loaded, lang string, from story.Date, more int) *storyfile.Loaded {
	r := rand.New(rand.NewPCG(1, 2))
	st, texts := *loaded.Story, *loaded.Texts[lang]
	texts.Keys = maps.Clone(texts.Keys)
	words := strings.Fields(texts.Keys["story.description"] + " " + texts.Keys["policy.borders"])
	for _, c := range st.Claims {
		words = append(words, strings.Fields(story.Plain(texts.Keys["claim."+c.ID+".summary"]))...)
	}
	st.Claims = slices.Clone(st.Claims)
	for i := range more {
		like := loaded.Story.Claims[r.IntN(len(loaded.Story.Claims))]
		c := like
		c.ID, c.Supersedes, c.PartOf = fmt.Sprintf("%s-%d", like.ID, i), "", ""
		c.Said = from + story.Date(r.IntN(int(st.Last-from)))
		c.About = story.Period{}
		st.Claims = append(st.Claims, c)
		for _, field := range []string{"speaker", "role", "through"} {
			if v, ok := texts.Keys["claim."+like.ID+"."+field]; ok {
				texts.Keys["claim."+c.ID+"."+field] = v
			}
		}
		summary := make([]string, 14)
		for k := range summary {
			summary[k] = words[r.IntN(len(words))]
		}
		texts.Keys["claim."+c.ID+".summary"] = strings.Join(summary, " ") + "."
	}
	slices.SortStableFunc(st.Claims, func(a, c story.Claim) int { return int(a.Said - c.Said) })
	st.Index()
	return &storyfile.Loaded{Story: &st, Languages: []string{lang}, Texts: map[string]*story.Texts{lang: &texts}}
}
