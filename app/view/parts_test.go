package view

import (
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// While the parts of a page follow one after the other, no map has the names of another
// part of the world, and in the end the page is the one that its state asks for.
func TestPartsFollow(t *testing.T) {
	loaded := loadedStories(t)["real"]
	model := modelOf(loaded, "en")
	moments := loaded.Story.Moments
	lagged := 0
	for _, from := range moments {
		for _, to := range moments {
			if from.ID == to.ID {
				continue
			}
			parts := &Parts{}
			for i := range parts {
				parts[i] = State{Address: Address{Lang: "en", Moment: moments[0].ID}, AsOf: from.To}
			}
			page := &Page{Model: model, State: parts[0], Parts: parts}
			page.State.AsOf = to.To
			var root *html.Node
			var next Part
			steps := 0
			for done := false; !done; steps++ {
				require.Less(t, steps, int(PartCount), "from %s to %s", from.ID, to.ID)
				next, done = parts.Follow(page.State, next, true)
				root = parsed(t, page)
				pane := all(root, func(n *html.Node) bool { return attr(n, "data-view") != "" })[0]
				names := len(withClass(pane, "l"))
				drawn, named := page.view(page.part(PartMap)), page.view(page.part(PartMapNames))
				assert.Equal(t, drawn, attr(pane, "data-view"))
				if drawn != named {
					lagged++
					assert.Zero(t, names, "names of %s on a map of %s", named, drawn)
				} else {
					assert.NotZero(t, names, "no names on the map of %s", drawn)
				}
			}
			require.Equal(t, listed(parsed(t, &Page{Model: model, State: page.State})), listed(root), "from %s to %s", from.ID, to.ID)
		}
	}
	assert.NotZero(t, lagged, "no names lagged behind")
}

func parsed(t *testing.T, page *Page) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(app.HTMLString(page)))
	require.NoError(t, err)
	return root
}

// listed is everything below a node, a line for each: go-app writes attributes in any
// order.
func listed(n *html.Node) (lines []string) {
	for d := range n.Descendants() {
		var attrs []string
		for _, a := range d.Attr {
			attrs = append(attrs, a.Key+"="+a.Val)
		}
		slices.Sort(attrs)
		lines = append(lines, d.Data+" "+strings.Join(attrs, " "))
	}
	return lines
}
