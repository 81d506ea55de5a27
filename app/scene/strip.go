package scene

import "bukti/app/story"

// Strip is a small chart of an axis of its own: figures along a scale from zero,
// without a time axis. What is counted there never stands beside the main axis.
type Strip struct {
	Axis    string
	Height  float64 // px
	Ticks   []Day   // of the scale
	Marks   []Mark
	Bundles []Bundle
}

// Sizes of a strip, px.
const (
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
			strip.Ticks = append(strip.Ticks, Day{X: float64(v) / top, Label: t.Number(v)})
		}
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
