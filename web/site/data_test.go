package site

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/web/asset"
	"bukti/web/static/basemap"
)

const typeJSONLD = "application/ld+json"

func TestDataFiles(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	loaded := builtSites(t)["fictional"].loaded
	for _, base := range []string{"", folder} {
		s, err := Build(loaded, Options{World: world, BaseURL: base})
		require.NoError(t, err)
		for _, tt := range []struct{ path, mime, start string }{
			{"data/claims.csv", asset.TypeCSV, "\ufeffid,said,"},
			{"data/claims.json", asset.TypeJSON, `{`},
			{"data/story.schema.json", asset.TypeJSON, `{`},
			{"data/places.geojson", asset.TypeGeoJSON, `{`},
			{"feed.xml", "application/atom+xml; charset=utf-8", `<?xml version="1.0" encoding="UTF-8"?>`},
			{"robots.txt", asset.TypeText, "User-agent: *\n"},
		} {
			f, ok := s.Files.Get(tt.path)
			require.True(t, ok, tt.path)
			assert.Equal(t, tt.mime, f.Type, tt.path)
			assert.True(t, strings.HasPrefix(string(f.Body), tt.start), tt.path)
			assert.False(t, f.Immutable, "%s changes under its name", tt.path)
		}
		f, ok := s.Files.Get("sitemap.xml")
		require.Equal(t, base != "", ok, "a site map needs whole addresses")
		if !ok {
			continue
		}
		listed := map[string]bool{}
		for _, part := range strings.Split(string(f.Body), "<loc>")[1:] {
			page, _, _ := strings.Cut(part, "</loc>")
			path := strings.TrimPrefix(page, base) + "index.html"
			_, exists := s.Files.Get(path)
			assert.True(t, exists, "%s is listed and not there", page)
			listed[path] = true
		}
		for _, p := range pagesOf(t, built{loaded, s}) {
			if !p.lost() && p.path != "index.html" && !p.embed() {
				assert.True(t, listed[p.path], "%s is there and not listed", p.path)
			}
		}
	}
}

func TestPagesDescribeThemselves(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p pageFile) {
		if p.lost() || p.embed() {
			return
		}
		feeds := elements(p.root, func(n *html.Node) bool { return n.Data == "link" && attr(n, "type") == "application/atom+xml" })
		require.Len(t, feeds, 1)
		file, _, ok := target(t, p.path, attr(feeds[0], "href"))
		assert.True(t, ok && file == "feed.xml", file)

		blocks := elements(p.root, func(n *html.Node) bool { return n.Data == "script" && attr(n, "type") == typeJSONLD })
		if len(blocks) == 0 {
			assert.Contains(t, p.path, "/claims/", "only the ledger is no article")
			return
		}
		require.Len(t, blocks, 1)
		var ld struct {
			Graph []struct {
				Type         string `json:"@type"`
				Headline     string
				Lang         string `json:"inLanguage"`
				Distribution []struct{ ContentURL string }
			} `json:"@graph"`
		}
		require.NoError(t, json.Unmarshal([]byte(textOf(blocks[0])), &ld))
		require.Len(t, ld.Graph, 2)
		assert.Equal(t, p.langOf(), ld.Graph[0].Lang)
		assert.True(t, strings.HasPrefix(textOf(tagged(p.root, "title")[0]), ld.Graph[0].Headline))
		require.NotEmpty(t, ld.Graph[1].Distribution)
		for _, d := range ld.Graph[1].Distribution {
			file, _, ok := target(t, p.path, d.ContentURL)
			_, exists := p.site.Files.Get(file)
			assert.True(t, ok && exists, d.ContentURL)
		}
	})
}
