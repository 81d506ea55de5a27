package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSplit(t *testing.T) {
	for _, tt := range []struct {
		name, page string
		rest       map[string]string // the page without each part
	}{
		{"empty", "", map[string]string{}},
		{
			"a page", `<STYLE>a{}</STYLE><p class="x">A <b>word</b></p>`,
			map[string]string{"style": `<p class="x">A <b>word</b></p>`, "markup": "<STYLE>a{}</STYLE>A word", "texts": `<STYLE>a{}</STYLE><p class="x"><b></b></p>`},
		},
		{
			"figures in a figure", `<figure data-bench="map"><svg><title>figure</title></svg><figure>in</figure>out</figure>after`,
			map[string]string{"map": "after", "texts": `<figure data-bench="map"><svg><title>figure</title></svg><figure>in</figure>out</figure>`},
		},
		{
			"a part in two pieces", `<style>a{}</style><br><style>b{}</style>`,
			map[string]string{"style": "<br>", "markup": "<style>a{}</style><style>b{}</style>"},
		},
		{
			"scripts", `<script src="a.js"></script><script type="application/ld+json">{"a":"<p>"}</script>`,
			map[string]string{"markup": `<script type="application/ld+json">{"a":"<p>"}</script>`, "data blocks": `<script src="a.js"></script>`},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			parts, err := split([]byte(tt.page))
			require.NoError(t, err)
			rest := map[string]string{}
			for _, p := range parts {
				rest[p.name] = string(p.rest)
			}
			assert.Equal(t, tt.rest, rest)
		})
	}
	_, err := split([]byte(`<figure data-bench="map"><p>`))
	assert.ErrorContains(t, err, "<figure> does not end")
}

// A page's parts are the whole page: each byte once, and of the compressed ones all but
// a few that several parts share.
func TestPartsOfTheBuiltInStory(t *testing.T) {
	built, moments, err := build(nil)
	require.NoError(t, err)
	pages := kinds(built.Files, moments)
	pictures := map[string]bool{} // by kind: whether it has a map and a chart
	for _, p := range pages {
		rows, err := weighPages([]page{p})
		require.NoError(t, err)
		whole, parts := rows[0], rows[1:]
		assert.Equal(t, len(p.body), whole.raw)
		raw, brotli, names := 0, 0, map[string]int{}
		for _, r := range parts {
			raw += r.raw
			brotli += r.brotli
			names[r.name] = r.brotli
		}
		assert.Equal(t, whole.raw, raw, p.kind)
		assert.Equal(t, whole.brotli, brotli, p.kind)
		assert.InDelta(t, 0, names["  in common"], float64(whole.brotli)/10, p.kind)
		for _, name := range []string{"  markup", "  texts", "  style"} {
			assert.Positive(t, names[name], "%s:%s", p.kind, name)
		}
		pictures[p.kind] = names["  map"] > 500 && names["  chart"] > 500
	}
	assert.True(t, pictures["en/"])
	assert.True(t, pictures["en/MOMENT/"])
	for _, kind := range []string{"en/claims/", "en/404.html"} {
		with, there := pictures[kind]
		assert.True(t, there, kind)
		assert.False(t, with, kind)
	}
}
