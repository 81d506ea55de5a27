package story

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// forRandomStories runs a property against many stories, each told by its seed.
func forRandomStories(t *testing.T, property func(t *testing.T, r *rand.Rand, s *Story)) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 11))
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { property(t, r, randomStory(r)) })
	}
}

var (
	randomActors = []string{"wardens", "harbour", "keepers"}
	randomAxes   = []string{"nests", "boats"}
)

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func some(r *rand.Rand, list []string) []string {
	var out []string
	for _, x := range list {
		if r.IntN(2) == 0 {
			out = append(out, x)
		}
	}
	return out
}

func randomDate(r *rand.Rand) Date { return DateOf(2019, 4, 20) + Date(r.IntN(60)) }

func randomText(r *rand.Rand) string {
	letters := []rune("ab é日\t\n\\\r\"{}.,تn")
	out := make([]rune, r.IntN(12))
	for i := range out {
		out[i] = pick(r, letters)
	}
	return string(out)
}

// randomStory is a story with every kind of part; its claims stand in the order in
// which they were said, and nothing else about it need make sense.
func randomStory(r *rand.Rand) *Story {
	s := &Story{
		ID: "random", Version: randomText(r), Licence: randomText(r), Opening: "m0",
		First: randomDate(r), Last: randomDate(r),
		Actors:  []Actor{{"wardens", Circle, 1}, {"harbour", Square, 2}, {"keepers", Cross, 8}},
		Sources: []Source{{ID: "s0", Publisher: randomText(r), Title: randomText(r), Date: randomDate(r), Tier: Wire, URL: randomText(r)}},
	}
	var series, claims []string
	for i := range 5 {
		x := Series{ID: "series-" + strconv.Itoa(i), Axis: pick(r, randomAxes), Planned: r.IntN(3) == 0}
		if i > 0 && r.IntN(3) == 0 {
			x.PartOf = pick(r, series)
		}
		s.Series, series = append(s.Series, x), append(series, x.ID)
	}
	for i := range r.IntN(30) {
		c := Claim{
			ID: "c" + strconv.Itoa(i), Actor: pick(r, randomActors), Said: randomDate(r), Stance: pick(r, Stances),
			Places: some(r, []string{"p0", "p1"}), Sources: some(r, []string{"s0", "s1"}), Contested: r.IntN(2) == 0, Reported: r.IntN(2) == 0,
		}
		if r.IntN(2) == 0 {
			c.About.From = randomDate(r)
		}
		if c.About.From != 0 && r.IntN(2) == 0 {
			c.About.To = c.About.From + Date(r.IntN(9))
		}
		if r.IntN(4) > 0 {
			c.Series, c.Figure, c.Qualifier = pick(r, series), 1+r.IntN(1<<20), pick(r, Qualifiers)
		}
		if i > 0 {
			c.Supersedes, c.PartOf, c.QuoteLang = pick(r, append(claims, "")), pick(r, append(claims, "")), "ko"
		}
		s.Claims, claims = append(s.Claims, c), append(claims, c.ID)
	}
	slices.SortStableFunc(s.Claims, func(x, y Claim) int { return int(x.Said - y.Said) })
	for i := range r.IntN(3) {
		s.Places = append(s.Places, Place{
			ID: "p" + strconv.Itoa(i), Lat: r.Float64()*180 - 90, Lon: r.Float64()*360 - 180, Precision: Area,
			Roles: []PlaceRole{{Role: Capital}, {Role: pick(r, Roles), Claims: some(r, claims)}},
		})
		s.Routes = append(s.Routes, Route{ID: "r" + strconv.Itoa(i), From: "p0", To: "p1", Mode: Ship, Via: []LonLat{{-27.8, 47}, {r.Float64(), -1e-7}}, Claims: some(r, claims)})
		s.Views = append(s.Views, View{ID: "v" + strconv.Itoa(i), West: -1.5, South: r.Float64(), East: 2, North: 3, Centre: LonLat{r.Float64(), 50}})
		s.Moments = append(s.Moments, Moment{ID: "m" + strconv.Itoa(i), From: randomDate(r), To: randomDate(r), Lead: "c0", Focus: some(r, claims), View: "v0"})
		s.Mains = append(s.Mains, Main{From: randomDate(r), Series: pick(r, series), Actor: pick(r, randomActors)})
		s.Corrections = append(s.Corrections, Correction{ID: "x" + strconv.Itoa(i), On: randomDate(r), Claims: some(r, claims)})
	}
	s.Index()
	return s
}

func randomTexts(r *rand.Rand) *Texts {
	t := &Texts{Lang: "id", Dir: "ltr", Keys: map[string]string{}}
	for range r.IntN(20) {
		t.Keys["k"+randomText(r)] = randomText(r)
	}
	return t
}
