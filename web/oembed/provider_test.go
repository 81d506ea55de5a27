package oembed

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/scene"
	"bukti/app/scene/geo"
	"bukti/app/storyfile"
	"bukti/app/view"
	"bukti/stories"
)

const base = "https://bukti.example/news/gulls/"

// provider is that of the invented story's site; its maps are empty frames.
func provider(t testing.TB, base string) *Provider {
	t.Helper()
	loaded, problems := storyfile.Load(stories.Fictional())
	require.Empty(t, problems)
	var bases scene.Bases
	for _, v := range loaded.Story.Views {
		bases = append(bases, scene.Base{View: v.ID, Frame: geo.Frame{Scale: 1, X: 360, Y: 220, Width: 720, Height: 440}})
	}
	models := map[string]*view.Model{}
	for _, lang := range loaded.Languages {
		models[lang] = &view.Model{Story: loaded.Story, Texts: loaded.Texts[lang], Bases: bases}
	}
	return New(base, loaded.Languages, models)
}

func ask(p *Provider, namesAndValues ...string) (int, string, string) {
	query := url.Values{}
	for i := 0; i < len(namesAndValues); i += 2 {
		query.Set(namesAndValues[i], namesAndValues[i+1])
	}
	status, mime, body := p.Answer("http://localhost:8000", query)
	return status, mime, string(body)
}

func answer(t *testing.T, p *Provider, namesAndValues ...string) Response {
	t.Helper()
	status, mime, body := ask(p, namesAndValues...)
	require.Equal(t, http.StatusOK, status, body)
	var r Response
	if mime == TypeXML {
		require.NoError(t, xml.Unmarshal([]byte(body), &r))
	} else {
		require.Equal(t, TypeJSON, mime)
		require.NoError(t, json.Unmarshal([]byte(body), &r))
	}
	return r
}

// Each page leads to its embed, with the state in its query; what is unknown in it is
// dropped.
func TestAddresses(t *testing.T) {
	p := provider(t, base)
	for asked, want := range map[string][2]string{ // the page and the embed, from the root
		"":                          {"en/", "en/embed/"},
		"en/":                       {"en/", "en/embed/"},
		"en":                        {"en/", "en/embed/"},
		"id/index.html":             {"id/", "id/embed/"},
		"en/no-gulls/":              {"en/no-gulls/", "en/embed/no-gulls/"},
		"en/no-gulls":               {"en/no-gulls/", "en/embed/no-gulls/"},
		"en/embed/":                 {"en/", "en/embed/"},
		"en/embed/chart/":           {"en/", "en/embed/chart/"},
		"id/embed/claims/no-gulls/": {"id/no-gulls/", "id/embed/claims/no-gulls/"},
		"en/no-gulls/#stage":        {"en/no-gulls/", "en/embed/no-gulls/"},
		"en/?basis=happened&utm_source=x&asof=2019-05-12": {"en/?asof=2019-05-12&basis=happened", "en/embed/?asof=2019-05-12&basis=happened"},
		"en/?claim=wardens-120&claim=<script>":            {"en/?claim=wardens-120", "en/embed/?claim=wardens-120"},
		"en/embed/map/?theme=dark":                        {"en/", "en/embed/map/?theme=dark"},
		"en/?basis=happened&theme=light":                  {"en/?basis=happened", "en/embed/?basis=happened&theme=light"},
		"en/?theme=%22%3E%3Cscript%3E":                    {"en/", "en/embed/"},
	} {
		t.Run(asked, func(t *testing.T) {
			r := answer(t, p, "url", base+asked)
			link, frame := parts(t, r.HTML)
			assert.Equal(t, base+want[0], attr(link, "href"))
			assert.Equal(t, base+want[1], attr(frame, "src"))
		})
	}
	assert.Equal(t, "http://localhost:8000/en/embed/no-gulls/", frameOf(t, answer(t, provider(t, ""), "url", "http://localhost:8000/en/no-gulls/")))
	assert.Equal(t, "http://localhost:8000/en/embed/", frameOf(t, answer(t, provider(t, ""), "url", "http://localhost:8000")))
	assert.Equal(t, base+"en/embed/", frameOf(t, answer(t, p, "url", "http://BUKTI.example/news/gulls/en/")), "the scheme and the case of the host tell nothing apart")
}

