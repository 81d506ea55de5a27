package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/stretchr/testify/assert"

	"bukti/app/story"
	"bukti/app/view"
)

// property is a value of a node's property in the accessibility tree, as written there.
func property(n *accessibility.Node, name accessibility.PropertyName) string {
	for _, p := range n.Properties {
		if p.Name == name {
			return string(p.Value.Value)
		}
	}
	return ""
}

// announced is what a screen reader says when the page's figure changes: the words of
// the live region that speaks as a whole and is at rest.
func announced(p *tab) string {
	p.t.Helper()
	nodes := call(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	var words []string
	var read func(*accessibility.Node)
	read = func(n *accessibility.Node) {
		if n.Role != nil && value(n.Role) == "StaticText" {
			words = append(words, strings.TrimSpace(value(n.Name)))
			return
		}
		for _, id := range n.ChildIDs {
			read(byID[id])
		}
	}
	for _, n := range nodes {
		if !n.Ignored && property(n, accessibility.PropertyNameLive) == `"polite"` && property(n, accessibility.PropertyNameAtomic) == "true" {
			assert.NotEqual(p.t, "true", property(n, accessibility.PropertyNameBusy), "the region is at rest")
			read(n)
		}
	}
	return strings.Join(words, " ")
}

// A screen reader is told each moment's figure with its qualifier, and whose word it is:
// by the region that speaks when a reader steps or drags, by the name of each mark and
// by the range's value.
func TestAnnouncements(t *testing.T) {
	st := published.Story
	for _, lang := range []string{published.Languages[0], "ar"} {
		t.Run(lang, func(t *testing.T) {
			p := open(t, view.Address{Lang: lang, Moment: st.Moments[0].ID}.Path(), options{})
			p.prefer("prefers-reduced-motion", "no-preference") // figures count on the way
			p.takeOver()
			texts := published.Texts[lang]
			for i, m := range st.Moments {
				if i > 0 {
					p.click("[data-bench=next]")
					p.at(view.Address{Lang: lang, Moment: m.ID}.Path())
				}
				p.tells(texts.Get("moment." + m.ID + ".title"))
				p.until(`!document.querySelector("[aria-busy]")`)
				says := announced(p)
				lead := st.Claim(m.Lead)
				for _, want := range leadWords(texts, lead) {
					assert.Contains(t, says, want, m.ID)
				}
			}
			p.setDay(st.First)
			assert.Contains(t, announced(p), texts.Get("lead.nothing"))
			p.setDay(st.Last)
			p.until(`!document.querySelector("[aria-busy]")`)
			for _, want := range leadWords(texts, st.Claim(st.Moments[len(st.Moments)-1].Lead)) {
				assert.Contains(t, announced(p), want, "dragged to the last day")
			}
			assert.Equal(t, texts.Date(st.Last), eval[string](p, `document.querySelector("[name=asof]").getAttribute("aria-valuetext")`))

			marks := map[string]bool{}
			for _, n := range call(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
				if !n.Ignored && n.Role != nil && value(n.Role) == "link" {
					marks[value(n.Name)] = true
				}
			}
			for _, c := range st.Claims {
				if c.HasFigure() && st.SeriesOf(c.Series).Axis == st.MainAxis() {
					assert.Contains(t, marks, texts.Spoken(&c))
				}
			}
		})
	}
}

// leadWords are what a reader must hear of a claim: figure and qualifier or stance, who
// spoke, and for whom.
func leadWords(t *story.Texts, c *story.Claim) []string {
	words := []string{t.Get("actor." + c.Actor + ".name"), t.Get("claim." + c.ID + ".speaker")}
	if c.HasFigure() {
		return append(words, t.Figure(c.Figure, c.Qualifier))
	}
	return append(words, t.Position(c))
}
