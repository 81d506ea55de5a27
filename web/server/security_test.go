package server

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

const wholePage = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"

func TestSecurityHeaders(t *testing.T) {
	embed := strings.Replace(wholePage, "frame-ancestors 'none'", "frame-ancestors *", 1)
	const (
		drawing = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
		nothing = "default-src 'none'; frame-ancestors 'none'"
	)
	for _, tt := range []struct {
		target, csp, resource string
		document              bool
	}{
		{"/", wholePage, "same-origin", true},
		{"/en/", wholePage, "same-origin", true},
		{"/en/absent", wholePage, "same-origin", true},
		{"/en/embed/", embed, "cross-origin", true},
		{"/en/embed/index.html", embed, "cross-origin", true},
		{"/en/embed/map/", embed, "cross-origin", true},
		{"/en/embed/absent", embed, "cross-origin", true},
		{"/xx/embed/", wholePage, "same-origin", true}, // no language of the site
		{"/en/embedded", wholePage, "same-origin", true},
		{"/image/en/a.svg", drawing, "cross-origin", true},
		{"/feed.xml", drawing, "cross-origin", true},
		{"/image/en/a.png", "", "cross-origin", false},
		{"/data/claims.json", "", "cross-origin", false},
		{"/embed.js", "", "cross-origin", false},
		{"/app.0123456789ab.css", "", "cross-origin", false},
		{"/healthz", nothing, "same-origin", false},
		{"/en", nothing, "same-origin", false},
	} {
		t.Run(tt.target, func(t *testing.T) {
			h := get(t, "GET", tt.target).Header
			assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
			assert.Equal(t, "strict-origin-when-cross-origin", h.Get("Referrer-Policy"))
			assert.Equal(t, tt.csp, h.Get("Content-Security-Policy"))
			assert.Equal(t, tt.resource, h.Get("Cross-Origin-Resource-Policy"))
			assert.Empty(t, h.Get("Server"))
			open := ""
			if tt.resource == "cross-origin" && !strings.Contains(tt.csp, "script-src") {
				open = "*"
			}
			assert.Equal(t, open, h.Get("Access-Control-Allow-Origin"), "pages are no one else's to read")
			if !tt.document {
				assert.Empty(t, h.Get("Permissions-Policy"))
				return
			}
			assert.Equal(t, "?1", h.Get("Origin-Agent-Cluster"))
			for _, feature := range []string{"camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"} {
				assert.Contains(t, h.Get("Permissions-Policy"), feature+"=()")
			}
		})
	}
}

func TestFrameAncestors(t *testing.T) {
	own := options
	own.FrameAncestors = "https://news.example https://*.news.example"
	h := New(files(t), own)
	assert.Contains(t, getFrom(h, "GET", "/en/embed/").Header.Get("Content-Security-Policy"), "; frame-ancestors 'self' https://news.example https://*.news.example")
	assert.Equal(t, wholePage, getFrom(h, "GET", "/en/").Header.Get("Content-Security-Policy"))
}

func TestSecurityOfErrors(t *testing.T) {
	for _, res := range []struct {
		name, method, target string
		header               []string
	}{
		{"405", "POST", "/", nil},
		{"406", "GET", "/", []string{"Accept-Encoding", "*;q=0"}},
		{"412", "GET", "/", []string{"If-Match", `"x"`}},
	} {
		h := get(t, res.method, res.target, res.header...).Header
		assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"), res.name)
		assert.Equal(t, "default-src 'none'; frame-ancestors 'none'", h.Get("Content-Security-Policy"), res.name)
		assert.Equal(t, "no-store", h.Get("Cache-Control"), res.name)
	}
}
