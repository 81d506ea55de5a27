package server

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/web/asset"
)

// The site's languages are id (default), en and ko; ko has no page of its own.
func TestNotFoundSpeaksTheReadersLanguage(t *testing.T) {
	const id, en, common = "tidak ada", "none", "?"
	for _, tt := range []struct {
		target, accept, want string
		asked                bool
	}{
		{"/id/x", "en", id, false},
		{"/en/x", "id", en, false},
		{"/en/x/y/", "", en, false},
		{"/ko/x", "en", common, false},
		{"/x", "", id, true},
		{"/x", "en", en, true},
		{"/x", "en-GB,en;q=0.9", en, true},
		{"/x", "fr, en;q=0.5", en, true},
		{"/x", "id;q=0.1, en;q=0.9", en, true},
		{"/x", "in", id, true}, // the code of Indonesian before 1989, which Java still sends
		{"/x", "ko", common, true},
		{"/x", "fr", id, true},
		{"/x", "*", id, true},
		{"/x", "en;q=x", id, true},
		{"/x", "\xff\x00;;,", id, true},
		{"/x", strings.Repeat("en,", 5000), id, true},
		{"/english", "", id, true},
		{"/EN/", "", id, true},
	} {
		t.Run(tt.target+" "+tt.accept[:min(len(tt.accept), 20)], func(t *testing.T) {
			res := get(t, "GET", tt.target, "Accept-Language", tt.accept)
			assert.Equal(t, 404, res.StatusCode)
			assert.Contains(t, bodyOf(t, res), ">"+tt.want+"</a>")
			assert.Equal(t, "noindex", res.Header.Get("X-Robots-Tag"))
			assert.Empty(t, res.Header.Get("Content-Encoding"))
			assert.Empty(t, res.Header.Get("Etag"))
			if tt.asked {
				assert.Equal(t, "Accept-Language", res.Header.Get("Vary"))
			} else {
				assert.Empty(t, res.Header.Get("Vary"))
			}
		})
	}
}

func TestNotFoundFallsBack(t *testing.T) {
	for _, tt := range []struct {
		name      string
		pages     []string
		languages []string
		want      string
	}{
		{"own page", []string{"404.html", "en/404.html"}, []string{"en"}, "en/404.html"},
		{"common page", []string{"404.html"}, []string{"en"}, "404.html"},
		{"no languages", []string{"404.html"}, nil, "404.html"},
		{"no page", nil, []string{"en"}, "not found\n"},
		{"nothing at all", nil, nil, "not found\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			set := &asset.Set{}
			for _, path := range tt.pages {
				require.NoError(t, set.Add(asset.File{Path: path, Body: []byte(path)}))
			}
			h := New(set, Options{Languages: tt.languages})
			for _, target := range []string{"/", "/x", "/en/x"} {
				res := getFrom(h, "GET", target)
				assert.Equal(t, 404, res.StatusCode)
				assert.Equal(t, tt.want, bodyOf(t, res))
				assert.Equal(t, "noindex", res.Header.Get("X-Robots-Tag"))
			}
		})
	}
}

// A request of slashes must not be answered with megabytes.
func TestNotFoundIsBounded(t *testing.T) {
	res := get(t, "GET", "/en"+strings.Repeat("/", 15_000))
	assert.Equal(t, 404, res.StatusCode)
	assert.Equal(t, `<link href="/app.css"><a href="/en/">none</a>`, bodyOf(t, res))
}
