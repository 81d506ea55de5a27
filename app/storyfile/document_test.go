package storyfile

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every remembered position is where a word begins, whatever the YAML library says.
func TestPositionsAreStartsOfWords(t *testing.T) {
	data, err := os.ReadFile(lighthouse + "/story.yaml")
	require.NoError(t, err)
	d := parse("story.yaml", data, &report{})
	readStory(d)
	require.Greater(t, len(d.where), 200)
	lines := strings.Split(string(data), "\n")
	for path, at := range d.where {
		line := []rune(" " + lines[at.line-1])
		require.Less(t, at.column, len(line), path)
		assert.Contains(t, ` [{`, string(line[at.column-1]), path)
		assert.NotContains(t, " ,]}", string(line[at.column]), path)
	}
	assert.Equal(t, position{"story.yaml", 35, 3}, d.position("claims", "wardens-120"))
	assert.Equal(t, position{"story.yaml", 41, 13}, d.position("claims", "wardens-120", "figure"))
	assert.Equal(t, position{"story.yaml", 35, 3}, d.position("claims", "wardens-120", "part-of"), "left out: where it should be")
}

func TestPositionsInTextsOfSeveralLines(t *testing.T) {
	for _, test := range []struct{ name, before string }{
		{"folded", "a: >-\n  one\n\n  two\n"},
		{"literal", "a: |\n  one\n    two\n\n\n"},
		{"plain", "a: one\n  two\n  three\n"},
		{"quoted", "a: \"one\n\n  two\"\n"},
		{"single quotes", "a: 'it''s\n  two'\n"},
		{"wide letters", "日本: {é: 한국어}\n"},
		{"flow", "a: [\n  b, # c\n\n  d ]\n"},
		{"comments", "# é\n\na: b # c\n # d\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, end := range []string{"\n", "\r\n"} {
				d := parse("x.yaml", []byte(strings.ReplaceAll(test.before+"last:   here\n", "\n", end)), &report{})
				require.NotNil(t, d)
				last := d.root.record("a", "日本", "last").need("last", "")
				assert.Equal(t, position{"x.yaml", strings.Count(test.before, "\n") + 1, 9}, last.position(), "%q", end)
			}
		})
	}
}

func TestTabsAreNamed(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"a:\n\tb: c\n", "x.yaml:2:1: not YAML: found a tab that cannot start any token; indent with spaces"},
		{"a:\r\n\tb: c\r\n", "x.yaml:2:1: not YAML: found a tab that cannot start any token; indent with spaces"},
		{"\ta: b\n", "x.yaml:1:2: not YAML: tab character cannot use as a map key directly; indent with spaces"},
		{"a: >-\n  b\n\tc\n", "x.yaml:3:1: not YAML: found a tab character where an indentation space is expected; indent with spaces"},
		{"a: @b\n", "x.yaml:1:4: not YAML: '@' is a reserved character; correct the syntax; indentation, quotes or brackets may be off"},
	} {
		r := &report{}
		parse("x.yaml", []byte(test.text), r)
		assert.Equal(t, []string{test.want}, errorLines(r.problems), "%q", test.text)
	}
}

func TestSuggestions(t *testing.T) {
	for _, test := range []struct {
		word  string
		known []string
		want  string
	}{
		{"south-kora", []string{"north-korea", "south-korea"}, "south-korea"},
		{"trainign", []string{"training", "arrival"}, "training"},
		{"deny", []string{"denies", "demands"}, ""},
		{"x", []string{"y"}, "y"},
		{"mayor", []string{"wardens", "keepers"}, ""},
		{"", []string{"a", "town"}, ""},
		{"nis-1500", nil, ""},
		{"претензия", []string{"denies"}, ""}, // nine letters, eighteen bytes
		{"отказ", []string{"указ"}, ""},
		{"denёs", []string{"denies"}, "denies"},
	} {
		assert.Equal(t, test.want, nearest(test.word, test.known), test.word)
	}
	assert.Equal(t, 0, distance([]rune("é"), []rune("é")))
	assert.Equal(t, 1, distance([]rune("ab"), []rune("ba")), "two letters swapped are one mistake")
	assert.Equal(t, 3, distance([]rune("kitten"), []rune("sitting")))
}
