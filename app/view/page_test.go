package view

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bukti/app/story"
)

// words is a text with single plain spaces, as textOf gives it.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestLeadIsTheMomentsClaim(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p shownPage) {
		leads := withClass(p.root, "lead")
		require.Len(t, leads, 1)
		figure := withClass(leads[0], "figure")
		require.Len(t, figure, 1)
		require.Equal(t, p.shown.Lead.ID, attr(figure[0], "data-claim"))
		who := textOf(withClass(figure[0], "who")[0])
		assert.Contains(t, who, words(p.model.Texts.Get("actor."+p.shown.Lead.Actor+".name")))
		assert.Contains(t, who, words(p.model.Texts.Get("claim."+p.shown.Lead.ID+".speaker")), "a claim stands beside its speaker")
		big := withClass(figure[0], "big")
		if !p.shown.Lead.HasFigure() {
			assert.Empty(t, big)
			assert.Contains(t, who, words(p.model.Texts.Get("stance."+string(p.shown.Lead.Stance))))
			return
		}
		require.Len(t, big, 1)
		assert.Equal(t, words(p.model.Texts.Figure(p.shown.Lead.Figure, p.shown.Lead.Qualifier)), textOf(withTag(big[0], "strong")[0]))
	})
}

var digit = regexp.MustCompile(`[0-9]`)

// Wherever a figure stands by itself, and not in a sentence, it is that of the claim
// around it and has its qualifier.
func TestNoFigureWithoutItsQualifier(t *testing.T) {
	check := func(t *testing.T, p shownPage) {
		texts := p.model.Texts
		bold := all(p.root, func(n *html.Node) bool { return n.Data == "strong" || n.Data == "text" && hasClass(n, "b") })
		figures := 0
		for _, n := range bold {
			text := textOf(n)
			if !digit.MatchString(text) {
				continue
			}
			id := claimAround(n)
			require.NotEmpty(t, id, "%q stands for no claim", text)
			claim := p.loaded.Story.Claim(id)
			require.Contains(t, text, words(texts.Figure(claim.Figure, claim.Qualifier)), id)
			figures++
		}
		for _, n := range all(p.root, func(n *html.Node) bool { return attr(n, "data-claim") != "" }) {
			claim := p.loaded.Story.Claim(attr(n, "data-claim"))
			require.NotNil(t, claim, attr(n, "data-claim"))
			inChart := n.Data == "li" || hasClass(n, "m") && attr(n, "aria-label") != ""
			said := words(textOf(n) + attr(n, "aria-label"))
			if inChart && claim.HasFigure() && strings.Contains(said, words(texts.Number(claim.Figure))) {
				require.Contains(t, said, words(texts.Figure(claim.Figure, claim.Qualifier)), claim.ID)
				require.Contains(t, said, words(texts.Get("claim."+claim.ID+".speaker")))
				figures++
			}
		}
		if len(p.loaded.Story.AsOf(p.shown.Day)) > 3 {
			require.Positive(t, figures, "the test looked at something")
		}
	}
	forEveryPage(t, check)
	forEveryAsOf(t, check)
}

func TestClaimsStandBesideTheirSpeakers(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p shownPage) {
		var rows []string
		for _, row := range withTag(p.root, "tr") {
			id := attr(row, "data-claim")
			if id == "" {
				continue // the head
			}
			rows = append(rows, id)
			claim, texts := p.loaded.Story.Claim(id), p.model.Texts
			head := textOf(withTag(row, "th")[0])
			for _, key := range []string{"actor." + claim.Actor + ".name", "claim." + id + ".speaker"} {
				assert.Contains(t, head, words(texts.Get(key)), id)
			}
			assert.Contains(t, head, words(texts.Day(claim.Said)), id)
			sources := withClass(row, "sources")
			require.Len(t, sources, 1, id)
			for _, source := range claim.Sources {
				assert.Contains(t, textOf(sources[0]), p.loaded.Story.Source(source).Publisher, id)
			}
			assert.Equal(t, "claim-"+id, attr(row, "id"))
		}
		assert.Equal(t, p.shown.Focus, rows, "each claim of the moment has its row")
	})
}

