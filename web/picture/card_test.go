package picture

import (
	"bytes"
	"encoding/xml"
	"flag"
	"image"
	"image/color"
	"image/png"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene"
	"bukti/app/story"
	"bukti/app/storyfile"
	"bukti/stories"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

func loaded(t *testing.T) []*storyfile.Loaded {
	t.Helper()
	real, problems := storyfile.Load(stories.BuiltIn())
	require.Empty(t, problems)
	fictional, problems := storyfile.Load(stories.Fictional())
	require.Empty(t, problems)
	return []*storyfile.Loaded{real, fictional}
}

// forEveryCard lays out every card of both stories.
func forEveryCard(t *testing.T, test func(t *testing.T, c *layout, m story.Moment)) {
	for _, l := range loaded(t) {
		for _, lang := range l.Languages {
			for i, m := range l.Story.Moments {
				t.Run(l.Story.ID+"/"+lang+"/"+m.ID, func(t *testing.T) {
					c, err := layOut(l.Story, l.Texts[lang], i)
					require.NoError(t, err)
					test(t, c, m)
				})
			}
		}
	}
}

// The golden pictures: of each story the moment that it opens with. To see what a
// change does, rewrite them and look at the difference:
//
//	go test ./web/picture -run TestGoldenPictures -update
func TestGoldenPictures(t *testing.T) {
	for _, l := range loaded(t) {
		card, err := Draw(l.Story, l.Texts["en"], l.Story.MomentIndex(l.Story.Opening))
		require.NoError(t, err)
		file := filepath.Join("testdata", l.Story.ID+"-"+l.Story.Opening+"-en.svg")
		text := strings.ReplaceAll(string(card.SVG), "><", ">\n<")
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err, "run the test with -update to draw it")
		assert.Equal(t, string(want), text, "look at the difference; if it is meant, run the test with -update")
	}
}

// A card tells who said what and when, with the figure's qualifier, on one line each.
func TestCardsSayWhoSaidWhat(t *testing.T) {
	forEveryCard(t, func(t *testing.T, c *layout, m story.Moment) {
		var all []string
		for _, l := range c.lines {
			all = append(all, l.text)
		}
		text := strings.Join(all, " ")
		f := c.finding
		for _, part := range []string{c.texts.Get("story.title"), f.Date, f.Title, f.Main, f.About, f.Who, f.Flags, "bukti", c.texts.Fill("chart.known", "day", c.texts.Day(m.To))} {
			assert.Contains(t, text, part)
		}
		if f.Claim.HasFigure() {
			assert.Contains(t, all, c.texts.Figure(f.Claim.Figure, f.Claim.Qualifier), "the figure is broken into lines")
		}
		assert.Equal(t, c.texts.Machine, strings.Contains(text, c.texts.Get("method.machine")))
	})
}

// Nothing said on a later day is in a card: the marks are those of the scene at its
// day, and a later figure's words are not there.
func TestCardsKnowNoLaterDay(t *testing.T) {
	forEveryCard(t, func(t *testing.T, c *layout, m story.Moment) {
		svg := string(c.svg())
		known := map[string]bool{}
		for _, claim := range c.story.AsOf(m.To) {
			if claim.HasFigure() {
				known[c.texts.Figure(claim.Figure, claim.Qualifier)] = true
			}
		}
		for i := range c.story.Claims {
			claim := &c.story.Claims[i]
			if words := c.texts.Figure(claim.Figure, claim.Qualifier); claim.HasFigure() && claim.Said > m.To && !known[words] {
				assert.NotContains(t, svg, ">"+words+"<", claim.ID)
			}
		}
		ch := scene.NewChart(c.story, c.texts, c.story.MainAxis(), m.To, story.AsSaid, m.Focus, "")
		marks, glyphs := len(ch.Marks)+1, 0 // and the speaker's sign
		for _, k := range ch.Marks {
			if k.Qualifier != story.Exactly {
				glyphs++
			}
		}
		for _, r := range ch.Rows {
			marks += len(r.Marks)
		}
		fills := strings.Count(svg, "<circle")
		for _, shape := range strings.Split(svg, "<path")[1:] {
			if shape, _, _ = strings.Cut(shape, ">"); !strings.Contains(shape, `fill="none"`) {
				fills++
			}
		}
		assert.Equal(t, marks, fills, "every mark of the scene and no other")
		assert.Equal(t, glyphs, strings.Count(svg, "non-scaling-stroke"), "every figure but an exact one has its qualifier's glyph")
		hollow := 0
		for _, k := range ch.Marks {
			if k.Hollow {
				hollow++
			}
		}
		assert.Equal(t, hollow, strings.Count(svg, `fill="`+c.ink["paper"]+`" stroke="`), "planned is hollow")
	})
}

