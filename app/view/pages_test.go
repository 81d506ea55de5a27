package view

import (
	"strings"
	"sync"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/scene"
	"bukti/app/scene/geo"
	"bukti/app/story"
	"bukti/app/storyfile"
	"bukti/stories"
)

// loadedStories are the two stories that come with the program, by name. Nobody
// changes them.
func loadedStories(t testing.TB) map[string]*storyfile.Loaded {
	t.Helper()
	loaded, problems := loadStories()
	require.Empty(t, problems)
	return loaded
}

var loadStories = sync.OnceValues(func() (map[string]*storyfile.Loaded, []storyfile.Problem) {
	real, problems := storyfile.Load(stories.BuiltIn())
	fictional, more := storyfile.Load(stories.Fictional())
	return map[string]*storyfile.Loaded{"real": real, "fictional": fictional}, append(problems, more...)
})

func fictional(t testing.TB) *story.Story { return loadedStories(t)["fictional"].Story }

// modelOf is a story in one language over maps without outlines.
func modelOf(loaded *storyfile.Loaded, lang string) *Model {
	m := &Model{Story: loaded.Story, Texts: loaded.Texts[lang]}
	for _, l := range loaded.Languages {
		m.Languages = append(m.Languages, Language{l, loaded.Texts[l].Get("language.name")})
	}
	for _, v := range loaded.Story.Views {
		west, south, east, north := v.West, v.South, v.East, v.North
		if v.Overview() {
			west, south, east, north = v.Centre.Lon-60, max(v.Centre.Lat-25, -80), v.Centre.Lon+60, min(v.Centre.Lat+25, 80)
		}
		m.Bases = append(m.Bases, scene.Base{View: v.ID, Frame: geo.FitBox(geo.BoxCentre(west, south, east, north), west, south, east, north, 720, 446)})
	}
	return m
}

// shownPage is one rendered page.
type shownPage struct {
	loaded *storyfile.Loaded
	model  *Model
	state  State
	shown  Shown
	root   *html.Node
}

// render draws the page of a state and reads it as a browser would.
func render(t testing.TB, loaded *storyfile.Loaded, model *Model, state State) shownPage {
	t.Helper()
	root, err := html.Parse(strings.NewReader(app.HTMLString(&Page{Model: model, State: state})))
	require.NoError(t, err)
	return shownPage{loaded, model, state, state.Resolve(loaded.Story), root}
}

// forEveryPage runs a test for every address of both stories, in every language.
func forEveryPage(t *testing.T, test func(t *testing.T, p shownPage)) {
	for name, loaded := range loadedStories(t) {
		for _, lang := range loaded.Languages {
			model := modelOf(loaded, lang)
			addresses := []Address{{}, {Lang: lang}}
			for _, m := range loaded.Story.Moments {
				addresses = append(addresses, Address{Lang: lang, Moment: m.ID})
			}
			for _, a := range addresses {
				t.Run(name+"/"+lang+"/"+a.Path(), func(t *testing.T) {
					test(t, render(t, loaded, model, ParseState(loaded.Story, a, "")))
				})
			}
		}
	}
}

// forEveryAsOf runs a test for both stories as of every day of their axes.
func forEveryAsOf(t *testing.T, test func(t *testing.T, p shownPage)) {
	for name, loaded := range loadedStories(t) {
		lang := loaded.Languages[0]
		model := modelOf(loaded, lang)
		for day := loaded.Story.First; day <= loaded.Story.Last; day++ {
			t.Run(name+"/"+day.String(), func(t *testing.T) {
				test(t, render(t, loaded, model, ParseState(loaded.Story, Address{Lang: lang}, "asof="+day.String())))
			})
		}
	}
}

// all returns the elements below a node for which a condition holds, in the order of
// the document.
func all(n *html.Node, holds func(n *html.Node) bool) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && holds(d) {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	for _, c := range strings.Fields(attr(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

func withClass(n *html.Node, class string) []*html.Node {
	return all(n, func(d *html.Node) bool { return hasClass(d, class) })
}

func withTag(n *html.Node, tag string) []*html.Node {
	return all(n, func(d *html.Node) bool { return d.Data == tag })
}

// textOf is the text below a node, without the white space of go-app's indentation.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// claimAround is the claim of the nearest element that stands for one.
func claimAround(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		if id := attr(n, "data-claim"); id != "" {
			return id
		}
	}
	return ""
}
