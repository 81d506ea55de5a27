package scene

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

func TestTimeScale(t *testing.T) {
	october := func(day int) story.Date { return story.DateOf(2024, 10, day) }
	year := story.DateOf(2024, 12, 31)
	for _, test := range []struct {
		name    string
		horizon story.Date
		day     story.Date
		want    float64
	}{
		{"the first day is at the edge", 0, october(1), 0},
		{"a day before it stands there too", 0, october(1) - 400, 0},
		{"the middle", 0, october(16), 0.5},
		{"the last day without a horizon ends the axis", 0, october(31), 1},
		{"a day after it stands there too", 0, october(31) + 1, 1},
		{"the last day before a horizon is the break", year, october(31), toScale},
		{"the middle of the part to scale", year, october(16), toScale / 2},
		{"the compressed part: 31 of 61 days", year, story.DateOf(2024, 12, 1), toScale + (1-toScale)*31/61},
		{"the horizon", year, year, 1},
		{"beyond the horizon", year, year + 100, 1},
		{"a horizon that is no later counts as none", october(31), october(31), 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			scale := newTimeScale(&story.Story{First: october(1), Last: october(31), Horizon: test.horizon})
			assert.InDelta(t, test.want, scale.at(test.day), 1e-12)
		})
	}
}

func TestTimeScaleNeverGoesBack(t *testing.T) {
	for _, span := range []int{0, 1, 6, 30, 365, 4000} {
		for _, beyond := range []int{0, 1, 61, 900} {
			first := story.DateOf(2024, 2, 1)
			s := &story.Story{First: first, Last: first + story.Date(span)}
			if beyond > 0 {
				s.Horizon = s.Last + story.Date(beyond)
			}
			scale, before := newTimeScale(s), 0.0
			for day := first - 5; day <= s.Last+story.Date(beyond)+5; day++ {
				x := scale.at(day)
				require.False(t, math.IsNaN(x), "%d+%d: %s", span, beyond, day)
				require.GreaterOrEqual(t, x, before, "%d+%d: %s", span, beyond, day)
				require.LessOrEqual(t, x, 1.0)
				if day > s.Last && beyond > 0 {
					require.Greater(t, x, scale.brk, "what comes after the last day stands behind the break")
				}
				before = x
			}
			assert.Equal(t, beyond > 0, scale.brk < 1, "there is a break if there is a horizon")
		}
	}
}

func TestDaysOfTheAxis(t *testing.T) {
	texts := loadedStories(t)["fictional"].Texts["en"]
	for _, test := range []struct {
		span int
		want string
	}{
		{0, "1 May"},
		{1, "1 May, 2"},
		{4, "1 May, 2, 3, 4, 5"},
		{8, "1 May, 3, 5, 7, 9"},
		{30, "1 May, 8, 15, 22, 29"},
	} {
		first := story.DateOf(2019, 5, 1)
		scale := newTimeScale(&story.Story{First: first, Last: first + story.Date(test.span)})
		var labels []string
		for _, d := range scale.days(texts) {
			labels = append(labels, d.Label)
			assert.GreaterOrEqual(t, d.X, 0.0)
			assert.LessOrEqual(t, d.X, 1.0)
		}
		assert.Equal(t, test.want, strings.Join(labels, ", "), test.span)
	}
}

// Whatever the span, the axis is not crowded and its days are evenly apart.
func TestDaysOfTheAxisAreFew(t *testing.T) {
	texts := loadedStories(t)["fictional"].Texts["en"]
	for span := range 800 {
		scale := newTimeScale(&story.Story{First: 18000, Last: 18000 + story.Date(span)})
		days := scale.days(texts)
		require.NotEmpty(t, days)
		require.LessOrEqual(t, len(days), 6, span)
		for i := 2; i < len(days); i++ {
			require.InDelta(t, days[1].X-days[0].X, days[i].X-days[i-1].X, 1e-9, span)
		}
	}
}

func levelsUpTo(top int) levelScale { return levelScale{float64(top)} }

func TestLevelScale(t *testing.T) {
	for _, test := range []struct {
		figure int
		want   float64
	}{
		{0, plotHeight},
		{5000, (plotHeight + plotTop) / 2},
		{10000, plotTop},
	} {
		assert.InDelta(t, test.want, levelsUpTo(10000).at(test.figure), 1e-9, test.figure)
	}
}

func TestLevelTicks(t *testing.T) {
	texts := loadedStories(t)["fictional"].Texts["en"]
	for _, test := range []struct {
		top  int
		want string
	}{
		{1, "0 1"},
		{2, "0 1 2"},
		{3, "0 1 2 3"},
		{1300, "0 200 400 600 800 1,000 1,200"},
		{12000, "0 2,000 4,000 6,000 8,000 10,000 12,000"},
		{15000, "0 5,000 10,000 15,000"},
		{10_000_000, "0 2,000,000 4,000,000 6,000,000 8,000,000 10,000,000"},
	} {
		var labels []string
		for _, g := range levelsUpTo(test.top).ticks(texts) {
			labels = append(labels, g.Label)
		}
		assert.Equal(t, test.want, strings.Join(labels, " "), test.top)
	}
}

// Every figure from 3 on has between three and seven levels above zero, at 1, 2 or 5
// times a power of ten.
func TestLevelTicksAreFewAndRound(t *testing.T) {
	texts := &story.Texts{Keys: map[string]string{"locale.group": "", "locale.grouping-minimum": "9"}}
	check := func(top int) {
		ticks := levelsUpTo(top).ticks(texts)
		require.GreaterOrEqual(t, len(ticks), 4, top)
		require.LessOrEqual(t, len(ticks), 8, top)
		require.InDelta(t, plotHeight, ticks[0].Y, 1e-9, "zero is at the foot")
		require.Equal(t, "0", ticks[0].Label)
		require.Contains(t, []string{"1", "2", "5"}, strings.TrimRight(ticks[1].Label, "0"), top)
		unit, err := strconv.Atoi(ticks[1].Label)
		require.NoError(t, err)
		for i, g := range ticks {
			require.Equal(t, strconv.Itoa(i*unit), g.Label, top)
			require.GreaterOrEqual(t, g.Y, plotTop-1e-9, "no level above the highest figure")
		}
	}
	for top := 3; top <= 3000; top++ {
		check(top)
	}
	for top := 3001; top <= 10_000_000; top += 1 + top/97 {
		check(top)
	}
	check(14_400)
	for top := 10_000_000; top < 1<<53; top += 1 + top/7 {
		check(top)
	}
	check(40_000_000_000)
	check(1 << 53) // the last whole number that the scale, in floating point, can tell from its neighbours
}
