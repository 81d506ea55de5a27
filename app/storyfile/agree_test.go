package storyfile

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
	"bukti/stories"
)

// A translation that loses a qualifier or turns a number gives a reader another
// fact. In every language a text of the story has the same figures, each with the
// same qualifier, and ties as many words to the same claims.
func TestTranslationsAgree(t *testing.T) {
	loaded, problems := Load(stories.BuiltIn())
	require.Empty(t, problems)
	en := loaded.Texts["en"]
	figures := 0
	for key := range en.Keys {
		if group, _, _ := strings.Cut(key, "."); !slices.ContainsFunc(textGroups, func(g textGroup) bool { return g.name == group }) {
			continue
		}
		want := figuresIn(en, key)
		figures += len(want)
		for _, lang := range loaded.Languages {
			texts := loaded.Texts[lang]
			assert.Equal(t, want, figuresIn(texts, key), "%s of %s: %s", key, lang, texts.Get(key))
			assert.Equal(t, claimsIn(en, key), claimsIn(texts, key), "%s of %s ties words to other claims", key, lang)
		}
	}
	assert.Greater(t, figures, 50)
}

// inflected are the qualifiers in other forms than the interface's, as sentences
// want them, with # for the number; and the article's own word, quoted for its error.
var inflected = map[string]*regexp.Regexp{
	"ko nearly":    regexp.MustCompile(`#명 가까[운이] `),
	"ko more-than": regexp.MustCompile(`#개가 넘는`),
	"id at-least":  regexp.MustCompile(`“setidaknya #”`),
}

// figuresIn are the numbers from 100 on in a text, each with the qualifier before or
// behind it, sorted.
func figuresIn(t *story.Texts, key string) []string {
	text := strings.NewReplacer("[", "", "\u00a0", " ").Replace(story.Plain(t.Get(key)))
	group := regexp.QuoteMeta(strings.ReplaceAll(t.Get("locale.group"), "\u00a0", " "))
	number := regexp.MustCompile(`\d{1,3}(?:` + group + `\d{3})+|\d{3,}`)
	var found []string
	for _, at := range number.FindAllStringIndex(text, -1) {
		digits := regexp.MustCompile(`\D`).ReplaceAllString(text[at[0]:at[1]], "")
		before, behind, word := strings.ToLower(text[:at[0]]), text[at[1]:], ""
		for _, q := range story.Qualifiers {
			left, right, _ := strings.Cut(t.Get("qualifier."+string(q)), "{n}")
			plain := q != story.Exactly && strings.HasSuffix(before, left) && strings.HasPrefix(behind, right)
			if form, ok := inflected[t.Lang+" "+string(q)]; plain || ok && form.MatchString(before+"#"+behind) {
				word = string(q) + " "
			}
		}
		found = append(found, word+digits)
	}
	slices.Sort(found)
	return found
}

func claimsIn(t *story.Texts, key string) []string {
	var claims []string
	for _, span := range story.Spans(t.Get(key)) {
		if span.Claim != "" {
			claims = append(claims, span.Claim)
		}
	}
	slices.Sort(claims)
	return claims
}
