package scene

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
	"bukti/app/story"
	"bukti/app/storyfile"
	"bukti/stories"
)

var bothBases = []story.Basis{story.AsSaid, story.AsHappened}

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

// forEveryMoment runs a test for every moment of both stories in every language.
func forEveryMoment(t *testing.T, test func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment)) {
	for name, loaded := range loadedStories(t) {
		for _, m := range loaded.Story.Moments {
			for _, lang := range loaded.Languages {
				t.Run(name+"/"+m.ID+"/"+lang, func(t *testing.T) { test(t, loaded.Story, loaded.Texts[lang], m) })
			}
		}
	}
}

// until is the day that a moment tells up to.
func until(m story.Moment) story.Date { return max(m.From, m.To) }

// testBases are frames without outlines, made in the way in which package site makes
// them: a view with a box shows the box in a picture of some shape (height by width),
// the overview every place that has a part.
func testBases(s *story.Story, shape float64) Bases {
	const width, height, margin = 720.0, 720 * 0.62, 0.065
	var all Bases
	for _, v := range s.Views {
		if !v.Overview() {
			p := geo.BoxCentre(v.West, v.South, v.East, v.North)
			all = append(all, Base{View: v.ID, Frame: geo.FitBox(p, v.West, v.South, v.East, v.North, width, math.Round(shape*width))})
			continue
		}
		p := geo.Projection{Lon0: v.Centre.Lon, Lat0: v.Centre.Lat}
		low, high := geo.Point{X: math.Inf(1), Y: math.Inf(1)}, geo.Point{X: math.Inf(-1), Y: math.Inf(-1)}
		for _, place := range s.Places {
			if slices.ContainsFunc(place.Roles, func(r story.PlaceRole) bool { return r.Role != story.SaidHere }) {
				q := p.Forward(geo.LonLat{Lon: place.Lon, Lat: place.Lat})
				low, high = geo.Point{X: min(low.X, q.X), Y: min(low.Y, q.Y)}, geo.Point{X: max(high.X, q.X), Y: max(high.Y, q.Y)}
			}
		}
		const least = 0.002 // a single place
		scale := (1 - 2*margin) * min(width/max(high.X-low.X, least), height/max(high.Y-low.Y, least))
		all = append(all, Base{View: v.ID, Frame: geo.Frame{
			Projection: p, Scale: scale, Width: width, Height: height,
			X: width/2 - scale*(low.X+high.X)/2, Y: height/2 - scale*(low.Y+high.Y)/2,
		}})
	}
	return all
}

// generated is what a generated story is to be like.
type generated struct {
	name      string
	claims    int
	actors    int
	days      int // 0: everything was said on the first day
	figures   []int
	nameRunes int // length of actors' short names
	focus     int // claims of the moment's focus, the newest ones
	places    int
	namings   int // of the first place, beside the few of each
}

var figuresOfEverySize = []int{1, 7, 14, 99, 1500, 14_400, 120_000, 999_999, 10_000_000}

// figuresUpTo are a hundred figures, evenly apart.
func figuresUpTo(most int) []int {
	var figures []int
	for i := range 100 {
		figures = append(figures, most*(i+1)/100)
	}
	return figures
}

var generatedStories = []generated{
	{name: "one claim", claims: 1, actors: 1, days: 30, figures: []int{240}, nameRunes: 6, focus: 1, places: 1},
	{name: "one claim of one", claims: 1, actors: 1, days: 30, figures: []int{1}, nameRunes: 6, focus: 1, places: 1},
	{name: "thirty claims", claims: 30, actors: 5, days: 30, figures: figuresOfEverySize, nameRunes: 8, focus: 6, places: 8},
	{name: "500 claims", claims: 500, actors: 6, days: 200, figures: figuresOfEverySize, nameRunes: 8, focus: 12, places: 20},
	{name: "500 claims on one day", claims: 500, actors: 6, days: 0, figures: figuresOfEverySize, nameRunes: 8, focus: 12, places: 20},
	{name: "500 figures on one day", claims: 500, actors: 6, days: 0, figures: figuresUpTo(10_000_000), nameRunes: 8, focus: 14, places: 2},
	{name: "500 times one figure", claims: 500, actors: 40, days: 0, figures: []int{3000}, nameRunes: 8, focus: 14, places: 3},
	{name: "500 claims at one place", claims: 500, actors: 40, days: 30, figures: figuresUpTo(12_000), nameRunes: 8, focus: 6, places: 1, namings: 400},
	{name: "40 actors", claims: 80, actors: 40, days: 60, figures: figuresOfEverySize, nameRunes: 10, focus: 10, places: 12},
	{name: "all on one day", claims: 20, actors: 4, days: 0, figures: figuresOfEverySize, nameRunes: 8, focus: 8, places: 6},
	{name: "one figure on one day", claims: 12, actors: 4, days: 0, figures: []int{3000}, nameRunes: 8, focus: 5, places: 6},
	{name: "names of 60 letters", claims: 20, actors: 5, days: 30, figures: figuresOfEverySize, nameRunes: 60, focus: 8, places: 8},
	{name: "no figure", claims: 12, actors: 3, days: 30, nameRunes: 8, focus: 4, places: 4},
}

