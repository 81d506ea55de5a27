package site

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"
)

// grouped is a number of four digits or more as one of the site's languages writes
// it: 3,000, 3.000 or 3 000 with a no-break space.
var grouped = regexp.MustCompile(`\d{1,3}(?:[,.\x{a0}]\d{3})+`)

// Every figure on every page stands in an element that names its claim, so that a
// reader can always ask who says so. The scales of axes and maps are no figures of
// anybody's.
func TestEveryFigureNamesItsClaim(t *testing.T) {
	pages, figures := 0, 0
	for _, page := range pagesOf(t, builtSites(t)["real"]) {
		pages++
		for n := range page.root.Descendants() {
			if n.Type != html.TextNode || n.Parent.Data == "script" || n.Parent.Data == "style" {
				continue
			}
			for _, number := range grouped.FindAllString(n.Data, -1) {
				figures++
				assert.True(t, namesClaim(n), "%s: %s in %q has no claim", page.path, number, n.Data)
			}
		}
	}
	assert.Greater(t, pages, 20)
	assert.Greater(t, figures, 1000)
}

func namesClaim(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, a := range p.Attr {
			switch {
			case a.Key == "data-claim",
				a.Key == "class" && (strings.HasPrefix(a.Val, "tick") || a.Val == "scale"),
				a.Key == "aria-labelledby" && a.Val == "method": // on how figures are handled in general
				return true
			}
		}
		if p.Data == "head" {
			return true // the title repeats the moment's
		}
	}
	return false
}
