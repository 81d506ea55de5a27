package scene

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

// Every claim is either drawn or counted by one bundle, which tells how many, names
// nobody's figure, and leaves the moment's own claims alone.
func TestBundles(t *testing.T) {
	folded := 0
	forGenerated(t, func(t *testing.T, s *story.Story, texts *story.Texts) {
		day, focus := s.First+(s.Last-s.First)/2, s.Moments[0].Focus
		for _, basis := range bothBases {
			c := chartOf(s, texts, day, basis, focus)
			var told []string
			for _, m := range c.Told(s) {
				require.NotContains(t, told, m.Claim, "told twice")
				told = append(told, m.Claim)
			}
			for _, claim := range s.AsOf(day) {
				main := claim.HasFigure() && s.SeriesOf(claim.Series).Axis == s.MainAxis()
				inRow := !claim.HasFigure() && claim.Stance != story.Asserts && claim.Said >= s.First
				require.Equal(t, main || inRow, slices.Contains(told, claim.ID), claim.ID)
			}
			_, stances := c.Stances()
			for _, b := range slices.Concat(c.Bundles, stances) {
				folded += len(b.Marks)
				require.Greater(t, len(b.Marks), foldOver, b.Name)
				require.Contains(t, b.Name, texts.Number(len(b.Marks)))
				if b.Text != "" {
					require.Equal(t, texts.Fill("chart.several", "n", texts.Number(len(b.Marks))), b.Text)
				}
				for _, m := range b.Marks {
					require.False(t, m.Focus, "%s is in focus", m.Claim)
					require.LessOrEqual(t, s.Claim(m.Claim).Said, day)
				}
			}
		}
	})
	assert.Greater(t, folded, 1000)
}

// The real story and the fictional one have room for every claim.
func TestNothingFoldsInTheStoriesThatComeWithTheProgram(t *testing.T) {
	forEveryMoment(t, func(t *testing.T, s *story.Story, texts *story.Texts, m story.Moment) {
		for _, basis := range bothBases {
			c := chartOf(s, texts, until(m), basis, m.Focus)
			_, stances := c.Stances()
			assert.Empty(t, slices.Concat(c.Bundles, stances))
		}
		for _, view := range s.Views {
			for _, site := range mapOf(s, texts, view.ID, until(m), m.Focus).Sites {
				assert.Empty(t, site.Folded.Claims, site.Place)
			}
		}
	})
}

// An actor that is pointed out dims the bundles that say nothing of it.
func TestPointedOutBundles(t *testing.T) {
	s, texts := generatedStory(t, "500 claims")
	c := NewChart(s, texts, s.MainAxis(), s.Last, story.AsSaid, nil, "actor-0")
	require.NotEmpty(t, c.Bundles)
	for _, b := range c.Bundles {
		own := slices.ContainsFunc(b.Marks, func(m Mark) bool { return s.Claim(m.Claim).Actor == "actor-0" })
		assert.Equal(t, !own, b.Dim, b.Name)
	}
}

// A bundle's name says whose claims they are if they are all of one.
func TestBundleNames(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	s, texts := loaded.Story, loaded.Texts["en"]
	for want, claims := range map[string][]string{
		"3–14 May 2019, Merrow Bird Wardens, 2 claims": {"wardens-120", "wardens-240"},
		"3–4 May 2019, 2 claims":                       {"wardens-120", "harbour-none"},
		"20 May 2019, Guild of Lamp Keepers, 2 claims": {"keepers-1300", "keepers-900-ledge"},
	} {
		var b Bundle
		for _, id := range claims {
			b.Marks = append(b.Marks, Mark{Claim: id})
		}
		b.tell(s, texts)
		assert.Equal(t, want, b.Name)
	}
}

// A place keeps its signs for those in focus and counts the claims of the others.
func TestSignsFold(t *testing.T) {
	s, texts := generatedStory(t, "500 claims at one place")
	focus := []string{s.Claims[390].ID, s.Claims[391].ID}
	site := mapOf(s, texts, "all", s.Last, focus).Sites[0]
	require.Len(t, site.Signs, maxSigns-1)
	for i, sign := range site.Signs {
		assert.Equal(t, i < 2, sign.Focus, sign.Claim)
	}
	named := map[string]bool{}
	for _, role := range s.Place(site.Place).Roles {
		for _, id := range role.Claims {
			if role.Role != story.Capital && role.Role != story.SaidHere {
				named[id] = true
			}
		}
	}
	told := slices.Clone(site.Folded.Claims)
	for _, sign := range site.Signs {
		told = append(told, sign.Claims...)
	}
	assert.Len(t, told, len(named), "every claim that names the place")
	assert.Contains(t, site.Folded.Name, texts.Number(len(site.Folded.Claims)))
	assert.LessOrEqual(t, strings.Count(site.Name, ";"), maxTold+1, "nobody hears four hundred namings")
}

// At the edges of the narrowest map and chart signs and marks give way inwards.
func TestMarksGiveWayAtTheEdges(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 9))
		x := []float64{0, 1, r.Float64()}[seed%3]
		marks := make([]Mark, 1+r.IntN(20))
		for i := range marks {
			marks[i] = Mark{X: x, Y: 10 * float64(r.IntN(3))}
		}
		dodge(marks)
		for _, m := range marks {
			at := m.X*MinWidth + m.DX
			require.GreaterOrEqual(t, at, -1e-9)
			require.LessOrEqual(t, at, MinWidth+1e-9)
		}
		site := Site{X: x, Signs: make([]Sign, 1+r.IntN(maxSigns))}
		site.spread(&story.Texts{})
		for _, sign := range site.Signs {
			at := x*MinWidth + sign.DX
			require.GreaterOrEqual(t, at, signRadius-1e-9)
			require.LessOrEqual(t, at, MinWidth-signRadius+1e-9)
		}
	}
}

// Labels that grow apart or pass each other are told so for every width at once.
func TestGrowingBoxes(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 11))
		any := func() growing {
			x, y := 200*(r.Float64()-0.5), 200*(r.Float64()-0.5)
			return growing{r.Float64(), r.Float64(), box{x, y, x + 5 + 90*r.Float64(), y + 15}}
		}
		a, b, from := any(), any(), MinWidth+float64(r.IntN(900))
		meets := false
		for w := from; w <= widest; w++ {
			meets = meets || a.at(w).overlaps(b.at(w))
		}
		if meets {
			require.True(t, a.overlaps(b, from), "seed %d", seed)
			require.True(t, b.overlaps(a, from), "seed %d", seed)
		}
		if !a.overlaps(b, from) {
			require.False(t, meets, "seed %d", seed)
		}
	}
}
