package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/scene"
	"bukti/app/view"
	"bukti/web/static/basemap"
)

// langOf is the language that a page's path is in.
func (p pageFile) langOf() string {
	lang, rest, _ := strings.Cut(p.path, "/")
	if rest == "" {
		return p.loaded.Languages[0]
	}
	return lang
}

func TestEveryAddressHasItsPage(t *testing.T) {
	for name, b := range builtSites(t) {
		want := map[string]bool{"index.html": true, "404.html": true}
		for _, lang := range b.loaded.Languages {
			want[lang+"/index.html"], want[lang+"/404.html"] = true, true
			for _, m := range b.loaded.Story.Moments {
				want[view.Address{Lang: lang, Moment: m.ID}.Path()+"index.html"] = true
			}
		}
		got := map[string]bool{}
		for _, p := range pagesOf(t, b) {
			got[p.path] = true
		}
		for path := range want {
			assert.True(t, got[path], "%s has no %s", name, path)
		}
		assert.Equal(t, b.loaded.Languages, b.site.Languages)
	}
}

func TestHeads(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p pageFile) {
		texts := p.loaded.Texts[p.langOf()]
		root := tagged(p.root, "html")[0]
		assert.Equal(t, texts.Lang, attr(root, "lang"))
		assert.Equal(t, texts.Dir, attr(root, "dir"))
		assert.Equal(t, "off", attr(root, "data-app"))
		titles := tagged(tagged(p.root, "head")[0], "title")
		require.Len(t, titles, 1)
		assert.NotEmpty(t, strings.TrimSpace(textOf(titles[0])))
		assert.True(t, bytes.HasPrefix(bytes.ToLower(p.body), []byte("<!doctype html>")))
		assert.Less(t, bytes.Index(p.body, []byte(`charset="utf-8"`)), 1024, "browsers look for it in the first kilobyte")
		assert.Len(t, tagged(p.root, "body"), 1)
		top := elements(tagged(p.root, "body")[0], func(n *html.Node) bool { return n.Parent.Data == "body" && n.Parent.Namespace == "" })
		require.NotEmpty(t, top)
		assert.Equal(t, "div", top[0].Data, "go-app replaces the body's first element")
		for _, n := range top[1:] {
			assert.Equal(t, "script", n.Data, "all that is drawn is in the first element")
		}
		for _, n := range tagged(tagged(p.root, "head")[0], "script") {
			assert.True(t, p.embed() && strings.Contains(attr(n, "src"), "frame."), "a script keeps the first frame waiting: %s", attr(n, "src"))
		}
		assert.NotContains(t, string(p.body), "ZgotmplZ", "what html/template writes in the place of what it refuses")
	})
}

func TestTitlesTellPagesApart(t *testing.T) {
	for name, b := range builtSites(t) {
		seen := map[string]string{}
		for _, p := range pagesOf(t, b) {
			if p.lost() || p.embed() || p.path == "index.html" {
				continue
			}
			title := p.langOf() + textOf(tagged(p.root, "title")[0])
			assert.Empty(t, seen[title], "%s: %s has the title of %s", name, p.path, seen[title])
			seen[title] = p.path
		}
	}
}

func TestTranslationsAreNamed(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p pageFile) {
		if p.lost() || p.embed() {
			return
		}
		alternates := map[string]string{}
		for _, n := range elements(p.root, func(n *html.Node) bool {
			return n.Data == "link" && attr(n, "rel") == "alternate" && attr(n, "hreflang") != ""
		}) {
			alternates[attr(n, "hreflang")] = attr(n, "href")
		}
		require.Len(t, alternates, len(p.loaded.Languages)+1)
		for _, lang := range append([]string{"x-default"}, p.loaded.Languages...) {
			to, named := alternates[lang]
			require.True(t, named, lang)
			file, _, ok := target(t, p.path, to)
			require.True(t, ok)
			want := lang
			if lang == "x-default" {
				want = p.loaded.Languages[0]
			}
			other := readPage(t, p.built, file)
			assert.Equal(t, want, attr(tagged(other.root, "html")[0], "lang"), "%s leads to %s", lang, file)
			if _, moment, _ := strings.Cut(p.path, "/"); moment != "" {
				assert.True(t, strings.HasSuffix(file, "/"+moment), "a translation tells the same moment")
			}
		}
		assert.Empty(t, elements(p.root, func(n *html.Node) bool { return attr(n, "rel") == "canonical" }), "nobody knows yet where the site will be")
	})
}

func readPage(t *testing.T, b built, path string) pageFile {
	t.Helper()
	f, ok := b.site.Files.Get(path)
	require.True(t, ok, path)
	root, err := html.Parse(bytes.NewReader(f.Body))
	require.NoError(t, err)
	return pageFile{b, path, f.Body, root}
}

