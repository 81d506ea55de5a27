package scene

import "bukti/app/story"

// Strip is a small chart of an axis of its own: figures along a scale from zero,
// without a time axis. What is counted there never stands beside the main axis.
type Strip struct {
	Axis    string
	Height  float64 // px
	Ticks   []Tick  // of the scale
	Marks   []Mark
	Bundles []Bundle
}

// Tick is a labelled value of a strip's scale.
type Tick struct {
	X     float64
	Label string
	Wide  float64 // the width from which there is room for it, px
}

// Sizes of a strip, px.
const (
	tickSize    = 11
	tickGap     = 8
	stripHeight = 46
	stripMiddle = 20
)

// NewStrips lays out a strip for every axis of the story but the main one that a
// figure had been given for by the end of a day.
func NewStrips(s *story.Story, t *story.Texts, day story.Date) []Strip {
	var strips []Strip
	seen := map[string]bool{s.MainAxis(): true}
	for _, series := range s.Series {
		if seen[series.Axis] {
			continue
		}
		seen[series.Axis] = true
		figures := figuresOn(s, series.Axis, day)
		if len(figures) == 0 {
			continue
		}
		level := newLevelScale(s, series.Axis)
		top := level.top * 1.12 // room for "more than"
		strip := Strip{Axis: series.Axis, Height: stripHeight}
		for _, v := range level.values() {
			strip.Ticks = append(strip.Ticks, Tick{X: float64(v) / top, Label: t.Number(v)})
		}
		thin(strip.Ticks)
		for _, c := range figures {
			strip.Marks = append(strip.Marks, mark(s, t, c, float64(c.Figure)/top, stripMiddle, nil))
		}
		strip.Marks, strip.Bundles = fold(s, t, strip.Marks)
		dodge(strip.Marks)
		strip.Bundles = placeBundles(s, t, strip.Bundles, markRooms(strip.Marks), 0, stripHeight-18)
		strips = append(strips, strip)
	}
	return strips
}

// thin leaves every other tick to wide charts where the narrowest has no room for all.
func thin(ticks []Tick) {
	for i := 1; i < len(ticks); i++ {
		if (ticks[i].X-ticks[i-1].X)*MinWidth >= TextWidth(ticks[i].Label, tickSize)+tickGap {
			continue
		}
		for j := 1; j < len(ticks); j += 2 {
			ticks[j].Wide = chartWide
		}
		return
	}
}
