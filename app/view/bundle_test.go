package view

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"

	"bukti/app/story"
	"bukti/app/storyfile"
)

// crowded is the fictional story with so many claims of one day, kind and place that
// they fold.
func crowded(t *testing.T) *storyfile.Loaded {
	loaded := *fictionalLoaded(t)
	s, texts := *loaded.Story, *loaded.Texts["en"]
	texts.Keys = maps.Clone(texts.Keys)
	s.Claims, s.Actors, s.Places = slices.Clone(s.Claims), slices.Clone(s.Actors), slices.Clone(s.Places)
	at := slices.IndexFunc(s.Claims, func(c story.Claim) bool { return c.ID == "wardens-240" })
	place := slices.IndexFunc(s.Places, func(p story.Place) bool { return p.ID == "lamphaven" })
	s.Places[place].Roles = slices.Clone(s.Places[place].Roles)
	pattern := s.Claims[at]
	for i := range 60 {
		side, id := fmt.Sprintf("side-%d", i/3), fmt.Sprintf("crowd-%d", i)
		if i%3 == 0 {
			s.Actors = append(s.Actors, story.Actor{ID: side, Shape: story.Circle, Hue: 1})
			texts.Keys["actor."+side+".name"], texts.Keys["actor."+side+".short"] = "Side "+side, side
		}
		c := pattern
		c.ID, c.Actor, c.Supersedes, c.Contested = id, side, "", false
		switch i % 3 {
		case 1:
			c.Series, c.Figure, c.Qualifier, c.Stance = "", 0, "", story.Denies
		case 2:
			c.Series = "boats"
		}
		texts.Keys["claim."+id+".speaker"], texts.Keys["claim."+id+".summary"] = "Speaker", "Says so."
		s.Claims = slices.Insert(s.Claims, at, c)
		s.Places[place].Roles = append(s.Places[place].Roles, story.PlaceRole{Role: story.Training, Claims: []string{id}})
	}
	s.Index()
	loaded.Story, loaded.Texts = &s, map[string]*story.Texts{"en": &texts}
	loaded.Languages = []string{"en"}
	return &loaded
}

func fictionalLoaded(t *testing.T) *storyfile.Loaded { return loadedStories(t)["fictional"] }

// What folds is counted in the picture, leads to the ledger, and is told in the list
// below it.
func TestFoldedClaimsAreTold(t *testing.T) {
	loaded := crowded(t)
	model := modelOf(loaded, "en")
	p := render(t, loaded, model, State{Address: Address{Lang: "en", Moment: "two-counts"}, Basis: story.AsSaid})
	bundles := withClass(p.root, "many")
	assert.GreaterOrEqual(t, len(bundles), 4, "in the chart, in a row, in the strip and on the map")
	for _, b := range bundles {
		assert.Empty(t, attr(b, "data-claim"), "it stands for no single claim")
		assert.Regexp(t, `^\.\./\.\./en/claims/(\?[a-z=&0-9-]+)?#claim-[a-z0-9-]+$`, attr(b, "href"))
		assert.Regexp(t, `, \d+ claims$`, attr(b, "aria-label"))
		for _, text := range withTag(b, "text") {
			assert.True(t, strings.HasSuffix(attr(b, "aria-label"), textOf(text)), "%s: %s", attr(b, "aria-label"), textOf(text))
		}
	}
	told := map[string]bool{}
	for _, list := range slices.Concat(withClass(p.root, "words"), withClass(p.root, "apart")) {
		for _, n := range all(list, func(n *html.Node) bool { return attr(n, "data-claim") != "" && textOf(n) != "" }) {
			told[attr(n, "data-claim")] = true
		}
	}
	for i := range 60 {
		assert.True(t, told[fmt.Sprintf("crowd-%d", i)], "crowd-%d is told nowhere", i)
	}
	for _, n := range all(p.root, func(n *html.Node) bool { return n.Data == "a" && hasClass(n, "m") }) {
		assert.NotEmpty(t, attr(n, "data-claim"))
	}
}

// A bundle's link sets the ledger's filters to what all of its claims share.
func TestLedgerAnchor(t *testing.T) {
	m := modelOf(loadedStories(t)["real"], "en")
	for _, test := range []struct {
		claims []string
		embed  Embed
		want   at
	}{
		{[]string{"nis-1500", "nis-3000"}, "", at{"href", "../../en/claims/?actor=south-korea#claim-nis-1500"}},
		{[]string{"nis-3000", "kirby-3000"}, "", at{"href", "../../en/claims/?day=2024-10-23#claim-nis-3000"}},
		{[]string{"nis-3000"}, "", at{"href", "../../en/claims/?actor=south-korea&day=2024-10-23#claim-nis-3000"}},
		{[]string{"nis-1500", "kirby-3000"}, EmbedMap, at{"href", "../../../../en/claims/#claim-nis-1500", "target", "_blank", "rel", "noopener"}},
	} {
		state := State{Address: Address{Lang: "en", Moment: m.Story.Opening, Embed: test.embed}}
		assert.Equal(t, test.want, m.ledgerAnchor(state, test.claims))
	}
}

// The sign of a bundle is no actor's and no qualifier's.
func TestBundleSign(t *testing.T) {
	for _, form := range []story.Shape{story.Circle, story.Square, story.Diamond, story.Triangle, story.Cross} {
		assert.NotEqual(t, BundleSign, ShapePath(form, 5))
	}
	for _, q := range story.Qualifiers {
		assert.NotEqual(t, BundleSign, QualifierGlyph(q))
	}
}
