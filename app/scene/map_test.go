package scene

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene/geo"
	"bukti/app/story"
)

func TestMapShowsNothingSaidLater(t *testing.T) {
	forEveryDay(t, func(t *testing.T, s *story.Story, texts *story.Texts, day story.Date) {
		for _, view := range s.Views {
			m := mapOf(s, texts, view.ID, day, nil)
			var shown []string
			for _, site := range m.Sites {
				for _, sign := range site.Signs {
					shown = append(shown, sign.Claim)
				}
				if len(site.Signs) == 0 {
					require.True(t, isCapital(s.Place(site.Place)), "%s has nothing to show yet", site.Place)
				}
			}
			for _, way := range m.Routes {
				shown = append(shown, way.Claim)
			}
			for _, id := range shown {
				require.LessOrEqual(t, s.Claim(id).Said, day, "%s on %s", id, day)
			}
			for _, l := range m.Labels {
				if l.Place != "" {
					require.True(t, slices.ContainsFunc(m.Sites, func(x Site) bool { return x.Place == l.Place }), "%s is named but not shown", l.Place)
				}
			}
			if day < s.Claims[0].Said {
				require.Empty(t, shown)
				require.Empty(t, m.Insets, "nothing was named there yet")
			}
		}
	})
}

// A sign stands for one actor; a sign is solid if the actor named the place as one
// where they are, hollow if only as one that they passed or are to come to.
func TestSigns(t *testing.T) {
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		for _, view := range s.Views {
			scene := mapOf(s, texts, view.ID, until(m), m.Focus)
			for _, site := range scene.Sites {
				actors := map[string]bool{}
				for _, sign := range site.Signs {
					claim := s.Claim(sign.Claim)
					require.False(t, actors[claim.Actor], "%s has two signs of %s", site.Place, claim.Actor)
					actors[claim.Actor] = true
					stationed := false
					for _, role := range s.Place(site.Place).Roles {
						for _, id := range role.Claims {
							c := s.Claim(id)
							there := role.Role == story.Training || role.Role == story.Deployment
							if series := s.SeriesOf(c.Series); c.Actor == claim.Actor && c.Said <= until(m) && there && (series == nil || !series.Planned) {
								stationed = true
							}
						}
					}
					require.Equal(t, !stationed, sign.Hollow, "%s, %s", site.Place, claim.Actor)
					require.Equal(t, slices.Contains(m.Focus, sign.Claim), sign.Focus)
					require.Contains(t, site.Name, texts.Get("actor."+claim.Actor+".name"), "the sign can be heard")
				}
				require.GreaterOrEqual(t, site.X, 0.0)
				require.LessOrEqual(t, site.X, 1.0)
				require.GreaterOrEqual(t, site.Y, 0.0)
				require.LessOrEqual(t, site.Y, 1.0)
			}
		}
	})
}

func TestMapOfTheFictionalStory(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	s, texts := loaded.Story, loaded.Texts["en"]
	for _, test := range []struct {
		view, moment string
		sites        string // each with its signs' claims
		routes       string
		insets       string
		outside      string
	}{
		{"ledge", "first-count", "north-ledge[wardens-120]", "", "", ""},
		{"overview", "first-count", "lamphaven[] north-ledge[wardens-120]", "", "ledge", ""},
		{"overview", "no-gulls", "lamphaven[harbour-boats] north-ledge[wardens-120 harbour-boats]", "mail-boat", "ledge", ""},
		{"overview", "two-counts", "lamphaven[harbour-boats] north-ledge[wardens-120 harbour-boats keepers-900-ledge] merrow-rock[keepers-1300]", "mail-boat flight", "ledge", ""},
		{"ledge", "two-counts", "north-ledge[wardens-120 harbour-boats keepers-900-ledge] merrow-rock[keepers-1300]", "mail-boat flight", "", ""},
	} {
		t.Run(test.view+" "+test.moment, func(t *testing.T) {
			moment := s.Moments[s.MomentIndex(test.moment)]
			m := mapOf(s, texts, test.view, until(moment), moment.Focus)
			var sites, routes, insets []string
			for _, site := range m.Sites {
				var claims []string
				for _, sign := range site.Signs {
					claims = append(claims, sign.Claim)
				}
				sites = append(sites, fmt.Sprintf("%s%v", site.Place, claims))
			}
			for _, way := range m.Routes {
				routes = append(routes, way.Route)
			}
			for _, in := range m.Insets {
				insets = append(insets, in.View)
			}
			assert.Equal(t, test.sites, strings.Join(sites, " "))
			assert.Equal(t, test.routes, strings.Join(routes, " "))
			assert.Equal(t, test.insets, strings.Join(insets, " "))
			assert.Equal(t, test.outside, strings.Join(m.Outside, " "))
		})
	}
}

// Washington, Rome, Brussels and Berlin lie beyond every view of the real story.
func TestPlacesOutsideAreNamed(t *testing.T) {
	loaded := loadedStories(t)["real"]
	s, texts := loaded.Story, loaded.Texts["en"]
	for _, test := range []struct {
		moment, view string
		want         []string
	}{
		{"count-doubles", "far-east", []string{"rome", "berlin", "washington"}},
		{"ten-thousand-present", "overview", []string{"brussels", "washington"}},
	} {
		m := s.Moments[s.MomentIndex(test.moment)]
		got := mapOf(s, texts, test.view, until(m), m.Focus).Outside
		for _, place := range test.want {
			assert.Contains(t, got, place, test.moment)
		}
		for _, place := range got {
			assert.True(t, spokenInFocus(s.Place(place), m.Focus), place)
		}
	}
}

