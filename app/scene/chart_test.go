package scene

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

// forEveryDay runs a test for the days of both stories and of generated ones, with no
// claim in focus.
func forEveryDay(t *testing.T, test func(t *testing.T, s *story.Story, texts *story.Texts, day story.Date)) {
	for name, loaded := range loadedStories(t) {
		t.Run(name, func(t *testing.T) {
			for day := loaded.Story.First - 3; day <= loaded.Story.Last+3; day++ {
				test(t, loaded.Story, loaded.Texts["en"], day)
			}
		})
	}
	forGenerated(t, func(t *testing.T, s *story.Story, texts *story.Texts) {
		for day := s.First - 1; day <= s.Last+1; day += 1 + (s.Last-s.First)/2 {
			test(t, s, texts, day)
		}
	})
}

func TestChartShowsNothingSaidLater(t *testing.T) {
	forEveryDay(t, func(t *testing.T, s *story.Story, texts *story.Texts, day story.Date) {
		for _, basis := range bothBases {
			c := chartOf(s, texts, day, basis, nil)
			var shown []string
			for _, m := range c.Told(s) {
				shown = append(shown, m.Claim)
			}
			for _, p := range c.Plans {
				shown = append(shown, p.Claim)
			}
			for _, l := range c.Labels {
				shown = append(shown, l.Claim)
			}
			for _, id := range shown {
				require.LessOrEqual(t, s.Claim(id).Said, day, "%s on %s (%s)", id, day, basis)
			}
			figures := 0
			for _, claim := range s.AsOf(day) {
				if claim.HasFigure() && s.SeriesOf(claim.Series).Axis == s.MainAxis() {
					figures++
				}
			}
			require.Len(t, Told(s, c.Marks, c.Bundles), figures, "and all that was said")
		}
	})
}

func TestLinesJoinOneActorAndSeries(t *testing.T) {
	forEveryDay(t, func(t *testing.T, s *story.Story, texts *story.Texts, day story.Date) {
		scale, level := newTimeScale(s), newLevelScale(s, s.MainAxis())
		for _, basis := range bothBases {
			c := chartOf(s, texts, day, basis, nil)
			seen := map[[2]string]bool{}
			mains := 0
			for _, l := range c.Lines {
				key := [2]string{l.Actor, l.Series}
				require.False(t, seen[key], "one line for an actor and a series")
				seen[key] = true
				require.False(t, s.SeriesOf(l.Series).Planned, "what is planned has no line")
				require.Equal(t, s.SeriesOf(l.Series).PartOf != "", l.Part)
				if l.Main {
					mains++
				}
				// The line's corners are those of the actor's claims of the series, no other's.
				var own []*story.Claim
				for _, claim := range s.AsOf(day) {
					if claim.Actor == l.Actor && claim.Series == l.Series {
						own = append(own, claim)
					}
				}
				slices.SortStableFunc(own, func(a, b *story.Claim) int { return int(a.Day(basis) - b.Day(basis)) })
				require.Len(t, l.Y, len(own))
				require.Len(t, l.X, len(own)+1)
				for i, claim := range own {
					require.InDelta(t, scale.at(claim.Day(basis)), l.X[i], 1e-12)
					require.InDelta(t, level.at(claim.Figure), l.Y[i], 1e-12)
				}
				require.IsNonDecreasing(t, l.X, "steps go forward in time")
				require.InDelta(t, max(scale.at(day), l.X[len(own)-1]), l.X[len(own)], 1e-12, "and end at the day asked about")
			}
			if mains > 0 {
				require.True(t, c.Lines[len(c.Lines)-1].Main, "the main line is drawn on top")
			}
			require.LessOrEqual(t, mains, len(s.Mains))
			require.Equal(t, scale.at(day), c.Now)
		}
	})
}

func TestPlannedIsHollow(t *testing.T) {
	forEveryDay(t, func(t *testing.T, s *story.Story, texts *story.Texts, day story.Date) {
		c := chartOf(s, texts, day, story.AsSaid, nil)
		for _, m := range Told(s, c.Marks, c.Bundles) {
			claim := s.Claim(m.Claim)
			require.Equal(t, s.SeriesOf(claim.Series).Planned, m.Hollow, m.Claim)
			require.Equal(t, claim.Qualifier, m.Qualifier, "no mark without its qualifier")
			require.Contains(t, m.Name, texts.Figure(claim.Figure, claim.Qualifier), "nor a name")
			require.Contains(t, m.Name, texts.Get("claim."+claim.ID+".speaker"))
		}
		for _, p := range c.Plans {
			require.True(t, s.SeriesOf(s.Claim(p.Claim).Series).Planned, p.Claim)
			require.LessOrEqual(t, p.X0, p.X1)
		}
	})
}

