package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/stretchr/testify/assert"
)

// What assistive technology is told, before and after the program has taken over.
func TestAccessibility(t *testing.T) {
	p := newTab(t, options{})
	for _, e := range published.editions() {
		t.Run(e.name(), func(t *testing.T) {
			p.t = t
			p.resize(1200, 900)
			p.visit(e.path)
			assertAccessible(p)
			for _, width := range []int64{320, 1200} {
				p.resize(width, 900)
				small := eval[[]string](p, `[...document.querySelectorAll(".stepper a")]
					.map((a) => [a, e2e.box(a)]).filter(([, r]) => r.width < 24 || r.height < 24)
					.map(([a, r]) => e2e.name(a) + " " + r.width + "×" + r.height)`)
				assert.Empty(t, small, "targets below 24 pixels at a width of %d", width)
			}
		})
	}
	p.t = t
	p.visit(published.editions()[0].path)
	p.takeOver()
	p.click("[data-bench=next]")
	p.at(published.editions()[1].path)
	assertParity(p)
	assertAccessible(p)
}

func assertAccessible(p *tab) {
	p.t.Helper()
	counts := map[string]int{}
	level := 0
	for _, n := range inReadingOrder(call(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes) {
		if n.Ignored || n.Role == nil {
			continue
		}
		role, name := value(n.Role), strings.TrimSpace(value(n.Name))
		counts[role]++
		switch role {
		case "link", "button", "DisclosureTriangle", "img", "image", "navigation":
			assert.NotEmpty(p.t, name, "a %s without a name", role)
		case "heading":
			assert.NotEmpty(p.t, name, "a heading without words")
			next := 0
			assert.NoError(p.t, json.Unmarshal([]byte(property(n, accessibility.PropertyNameLevel)), &next))
			assert.LessOrEqual(p.t, next, level+1, "the heading %q is %d levels below the one before it", name, next-level)
			level = next
		}
	}
	for _, landmark := range []string{"banner", "main", "contentinfo"} {
		assert.Equal(p.t, 1, counts[landmark], "landmarks of the role %s", landmark)
	}
	assert.GreaterOrEqual(p.t, counts["navigation"], 2, "languages and steps")
	assert.Empty(p.t, eval[[]string](p, `[...document.querySelectorAll("svg[role=img]")].filter((svg) => !svg.getAttribute("aria-label")).map(e2e.name)`), "pictures without words")
	assert.Empty(p.t, eval[[]string](p, `[...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i)`), "ids used twice")
	assert.Empty(p.t, eval[[]string](p, `[...document.querySelectorAll("[aria-labelledby], [aria-describedby], [aria-controls]")]
		.flatMap((e) => ["aria-labelledby", "aria-describedby", "aria-controls"].flatMap((a) => (e.getAttribute(a) ?? "").split(/\s+/)))
		.filter((id) => id && !document.getElementById(id))`), "references to nothing")
}

// inReadingOrder sorts the nodes of a tree, which come in no useful order and with
// its root first, as they are read out.
func inReadingOrder(nodes []*accessibility.Node) []*accessibility.Node {
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	var sorted []*accessibility.Node
	var read func(*accessibility.Node)
	read = func(n *accessibility.Node) {
		if n == nil {
			return
		}
		sorted = append(sorted, n)
		for _, id := range n.ChildIDs {
			read(byID[id])
		}
	}
	read(nodes[0])
	return sorted
}

// value is the words of a value in the accessibility tree.
func value(v *accessibility.Value) string {
	var s string
	if v != nil {
		_ = json.Unmarshal(v.Value, &s) // only strings have words
	}
	return s
}