// make builds the story of a seed: the claims stand in the order in which they were
// said, one in five without a figure.
func (g generated) make(t testing.TB, seed uint64) (*story.Story, *story.Texts) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	texts := &story.Texts{Lang: "en", Dir: "ltr", Keys: maps.Clone(loadedStories(t)["fictional"].Texts["en"].Keys)}
	first := story.DateOf(2030, 2, 25)
	s := &story.Story{
		ID: "generated", Opening: "now", First: first, Last: first + story.Date(max(g.days, 1)),
		Series: []story.Series{{ID: "there", Axis: "heads"}, {ID: "announced", Axis: "heads", Planned: true}, {ID: "part", Axis: "heads", PartOf: "there"}, {ID: "crates", Axis: "crates"}},
		Views:  []story.View{{ID: "all", Centre: story.LonLat{Lon: 20, Lat: 50}}, {ID: "near", West: 10, South: 45, East: 20, North: 52}},
	}
	if seed%2 == 0 {
		s.Horizon = s.Last + 90
	}
	for _, x := range s.Series {
		texts.Keys["series."+x.ID+".name"] = "kind " + x.ID
	}
	for _, v := range s.Views {
		texts.Keys["view."+v.ID+".label"], texts.Keys["view."+v.ID+".title"] = "Part "+v.ID, "Part "+v.ID
	}
	shapes := []story.Shape{story.Circle, story.Square, story.Diamond, story.Triangle, story.Cross}
	for i := range g.actors {
		a := story.Actor{ID: fmt.Sprintf("actor-%d", i), Shape: shapes[i%len(shapes)], Hue: 1 + i%8}
		s.Actors = append(s.Actors, a)
		texts.Keys["actor."+a.ID+".short"] = letters(r, g.nameRunes)
		texts.Keys["actor."+a.ID+".name"] = letters(r, g.nameRunes)
	}
	s.Mains = []story.Main{{From: first, Series: "there", Actor: "actor-0"}}
	for i := range g.claims {
		c := story.Claim{
			ID: fmt.Sprintf("claim-%d", i), Actor: s.Actors[r.IntN(g.actors)].ID, Said: first,
			Stance: story.Stances[r.IntN(len(story.Stances))], Contested: r.IntN(3) == 0, Reported: r.IntN(4) == 0,
		}
		if g.days > 0 {
			c.Said += story.Date(r.IntN(g.days + 1))
		}
		if r.IntN(3) == 0 {
			c.About = story.Period{From: c.Said - 5, To: c.Said + 40}
		}
		if len(g.figures) > 0 && (g.claims == 1 || r.IntN(5) > 0) {
			c.Series, c.Stance = s.Series[min(r.IntN(6), 3)].ID, story.Asserts
			if g.claims == 1 {
				c.Series = "there"
			}
			c.Figure, c.Qualifier = g.figures[r.IntN(len(g.figures))], story.Qualifiers[r.IntN(len(story.Qualifiers))]
		}
		texts.Keys["claim."+c.ID+".speaker"] = "Speaker " + letters(r, 5)
		s.Claims = append(s.Claims, c)
	}
	slices.SortStableFunc(s.Claims, func(a, b story.Claim) int { return int(a.Said - b.Said) })
	for i := range g.places {
		p := story.Place{ID: fmt.Sprintf("place-%d", i), Lat: 40 + 20*r.Float64(), Lon: 5 + 30*r.Float64(), Precision: story.Town}
		for range 1 + r.IntN(3) {
			p.Roles = append(p.Roles, story.PlaceRole{Role: story.Roles[r.IntN(len(story.Roles))], Claims: []string{s.Claims[r.IntN(len(s.Claims))].ID}})
		}
		for k := range g.namings {
			p.Roles = append(p.Roles, story.PlaceRole{Role: story.Training, Claims: []string{s.Claims[k].ID}})
		}
		if i == 0 {
			p.Roles = append(p.Roles, story.PlaceRole{Role: story.Capital})
		}
		texts.Keys["place."+p.ID] = letters(r, 4+r.IntN(g.nameRunes))
		s.Places = append(s.Places, p)
	}
	if g.places > 1 {
		s.Routes = []story.Route{{ID: "way", From: "place-0", To: "place-1", Mode: story.Unknown, Claims: []string{s.Claims[0].ID}}}
	}
	m := story.Moment{ID: "now", From: s.Last, To: s.Last, View: "all"}
	for _, c := range s.Claims[len(s.Claims)-min(g.focus, len(s.Claims)):] {
		m.Focus = append(m.Focus, c.ID)
	}
	m.Lead = m.Focus[0]
	s.Moments = []story.Moment{m}
	s.Index()
	return s, texts
}

func letters(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('a' + r.IntN(26)))
	}
	return b.String()
}

// forGenerated runs a test for several stories of every kind.
func forGenerated(t *testing.T, test func(t *testing.T, s *story.Story, texts *story.Texts)) {
	for _, g := range generatedStories {
		seeds := uint64(4)
		if g.claims >= 500 {
			seeds = 2 // laying them out takes its time
		}
		for seed := range seeds {
			t.Run(fmt.Sprintf("%s/%d", g.name, seed), func(t *testing.T) {
				s, texts := g.make(t, seed)
				test(t, s, texts)
			})
		}
	}
}

// generatedStory is one story of a kind.
func generatedStory(t *testing.T, name string) (*story.Story, *story.Texts) {
	t.Helper()
	i := slices.IndexFunc(generatedStories, func(g generated) bool { return g.name == name })
	require.GreaterOrEqual(t, i, 0, name)
	return generatedStories[i].make(t, 1)
}

// chartOf is the chart of a story's main axis with no actor pointed out.
func chartOf(s *story.Story, t *story.Texts, day story.Date, basis story.Basis, focus []string) Chart {
	return NewChart(s, t, s.MainAxis(), day, basis, focus, "")
}

// mapOf is the map of a view as it stands before anybody moves it.
func mapOf(s *story.Story, t *story.Texts, view string, day story.Date, focus []string) Map {
	return NewMap(s, t, testBases(s, 0.75), view, day, focus, At{})
}
