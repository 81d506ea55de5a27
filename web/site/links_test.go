package site

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/web/asset"
)

// textOfMarkup is the text that a browser reads in a fragment of a page.
func textOfMarkup(t testing.TB, markup string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader("<!doctype html><body>" + markup))
	require.NoError(t, err)
	return textOf(tagged(root, "body")[0])
}

// link is something on a page that leads somewhere.
type link struct {
	node *html.Node
	name string
	to   string
}

// dataLinks are the attributes of <html> that the loader follows.
var dataLinks = []string{"data-root", "data-wasm", "data-go", "data-story", "data-map", "data-device", "data-kept"}

func linksOf(root *html.Node) []link {
	var links []link
	for n := range root.Descendants() {
		for _, name := range append([]string{"href", "src", "srcset", "action", "poster", "data", "xlink:href", "formaction"}, dataLinks...) {
			if to, ok := lookup(n, name); ok && n.Type == html.ElementNode {
				links = append(links, link{n, name, to})
			}
		}
	}
	return links
}

func inSources(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if attr(n, "class") == "sources" {
			return true
		}
	}
	return false
}

// folder is where the site is published in these tests: not at a host's root.
const folder = "https://bukti.example/news/gulls/"

// target resolves a link as a browser does and returns the file of the site and the
// fragment. ok is false for a link that leaves the site.
func target(t *testing.T, page, to string) (file, fragment string, ok bool) {
	t.Helper()
	base, err := url.Parse(folder + strings.TrimSuffix(page, "index.html"))
	require.NoError(t, err)
	u, err := base.Parse(to)
	require.NoError(t, err)
	fragment = u.Fragment
	u.Fragment, u.RawFragment, u.RawQuery = "", "", ""
	file, ok = strings.CutPrefix(u.String(), folder)
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	return file, fragment, ok
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	for name, b := range builtSites(t) {
		t.Run(name, func(t *testing.T) {
			ids := map[string]map[string]bool{}
			for _, p := range pagesOf(t, b) {
				ids[p.path] = map[string]bool{}
				for _, n := range elements(p.root, func(n *html.Node) bool { return attr(n, "id") != "" }) {
					ids[p.path][attr(n, "id")] = true
				}
			}
			for _, p := range pagesOf(t, b) {
				if p.lost() {
					continue
				}
				links := linksOf(p.root)
				require.Greater(t, len(links), 5, p.path)
				for _, l := range links {
					if strings.HasPrefix(l.to, "http") {
						continue // TestNoOtherOrigin
					}
					file, fragment, ok := target(t, p.path, l.to)
					require.True(t, ok, "%s: %s=%q leaves the site", p.path, l.name, l.to)
					_, exists := b.site.Files.Get(file)
					require.True(t, exists, "%s: %s=%q leads to %s, which is not there", p.path, l.name, l.to, file)
					if fragment != "" {
						assert.True(t, ids[file][fragment], "%s: %s=%q leads to no element", p.path, l.name, l.to)
					}
				}
			}
		})
	}
}

// A reader's browser asks nobody else for anything; only a claim's sources lead away.
func TestNoOtherOrigin(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p pageFile) {
		sources := map[string]bool{}
		for _, s := range p.loaded.Story.Sources {
			sources[s.URL] = true
		}
		for _, l := range linksOf(p.root) {
			if u, err := url.Parse(l.to); err == nil && u.Scheme == "" && u.Host == "" {
				assert.False(t, strings.HasPrefix(l.to, "/"), "%q would leave the site's folder", l.to)
				continue
			}
			assert.Equal(t, "a", l.node.Data, l.to)
			assert.True(t, inSources(l.node), "%q is not in a list of sources", l.to)
			assert.Equal(t, p.embed(), attr(l.node, "target") == "_blank", "%q: others' pages can't be shown in the embed's frame", l.to)
			assert.True(t, sources[l.to], "%q is no source of the story", l.to)
			assert.Equal(t, "noopener noreferrer", attr(l.node, "rel"))
		}
		for _, tag := range []string{"iframe", "object", "embed", "img", "video", "audio", "base", "form", "portal"} {
			assert.Empty(t, tagged(p.root, tag))
		}
		for _, n := range elements(p.root, func(n *html.Node) bool { return attr(n, "http-equiv") == "refresh" }) {
			assert.Fail(t, "a page that leads away by itself", "%v", n)
		}
	})
}

func TestLostPages(t *testing.T) {
	for name, b := range builtSites(t) {
		lost := 0
		for _, p := range pagesOf(t, b) {
			if !p.lost() {
				assert.NotContains(t, string(p.body), asset.RootToken, "%s: %s knows where it is", name, p.path)
				assert.Equal(t, p.embed(), strings.Contains(string(p.body), `<meta name="robots" content="noindex">`), p.path)
				continue
			}
			lost++
			assert.Contains(t, string(p.body), `<meta name="robots" content="noindex">`, p.path)
			assert.Empty(t, scriptsOf(p.root), p.path)
			for _, l := range linksOf(p.root) {
				assert.True(t, strings.HasPrefix(l.to, asset.RootToken), "%s: %q", p.path, l.to)
			}
			// At any depth the way back is found.
			for _, at := range []string{"nowhere", "en/nowhere/", "en/a/b/c/nowhere"} {
				root, err := html.Parse(bytes.NewReader(asset.ExpandRoot(p.body, asset.RootFrom("/"+at))))
				require.NoError(t, err)
				links := linksOf(root)
				require.NotEmpty(t, links)
				for _, l := range links {
					file, _, ok := target(t, at, l.to)
					_, exists := b.site.Files.Get(file)
					assert.True(t, ok && exists, "%s at %s: %q", p.path, at, l.to)
				}
			}
		}
		assert.Equal(t, len(b.loaded.Languages)+1, lost, name)
	}
}