func TestBaseURL(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	loaded := builtSites(t)["fictional"].loaded
	const base = "https://bukti.example/gulls/"
	s, err := Build(loaded, Options{World: world, BaseURL: base})
	require.NoError(t, err)
	for _, test := range []struct{ path, canonical, tail string }{
		{"index.html", base + "en/", ""},
		{"en/index.html", base + "en/", ""},
		{"id/index.html", base + "id/", ""},
		{"en/no-gulls/index.html", base + "en/no-gulls/", "no-gulls/"},
		{"id/two-counts/index.html", base + "id/two-counts/", "two-counts/"},
	} {
		p := readPage(t, built{loaded, s}, test.path)
		var canonical []string
		alternates := map[string]string{}
		for _, n := range tagged(p.root, "link") {
			switch attr(n, "rel") {
			case "canonical":
				canonical = append(canonical, attr(n, "href"))
			case "alternate":
				if attr(n, "hreflang") != "" {
					alternates[attr(n, "hreflang")] = attr(n, "href")
				}
			}
		}
		assert.Equal(t, []string{test.canonical}, canonical, test.path)
		lang := p.langOf()
		moment, shown := strings.CutSuffix(test.tail, "/")
		if !shown {
			moment = loaded.Story.Opening
		}
		image := base + "image/" + lang + "/" + moment + ".png"
		finding := view.NewFinding(loaded.Story, loaded.Texts[lang], loaded.Story.MomentIndex(moment))
		assert.Equal(t, map[string]string{
			"og:image": image, "og:image:type": "image/png", "og:image:width": "1200", "og:image:height": "630",
			"og:image:alt": finding.Alt(), "twitter:card": "summary_large_image",
		}, cardTags(p.root), test.path)
		assert.Equal(t, map[string]string{"en": base + "en/" + test.tail, "id": base + "id/" + test.tail, "x-default": base + "en/" + test.tail}, alternates, test.path)
	}
}

// An explainer page leads content management systems to its description: to the server
// that answers, or to the files of an export.
func TestPagesAreDescribed(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	loaded := builtSites(t)["fictional"].loaded
	for _, served := range []bool{true, false} {
		s, err := Build(loaded, Options{World: world, BaseURL: folder, Served: served})
		require.NoError(t, err)
		described := 0
		for _, p := range pagesOf(t, built{loaded, s}) {
			links := map[string]string{}
			for _, n := range tagged(p.root, "link") {
				if mime := attr(n, "type"); strings.HasSuffix(mime, "+oembed") {
					links[mime] = attr(n, "href")
					assert.NotEmpty(t, attr(n, "title"))
				}
			}
			if p.lost() || strings.Contains(p.path, "/embed/") || strings.Contains(p.path, "/claims/") {
				assert.Empty(t, links, p.path)
				continue
			}
			described++
			require.Len(t, links, 2, p.path)
			page, _ := s.Files.Get(p.path)
			for mime := range links {
				assert.Contains(t, string(page.Body), `type="`+mime+`"`, "WordPress does not decode it")
			}
			for mime, to := range map[string]string{"application/json+oembed": "json", "text/xml+oembed": "xml"} {
				path := strings.TrimPrefix(links[mime], folder)
				if served {
					assert.True(t, strings.HasPrefix(path, "oembed?url=https%3A%2F%2F"), path)
					assert.True(t, strings.HasSuffix(path, "&format="+to), path)
					continue
				}
				f, there := s.Files.Get(path)
				require.True(t, there, path)
				assert.Contains(t, string(f.Body), folder+p.langOf()+"/embed/")
			}
		}
		assert.Equal(t, 1+len(loaded.Languages)*(1+len(loaded.Story.Moments)), described)
	}
	for _, f := range builtSites(t)["fictional"].site.Files.All() {
		assert.False(t, strings.HasPrefix(f.Path, "oembed"), "%s has no whole address to tell", f.Path)
	}
}

// cardTags are what a page says of the picture by which other sites show it.
func cardTags(root *html.Node) map[string]string {
	tags := map[string]string{}
	for _, n := range tagged(root, "meta") {
		if name := attr(n, "property") + attr(n, "name"); strings.HasPrefix(name, "og:image") || strings.HasPrefix(name, "twitter:") {
			tags[name] = attr(n, "content")
		}
	}
	return tags
}

