package scene

import "bukti/app/story"

// chartWide is the width from which a chart's labels are placed anew: where there is
// more room, they stand nearer to their marks and clear of more lines.
const chartWide = 480

// span is the widths that a chart's labels are placed for at a time.
type span struct{ from, to float64 }

var (
	narrowCharts = span{MinWidth, chartWide}
	wideCharts   = span{chartWide, widest}
)

// room is a box whose left and right edges are so many pixels from a fraction of the
// picture's width.
type room struct {
	box         // x in px from the edges' fractions
	left, right float64
	line        bool // a line of the chart, not a text or a mark
	own         string
}

func (r room) at(width float64) box {
	return box{r.left*width + r.x0, r.y0, r.right*width + r.x1, r.y1}
}

// meets tells whether two rooms overlap at any of the widths: edges move evenly, so
// they stay apart if one is left of the other at both ends, or if they are apart in
// height.
func (s span) meets(r, o room) bool {
	if r.y1 <= o.y0 || o.y1 <= r.y0 {
		return false
	}
	before := func(a, b room) bool {
		return a.at(s.from).x1 <= b.at(s.from).x0 && a.at(s.to).x1 <= b.at(s.to).x0
	}
	return !before(r, o) && !before(o, r)
}

// leaderRooms are small boxes along a label's leader, from where it leaves its mark.
func leaderRooms(l Label, m Mark) []room {
	const parts = 8
	x, y := l.LeaderEnd()
	var rooms []room
	for i := 2; i < parts; i++ {
		at := func(i int) (float64, float64) {
			share := float64(i) / parts
			return m.DX + (x-m.DX)*share, m.Y + y*share
		}
		x0, y0 := at(i)
		x1, y1 := at(i + 1)
		rooms = append(rooms, room{box{min(x0, x1) - 1, min(y0, y1), max(x0, x1) + 1, max(y0, y1)}, m.X, m.X, false, m.Claim})
	}
	return rooms
}

// obstacles are the marks with their glyphs, the lines, the planned levels and the
// labels of the vertical axis.
func obstacles(c Chart) []room {
	taken := markRooms(c.Marks)
	for _, b := range c.Bundles {
		taken = append(taken, b.room())
	}
	line := func(x0, x1, y0, y1 float64) {
		taken = append(taken, room{box{-2, y0 - 2, 2, y1 + 2}, x0, x1, true, ""})
	}
	for _, l := range c.Lines {
		for i, y := range l.Y {
			end := l.X[i+1]
			if i+1 == len(l.Y) {
				end = c.Break // as far as the line will grow: labels stay where they are from day to day
			}
			line(l.X[i], end, y, y)
			if i > 0 {
				line(l.X[i], l.X[i], min(y, l.Y[i-1]), max(y, l.Y[i-1]))
			}
		}
	}
	for _, p := range c.Plans {
		line(p.X0, p.X1, p.Y, p.Y)
	}
	for _, g := range c.Levels {
		taken = append(taken, room{box{0, g.Y - 14, TextWidth(g.Label, smallSize), g.Y - 2}, 0, 0, false, ""})
	}
	return taken
}

// markRooms are marks with their glyphs.
func markRooms(marks []Mark) []room {
	var taken []room
	for _, m := range marks {
		up, down := markRadius+2.0, markRadius+1.0
		switch m.Qualifier {
		case story.AtLeast, story.MoreThan:
			up += 8
		case story.About, story.Nearly:
			up += 4
		case story.UpTo:
			up, down = up+4, down+7
		}
		taken = append(taken, room{box{m.DX - markRadius - 3, m.Y - up, m.DX + markRadius + 3, m.Y + down}, m.X, m.X, false, m.Claim})
	}
	return taken
}