func TestRefusals(t *testing.T) {
	p := provider(t, base)
	for _, tt := range []struct {
		name   string
		query  []string
		status int
		why    string
	}{
		{"no url", nil, 400, "url is missing"},
		{"an empty url", []string{"url", ""}, 400, "url is missing"},
		{"another site", []string{"url", "https://other.example/news/gulls/en/"}, 404, "not an address of this site"},
		{"the same name with another ending", []string{"url", "https://bukti.example.evil.example/news/gulls/en/"}, 404, "not an address of this site"},
		{"another port", []string{"url", "https://bukti.example:8443/news/gulls/en/"}, 404, "not an address of this site"},
		{"another folder", []string{"url", "https://bukti.example/en/"}, 404, "no page"},
		{"a script", []string{"url", "javascript:alert(1)"}, 400, "not a whole address"},
		{"a file", []string{"url", "file://bukti.example/news/gulls/en/"}, 404, "not an address of this site"},
		{"a path", []string{"url", "/news/gulls/en/"}, 400, "not a whole address"},
		{"credentials", []string{"url", "https://me:secret@bukti.example/news/gulls/en/"}, 400, "name or password"},
		{"a host in the name", []string{"url", "https://bukti.example@evil.example/news/gulls/en/"}, 400, "name or password"},
		{"traversal", []string{"url", base + "en/../../../etc/passwd"}, 404, "no page"},
		{"traversal to a page", []string{"url", base + "id/../en/"}, 404, "no page"},
		{"escaped traversal", []string{"url", base + "en/%2e%2e/en/"}, 404, "no page"},
		{"an escaped slash", []string{"url", base + "en%2Fno-gulls/"}, 404, "no page"},
		{"two slashes", []string{"url", base + "/en/"}, 404, "no page"},
		{"no such moment", []string{"url", base + "en/nowhere/"}, 404, "no page"},
		{"no such language", []string{"url", base + "de/"}, 404, "no page"},
		{"a file of the site", []string{"url", base + "data/claims.csv"}, 404, "no page"},
		{"the ledger, which has no embed", []string{"url", base + "en/claims/"}, 404, "no page"},
		{"64 KB", []string{"url", base + "en/?" + strings.Repeat("a", 64<<10)}, 400, "longer"},
		{"no address at all", []string{"url", "http://[::1"}, 400, "not a whole address"},
		{"a control character", []string{"url", base + "en/\x00"}, 400, "not a whole address"},
		{"another format", []string{"url", base + "en/", "format", "yaml"}, 501, "json and xml"},
		{"no width", []string{"url", base + "en/", "maxwidth", "0"}, 400, "maxwidth"},
		{"a broken width", []string{"url", base + "en/", "maxwidth", "600px"}, 400, "maxwidth"},
		{"a broken height", []string{"url", base + "en/", "maxheight", "-3"}, 400, "maxheight"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			status, mime, body := ask(p, tt.query...)
			assert.Equal(t, tt.status, status)
			assert.Contains(t, mime, "text/plain")
			assert.Contains(t, body, tt.why)
			assert.NotContains(t, body, "secret", "what was asked is not said back")
		})
	}
}

func TestResponse(t *testing.T) {
	p := provider(t, base)
	for _, format := range []string{"", "json", "xml"} {
		r := answer(t, p, "url", base+"en/no-gulls/", "format", format)
		finding := view.NewFinding(p.models["en"].Story, p.models["en"].Texts, p.models["en"].Story.MomentIndex("no-gulls"))
		assert.Equal(t, "rich 1.0 bukti "+base, strings.Join([]string{r.Type, r.Version, r.ProviderName, r.ProviderURL}, " "))
		assert.Equal(t, CacheAge, r.CacheAge)
		assert.Contains(t, r.Title, finding.Title)
		assert.Equal(t, []any{base + "image/en/no-gulls.png", 1200, 630}, []any{r.ThumbnailURL, r.ThumbnailWidth, r.ThumbnailHeight})
		link, frame := parts(t, r.HTML)
		assert.Equal(t, finding.Title+" – "+finding.Said, text(link), "title and one sentence, with figure and speaker")
		assert.Equal(t, r.Title, attr(frame, "title"))
		assert.Equal(t, []string{strconv.Itoa(r.Width), strconv.Itoa(r.Height), "lazy"}, []string{attr(frame, "width"), attr(frame, "height"), attr(frame, "loading")})
		assert.NotContains(t, r.HTML, "<script")
	}
}

// The frame fits into what the consumer has room for, and so does a thumbnail.
func TestLimits(t *testing.T) {
	p := provider(t, base)
	height := func(width int) int {
		return min(max(view.EmbedHeight(p.models["en"], view.Address{Lang: "en", Embed: view.EmbedAll}, width), 200), 1000)
	}
	for _, tt := range []struct {
		query         []string
		width, height int
		thumbnail     bool
	}{
		{nil, 600, height(600), true},
		{[]string{"maxwidth", "2000", "maxheight", "2000"}, 600, height(600), true},
		{[]string{"maxwidth", "320"}, 320, height(320), false},
		{[]string{"maxwidth", "1", "maxheight", "1"}, 1, 1, false},
		{[]string{"maxheight", "300"}, 600, 300, false},
		{[]string{"maxheight", "100"}, 600, 100, false},
	} {
		r := answer(t, p, append(tt.query, "url", base+"en/")...)
		assert.Equal(t, []int{tt.width, tt.height}, []int{r.Width, r.Height}, "%v", tt.query)
		assert.Equal(t, tt.thumbnail, r.ThumbnailURL != "", "%v", tt.query)
		assert.Equal(t, r.ThumbnailURL != "", r.ThumbnailWidth != 0 && r.ThumbnailHeight != 0, "all three or none")
	}
}

