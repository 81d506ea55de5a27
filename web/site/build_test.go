package site

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/storyfile"
	"bukti/stories"
	"bukti/web/static"
	"bukti/web/static/basemap"
)

// built are the sites that most tests look at: each story with and without a
// program, which is a stand-in of a few bytes.
type built struct {
	loaded *storyfile.Loaded
	site   *Site
}

var fakeProgram = static.Program{Wasm: []byte("\x00asm\x01\x00\x00\x00"), Brotli: []byte("br"), Gzip: []byte("gz"), Support: []byte("globalThis.Go = class { run() {} };\n")}

var loadStories = sync.OnceValues(func() (map[string]*storyfile.Loaded, []storyfile.Problem) {
	real, problems := storyfile.Load(stories.BuiltIn())
	fictional, more := storyfile.Load(stories.Fictional())
	return map[string]*storyfile.Loaded{"real": real, "fictional": fictional}, append(problems, more...)
})

var buildAll = sync.OnceValues(func() (map[string]built, error) {
	world, err := basemap.World()
	if err != nil {
		return nil, err
	}
	loaded, _ := loadStories()
	all := map[string]built{}
	for name, l := range loaded {
		for suffix, program := range map[string]*static.Program{"": nil, " with program": &fakeProgram} {
			s, err := Build(l, Options{World: world, Program: program})
			if err != nil {
				return nil, err
			}
			all[name+suffix] = built{l, s}
		}
	}
	return all, nil
})

// builtSites are both stories' sites, by name: "real", "fictional", "real with
// program", "fictional with program".
func builtSites(t testing.TB) map[string]built {
	t.Helper()
	_, problems := loadStories()
	require.Empty(t, problems)
	all, err := buildAll()
	require.NoError(t, err)
	return all
}

// pageFile is one published page, read as a browser would.
type pageFile struct {
	built
	path string
	body []byte
	root *html.Node
}

// lost tells whether the page is one for addresses that lead nowhere.
func (p pageFile) lost() bool { return strings.HasSuffix(p.path, "404.html") }

// embed tells whether the page is one that others show in frames.
func (p pageFile) embed() bool { return strings.Contains(p.path, "/embed/") }

// read are the pages of each site that has been read; nobody changes them.
var read sync.Map

// pagesOf reads a site's pages, in the order of their paths.
func pagesOf(t testing.TB, b built) []pageFile {
	t.Helper()
	if known, ok := read.Load(b.site); ok {
		return known.([]pageFile)
	}
	var pages []pageFile
	for _, f := range b.site.Files.All() {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		root, err := html.Parse(bytes.NewReader(f.Body))
		require.NoError(t, err)
		pages = append(pages, pageFile{b, f.Path, f.Body, root})
	}
	require.NotEmpty(t, pages)
	read.Store(b.site, pages)
	return pages
}

// forEveryPage runs a test for every page of every site.
func forEveryPage(t *testing.T, test func(t *testing.T, p pageFile)) {
	for name, b := range builtSites(t) {
		for _, p := range pagesOf(t, b) {
			t.Run(name+"/"+p.path, func(t *testing.T) { test(t, p) })
		}
	}
}

func elements(n *html.Node, holds func(n *html.Node) bool) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && holds(d) {
			out = append(out, d)
		}
	}
	return out
}

func tagged(n *html.Node, tag string) []*html.Node {
	return elements(n, func(d *html.Node) bool { return d.Data == tag })
}

func attr(n *html.Node, name string) string {
	v, _ := lookup(n, name)
	return v
}

func lookup(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// scriptsOf are the scripts that a browser runs: not the data blocks.
func scriptsOf(root *html.Node) []*html.Node {
	return elements(root, func(n *html.Node) bool {
		return n.Data == "script" && !slices.Contains([]string{"application/ld+json", "speculationrules"}, attr(n, "type"))
	})
}