// The day decides: no element stands for a claim said later and no sentence of such a
// claim is shown. The steps' titles are the way on and are allowed to be seen.
func TestNothingSaidLaterIsShown(t *testing.T) {
	check := func(t *testing.T, p shownPage) {
		if p.state.Moment == "" && p.state.AsOf == 0 { // on paper the front page tells it all
			paper := withClass(p.root, "retelling")[0]
			paper.Parent.RemoveChild(paper)
		}
		for _, n := range all(p.root, func(n *html.Node) bool { return attr(n, "data-claim") != "" }) {
			claim := p.loaded.Story.Claim(attr(n, "data-claim"))
			require.NotNil(t, claim)
			assert.LessOrEqual(t, claim.Said, p.shown.Day, "<%s class=%q> shows %s", n.Data, attr(n, "class"), claim.ID)
		}
		page := textOf(p.root)
		for _, claim := range p.loaded.Story.Claims {
			if claim.Said <= p.shown.Day {
				continue
			}
			for _, part := range []string{"summary", "quote", "note"} {
				if key := "claim." + claim.ID + "." + part; p.model.Texts.Has(key) {
					assert.NotContains(t, page, words(story.Plain(p.model.Texts.Get(key))), key)
				}
			}
		}
		for i, m := range p.loaded.Story.Moments {
			if i > p.shown.Index {
				assert.NotContains(t, page, words(story.Plain(p.model.Texts.Get("moment."+m.ID+".text"))))
			}
		}
	}
	forEveryPage(t, check)
	forEveryAsOf(t, check)
}

func TestHeadings(t *testing.T) {
	forEveryPage(t, assertHeadings)
	forEveryAsOf(t, func(t *testing.T, p shownPage) {
		if p.shown.Index >= 0 {
			assertHeadings(t, p)
		}
	})
}

func assertHeadings(t *testing.T, p shownPage) {
	level, ones := 0, 0
	for _, n := range all(p.root, func(n *html.Node) bool { return len(n.Data) == 2 && n.Data[0] == 'h' && digit.MatchString(n.Data) }) {
		next := int(n.Data[1] - '0')
		if next == 1 {
			ones++
		}
		assert.LessOrEqual(t, next, level+1, "%s %q jumps", n.Data, textOf(n))
		assert.NotEmpty(t, textOf(n))
		level = next
	}
	assert.Equal(t, 1, ones)
}

// A text that is missing shows its key, which nobody should see.
func TestNoTextIsMissing(t *testing.T) {
	forEveryPage(t, assertNoKeys)
	forEveryAsOf(t, assertNoKeys)
}

func assertNoKeys(t *testing.T, p shownPage) {
	prefixes := map[string]bool{}
	for key := range p.model.Texts.Keys {
		prefixes[strings.SplitN(key, ".", 2)[0]] = true
	}
	key := regexp.MustCompile(`\b([a-z]+)\.[a-z0-9-]+`)
	look := func(where, text string) {
		for _, m := range key.FindAllStringSubmatch(text, -1) {
			assert.False(t, prefixes[m[1]], "%s shows the key %s", where, m[0])
		}
		assert.NotContains(t, text, "{", where)
	}
	for n := range p.root.Descendants() {
		if n.Type == html.TextNode {
			look("a text", n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "aria-label" || a.Key == "title" || a.Key == "aria-valuetext" || a.Key == "data-pause" {
				look(a.Key, a.Val)
			}
		}
	}
	look("the title", Title(p.loaded.Story, p.model.Texts, p.state))
}

// Two texts side by side would be one when read back.
func TestNoTwoTextsSideBySide(t *testing.T) {
	forEveryPage(t, assertTextsApart)
	forEveryAsOf(t, assertTextsApart)
}

func assertTextsApart(t *testing.T, p shownPage) {
	joined := regexp.MustCompile(`\S *\n *\S`)
	for n := range p.root.Descendants() {
		if n.Type == html.TextNode {
			assert.NotRegexp(t, joined, n.Data)
		}
	}
}

func TestIDsAreUniqueAndReferredTo(t *testing.T) {
	forEveryPage(t, assertIDs)
	forEveryAsOf(t, assertIDs)
}

func assertIDs(t *testing.T, p shownPage) {
	ids := map[string]bool{}
	for _, n := range all(p.root, func(n *html.Node) bool { return attr(n, "id") != "" }) {
		assert.False(t, ids[attr(n, "id")], "two elements have the id %q", attr(n, "id"))
		ids[attr(n, "id")] = true
	}
	for _, name := range []string{"aria-labelledby", "aria-describedby", "popovertarget", "for"} {
		for _, n := range all(p.root, func(n *html.Node) bool { return attr(n, name) != "" }) {
			assert.True(t, ids[attr(n, name)], "%s names %q, which is not there", name, attr(n, name))
		}
	}
	for _, n := range withTag(p.root, "a") {
		if id, local := strings.CutPrefix(attr(n, "href"), "#"); local {
			assert.True(t, ids[id], "a link to #%s, which is not there", id)
		}
	}
}

// Names for tools and tests that must not change.
func TestHooks(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p shownPage) {
		for _, hook := range []string{"map", "chart", "next", "status"} {
			assert.Len(t, all(p.root, func(n *html.Node) bool { return attr(n, "data-bench") == hook }), 1, hook)
		}
	})
}

