package picture

import (
	"cmp"
	"slices"
	"strings"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// setter sets text: it finds fonts, shapes letters and puts runs of both directions
// in the order in which they are seen. It belongs to one goroutine.
type setter struct {
	lang      language.Language
	chains    map[face]*chain
	shaper    shaping.HarfbuzzShaper
	segmenter shaping.Segmenter
	wrapper   shaping.LineWrapper
}

func newSetter(lang string) (*setter, error) {
	library, err := fonts()
	if err != nil {
		return nil, err
	}
	s := &setter{lang: language.NewLanguage(lang), chains: map[face]*chain{}}
	for f, list := range names {
		first, err := library.open(list[0])
		if err != nil {
			return nil, err
		}
		s.chains[f] = &chain{library: library, names: list, faces: []*font.Face{font.NewFace(first)}, found: map[rune]*font.Face{}}
	}
	return s, nil
}

// err is the first failure to open a font.
func (s *setter) err() error {
	for _, c := range s.chains {
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// set shapes a line of text: its runs from left to right, and its width.
func (s *setter) set(st style, text string) (runs []shaping.Output, width float64) {
	runes := []rune(text)
	input := shaping.Input{Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Size: fixed.Int26_6(st.size * 64), Language: s.lang}
	if st.rtl {
		input.Direction = di.DirectionRTL
	}
	for _, part := range s.segmenter.Split(input, s.chains[st.face]) {
		runs = append(runs, s.shaper.Shape(part))
	}
	// One endless line: it is only the order that is asked for.
	config := shaping.WrapConfig{Direction: input.Direction, DisableTrailingWhitespaceTrim: true}
	lines, _ := s.wrapper.WrapParagraphF(config, fixed.Int26_6(1<<30), runes, shaping.NewSliceIterator(runs))
	runs = slices.Clone(lines[0])
	slices.SortFunc(runs, func(a, b shaping.Output) int { return cmp.Compare(a.VisualIndex, b.VisualIndex) })
	var sum fixed.Int26_6
	for _, r := range runs {
		sum += r.Advance
	}
	return runs, float64(sum) / 64
}

func (s *setter) width(st style, text string) float64 {
	_, w := s.set(st, text)
	return w
}

// wrap breaks a text at its spaces into lines of at most a width. Then it sets them
// as narrow as that number of lines allows, so that none is left with one word.
func (s *setter) wrap(st style, text string, width float64) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }) // not at no-break spaces
	widths := make([]float64, len(words))
	for i, w := range words {
		widths[i] = s.width(st, w)
	}
	space := s.width(st, " ")
	lines := fill(words, widths, space, width)
	for narrower := width; narrower > width/2; {
		narrower -= width / 40
		next := fill(words, widths, space, narrower)
		if len(next) > len(lines) || s.widest(st, next) > narrower {
			break
		}
		lines = next
	}
	return lines
}

func (s *setter) widest(st style, lines []string) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, s.width(st, l))
	}
	return w
}

// fill puts as many words on each line as fit.
func fill(words []string, widths []float64, space, width float64) []string {
	var lines []string
	left := 0.0
	for i, w := range words {
		if len(lines) > 0 && space+widths[i] <= left {
			lines[len(lines)-1] += " " + w
			left -= space + widths[i]
			continue
		}
		lines = append(lines, w)
		left = width - widths[i]
	}
	return lines
}
