package asset

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTypeOf(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"en/index.html", "text/html; charset=utf-8"},
		{"app.0123456789ab.css", "text/css; charset=utf-8"},
		{"sw.js", "text/javascript; charset=utf-8"},
		{"app.wasm", "application/wasm"},
		{"image/en/a.svg", "image/svg+xml; charset=utf-8"},
		{"image/en/a.PNG", "image/png"},
		{"data/claims.csv", "text/csv; charset=utf-8"},
		{"data/claims.json", "application/json"},
		{"data/places.geojson", "application/geo+json"},
		{"manifest.webmanifest", "application/manifest+json"},
		{"feed.xml", "application/xml; charset=utf-8"},
		{"robots.txt", "text/plain; charset=utf-8"},
		{"x.html/none", "application/octet-stream"},
		{"x.docx", "application/octet-stream"},
	} {
		assert.Equal(t, tt.want, TypeOf(tt.name), tt.name)
	}
}

func TestAddFillsTheType(t *testing.T) {
	var s Set
	require.NoError(t, s.Add(File{Path: "a.css"}))
	require.NoError(t, s.Add(File{Path: "feed.xml", Type: "application/atom+xml; charset=utf-8"}))
	a, _ := s.Get("a.css")
	assert.Equal(t, TypeCSS, a.Type)
	feed, _ := s.Get("feed.xml")
	assert.Equal(t, "application/atom+xml; charset=utf-8", feed.Type)
}