// Every claim, actor and basis that an address may ask for can be drawn.
func TestEveryStateIsDrawn(t *testing.T) {
	for _, loaded := range loadedStories(t) {
		lang := loaded.Languages[0]
		model := modelOf(loaded, lang)
		last := loaded.Story.Moments[len(loaded.Story.Moments)-1]
		var queries []string
		for _, c := range loaded.Story.Claims {
			queries = append(queries, "claim="+c.ID)
		}
		for _, a := range loaded.Story.Actors {
			queries = append(queries, "basis=happened&actor="+a.ID)
		}
		queries = append(queries, "at=130,44,4", "asof="+loaded.Story.First.String()+"&at=130,44,12")
		for _, query := range queries {
			p := render(t, loaded, model, ParseState(loaded.Story, Address{Lang: lang, Moment: last.ID}, query))
			require.Len(t, withTag(p.root, "h1"), 1, query)
			if id := p.state.Claim; id != "" {
				card := all(p.root, func(n *html.Node) bool { return attr(n, "id") == "card" })[0]
				claim := loaded.Story.Claim(id)
				assert.Contains(t, textOf(card), words(model.Texts.Get("claim."+id+".speaker")))
				assert.Contains(t, textOf(card), words(story.Plain(model.Texts.Get("claim."+id+".summary"))))
				if claim.HasFigure() {
					assert.Contains(t, textOf(card), words(model.Texts.Figure(claim.Figure, claim.Qualifier)))
				}
			}
		}
	}
}

func TestTitle(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	texts := loaded.Texts["en"]
	name := "The gulls of Merrow Light (an invented story)"
	for _, test := range []struct {
		address Address
		query   string
		want    string
	}{
		{Address{}, "", name},
		{Address{Lang: "en"}, "", name},
		{Address{Lang: "en", Moment: "no-gulls"}, "", "No gulls, says the harbour – " + name},
		{Address{Lang: "en", Moment: "no-gulls"}, "asof=2019-05-03", "The wardens count – " + name},
		{Address{Lang: "en", Moment: "no-gulls"}, "asof=2019-05-01", name},
	} {
		assert.Equal(t, test.want, Title(loaded.Story, texts, ParseState(loaded.Story, test.address, test.query)))
	}
}

func TestStepperLinks(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	model := modelOf(loaded, "en")
	for _, test := range []struct {
		moment, query, prev, next string
	}{
		{"first-count", "", "../../en/first-count/#stage", "../../en/no-gulls/#stage"},
		{"no-gulls", "", "../../en/first-count/#stage", "../../en/two-counts/#stage"},
		{"two-counts", "", "../../en/no-gulls/#stage", "../../en/first-count/#stage"},
		{"no-gulls", "basis=happened&asof=2019-05-09", "../../en/first-count/?basis=happened#stage", "../../en/two-counts/?basis=happened#stage"},
	} {
		p := render(t, loaded, model, ParseState(loaded.Story, Address{Lang: "en", Moment: test.moment}, test.query))
		assert.Equal(t, test.prev, attr(withClass(p.root, "prev")[0], "href"), test)
		assert.Equal(t, test.next, attr(withClass(p.root, "next")[0], "href"), test)
		current := all(withClass(p.root, "stepper")[0], func(n *html.Node) bool { return attr(n, "aria-current") == "step" })
		require.Len(t, current, 1)
		assert.Contains(t, attr(current[0], "href"), loaded.Story.Moments[p.shown.Index].ID)
	}
}

