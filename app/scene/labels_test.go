package scene

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

// pictureWidths go from the narrowest phone's to the widest screen's, in CSS pixels, and
// touch both sides of every width from which other labels are shown.
var pictureWidths = func() []float64 {
	widths := []float64{439, 440, 479, 480, 619, 620, 1199, 1200}
	for w := float64(MinWidth); w <= 1920; w += 24 {
		widths = append(widths, w)
	}
	return widths
}()

// thing is something with a name that takes room in a picture.
type thing struct {
	name string
	box  box
}

// chartLabelBoxes are the labels beside the marks of a chart of a width.
func chartLabelBoxes(c Chart, width float64) []thing {
	var out []thing
	for _, l := range c.Labels {
		if l.Shown(width) {
			out = append(out, thing{"label of " + l.Claim, l.box(l.X*width, l.Y)})
		}
	}
	return out
}

// chartMarkBoxes are the marks themselves, without their glyphs.
func chartMarkBoxes(marks []Mark, width float64) []thing {
	var out []thing
	for _, m := range marks {
		x := m.X*width + m.DX
		out = append(out, thing{"mark of " + m.Claim, box{x - markRadius, m.Y - markRadius, x + markRadius, m.Y + markRadius}})
	}
	return out
}

// small is the room of a text of the small size at a baseline.
func small(name, text string, x, y float64) thing {
	return thing{name, box{x, y - smallSize + 2, x + TextWidth(text, smallSize), y + 2}}
}

func mapLabelBoxes(m Map, width float64) []thing {
	height := width * m.Base.Frame.Height / m.Base.Frame.Width
	var out []thing
	for _, l := range m.Labels {
		if l.Wide <= width {
			out = append(out, thing{"label " + l.Strong, l.box(l.X*width, l.Y*height)})
		}
	}
	return out
}

func mapMarkBoxes(m Map, width float64) []thing {
	height := width * m.Base.Frame.Height / m.Base.Frame.Width
	var out []thing
	for _, site := range m.Sites {
		x, y := site.X*width, site.Y*height
		if len(site.Signs) == 0 || site.Small {
			out = append(out, thing{"dot of " + site.Place, box{x - 2.5, y - 2.5, x + 2.5, y + 2.5}})
			continue
		}
		for _, sign := range site.Signs {
			out = append(out, thing{"sign of " + sign.Claim + " at " + site.Place, box{x + sign.DX - signRadius, y - signRadius, x + sign.DX + signRadius, y + signRadius}})
		}
		if len(site.Folded.Claims) > 0 {
			x += site.Folded.DX
			out = append(out, thing{"fold at " + site.Place, box{x - signRadius, y - signRadius, x + signRadius, y + signRadius}})
		}
	}
	return out
}

// assertApart checks that no thing overlaps another of its list or one of others.
func assertApart(t *testing.T, width float64, things, others []thing) {
	t.Helper()
	for i, a := range things {
		for _, b := range slices.Concat(things[:i], others) {
			if !a.box.overlaps(b.box) {
				continue
			}
			assert.Fail(t, "overlap", "at %g px: %s %.0f is on %s %.0f", width, a.name, a.box, b.name, b.box)
		}
	}
}

func assertInside(t *testing.T, width, height float64, things []thing) {
	t.Helper()
	for _, a := range things {
		if a.box.inside(box{0, 0, width, height}) {
			continue
		}
		assert.Fail(t, "outside", "at %g px: %s %.0f leaves the picture", width, a.name, a.box)
	}
}

func assertChartHasRoom(t *testing.T, c Chart) {
	t.Helper()
	for _, w := range pictureWidths {
		labels, marks, bundles := chartLabelBoxes(c, w), chartMarkBoxes(c.Marks, w), bundleBoxes(c.Bundles, w)
		assertApart(t, w, labels, append(bundles, marks...))
		assertApart(t, w, bundles, marks)
		assertInside(t, w, c.Plot, append(bundles, labels...))
		assertCentresInside(t, w, c.Plot, marks)
		var rows []thing
		for _, r := range c.Rows {
			marks, bundles := chartMarkBoxes(r.Marks, w), bundleBoxes(r.Bundles, w)
			label := small("row "+string(r.Stance), r.Label.Strong, 0, r.Label.Y)
			assertApart(t, w, []thing{label}, marks)
			assertApart(t, w, bundles, append(marks, label))
			assertInside(t, w, c.Height, append(bundles, label))
			assertCentresInside(t, w, c.Height, marks)
			rows = append(rows, bundles...)
		}
		assertApart(t, w, rows, nil)
	}
}

// bundleBoxes are the bundles with their words.
func bundleBoxes(bundles []Bundle, width float64) []thing {
	var out []thing
	for _, b := range bundles {
		out = append(out, thing{"bundle of " + b.Name, b.room().at(width)})
	}
	return out
}

// assertCentresInside checks that no mark stands outside by more than half of itself: so
// does one on the axis' first or last day.
func assertCentresInside(t *testing.T, width, height float64, marks []thing) {
	t.Helper()
	var centres []thing
	for _, m := range marks {
		x, y := (m.box.x0+m.box.x1)/2, (m.box.y0+m.box.y1)/2
		centres = append(centres, thing{m.name, box{x, y, x, y}})
	}
	assertInside(t, width, height, centres)
}