// WordPress lets through, of a site that it does not know: links with an address, a
// blockquote without attributes before the first frame, and a frame with these
// attributes, between 200 and 1000 pixels high.
func TestWordPressLetsItThrough(t *testing.T) {
	frameAttributes := []string{"src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"}
	p := provider(t, base)
	for _, lang := range p.languages {
		for _, path := range []string{lang + "/", lang + "/no-gulls/", lang + "/embed/map/", lang + "/embed/claims/?asof=2019-05-01"} {
			r := answer(t, p, "url", base+path)
			assert.Regexp(t, regexp.MustCompile(`^<blockquote>.*</blockquote><iframe [^>]*></iframe>$`), r.HTML)
			link, frame := parts(t, r.HTML)
			for _, a := range frame.Attr {
				if a.Key != "loading" { // taken away, which costs nothing but thrift
					assert.Contains(t, frameAttributes, a.Key)
				}
			}
			assert.Equal(t, []html.Attribute{{Key: "href", Val: attr(link, "href")}}, link.Attr)
			height, err := strconv.Atoi(attr(frame, "height"))
			require.NoError(t, err)
			assert.True(t, height >= 200 && height <= 1000, "%d", height)
			assert.NotEmpty(t, attr(frame, "title"))
		}
	}
}

func TestDiscovery(t *testing.T) {
	a := view.Address{Lang: "en", Moment: "no-gulls"}
	p := provider(t, base)
	assert.Equal(t, []Link{
		{"application/json+oembed", base + "oembed?url=https%3A%2F%2Fbukti.example%2Fnews%2Fgulls%2Fen%2Fno-gulls%2F&format=json"},
		{"text/xml+oembed", base + "oembed?url=https%3A%2F%2Fbukti.example%2Fnews%2Fgulls%2Fen%2Fno-gulls%2F&format=xml"},
	}, p.Links(a, true))
	assert.Equal(t, []Link{
		{"application/json+oembed", base + "oembed/en/no-gulls.json"},
		{"text/xml+oembed", base + "oembed/en/no-gulls.xml"},
	}, p.Links(a, false))
	assert.Equal(t, "oembed/en.json", FilePath(view.Address{Lang: "en"}, "json"))
	assert.Empty(t, provider(t, "").Links(a, true))
	assert.Equal(t, answer(t, p, "url", base+"en/no-gulls/"), p.Page(a), "the files say what the server says")
}

// Whatever is asked, the answer is one of the few, and leads to this site only.
func FuzzAnswer(f *testing.F) {
	for _, seed := range []string{base, base + "en/no-gulls/?asof=2019-05-12", "https://me@bukti.example/", base + "en/%2e%2e/", "::", base + "en/embed/chart/?theme=dark&claim=\"><script>"} {
		f.Add(seed, "600", "xml")
	}
	p := provider(f, base)
	f.Fuzz(func(t *testing.T, address, room, format string) {
		status, mime, body := ask(p, "url", address, "maxwidth", room, "format", format)
		require.Contains(t, []int{200, 400, 404, 501}, status)
		if status != http.StatusOK {
			return
		}
		var r Response
		if mime == TypeXML {
			require.NoError(t, xml.Unmarshal([]byte(body), &r))
		} else {
			require.NoError(t, json.Unmarshal([]byte(body), &r))
		}
		link, frame := parts(t, r.HTML)
		require.True(t, strings.HasPrefix(attr(link, "href"), base) && strings.HasPrefix(attr(frame, "src"), base), r.HTML)
		require.NotContains(t, r.HTML, "<script")
	})
}

// parts are the link and the frame of an answer's markup, which has nothing else.
func parts(t testing.TB, markup string) (link, frame *html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader("<!doctype html><body>" + markup))
	require.NoError(t, err)
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "a":
			require.Nil(t, link)
			require.Equal(t, "blockquote", n.Parent.Data)
			link = n
		case "iframe":
			require.Nil(t, frame)
			frame = n
		default:
			require.Contains(t, []string{"html", "head", "body", "blockquote"}, n.Data)
		}
	}
	require.NotNil(t, link)
	require.NotNil(t, frame)
	return link, frame
}

func frameOf(t *testing.T, r Response) string {
	t.Helper()
	_, frame := parts(t, r.HTML)
	return attr(frame, "src")
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
