package site

import (
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/view"
	"bukti/web/static/basemap"
)

// forEveryEmbed runs a test for every embed of both stories, with the address that
// it is published under.
func forEveryEmbed(t *testing.T, test func(t *testing.T, p pageFile, a view.Address)) {
	for _, name := range []string{"real with program", "fictional with program"} {
		b := builtSites(t)[name]
		for _, lang := range b.loaded.Languages {
			for _, embed := range view.Embeds {
				addresses := []view.Address{{Lang: lang, Embed: embed}}
				for _, m := range b.loaded.Story.Moments {
					addresses = append(addresses, view.Address{Lang: lang, Moment: m.ID, Embed: embed})
				}
				for _, a := range addresses {
					t.Run(name+"/"+a.Path(), func(t *testing.T) { test(t, readPage(t, b, a.Path()+"index.html"), a) })
				}
			}
		}
	}
}

func TestEmbedsAreComplete(t *testing.T) {
	forEveryEmbed(t, func(t *testing.T, p pageFile, a view.Address) {
		texts, shown := p.loaded.Texts[a.Lang], view.ParseState(p.loaded.Story, a, "").Resolve(p.loaded.Story)
		one := func(class string) *html.Node {
			found := elements(p.root, func(n *html.Node) bool { return attr(n, "class") == class })
			require.Len(t, found, 1, class)
			return found[0]
		}
		assert.Contains(t, textOf(tagged(p.root, "h1")[0]), texts.Get("story.title"))
		lead := textOf(one("lead"))
		m := p.loaded.Story.Moments[shown.Index]
		assert.Contains(t, lead, texts.Span(m.From, m.To))
		assert.Contains(t, lead, texts.Get("claim."+shown.Lead.ID+".speaker"))
		if shown.Lead.HasFigure() {
			assert.Contains(t, lead, texts.Figure(shown.Lead.Figure, shown.Lead.Qualifier))
		}
		pictures := map[string]bool{}
		for _, n := range elements(p.root, func(n *html.Node) bool { return n.Data == "figure" }) {
			pictures[attr(n, "data-bench")] = true
		}
		all := a.Embed == view.EmbedAll
		assert.Equal(t, all || a.Embed == view.EmbedChart, pictures["chart"])
		assert.Equal(t, all || a.Embed == view.EmbedMap, pictures["map"])
		rows := elements(p.root, func(n *html.Node) bool { return n.Data == "li" && n.FirstChild.Data == "details" })
		if a.Embed == view.EmbedClaims {
			assert.Len(t, rows, len(shown.Focus))
		} else {
			assert.Empty(t, rows)
			credit := textOf(one("credit"))
			for _, id := range shown.Lead.Sources {
				assert.Contains(t, credit, p.loaded.Story.Source(id).Publisher)
			}
		}
		if pictures["map"] {
			assert.Contains(t, textOf(one("credit")), texts.Get("policy.borders"))
		}
		full := tagged(one("full"), "a")[0]
		file, _, _ := target(t, p.path, attr(full, "href"))
		assert.Equal(t, a.Full().Path()+"index.html", file)
	})
}

// A frame shows embeds of the same kind only: full pages refuse to be framed.
func TestEmbedsStayInTheirFrame(t *testing.T) {
	forEveryEmbed(t, func(t *testing.T, p pageFile, a view.Address) {
		steps := 0
		for _, n := range tagged(p.root, "a") {
			to := attr(n, "href")
			if attr(n, "target") == "_blank" {
				assert.Contains(t, attr(n, "rel"), "noopener", to)
				continue
			}
			if strings.HasPrefix(to, "#") {
				continue
			}
			steps++
			assert.NotContains(t, to, "#", "the scroll is the host's")
			file, _, ok := target(t, p.path, to)
			require.True(t, ok, to)
			lang, rest, _ := strings.Cut(strings.TrimSuffix(file, "index.html"), "/")
			other, ok := view.ParseAddress(p.loaded.Story, lang, lang+"/"+rest)
			assert.True(t, ok && other.Embed == a.Embed, "%s leads to %s", to, file)
		}
		assert.GreaterOrEqual(t, steps, len(p.loaded.Story.Moments))
	})
}

func TestEmbedsHeads(t *testing.T) {
	forEveryEmbed(t, func(t *testing.T, p pageFile, a view.Address) {
		assert.Empty(t, elements(p.root, func(n *html.Node) bool {
			return n.Data == "link" && attr(n, "rel") == "alternate" && attr(n, "hreflang") != ""
		}))
		scripts := scriptsOf(p.root)
		require.Len(t, scripts, 2)
		assert.Contains(t, attr(scripts[0], "src"), "assets/frame.")
		_, deferred := lookup(scripts[0], "defer")
		assert.False(t, deferred, "a theme that was asked for must not flash")
		_, marked := lookup(tagged(p.root, "html")[0], "data-embed")
		assert.True(t, marked, "the loader waits for the reader")
		_, kept := lookup(tagged(p.root, "html")[0], "data-device")
		assert.False(t, kept, "nothing is kept on the devices of a host's readers")
		assert.Empty(t, elements(p.root, func(n *html.Node) bool { return attr(n, "rel") == "manifest" }))
	})

	world, err := basemap.World()
	require.NoError(t, err)
	loaded := builtSites(t)["fictional"].loaded
	const base = "https://bukti.example/gulls/"
	s, err := Build(loaded, Options{World: world, BaseURL: base})
	require.NoError(t, err)
	for path, canonical := range map[string]string{"en/embed/": "en/", "id/embed/map/no-gulls/": "id/no-gulls/"} {
		p := readPage(t, built{loaded, s}, path+"index.html")
		found := elements(p.root, func(n *html.Node) bool { return attr(n, "rel") == "canonical" })
		require.Len(t, found, 1)
		assert.Equal(t, base+canonical, attr(found[0], "href"))
	}
}

// mostEmbedBytes is the budget for an embed with all that it loads before a reader
// touches it: its page, its script and the loader.
const mostEmbedBytes = 20 << 10

func TestEmbedsAreSmall(t *testing.T) {
	b := builtSites(t)["real with program"]
	scripts := 0
	for _, f := range b.site.Files.All() {
		if strings.HasPrefix(f.Path, "assets/frame.") {
			size := compressed(f.Body, brotli.BestCompression)
			assert.LessOrEqual(t, size, 2<<10, f.Path)
			scripts += size
		}
		if strings.HasPrefix(f.Path, "assets/wasm_exec.") {
			scripts += compressed(f.Body, brotli.BestCompression)
		}
	}
	require.Positive(t, scripts)
	element, ok := b.site.Files.Get(ElementName)
	require.True(t, ok)
	assert.LessOrEqual(t, compressed(element.Body, brotli.BestCompression), 3<<10, "what a host's page loads for the element")
	t.Logf("the element's script is %d bytes", compressed(element.Body, brotli.BestCompression))
	most := 0
	for _, p := range pagesOf(t, b) {
		if !p.embed() {
			continue
		}
		size := compressed(p.body, 9)
		most = max(most, size)
		assert.LessOrEqual(t, size+scripts, mostEmbedBytes, p.path)
	}
	t.Logf("the largest embed is %d bytes at brotli 9, its scripts %d", most, scripts)
}
