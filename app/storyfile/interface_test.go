package storyfile

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"bukti/app/story"
)

func interfaceTexts(t *testing.T, lang string) *story.Texts {
	t.Helper()
	r := &report{}
	keys := readInterface(lang, r)
	require.Empty(t, errorLines(r.problems))
	return &story.Texts{Lang: lang, Dir: keys["language.dir"], Keys: keys}
}

func TestInterfaceKeysAreTheSameInAllLanguages(t *testing.T) {
	all := interfaceLanguages()
	require.Contains(t, all, "en")
	require.Contains(t, all, "id")
	want := slices.Sorted(maps.Keys(interfaceTexts(t, "en").Keys))
	for _, lang := range all {
		assert.Equal(t, want, slices.Sorted(maps.Keys(interfaceTexts(t, lang).Keys)), lang)
	}
}

func TestInterfaceHasTheModelsWords(t *testing.T) {
	for _, lang := range interfaceLanguages() {
		texts := interfaceTexts(t, lang)
		assert.Contains(t, []string{"ltr", "rtl"}, texts.Dir, lang)
		for _, q := range story.Qualifiers {
			assert.Contains(t, texts.Get("qualifier."+string(q)), "{n}", lang)
		}
		for _, s := range story.Stances {
			assert.True(t, texts.Has("stance."+string(s)), "%s %s", lang, s)
		}
		for month := 1; month <= 12; month++ {
			assert.True(t, texts.Has("locale.month."+strconv.Itoa(month)), "%s %d", lang, month)
			assert.True(t, texts.Has("locale.month-short."+strconv.Itoa(month)), "%s %d", lang, month)
		}
	}
}

// A story's texts are merged with the interface's: a group that both have could
// put a button's word into a claim.
func TestInterfaceGroupsAreNotTheStorys(t *testing.T) {
	for _, lang := range interfaceLanguages() {
		for key := range interfaceTexts(t, lang).Keys {
			name, _, _ := strings.Cut(key, ".")
			assert.False(t, slices.ContainsFunc(textGroups, func(g textGroup) bool { return g.name == name }),
				"%s.yaml: %q is a group of the story's texts; put %s into another", lang, name, key)
		}
	}
}

// The oracle is the CLDR data inside golang.org/x/text. Arabic is written with
// Western digits here, as large Arabic newsrooms do on the web, and the invisible
// mark that CLDR puts before its minus is left out: markup isolates figures.
func TestNumbersAreCLDRs(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, lang := range interfaceLanguages() {
		tag := lang
		if lang == "ar" {
			tag = "ar-u-nu-latn"
		}
		texts, oracle := interfaceTexts(t, lang), message.NewPrinter(language.MustParse(tag))
		numbers := []int{0, 1, 12, 999, 1000, 1500, 9999, 10000, 12345, 100000, 999999, 1000000, 123456789, -1, -999, -1000, -123456}
		for range 2000 {
			numbers = append(numbers, random.IntN(1<<random.IntN(50)+1))
		}
		for _, n := range numbers {
			want := strings.TrimPrefix(oracle.Sprintf("%d", n), "\u200e")
			require.Equal(t, want, texts.Number(n), "%s %d", lang, n)
		}
	}
}

func TestInterfaceWords(t *testing.T) {
	en, id := interfaceTexts(t, "en"), interfaceTexts(t, "id")
	day := story.DateOf(2024, 8, 18)
	for _, test := range []struct{ want, got string }{
		{"nearly 11,000", en.Figure(11000, story.Nearly)},
		{"hampir 11.000", id.Figure(11000, story.Nearly)},
		{"at least 3,000", en.Figure(3000, story.AtLeast)},
		{"sedikitnya 3.000", id.Figure(3000, story.AtLeast)},
		{"18 August 2024", en.Date(day)},
		{"18 Agustus 2024", id.Date(day)},
		{"18 Aug", en.ShortDay(day)},
		{"18 Agu", id.ShortDay(day)},
		{"18–20 August 2024", en.Span(day, day+2)},
		{"18 Agustus – 1 September 2024", id.Span(day, day+14)},
		{"18 August 2024 – 18 August 2025", en.Span(day, day+365)},
	} {
		assert.Equal(t, test.want, test.got)
	}
}