func assertMapHasRoom(t *testing.T, m Map) {
	t.Helper()
	for _, w := range pictureWidths {
		labels, marks, height := mapLabelBoxes(m, w), mapMarkBoxes(m, w), w*m.Base.Frame.Height/m.Base.Frame.Width
		assertApart(t, w, labels, marks)
		assertInside(t, w, height, labels)
		assertCentresInside(t, w, height, marks)
	}
}

func TestChartLabelsHaveRoomInEveryPicture(t *testing.T) {
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		for _, basis := range bothBases {
			assertChartHasRoom(t, chartOf(s, texts, until(m), basis, m.Focus))
		}
	})
}

// A reader may ask for any day.
func TestChartLabelsHaveRoomOnEveryDay(t *testing.T) {
	for name, loaded := range loadedStories(t) {
		s := loaded.Story
		for _, lang := range loaded.Languages {
			t.Run(name+"/"+lang, func(t *testing.T) {
				for day := s.First; day <= s.Last; day++ {
					var focus []string
					for _, m := range s.Moments {
						if m.To <= day {
							focus = m.Focus
						}
					}
					for _, basis := range bothBases {
						assertChartHasRoom(t, chartOf(s, loaded.Texts[lang], day, basis, focus))
					}
				}
			})
		}
	}
}

func TestMapLabelsHaveRoomInEveryPicture(t *testing.T) {
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		for _, shape := range []float64{0.62, 0.75, 0.9, 1} {
			for _, view := range s.Views {
				assertMapHasRoom(t, NewMap(s, texts, testBases(s, shape), view.ID, until(m), m.Focus, At{}))
			}
		}
	})
}

func TestLabelsHaveRoomInGeneratedStories(t *testing.T) {
	forGenerated(t, func(t *testing.T, s *story.Story, texts *story.Texts) {
		m := s.Moments[0]
		for _, basis := range bothBases {
			assertChartHasRoom(t, chartOf(s, texts, until(m), basis, m.Focus))
		}
		for _, view := range s.Views {
			assertMapHasRoom(t, mapOf(s, texts, view.ID, until(m), m.Focus))
		}
	})
}

// No line runs through a label: it would strike the figure out.
func TestNoLineRunsThroughALabel(t *testing.T) {
	check := func(t *testing.T, c Chart, basis story.Basis) {
		t.Helper()
		for _, w := range pictureWidths {
			for _, l := range chartLabelBoxes(c, w) {
				for _, r := range obstacles(c) {
					if r.line && l.box.overlaps(r.at(w)) {
						assert.Fail(t, "struck out", "at %g px a line runs through the %s (%s)", w, l.name, basis)
					}
				}
			}
		}
	}
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		for _, basis := range bothBases {
			check(t, chartOf(s, texts, until(m), basis, m.Focus), basis)
		}
	})
}

// A leader leads past the other labels and marks.
func TestLeadersCrossNoText(t *testing.T) {
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		for _, basis := range bothBases {
			c := chartOf(s, texts, until(m), basis, m.Focus)
			for _, w := range pictureWidths {
				for _, l := range c.Labels {
					if !l.Leader || !l.Shown(w) {
						continue
					}
					i := slices.IndexFunc(c.Marks, func(m Mark) bool { return m.Claim == l.Claim })
					for _, lead := range leaderRooms(l, c.Marks[i]) {
						for _, o := range c.Labels {
							assert.False(t, o.Claim != l.Claim && o.Shown(w) && lead.at(w).overlaps(o.box(o.X*w, o.Y)), "at %g px the leader of %s crosses the label of %s", w, l.Claim, o.Claim)
						}
					}
				}
			}
		}
	})
}

// A figure that its actor had given before, with the same qualifier, is labelled by
// the first one.
func TestEveryFigureInFocusIsLabelled(t *testing.T) {
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		for _, basis := range bothBases {
			c := chartOf(s, texts, until(m), basis, m.Focus)
			for _, width := range []float64{MinWidth, chartWide} {
				labelled := map[string]Label{}
				for _, l := range c.Labels {
					if !l.Shown(width) {
						continue
					}
					require.NotContains(t, labelled, l.Claim, "two labels for one claim")
					labelled[l.Claim] = l
				}
				type said struct {
					actor, series string
					figure        int
					qualifier     story.Qualifier
				}
				before := map[said]bool{}
				for _, mark := range c.Marks {
					claim := s.Claim(mark.Claim)
					words := said{claim.Actor, claim.Series, claim.Figure, claim.Qualifier}
					again := before[words]
					before[words] = true
					l, ok := labelled[claim.ID]
					if slices.Contains(m.Focus, claim.ID) && !again {
						require.True(t, ok, "%s has no label (%s)", claim.ID, basis)
					}
					if ok {
						assert.Equal(t, texts.Figure(claim.Figure, claim.Qualifier), l.Strong)
						require.NotEmpty(t, l.Small)
						assert.Contains(t, l.Small[0], texts.Get("actor."+claim.Actor+".short"), "a figure goes with its speaker")
						assert.Equal(t, !slices.Contains(m.Focus, claim.ID), l.Quiet)
					}
				}
			}
		}
	})
}

