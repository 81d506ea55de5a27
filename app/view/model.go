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

	charts map[chartKey]*scene.Chart
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

// chartScene lays out the chart, or returns an earlier layout: several components
// draw parts of the same one, and readers go back and forth.
func (m *Model) chartScene(key chartKey) *scene.Chart {
	if c, ok := m.charts[key]; ok {
		return c
	}
	c := scene.NewChart(m.Story, m.Texts, m.Story.MainAxis(), key.Day, key.Basis, m.focus(key.Index), key.Actor)
	if m.charts == nil || len(m.charts) >= maxCharts {
		m.charts = map[chartKey]*scene.Chart{}
	}
	m.charts[key] = &c
	return &c
}

// maxCharts bounds the layouts kept: every day of a month, twice.
const maxCharts = 64

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

// claimLink leads to where a claim is told: its row on this page, or on the page of
// the moment that has it in focus, or its entry in the ledger.
func (m *Model) claimLink(s State, index int, claim string) string {
	if s.Moment == LedgerPage {
		return "#claim-" + claim
	}
	if s.hasRow() && slices.Contains(m.focus(index), claim) {
		return "#claim-" + claim
	}
	moment := m.Story.MomentOf(claim)
	if moment == nil {
		return s.Root() + Address{Lang: m.Texts.Lang, Moment: LedgerPage}.Path() + "#claim-" + claim
	}
	return s.Root() + Address{Lang: m.Texts.Lang, Moment: moment.ID}.Path() + "#claim-" + claim
}