func TestClaimLinks(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	model := modelOf(loaded, "en")
	for _, test := range []struct {
		address Address
		index   int
		claim   string
		want    string
	}{
		{Address{Lang: "en", Moment: "first-count"}, 0, "wardens-120", "#claim-wardens-120"},
		{Address{Lang: "en", Moment: "no-gulls"}, 1, "wardens-120", "../../en/first-count/#claim-wardens-120"},
		{Address{}, 1, "wardens-120", "./en/first-count/#claim-wardens-120"},
		{Address{Lang: "en", Moment: "no-gulls"}, 1, "keepers-closure", "../../en/claims/#claim-keepers-closure"}, // which no moment tells
		{Address{Lang: "en", Moment: LedgerPage}, 2, "wardens-120", "#claim-wardens-120"},
		{Address{Lang: "en", Moment: ""}, -1, "harbour-none", "../en/no-gulls/#claim-harbour-none"},
	} {
		assert.Equal(t, test.want, model.claimLink(State{Address: test.address}, model.inFocus(test.index, test.claim), test.claim), test)
	}
}

func TestChartScenesAreKept(t *testing.T) {
	model := modelOf(loadedStories(t)["fictional"], "en")
	key := chartKey{Day: model.Story.Last, Basis: story.AsSaid, Index: 2}
	first := model.chartScene(key)
	assert.Same(t, first, model.chartScene(key))
	other := key
	other.Basis = story.AsHappened
	assert.NotSame(t, first, model.chartScene(other))
	for day := range story.Date(200) {
		model.chartScene(chartKey{Day: day, Basis: story.AsSaid, Index: -1})
	}
	assert.Equal(t, first, model.chartScene(key), "whatever was forgotten comes out the same again")
}

func TestSpans(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	model := modelOf(loaded, "en")
	state := State{Address: Address{Lang: "en", Moment: "two-counts"}}
	for _, test := range []struct{ text, want string }{
		{"No reference.", `No reference.`},
		{"They say [at least 240](wardens-240) nests.", `They say <a class="ref" data-claim="wardens-240" href="#claim-wardens-240">at least 240</a> nests.`},
		{"[about 120](wardens-120)", `<a class="ref" data-claim="wardens-120" href="../../en/first-count/#claim-wardens-120">about 120</a>`},
		{"A [bracket] (and) <b>&</b>", `A [bracket] (and) &lt;b&gt;&amp;&lt;/b&gt;`},
		{"", ""},
	} {
		var got strings.Builder
		for _, ui := range model.spans(state, 2, test.text) {
			nodes, err := html.ParseFragment(strings.NewReader(app.HTMLString(ui)), &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P})
			require.NoError(t, err)
			for _, n := range nodes {
				slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
				require.NoError(t, html.Render(&got, n))
			}
		}
		assert.Equal(t, test.want, got.String())
	}
}

func TestLedger(t *testing.T) {
	for name, loaded := range loadedStories(t) {
		for _, lang := range loaded.Languages {
			t.Run(name+"/"+lang, func(t *testing.T) {
				model := modelOf(loaded, lang)
				state := ParseState(loaded.Story, Address{Lang: lang, Moment: LedgerPage}, "")
				root, err := html.Parse(strings.NewReader(app.HTMLString(&Ledger{Model: model, State: state})))
				require.NoError(t, err)
				p := shownPage{loaded, model, state, state.Resolve(loaded.Story), root}
				assertHeadings(t, p)
				assertNoKeys(t, p)
				assertTextsApart(t, p)
				assertIDs(t, p)
				for _, claim := range loaded.Story.Claims {
					entries := all(root, func(n *html.Node) bool { return attr(n, "id") == "claim-"+claim.ID })
					require.Len(t, entries, 1, claim.ID)
					entry, texts := textOf(entries[0]), model.Texts
					assert.Equal(t, claim.ID, attr(entries[0], "data-claim"))
					assert.Contains(t, entry, words(texts.Get("actor."+claim.Actor+".name")))
					assert.Contains(t, entry, words(texts.Get("claim."+claim.ID+".speaker")))
					if claim.HasFigure() {
						assert.Contains(t, entry, words(texts.Figure(claim.Figure, claim.Qualifier)))
					}
					for _, source := range claim.Sources {
						assert.Contains(t, entry, loaded.Story.Source(source).Publisher)
					}
				}
			})
		}
	}
}

func TestNotFoundPage(t *testing.T) {
	for _, loaded := range loadedStories(t) {
		for _, lang := range loaded.Languages {
			root, err := html.Parse(strings.NewReader(app.HTMLString(&NotFound{Texts: loaded.Texts[lang], Root: "../../"})))
			require.NoError(t, err)
			require.Len(t, withTag(root, "h1"), 1)
			links := withTag(root, "a")
			require.Len(t, links, 1)
			assert.Equal(t, "../../"+lang+"/", attr(links[0], "href"))
		}
	}
}
