package view

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"bukti/app/scene"
	"bukti/app/story"
)

// EmbedHeight estimates how high the page at an embed's address is at a width, in CSS
// pixels, before anything in it is opened. Hosts keep that much room free until the
// embed has told its true height, which depends on the reader's fonts. It is off by a few
// lines at most, which the tests hold it to in Chromium: 96 pixels, or a tenth of what is
// higher than that. It follows the rules of style/embed.css, whoever changes one
// changes the other.
func EmbedHeight(m *Model, a Address, width int) int {
	shown := ParseState(m.Story, a, "").Resolve(m.Story)
	f := frame{Model: m, width: float64(width) - 28, wide: width >= 640}
	if width < 320 {
		f.width, f.bleed = float64(width)-16, 16
	}
	height := 26 + 6.4 + f.lines("story.title", f.width, 17, bold)*19.6 + f.lead(shown) + 8 + f.stepper(width)
	picture := f.width
	if a.Embed == EmbedAll && f.wide {
		picture = (f.width - 24) / 2
	}
	switch a.Embed {
	case EmbedChart:
		height += 8 + f.chart(picture)
	case EmbedMap:
		height += 8 + f.mapped(a, shown, picture)
	case EmbedClaims:
		height += 8 + f.claims(shown)
	default:
		chart, mapped := f.chart(picture), f.mapped(a, shown, picture)
		if f.wide {
			height += 8 + max(chart, mapped)
		} else {
			height += 16 + chart + mapped
		}
	}
	return int(math.Ceil(height + f.credit(a, shown)))
}

// frame is the room in which an embed is laid out.
type frame struct {
	*Model
	width, bleed float64 // of the texts, and how much wider pictures are
	wide         bool    // in two columns
}

// What phones' usual fonts take of the estimated width of a text.
const (
	regular = 0.81
	bold    = 0.88
)

// lines is how many lines a text of the interface or the story takes.
func (f *frame) lines(key string, width, size, share float64) float64 {
	return textLines(f.Texts.Get(key), width, size, share)
}

// textLines is how many lines a text takes. A line ends before the word that is too
// long, so that a part of each stays empty.
func textLines(text string, width, size, share float64) float64 {
	w := scene.TextWidth(text, size) * share
	switch r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " .?!()؟0123456789")); {
	case r >= 0x400 && r < 0x500: // Cyrillic
		w *= 0.91
	case r >= 0x600 && r < 0x700: // Arabic
		w *= 0.78
	}
	if w <= width {
		return 1
	}
	return math.Ceil(w / (width - 1.5*size))
}

func (f *frame) lead(shown Shown) float64 {
	m, t := f.Story.Moments[shown.Index], f.Texts
	column := f.width
	if f.wide {
		column = (f.width - 24) / 2
	}
	title := 21.6 + 8 + f.lines("moment."+m.ID+".title", column, 17, bold)*19.6
	figure, inner, said := 0.0, column-16, says(t, shown.Lead)
	if c := shown.Lead; c.HasFigure() {
		figure = textLines(t.Figure(c.Figure, c.Qualifier), inner, 32, bold)*33.6 +
			2.4 + f.lines("series."+c.Series+".lead", inner, 16, regular)*24 + textLines("● "+said, inner, 13, regular)*18.2
	} else {
		figure = textLines("● "+said+" – "+t.Position(c), inner, 16.8, regular) * 23.5
		if key := "claim." + c.ID + ".quote"; t.Has(key) {
			figure += 4.8 + f.lines(key, inner, 21.6, regular)*29.2
		}
	}
	if f.wide {
		return max(title, figure)
	}
	return title + figure
}

// stepper has the days' numbers where it is narrow, in a row of their own on the
// narrowest, and dates with names elsewhere.
func (f *frame) stepper(width int) float64 {
	if width <= 288 {
		return 95.2
	}
	if !f.wide {
		return 47.2
	}
	moments, ends := f.Story.Moments, 96.0
	if width >= 992 {
		ends = scene.TextWidth(f.Texts.Get("step.prev")+f.Texts.Get("step.next"), 16)*regular + 96
	}
	most := 1.0
	for _, m := range moments {
		most = max(most, f.lines("moment."+m.ID+".label", (f.width-ends)/float64(len(moments))-3, 11, regular))
	}
	return max(45, 33+12.7*most)
}

