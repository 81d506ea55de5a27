package story

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// english is made from CLDR 44's en, so far as these tests need it; storyfile tests
// the languages that are published.
func english(change ...string) *Texts {
	t := &Texts{Lang: "en", Dir: "ltr", Keys: map[string]string{
		"locale.group": ",", "locale.grouping-minimum": "1", "locale.day": "{d} {month}", "locale.date": "{d} {month} {y}",
		"locale.day-span": "{d}–{to}", "locale.year-span": "{from} – {to}", "locale.span": "{from} – {to}", "qualifier.nearly": "nearly {n}", "qualifier.about": "about {n}",
	}}
	for i, name := range []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"} {
		t.Keys["locale.month."+strconv.Itoa(i+1)] = name
		t.Keys["locale.month-short."+strconv.Itoa(i+1)] = name[:3]
	}
	for i := 0; i+1 < len(change); i += 2 {
		t.Keys[change[i]] = change[i+1]
	}
	return t
}

func TestNumber(t *testing.T) {
	two := english("locale.group", "\u00a0", "locale.grouping-minimum", "2") // CLDR: Polish, for one
	for _, test := range []struct {
		texts *Texts
		n     int
		want  string
	}{
		{english(), 0, "0"},
		{english(), 999, "999"},
		{english(), 1000, "1,000"},
		{english(), 12345, "12,345"},
		{english(), 1234567, "1,234,567"},
		{english(), -1000, "-1,000"},
		{english(), -100, "-100"},
		{english(), math.MinInt64, "-9,223,372,036,854,775,808"},
		{two, 9999, "9999"},
		{two, 10000, "10\u00a0000"},
		{two, 1234567, "1\u00a0234\u00a0567"},
	} {
		assert.Equal(t, test.want, test.texts.Number(test.n))
	}
}

func TestNumberWithoutSeparatorsIsTheNumber(t *testing.T) {
	texts := english()
	for _, n := range []int{1, 10, 100, 1000, 99999, 100000, 7654321, math.MaxInt64} {
		for _, signed := range []int{n, -n} {
			got, err := strconv.Atoi(strings.ReplaceAll(texts.Number(signed), ",", ""))
			require.NoError(t, err)
			assert.Equal(t, signed, got)
		}
	}
}

func TestFigureKeepsItsQualifier(t *testing.T) {
	assert.Equal(t, "nearly 11,000", english().Figure(11000, Nearly))
	assert.Equal(t, "about 3,000", english().Figure(3000, About))
	assert.Equal(t, "qualifier.up-to", english().Figure(3000, UpTo), "a gap is seen, and no figure without its qualifier")
}

func TestDaysAndSpans(t *testing.T) {
	texts := english()
	day := DateOf(2024, 10, 18)
	for _, test := range []struct{ want, got string }{
		{"18 October", texts.Day(day)},
		{"18 Oct", texts.ShortDay(day)},
		{"18 October 2024", texts.Date(day)},
		{"18 October 2024", texts.Span(day, 0)},
		{"18 October 2024", texts.Span(day, day)},
		{"18–22 October 2024", texts.Span(day, day+4)},
		{"18 October – 1 November 2024", texts.Span(day, day+14)},
		{"31 December 2024 – 1 January 2025", texts.Span(DateOf(2024, 12, 31), DateOf(2025, 1, 1))},
		{"18 October 2023 – 18 October 2024", texts.Span(DateOf(2023, 10, 18), day)},
	} {
		assert.Equal(t, test.want, test.got)
	}
	assert.Equal(t, "October 18", english("locale.day", "{month} {d}").Day(day))
}

func TestTextsShowTheirGaps(t *testing.T) {
	texts := english("greeting", "{a} and {b}", "plain", "no {name} here")
	assert.Equal(t, "no.such.key", texts.Get("no.such.key"))
	assert.False(t, texts.Has("no.such.key"))
	assert.True(t, texts.Has("plain"))
	assert.Equal(t, "x and y", texts.Fill("greeting", "a", "x", "b", "y"))
	assert.Equal(t, "x and {b}", texts.Fill("greeting", "a", "x", "c", "y"))
	assert.Equal(t, "no {name} here", texts.Fill("plain", "name"), "half a pair is none")
}
