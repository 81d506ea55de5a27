package story

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func claimIDs(claims []*Claim) []string {
	var out []string
	for _, c := range claims {
		out = append(out, c.ID)
	}
	return out
}

func saidDays(claims []*Claim) []Date {
	var out []Date
	for _, c := range claims {
		out = append(out, c.Said)
	}
	return out
}

// threeDays is a story with one claim made on the 3rd, two on the 14th and one, about
// the 1st, on the 20th.
func threeDays() *Story {
	s := &Story{
		Series: []Series{{ID: "counted", Axis: "nests"}, {ID: "reserve", Axis: "nests", Planned: true}},
		Claims: []Claim{
			{ID: "first", Actor: "wardens", Said: DateOf(2019, 5, 3), Series: "counted", Figure: 120, Qualifier: About, Stance: Asserts},
			{ID: "denial", Actor: "harbour", Said: DateOf(2019, 5, 14), Stance: Denies},
			{ID: "plan", Actor: "wardens", Said: DateOf(2019, 5, 14), Series: "reserve", Figure: 400, Qualifier: UpTo, Stance: Asserts},
			{ID: "second", Actor: "wardens", Said: DateOf(2019, 5, 20), About: Period{From: DateOf(2019, 5, 1)}, Series: "counted", Figure: 240, Qualifier: AtLeast, Stance: Confirms},
		},
		Mains: []Main{{From: DateOf(2019, 5, 1), Series: "counted", Actor: "wardens"}, {From: DateOf(2019, 5, 14), Series: "counted", Actor: "keepers"}},
	}
	s.Index()
	return s
}

func TestAsOf(t *testing.T) {
	s := threeDays()
	for _, test := range []struct {
		day  int
		want []string
	}{
		{2, nil},
		{3, []string{"first"}},
		{13, []string{"first"}},
		{14, []string{"first", "denial", "plan"}},
		{19, []string{"first", "denial", "plan"}},
		{31, []string{"first", "denial", "plan", "second"}},
	} {
		assert.Equal(t, test.want, claimIDs(s.AsOf(DateOf(2019, 5, test.day))), test.day)
	}
}

func TestDay(t *testing.T) {
	s := threeDays()
	assert.Equal(t, DateOf(2019, 5, 20), s.Claim("second").Day(AsSaid))
	assert.Equal(t, DateOf(2019, 5, 1), s.Claim("second").Day(AsHappened))
	assert.Equal(t, DateOf(2019, 5, 3), s.Claim("first").Day(AsHappened), "about no other day than that it was said")
}

func TestSelect(t *testing.T) {
	s := threeDays()
	all := s.AsOf(DateOf(2019, 5, 31))
	for _, test := range []struct {
		filter Filter
		want   []string
	}{
		{Filter{}, []string{"first", "denial", "plan", "second"}},
		{Filter{Actor: "wardens"}, []string{"first", "plan", "second"}},
		{Filter{Series: "counted"}, []string{"first", "second"}},
		{Filter{Stance: Denies}, []string{"denial"}},
		{Filter{On: DateOf(2019, 5, 14)}, []string{"denial", "plan"}},
		{Filter{Actor: "wardens", On: DateOf(2019, 5, 14)}, []string{"plan"}},
		{Filter{Actor: "nobody"}, nil},
	} {
		assert.Equal(t, test.want, claimIDs(Select(all, test.filter)), test.filter)
	}
}

func TestAsOfKnowsNothingLater(t *testing.T) {
	forRandomStories(t, func(t *testing.T, r *rand.Rand, s *Story) {
		day := randomDate(r)
		known := s.AsOf(day)
		for _, c := range known {
			require.LessOrEqual(t, c.Said, day)
		}
		later := 0
		for _, c := range s.Claims {
			if c.Said > day {
				later++
			}
		}
		require.Len(t, s.Claims, len(known)+later, "and all that was known")
		// What was known never shrinks, and keeps its order.
		require.ElementsMatch(t, known, s.AsOf(day + Date(r.IntN(5)))[:len(known)])
		require.IsNonDecreasing(t, append(saidDays(known), day))
	})
}
