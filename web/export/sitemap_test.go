package export

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSitemap(t *testing.T) {
	p := fictional(t)
	none, err := Sitemap(p)
	require.NoError(t, err)
	assert.Nil(t, none, "a site map needs whole addresses")

	p.BaseURL = base
	out, err := Sitemap(p)
	require.NoError(t, err)
	var m struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Pages   []struct {
			Location string `xml:"loc"`
			Modified string `xml:"lastmod"`
			Links    []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"http://www.w3.org/1999/xhtml link"`
		} `xml:"url"`
	}
	require.NoError(t, xml.Unmarshal(out, &m))
	var pages []string
	for _, page := range m.Pages {
		pages = append(pages, strings.TrimPrefix(page.Location, base))
		assert.Equal(t, "2026-11-24", page.Modified)
		require.Len(t, page.Links, 3, "both languages, and x-default")
		own := false
		for _, l := range page.Links {
			own = own || l.Href == page.Location
		}
		assert.True(t, own, "a page is among its own translations")
		assert.Equal(t, "x-default", page.Links[2].Lang)
	}
	assert.Equal(t, []string{
		"en/", "en/first-count/", "en/no-gulls/", "en/two-counts/", "en/claims/",
		"id/", "id/first-count/", "id/no-gulls/", "id/two-counts/", "id/claims/",
	}, pages)
}

func TestRobots(t *testing.T) {
	for _, tt := range []struct{ base, want string }{
		{"", "User-agent: *\nAllow: /\n"},
		{base, "User-agent: *\nAllow: /\n\nSitemap: https://news.example/gulls/sitemap.xml\n"},
	} {
		assert.Equal(t, tt.want, string(Robots(Publication{BaseURL: tt.base})))
	}
}
