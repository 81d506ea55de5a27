package picture

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every character of both stories, of the interface and of Hangul as a whole has its
// letter in every face.
func TestFontsHaveEveryLetter(t *testing.T) {
	letters := map[rune]bool{}
	for r := '\uac00'; r <= '\ud7a3'; r++ {
		letters[r] = true
	}
	for _, l := range loaded(t) {
		for _, texts := range l.Texts {
			for _, text := range texts.Keys {
				for _, r := range text {
					letters[r] = true
				}
			}
		}
	}
	s, err := newSetter("en")
	require.NoError(t, err)
	for face, chain := range s.chains {
		for r := range letters {
			_, has := chain.ResolveFace(r).NominalGlyph(r)
			// The table's and the controls' signs are drawn by nothing that is on a card.
			assert.True(t, has || strings.ContainsRune("\n→←×–✓", r), "face %d has no %q", face, r)
		}
		assert.NoError(t, chain.err)
	}
}

func TestArabicIsJoinedAndRunsFromTheRight(t *testing.T) {
	s, err := newSetter("ar")
	require.NoError(t, err)
	st := style{face: bold, size: 40, rtl: true}
	alone := 0.0
	for _, r := range "سيول" {
		alone += s.width(st, string(r))
	}
	assert.Less(t, s.width(st, "سيول"), alone*0.95, "letters stand apart")

	runs, _ := s.set(st, "نحو 10,000 (NIS)")
	var order []int
	for _, r := range runs {
		order = append(order, r.Runes.Offset)
	}
	assert.Equal(t, 0, order[len(order)-1], "the first word is the rightmost")
	assert.Less(t, slices.Index(order, strings.Index("xxx 10", "10")), len(order)-1, "the number is left of it")
}

func TestWrap(t *testing.T) {
	s, err := newSetter("en")
	require.NoError(t, err)
	st := style{face: regular, size: 20}
	for _, test := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"one line", 500, []string{"one line"}},
		{"four words of length", 130, []string{"four words", "of length"}},
		{"a last word is not left alone", 230, []string{"a last word is", "not left alone"}},
		{"about\u00a03,000 stays", 120, []string{"about\u00a03,000", "stays"}},
		{"unbreakable", 20, []string{"unbreakable"}},
		{"", 100, nil},
		{"  ", 100, nil},
	} {
		got := s.wrap(st, test.text, test.width)
		assert.Equal(t, test.want, got, test.text)
	}
}
