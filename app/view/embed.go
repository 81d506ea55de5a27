package view

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Embed is what a page shows that others show in a frame. It is empty for a page of
// its own.
type Embed string

// The embeds.
const (
	EmbedAll    Embed = "all" // chart and map
	EmbedChart  Embed = "chart"
	EmbedMap    Embed = "map"
	EmbedClaims Embed = "claims"
)

// Embeds are all of them.
var Embeds = []Embed{EmbedAll, EmbedChart, EmbedMap, EmbedClaims}

// embedFolder is the part of an address that makes it an embed's.
const embedFolder = "embed/"

func (e Embed) folder() string {
	switch e {
	case "":
		return ""
	case EmbedAll:
		return embedFolder
	}
	return embedFolder + string(e) + "/"
}

// cutEmbed takes the embed off a path that follows the language.
func cutEmbed(path string) (e Embed, rest string) {
	rest, found := strings.CutPrefix(path, embedFolder)
	if !found {
		return "", path
	}
	if name, after, slash := strings.Cut(rest, "/"); slash && Embed(name) != EmbedAll && slices.Contains(Embeds, Embed(name)) {
		return Embed(name), after
	}
	return EmbedAll, rest
}

// embed draws the compact page: title, the figure of the moment, the way through the
// moments, and what the embed is of.
func (p *Page) embed() app.UI {
	m, t := p.Model, p.Model.Texts
	lead, steps, lists, texts := p.part(PartLead), p.part(PartSteps), p.part(PartLists), p.part(PartTexts)
	shows := p.State.Embed
	stage := nodes(8)
	stage = append(stage,
		&leadPart{Model: m, Index: lead.Index, Day: lead.Day, AsOf: lead.State.AsOf != 0},
		&Stepper{Model: m, State: State{Address: steps.State.Address, Basis: steps.State.Basis, Actor: steps.State.Actor}, Index: steps.Index},
	)
	if shows == EmbedAll || shows == EmbedChart {
		stage = append(stage, p.chart(lists))
	}
	if shows == EmbedAll || shows == EmbedMap {
		stage = append(stage, h("div", nil,
			p.maps(),
			&places{Model: m, Known: lists.Known},
		))
	}
	if shows == EmbedClaims {
		stage = append(stage, &claimList{Model: m, State: textState(texts.State), Index: texts.Index})
	}
	return h("div", at{"class", "embed of-" + string(shows), "data-moment", momentID(m, steps.Index)},
		h("header", at{"class", "title"},
			h("h1", nil, txt(t.Get("story.title"))),
			h("nav", at{"class", "langs", "aria-label", t.Get("page.languages")}, each(m.Languages, func(_ int, l Language) app.UI {
				return language(steps.State, l, l.Tag == t.Lang)
			})...),
		),
		h("main", at{"id", "stage", "class", "stage"}, stage...),
		&credit{Model: m, State: State{Address: lead.State.Address, AsOf: lead.State.AsOf, Basis: lead.State.Basis}, Index: lead.Index},
		p.card(),
	)
}

// momentID is the id of the moment at an index, none before the first.
func momentID(m *Model, index int) string {
	if index < 0 {
		return ""
	}
	return m.Story.Moments[index].ID
}

// credit tells where the figure in large type was published, and leads to the whole
// page. It opens beside the host's: full pages are shown in no frame.
type credit struct {
	app.Compo

	Model *Model
	State State
	Index int
}

// Render draws the lines.
func (c *credit) Render() app.UI {
	m, t, s := c.Model, c.Model.Texts, c.State
	lines := nodes(4)
	if c.Index >= 0 && s.Embed != EmbedClaims { // whose table has the sources of each
		claim := m.Story.Claim(m.Story.Moments[c.Index].Lead)
		body := append(nodes(8), h("b", at{"data-claim", claim.ID}, txt(Gist(t, claim)+". ")))
		lines = append(lines, h("p", at{"class", "sources"}, append(body, sources(m, s, claim)...)...))
	}
	if s.Embed == EmbedAll || s.Embed == EmbedMap {
		lines = append(lines, h("p", nil, txt(t.Get("policy.borders"))))
	}
	if t.Machine {
		lines = append(lines, h("p", nil, txt(t.Get("method.machine"))))
	}
	full := s
	full.Address = s.Full()
	return h("footer", at{"class", "credit"}, append(lines, h("p", at{"class", "full"},
		h("a", at{"href", s.Root() + full.Path() + full.Query(), "target", "_blank", "rel", "noopener"},
			h("span", nil, txt(t.Get("embed.full"))), h("span", at{"aria-hidden", "true"}, txt(" ↗")))))...)
}

// beside is the target of links that must not be followed inside of a frame: full
// pages and others' pages refuse to be shown in one.
func beside(s State) string {
	if s.Embed == "" {
		return ""
	}
	return "_blank"
}

// claimAnchor is claimLink as the attributes of a link.
func (m *Model) claimAnchor(s State, focus bool, claim string) at {
	to := m.claimLink(s, focus, claim)
	if s.Embed == "" || strings.HasPrefix(to, "#") {
		return at{"href", to}
	}
	return at{"href", to, "target", beside(s), "rel", "noopener"}
}

// HostQuery is as much of an embed's query as its host has set: all but what a state
// writes itself. It ends in "&" unless it is empty.
func HostQuery(query string) string {
	kept := ""
	for _, pair := range strings.Split(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if pair != "" && !slices.Contains(stateNames, name) {
			kept += pair + "&"
		}
	}
	return kept
}

// stateNames are the names that Query writes.
var stateNames = []string{"asof", "basis", "actor", "claim", "at"}

// hasRow tells whether a page has rows for the claims in focus.
func (s State) hasRow() bool { return s.Embed == "" || s.Embed == EmbedClaims }
