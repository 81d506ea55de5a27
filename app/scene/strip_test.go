package scene

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

func TestStripsCountApart(t *testing.T) {
	forEveryDay(t, func(t *testing.T, s *story.Story, texts *story.Texts, day story.Date) {
		shown, axes := 0, map[string]bool{}
		for _, strip := range NewStrips(s, texts, day) {
			require.NotEqual(t, s.MainAxis(), strip.Axis)
			require.False(t, axes[strip.Axis], "one strip for an axis")
			axes[strip.Axis] = true
			marks := Told(s, strip.Marks, strip.Bundles)
			require.NotEmpty(t, marks)
			require.Equal(t, "0", strip.Ticks[0].Label)
			require.Zero(t, strip.Ticks[0].X)
			for _, width := range []float64{MinWidth, chartWide - 1, chartWide, widest} {
				end := 0.0
				for i, tick := range strip.Ticks {
					require.LessOrEqual(t, tick.X, 1.0)
					if width < tick.Wide {
						continue
					}
					half := TextWidth(tick.Label, tickSize) / 2
					if i > 0 {
						require.Greater(t, tick.X*width-half, end+2, "%s at %g px", tick.Label, width)
					}
					end = tick.X*width + half
				}
			}
			for _, m := range marks {
				claim := s.Claim(m.Claim)
				require.Equal(t, strip.Axis, s.SeriesOf(claim.Series).Axis)
				require.LessOrEqual(t, claim.Said, day)
				require.Equal(t, claim.Qualifier, m.Qualifier)
				require.Positive(t, m.X)
				require.Less(t, m.X, 1.0)
				shown++
			}
		}
		for _, claim := range s.AsOf(day) {
			if claim.HasFigure() && s.SeriesOf(claim.Series).Axis != s.MainAxis() {
				shown--
			}
		}
		require.Zero(t, shown, "each figure of another axis has its mark, and no other has")
	})
}

func TestStripsOfTheFictionalStory(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	assert.Empty(t, NewStrips(loaded.Story, loaded.Texts["en"], story.DateOf(2019, 5, 7)))
	strips := NewStrips(loaded.Story, loaded.Texts["en"], story.DateOf(2019, 5, 8))
	require.Len(t, strips, 1)
	assert.Equal(t, "boats", strips[0].Axis)
	require.Len(t, strips[0].Marks, 1)
	assert.Equal(t, "harbour-boats", strips[0].Marks[0].Claim)
	assert.InDelta(t, 1/1.12, strips[0].Marks[0].X, 1e-12)
}

// DayAt undoes DayX on the days to scale, and gives the nearest of them elsewhere.
func TestDayAt(t *testing.T) {
	for _, loaded := range loadedStories(t) {
		s := loaded.Story
		for day := s.First; day <= s.Last; day++ {
			x := DayX(s, day)
			assert.Equal(t, day, DayAt(s, x))
			assert.Equal(t, day, DayAt(s, x+0.4*DayX(s, s.First+1)))
		}
		for _, test := range []struct {
			x    float64
			want story.Date
		}{{-5, s.First}, {-0.01, s.First}, {0.95, s.Last}, {1, s.Last}, {7, s.Last}} {
			assert.Equal(t, test.want, DayAt(s, test.x), test.x)
		}
	}
}