func TestMapOfAnUnknownView(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	m := mapOf(loaded.Story, loaded.Texts["en"], "nowhere", loaded.Story.Last, nil)
	assert.Equal(t, "nowhere", m.View)
	assert.Empty(t, m.Sites)
	assert.Empty(t, m.Labels)
}

func TestEverySiteInFocusIsNamedInWidePictures(t *testing.T) {
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, moment story.Moment) {
		m := mapOf(s, texts, moment.View, until(moment), moment.Focus)
		for _, site := range m.Sites {
			if rank(site) == 0 && !site.Small {
				assert.True(t, slices.ContainsFunc(m.Labels, func(l Label) bool { return l.Place == site.Place }), "%s in %s", site.Place, moment.View)
			}
		}
	})
}

var lookFrame = geo.FitBox(geo.BoxCentre(122, 37, 137, 52), 122, 37, 137, 52, 720, 446)

func TestLook(t *testing.T) {
	whole := Window{0, 0, 720, 446}
	for _, test := range []struct {
		name string
		at   At
		want Window
	}{
		{"the zero value", At{}, whole},
		{"no enlargement", At{130, 45, 1}, whole},
		{"less than none", At{130, 45, 0.5}, whole},
		{"far to the north-west is the corner", At{60, 75, 2}, Window{0, 0, 360, 223}},
		{"far to the south-east is the other", At{179, -40, 2}, Window{360, 223, 360, 223}},
	} {
		assert.Equal(t, test.want, Look(lookFrame, test.at), test.name)
	}
}

// LookAt undoes Look wherever the window was not held back by the frame's edge.
func TestLookAtUndoesLook(t *testing.T) {
	for _, at := range []At{{129.5, 44.5, 2}, {127, 42, 5}, {133, 47, 12}, {130.25, 43.75, 3.5}} {
		got := LookAt(lookFrame, Look(lookFrame, at))
		assert.InDelta(t, at.Lon, got.Lon, 1e-6)
		assert.InDelta(t, at.Lat, got.Lat, 1e-6)
		assert.InDelta(t, at.Zoom, got.Zoom, 1e-9)
	}
	assert.Equal(t, At{}, LookAt(lookFrame, Look(lookFrame, At{})))
}

func TestWindowsStayInTheFrame(t *testing.T) {
	for _, factor := range []float64{0.01, 0.5, 1, 1.3, 2, 100} {
		for _, x := range []float64{-1, 0, 0.25, 1, 3} {
			w := Look(lookFrame, At{130, 44, 3})
			for _, step := range []Window{w.Zoomed(lookFrame, factor, x, 1-x), w.Moved(lookFrame, x, -x), w.Zoomed(lookFrame, factor, x, x).Moved(lookFrame, factor, factor)} {
				assert.GreaterOrEqual(t, step.X, 0.0)
				assert.GreaterOrEqual(t, step.Y, 0.0)
				assert.LessOrEqual(t, step.X+step.Width, lookFrame.Width+1e-9)
				assert.LessOrEqual(t, step.Y+step.Height, lookFrame.Height+1e-9)
				assert.InDelta(t, lookFrame.Width/lookFrame.Height, step.Width/step.Height, 1e-9, "it keeps its shape")
				assert.GreaterOrEqual(t, step.Width, lookFrame.Width/MaxZoom-1e-9)
			}
		}
	}
}

// The point under the reader's fingers stays there.
func TestZoomKeepsThePoint(t *testing.T) {
	w := Window{200, 100, 360, 223}
	z := w.Zoomed(lookFrame, 1.5, 0.25, 0.75)
	assert.InDelta(t, w.X+0.25*w.Width, z.X+0.25*z.Width, 1e-9)
	assert.InDelta(t, w.Y+0.75*w.Height, z.Y+0.75*z.Height, 1e-9)
}

func TestEnlargedMapLabelsHaveRoom(t *testing.T) {
	for _, loaded := range loadedStories(t) {
		s := loaded.Story
		for _, moment := range s.Moments {
			for _, p := range s.Places[:3] {
				for _, zoom := range []float64{1.5, 3, MaxZoom} {
					assertMapHasRoom(t, NewMap(s, loaded.Texts["en"], testBases(s, 0.75), moment.View, until(moment), moment.Focus, At{p.Lon, p.Lat, zoom}))
				}
			}
		}
	}
}

func TestPlacesInAViewsBox(t *testing.T) {
	s := &story.Story{Views: []story.View{
		{ID: "plain", West: 122, South: 37, East: 137, North: 52},
		{ID: "across", West: 170, South: -30, East: -170, North: 0},
	}}
	for _, test := range []struct {
		view     string
		lon, lat float64
		want     bool
	}{
		{"plain", 122, 40, true},
		{"plain", 121.9, 40, false},
		{"plain", 130, 52.1, false},
		{"across", 178.44, -18.14, true},
		{"across", -171.76, -13.83, true},
		{"across", 180, -1, true},
		{"across", -180, -1, true},
		{"across", 169, -1, false},
		{"across", -169, -1, false},
		{"across", 0, -1, false},
		{"across", 175, 1, false},
	} {
		assert.Equal(t, test.want, inBox(s, test.view, &story.Place{Lon: test.lon, Lat: test.lat}), "%+v", test)
	}
}