func (f *frame) caption(title, key string, width float64) float64 {
	return f.lines(title, width, 16, bold)*20.8 + f.lines(key, width, 13, regular)*17.6
}

func (f *frame) chart(width float64) float64 {
	picture := f.chartScene(f.lastKey(f.Story.Last)).Height
	return f.caption("chart.title", "chart.key", width) + 4 + picture + 78.7 + 30.6
}

func (f *frame) mapped(a Address, shown Shown, width float64) float64 {
	view := f.Story.Moments[shown.Index].View
	sc := scene.NewMap(f.Story, f.Texts, f.Bases, view, shown.Day, shown.Focus, scene.At{})
	ratio := func(sc *scene.Map) float64 { return sc.Base.Frame.Height / sc.Base.Frame.Width }
	height := f.caption("view."+view+".title", "map.key", width) + 4 + (width+f.bleed)*ratio(&sc) + 4.8
	if a.Embed == EmbedMap {
		height += 4.8 + f.lines("map.hint", width, 13, regular)*19.5
	}
	if len(sc.Outside) > 0 {
		height += textLines(outside(f.Texts, &sc), width, 13, regular) * 19.5
	}
	if len(sc.Routes) > 0 {
		height += f.lines("map.schematic", width, 13, regular) * 19.5
	}
	var ratios []float64
	for _, in := range sc.Insets {
		if in.Focus && a.Embed == EmbedMap {
			near := scene.NewMap(f.Story, f.Texts, f.Bases, in.View, shown.Day, shown.Focus, scene.At{})
			ratios = append(ratios, ratio(&near))
		}
	}
	columns := max(1, min(len(ratios), int((width+12)/300)))
	for i := 0; i < len(ratios); i += columns {
		height += 12 + 25 + (width-12*float64(columns-1))/float64(columns)*slices.Max(ratios[i:min(i+columns, len(ratios))])
	}
	return height + 30.6
}

func (f *frame) claims(shown Shown) float64 {
	t, height := f.Texts, 22.8
	for _, c := range shown.Said {
		key := "claim." + c.ID
		height += 12.2 + 17.6 + 20.3*textLines(t.Alone(c), f.width-24, 15, bold) + 17.6*textLines(t.WithOffice(c), f.width-24, 13, regular)
		if through := t.Through(c); through != "" {
			height += 17.6 * textLines(through, f.width-24, 13, regular)
		}
		if c != shown.Lead {
			continue
		}
		height += 8 + 4.8 + textLines(story.Plain(t.Get(key+".summary")), f.width, 14, regular)*21 + textLines(f.published(c), f.width, 13, regular)*19.5
		if t.Has(key + ".quote") {
			height += 4.8 + f.lines(key+".quote", f.width, 14, regular)*18.9
		}
		if t.Has(key + ".note") {
			height += 4.8 + textLines(story.Plain(t.Get(key+".note")), f.width-12, 13, regular)*19.5
		}
	}
	return height
}

// published is the line of a claim's sources.
func (f *frame) published(c *story.Claim) string {
	line := f.Texts.Get("claims.sources")
	for _, id := range c.Sources {
		s := f.Story.Source(id)
		line += " · " + s.Publisher + f.Texts.Get("locale.list") + f.Texts.Day(s.Date)
	}
	return line
}

func (f *frame) credit(a Address, shown Shown) float64 {
	height := 15.4 + 4.8 + f.lines("embed.full", f.width, 13, bold)*18.2 + 8
	if a.Embed != EmbedClaims {
		height += 3.2 + textLines(Gist(f.Texts, shown.Lead)+". "+f.published(shown.Lead), f.width, 13, regular)*18.2
	}
	if a.Embed == EmbedAll || a.Embed == EmbedMap {
		height += 3.2 + f.lines("policy.borders", f.width, 13, regular)*18.2
	}
	if f.Texts.Machine {
		height += 3.2 + f.lines("method.machine", f.width, 13, regular)*18.2
	}
	return height
}