// Every moment has its picture in every language, in both forms. Without the site's
// address pages name none: networks follow whole addresses only.
func TestPictures(t *testing.T) {
	for name, b := range builtSites(t) {
		for _, lang := range b.loaded.Languages {
			for _, m := range b.loaded.Story.Moments {
				for extension, mime := range map[string]string{".svg": "image/svg+xml", ".png": "image/png"} {
					f, ok := b.site.Files.Get("image/" + lang + "/" + m.ID + extension)
					require.True(t, ok, "%s: %s %s", name, lang, m.ID)
					assert.True(t, strings.HasPrefix(f.Type, mime), f.Type)
					assert.False(t, f.Immutable)
				}
			}
		}
		for _, p := range pagesOf(t, b) {
			assert.Empty(t, cardTags(p.root), "%s: %s", name, p.path)
		}
	}
}

func TestPagesWithoutProgram(t *testing.T) {
	for name, b := range builtSites(t) {
		program := strings.HasSuffix(name, "with program")
		for _, p := range pagesOf(t, b) {
			root := tagged(p.root, "html")[0]
			scripts := slices.DeleteFunc(scriptsOf(p.root), func(n *html.Node) bool { return strings.Contains(attr(n, "src"), "assets/frame.") })
			if !program || p.lost() {
				assert.Empty(t, scripts, "%s: %s", name, p.path)
				for _, data := range append([]string{"data-path", "data-languages"}, dataLinks...) {
					_, there := lookup(root, data)
					assert.False(t, there, "%s: %s has %s", name, p.path, data)
				}
				continue
			}
			require.Len(t, scripts, 1, p.path)
			_, deferred := lookup(scripts[0], "defer")
			assert.True(t, deferred, "the page is read before it runs")
			assert.Equal(t, strings.TrimSuffix(p.path, "index.html"), attr(root, "data-path"))
			assert.Contains(t, attr(root, "data-story"), "/story."+p.langOf()+".", "the story in the page's language")
		}
		for _, f := range b.site.Files.All() {
			if !program {
				assert.NotContains(t, f.Path, ".wasm", name)
			}
			assert.Equal(t, strings.HasPrefix(f.Path, "assets/"), f.Immutable, f.Path)
		}
	}
}

// What is told to search engines is well-formed and says what the page says.
func TestDataBlocks(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p pageFile) {
		for _, n := range elements(p.root, func(n *html.Node) bool { return attr(n, "type") == "application/ld+json" }) {
			var data map[string]any
			require.NoError(t, json.Unmarshal([]byte(textOf(n)), &data))
			assert.Equal(t, "https://schema.org", data["@context"])
			assert.Contains(t, textOf(n), `"inLanguage":"`+p.langOf()+`"`)
		}
	})
}

// The browser's program draws the same maps as the build machine.
func TestPublishedBases(t *testing.T) {
	for name, b := range builtSites(t) {
		for _, f := range b.site.Files.All() {
			if !strings.HasPrefix(f.Path, "assets/map") {
				continue
			}
			got, err := scene.UnpackBases(string(f.Body))
			require.NoError(t, err)
			world, err := basemap.World()
			require.NoError(t, err)
			assert.Equal(t, bases(b.loaded.Story, world), got, name)
		}
	}
}

func TestBuildIsTheSameEveryTime(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	for name, b := range builtSites(t) {
		options := Options{World: world}
		if strings.HasSuffix(name, "with program") {
			options.Program = &fakeProgram
		}
		again, err := Build(b.loaded, options)
		require.NoError(t, err)
		require.Equal(t, b.site.Files.Len(), again.Files.Len(), name)
		for _, f := range b.site.Files.All() {
			g, ok := again.Files.Get(f.Path)
			require.True(t, ok, f.Path)
			require.True(t, bytes.Equal(f.Body, g.Body), "%s: %s differs", name, f.Path)
			assert.Equal(t, f.Policy, g.Policy)
		}
	}
}

// mostBytes is the budget for what a page takes until the map and the chart are both
// on screen. The page is that.
const mostBytes = 30 << 10

// Pages of the default language are compressed as they are published. The others'
// are so only if the quick compression, which never makes less of a page, is over
// the budget: the best one takes a second for a dozen pages.
func TestPagesAreSmall(t *testing.T) {
	b := builtSites(t)["real with program"]
	var table strings.Builder
	for _, p := range pagesOf(t, b) {
		if p.embed() {
			continue // TestEmbedsAreSmall
		}
		quality := 9
		size := compressed(p.body, quality)
		if size > mostBytes || p.langOf() == b.loaded.Languages[0] {
			quality = brotli.BestCompression
			size = compressed(p.body, quality)
		}
		fmt.Fprintf(&table, "%-40s %7d raw %6d brotli %d\n", p.path, len(p.body), size, quality)
		assert.LessOrEqual(t, size, mostBytes, p.path)
	}
	t.Logf("pages of the real story, bytes:\n%s", table.String())
}

func compressed(body []byte, quality int) int {
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, quality)
	_, _ = w.Write(body)
	_ = w.Close()
	return out.Len()
}