func TestEveryMarkInFocusIsDrawn(t *testing.T) {
	check := func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		for _, basis := range bothBases {
			c := chartOf(s, texts, until(m), basis, m.Focus)
			drawn := map[string]Mark{}
			for _, mark := range shownMarks(c) {
				require.NotContains(t, drawn, mark.Claim, "drawn twice")
				drawn[mark.Claim] = mark
			}
			for _, id := range m.Focus {
				claim := s.Claim(id)
				switch {
				case claim.HasFigure() && s.SeriesOf(claim.Series).Axis == s.MainAxis(), !claim.HasFigure() && claim.Stance != story.Asserts && claim.Said >= s.First:
					require.Contains(t, drawn, id)
					assert.True(t, drawn[id].Focus, id)
				default:
					assert.NotContains(t, drawn, id, "its place is elsewhere on the page")
				}
			}
		}
	}
	forEveryMoment(t, check)
	forGenerated(t, func(t *testing.T, s *story.Story, texts *story.Texts) { check(t, s, texts, s.Moments[0]) })
}

// shownMarks are those that are drawn for themselves.
func shownMarks(c Chart) []Mark {
	stances, _ := c.Stances()
	return append(slices.Clone(c.Marks), stances...)
}

func TestAxisLabelsHaveRoom(t *testing.T) {
	check := func(t *testing.T, s *story.Story, texts *story.Texts) {
		c := chartOf(s, texts, s.Last, story.AsSaid, nil)
		var along []thing
		for i, d := range c.Days {
			w := TextWidth(d.Label, smallSize)
			x := d.X*MinWidth - w/2
			if i == 0 {
				x = 0
			}
			along = append(along, thing{d.Label, box{x, 0, x + w, smallSize}})
		}
		if c.Break < 1 {
			along = append(along, thing{c.Horizon, box{MinWidth - TextWidth(c.Horizon, smallSize), 0, MinWidth, smallSize}})
		}
		assertApart(t, MinWidth, along, nil)
		var up []thing
		for _, g := range c.Levels {
			up = append(up, small(g.Label, g.Label, 0, g.Y-4))
		}
		assertApart(t, MinWidth, up, nil)
	}
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, _ story.Moment) { check(t, s, texts) })
	forGenerated(t, check)
}

func TestAttribution(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	s, texts := loaded.Story, loaded.Texts["en"]
	for _, test := range []struct {
		claim string
		width float64
		want  []string
	}{
		{"wardens-120", 120, []string{"Wardens"}},
		{"wardens-240", 120, []string{"Wardens · contested"}},
		{"wardens-240", 60, []string{"Wardens", "contested"}},
		{"wardens-reserve", 190, []string{"Wardens · nests planned for"}},
		{"wardens-reserve", 120, []string{"Wardens", "nests planned for"}},
		{"keepers-900-ledge", 120, []string{"Keepers, per agencies", "nests counted on the ledge"}},
	} {
		t.Run(fmt.Sprint(test.claim, " ", test.width), func(t *testing.T) {
			assert.Equal(t, test.want, attribution(s, texts, s.Claim(test.claim), test.width))
		})
	}
}

func TestBrokenLines(t *testing.T) {
	for _, test := range []struct {
		lines []string
		width float64
		want  []string
	}{
		{[]string{"Wardens", "nests counted on the ledge"}, 90, []string{"Wardens", "nests counted", "on the ledge"}},
		{[]string{"Wardens", "nests counted on the ledge"}, 1000, []string{"Wardens", "nests counted on the ledge"}},
		{[]string{"Wardens · contested"}, 10, []string{"Wardens", "contested"}},
		{nil, 90, nil},
	} {
		assert.Equal(t, test.want, broken(test.lines, test.width))
	}
}

// A figure that has been replaced is not labelled while the one that replaced it has no
// label at that width: it would pass for its side's word. What is planned and dashed
// across the chart is labelled at every width.
func TestLabelsTellWhatStands(t *testing.T) {
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		c := NewChart(s, texts, s.Series[0].Axis, until(m), story.AsSaid, m.Focus, "")
		for _, width := range []float64{MinWidth, chartWide} {
			labelled := map[string]bool{}
			for _, l := range c.Labels {
				if l.Wide <= width && (l.Narrow == 0 || width < l.Narrow) {
					labelled[l.Claim] = true
				}
			}
			for _, plan := range c.Plans {
				require.True(t, labelled[plan.Claim] || s.ReplacedBy(s.Claim(plan.Claim), until(m)) != nil, "%s has no label at %v", plan.Claim, width)
			}
			for claim := range labelled {
				if later := s.ReplacedBy(s.Claim(claim), until(m)); later != nil && !slices.Contains(m.Focus, claim) {
					require.True(t, labelled[later.ID], "%s is labelled at %v, and %s, which replaced it, is not", claim, width, later.ID)
				}
			}
		}
	})
}