func TestChartKeepsItsShape(t *testing.T) {
	for name, loaded := range loadedStories(t) {
		s, texts := loaded.Story, loaded.Texts["en"]
		whole := chartOf(s, texts, s.Last, story.AsSaid, nil)
		for day := s.First; day < s.Last; day++ {
			c := chartOf(s, texts, day, story.AsSaid, nil)
			assert.Equal(t, whole.Height, c.Height, "%s: the page below does not move", name)
			assert.Equal(t, whole.Levels, c.Levels, name)
			assert.Equal(t, whole.Days, c.Days, name)
			assert.Len(t, c.Rows, len(whole.Rows), name)
		}
	}
}

func TestRowsOfTheFictionalStory(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	s, texts := loaded.Story, loaded.Texts["en"]
	type row struct {
		stance story.Stance
		marks  []string
	}
	for _, test := range []struct {
		day  int
		want []row
	}{
		{3, []row{{story.CannotConfirm, nil}, {story.Deflects, nil}, {story.Denies, nil}, {story.Demands, nil}}},
		{6, []row{{story.CannotConfirm, []string{"keepers-unsure"}}, {story.Deflects, nil}, {story.Denies, []string{"harbour-none"}}, {story.Demands, nil}}},
		{31, []row{{story.CannotConfirm, []string{"keepers-unsure"}}, {story.Deflects, []string{"harbour-fog"}}, {story.Denies, []string{"harbour-none"}}, {story.Demands, []string{"keepers-closure"}}}},
	} {
		var got []row
		for _, r := range chartOf(s, texts, story.DateOf(2019, 5, test.day), story.AsSaid, nil).Rows {
			var ids []string
			for _, m := range r.Marks {
				ids = append(ids, m.Claim)
			}
			got = append(got, row{r.Stance, ids})
		}
		assert.Equal(t, test.want, got, test.day)
	}
}

func TestPointedOutActor(t *testing.T) {
	for _, loaded := range loadedStories(t) {
		s, texts := loaded.Story, loaded.Texts["en"]
		for _, actor := range s.Actors {
			c := NewChart(s, texts, s.MainAxis(), s.Last, story.AsSaid, nil, actor.ID)
			for _, m := range c.Told(s) {
				assert.Equal(t, s.Claim(m.Claim).Actor != actor.ID, m.Dim, m.Claim)
			}
			for _, l := range c.Lines {
				assert.Equal(t, l.Actor != actor.ID, l.Dim, l.Actor)
			}
		}
		for _, m := range shownMarks(chartOf(s, texts, s.Last, story.AsSaid, nil)) {
			assert.False(t, m.Dim, "nobody is dimmed when nobody is pointed out")
		}
	}
}

func TestDodge(t *testing.T) {
	const gap = 2*markRadius + 3
	for _, test := range []struct {
		name  string
		marks []Mark
		want  []float64
	}{
		{"none", nil, nil},
		{"one", []Mark{{X: 0.5, Y: 100}}, []float64{0}},
		{"two of one day and height", []Mark{{X: 0.5, Y: 100}, {X: 0.5, Y: 100}}, []float64{-gap / 2.0, gap / 2.0}},
		{"three", []Mark{{X: 0.5, Y: 100}, {X: 0.5, Y: 100}, {X: 0.5, Y: 100}}, []float64{-gap, 0, gap}},
		{"within a mark's height", []Mark{{X: 0.5, Y: 100}, {X: 0.5, Y: 109}}, []float64{-gap / 2.0, gap / 2.0}},
		{"a mark's height apart", []Mark{{X: 0.5, Y: 100}, {X: 0.5, Y: 110}}, []float64{0, 0}},
		{"two days", []Mark{{X: 0.5, Y: 100}, {X: 0.6, Y: 100}}, []float64{0, 0}},
		{"two pairs", []Mark{{X: 0.1, Y: 9}, {X: 0.2, Y: 9}, {X: 0.1, Y: 9}, {X: 0.2, Y: 9}}, []float64{-gap / 2.0, -gap / 2.0, gap / 2.0, gap / 2.0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dodge(test.marks)
			var got []float64
			for _, m := range test.marks {
				got = append(got, m.DX)
			}
			assert.Equal(t, test.want, got)
		})
	}
}

func TestDodgedMarksOfOneDayDoNotOverlap(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 3))
		marks := make([]Mark, 1+r.IntN(12))
		for i := range marks {
			marks[i] = Mark{Claim: string(rune('a' + i)), X: float64(r.IntN(3)) / 3, Y: 30 * float64(r.IntN(4))}
			if seed%2 == 0 {
				marks[i].Y = float64(r.IntN(60)) // heights that touch in chains
			}
		}
		dodge(marks)
		things := chartMarkBoxes(marks, MinWidth)
		for i, a := range things {
			for j, b := range things[:i] {
				require.False(t, marks[i].X == marks[j].X && a.box.overlaps(b.box), "seed %d: %s %v is on %s %v", seed, a.name, a.box, b.name, b.box)
			}
		}
	}
}
