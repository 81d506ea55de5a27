package view

import (
	"slices"

	"bukti/app/scene"
	"bukti/app/story"
)

// Model is what does not change while a page is looked at: the story in one
// language and its base maps. Components share one by pointer, so that go-app sees
// at once that it has not changed.
type Model struct {
	Story     *story.Story
	Texts     *story.Texts
	Bases     scene.Bases
	Languages []Language

	charts scenes[chartKey, scene.Chart]
	maps   scenes[mapKey, scene.Map]
}

// scenes are what was laid out before: several components draw parts of the same
// scene, and readers go back and forth.
type scenes[Key comparable, Scene any] map[Key]*Scene

// of returns a key's scene, laid out now where it was not. When there are too many,
// the earlier ones are forgotten.
func (s *scenes[Key, Scene]) of(key Key, most int, layOut func() Scene) *Scene {
	if laid, ok := (*s)[key]; ok {
		return laid
	}
	if *s == nil || len(*s) >= most {
		*s = scenes[Key, Scene]{}
	}
	laid := layOut()
	(*s)[key] = &laid
	return &laid
}

// Language is one that the site is published in.
type Language struct {
	Tag, Name string
}

// chartKey is everything that the chart's scene depends on.
type chartKey struct {
	Day   story.Date
	Basis story.Basis
	Index int
	Actor string
}

// chartScene is the chart's scene.
func (m *Model) chartScene(key chartKey) *scene.Chart {
	return m.charts.of(key, maxCharts, func() scene.Chart {
		return scene.NewChart(m.Story, m.Texts, m.Story.MainAxis(), key.Day, key.Basis, m.focus(key.Index), key.Actor)
	})
}

// mapScene is a map's scene.
func (m *Model) mapScene(key mapKey) *scene.Map {
	return m.maps.of(key, maxMaps, func() scene.Map {
		return scene.NewMap(m.Story, m.Texts, m.Bases, key.View, m.dayOf(key.Known), m.focus(key.Index), key.At)
	})
}

// How many scenes are kept: of charts every day of a month, twice; of maps, which each
// move lays out anew, those of a page in two states.
const (
	maxCharts = 64
	maxMaps   = 8
)

// lastKey is the plainest key with a day: for parts that depend on nothing else.
func (m *Model) lastKey(day story.Date) chartKey {
	return chartKey{Day: day, Basis: story.AsSaid, Index: -1}
}

// dayOf is the first day by whose end a number of claims had been said.
func (m *Model) dayOf(known int) story.Date {
	if known == 0 {
		return m.Story.First
	}
	return max(m.Story.First, m.Story.Claims[known-1].Said)
}

// focus is the claims in focus of the moment at an index, none before the first.
func (m *Model) focus(index int) []string {
	if index < 0 {
		return nil
	}
	return m.Story.Moments[index].Focus
}

// inFocus tells whether a claim is in focus of the moment at an index.
func (m *Model) inFocus(index int, claim string) bool {
	return slices.Contains(m.focus(index), claim)
}

// claimLink leads to where a claim is told: its row on this page, or on the page of
// the moment that has it in focus, or its entry in the ledger.
func (m *Model) claimLink(s State, focus bool, claim string) string {
	if s.Moment == LedgerPage {
		return "#claim-" + claim
	}
	if s.hasRow() && focus {
		return "#claim-" + claim
	}
	moment := m.Story.MomentOf(claim)
	if moment == nil {
		return s.Root() + Address{Lang: m.Texts.Lang, Moment: LedgerPage}.Path() + "#claim-" + claim
	}
	return s.Root() + Address{Lang: m.Texts.Lang, Moment: moment.ID}.Path() + "#claim-" + claim
}