// Every line of text stays in the picture, and the words clear of the chart.
func TestTextStaysInItsPlace(t *testing.T) {
	forEveryCard(t, func(t *testing.T, c *layout, m story.Moment) {
		caption := c.texts.Fill("chart.known", "day", c.texts.Day(m.To))
		chart := false // the lines from here on are the chart's, or the foot's
		for _, l := range c.lines {
			width := c.setter.width(l.style, l.text)
			x0 := l.x
			switch l.anchor {
			case scene.Middle:
				x0 -= width / 2
			case scene.End:
				x0 -= width
			}
			x1 := x0 + width
			assert.True(t, x0 >= 8 && x1 <= Width-8 && l.y-l.size > 0 && l.y < Height-4, "%q from %.0f to %.0f at %.0f", l.text, x0, x1, l.y)
			chart = chart || l.text == caption
			if !chart {
				edge := x1
				if c.rtl {
					edge = Width - x0
				}
				assert.LessOrEqual(t, edge, wordsEdge+0.5, "%q", l.text)
			}
			assert.GreaterOrEqual(t, l.size, 10.0, "%q", l.text)
		}
	})
}

// The SVG stands alone: one file that asks for nothing, with what it shows as its name.
func TestSVGStandsAlone(t *testing.T) {
	forEveryCard(t, func(t *testing.T, c *layout, _ story.Moment) {
		svg := c.svg()
		decoder := xml.NewDecoder(bytes.NewReader(svg))
		for first := true; ; {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			element, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			assert.Contains(t, []string{"svg", "title", "rect", "path", "circle", "text"}, element.Name.Local)
			attrs := map[string]string{}
			for _, a := range element.Attr {
				attrs[a.Name.Local] = a.Value
				assert.NotContains(t, a.Value, "url(")
				assert.NotContains(t, []string{"href", "style", "class"}, a.Name.Local)
			}
			if first {
				assert.Equal(t, []string{"1200", "630", "0 0 1200 630", "img", c.finding.Alt(), c.texts.Lang},
					[]string{attrs["width"], attrs["height"], attrs["viewBox"], attrs["role"], attrs["aria-label"], attrs["lang"]})
				first = false
			}
		}
	})
}

func TestPNG(t *testing.T) {
	for _, l := range loaded(t) {
		opening := l.Story.MomentIndex(l.Story.Opening)
		for _, lang := range l.Languages {
			card, err := Draw(l.Story, l.Texts[lang], opening)
			require.NoError(t, err)
			picture, err := png.Decode(bytes.NewReader(card.PNG))
			require.NoError(t, err)
			assert.Equal(t, image.Rect(0, 0, Width, Height), picture.Bounds())
			assert.Less(t, len(card.PNG), 100<<10, lang)

			seen := map[color.Color]int{}
			for y := range Height {
				for x := range Width {
					seen[picture.At(x, y)]++
				}
			}
			ink, err := colours()
			require.NoError(t, err)
			for _, claim := range l.Story.AsOf(l.Story.Moments[opening].To) {
				if s := l.Story.SeriesOf(claim.Series); claim.Stance == story.Asserts || claim.Said < l.Story.First || s != nil && s.Axis != l.Story.MainAxis() {
					continue // not in the chart
				}
				hue, err := parse(ink.hue(l.Story.Actor(claim.Actor).Hue))
				require.NoError(t, err)
				assert.Greater(t, seen[hue], 20, "%s: the colour of %s is lost", lang, claim.Actor)
			}
			again, err := Draw(l.Story, l.Texts[lang], opening)
			require.NoError(t, err)
			assert.True(t, bytes.Equal(card.PNG, again.PNG) && bytes.Equal(card.SVG, again.SVG), "another picture of the same")
		}
	}
}

// Texts are drawn as they are, whatever is in them.
func TestHardTexts(t *testing.T) {
	l := loaded(t)[1]
	opening := l.Story.MomentIndex(l.Story.Opening)
	for name, text := range map[string]string{
		"markup":             `<script>alert("1")</script> & 'more'`,
		"control characters": "a\x00b\x07c\ufffed",
		"no word break":      strings.Repeat("w", 400),
		"very long":          strings.Repeat("word ", 300),
		"empty":              "",
		"only space":         "   ",
		"no font has it":     "漢字 😀 ไทย",
		"two directions":     "abc (نحو 3,000) def",
		"broken":             "a\xffb",
	} {
		t.Run(name, func(t *testing.T) {
			texts := *l.Texts["en"]
			texts.Keys = maps.Clone(texts.Keys)
			for _, key := range []string{"story.title", "moment." + l.Story.Opening + ".title", "series.counted.lead"} {
				texts.Keys[key] = text
			}
			card, err := Draw(l.Story, &texts, opening)
			require.NoError(t, err)
			assert.NotContains(t, string(card.SVG), "<script")
			decoder := xml.NewDecoder(bytes.NewReader(card.SVG))
			for err = nil; err == nil; {
				_, err = decoder.Token()
			}
			assert.ErrorIs(t, err, io.EOF, "not well-formed")
			_, err = png.Decode(bytes.NewReader(card.PNG))
			require.NoError(t, err)
		})
	}
}

func TestNum(t *testing.T) {
	for want, f := range map[string]float64{"0": -0.001, "1.5": 1.5, "-3.33": -10.0 / 3, "1200": 1200, "100": 99.999} {
		assert.Equal(t, want, num(f), strconv.FormatFloat(f, 'g', -1, 64))
	}
}
