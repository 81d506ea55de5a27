package story

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLines(t *testing.T) {
	s := threeDays()
	s.Claims = append(s.Claims, Claim{ID: "keepers", Actor: "keepers", Said: DateOf(2019, 5, 21), Series: "counted", Figure: 1300, Qualifier: Nearly})
	s.Index()
	type line struct {
		actor  string
		main   bool
		claims []string
	}
	for _, test := range []struct {
		name  string
		day   int
		basis Basis
		want  []line
	}{
		{"before anything", 2, AsSaid, nil},
		{"one claim is a line", 3, AsSaid, []line{{"wardens", true, []string{"first"}}}},
		{"the main line is another's now", 14, AsSaid, []line{{"wardens", false, []string{"first"}}}},
		{"as said", 21, AsSaid, []line{{"wardens", false, []string{"first", "second"}}, {"keepers", true, []string{"keepers"}}}},
		{"as happened", 21, AsHappened, []line{{"wardens", false, []string{"second", "first"}}, {"keepers", true, []string{"keepers"}}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []line
			for _, l := range s.Lines("nests", DateOf(2019, 5, test.day), test.basis) {
				got = append(got, line{l.Actor, l.Main, claimIDs(l.Claims)})
			}
			assert.Equal(t, test.want, got)
		})
	}
	assert.Empty(t, s.Lines("boats", DateOf(2019, 5, 31), AsSaid))
}

func TestMainActor(t *testing.T) {
	s := threeDays()
	assert.Empty(t, s.MainActor("counted", DateOf(2019, 4, 30)))
	assert.Equal(t, "wardens", s.MainActor("counted", DateOf(2019, 5, 13)))
	assert.Equal(t, "keepers", s.MainActor("counted", DateOf(2019, 5, 14)))
	assert.Empty(t, s.MainActor("reserve", DateOf(2019, 5, 14)))
}

func TestLinesNeverMix(t *testing.T) {
	forRandomStories(t, func(t *testing.T, r *rand.Rand, s *Story) {
		day, basis := randomDate(r), pick(r, []Basis{AsSaid, AsHappened})
		drawn := map[*Claim]int{}
		for _, axis := range randomAxes {
			mainSeen := false
			keys := map[[2]string]bool{}
			for _, l := range s.Lines(axis, day, basis) {
				require.False(t, s.SeriesOf(l.Series).Planned, "a planned series has no line")
				require.Equal(t, axis, s.SeriesOf(l.Series).Axis)
				require.False(t, keys[[2]string{l.Actor, l.Series}], "two lines of one actor in one series")
				keys[[2]string{l.Actor, l.Series}] = true
				require.NotEmpty(t, l.Claims)
				for i, c := range l.Claims {
					require.Equal(t, l.Actor, c.Actor)
					require.Equal(t, l.Series, c.Series)
					require.LessOrEqual(t, c.Said, day)
					require.True(t, i == 0 || l.Claims[i-1].Day(basis) <= c.Day(basis))
					drawn[c]++
				}
				require.False(t, mainSeen && !l.Main, "main lines are last")
				mainSeen = l.Main
				require.Equal(t, s.MainActor(l.Series, day) == l.Actor, l.Main)
			}
		}
		for _, c := range s.AsOf(day) {
			want := 0
			if c.HasFigure() && !s.SeriesOf(c.Series).Planned {
				want = 1
			}
			require.Equal(t, want, drawn[c], "each present figure is on one line")
		}
	})
}
