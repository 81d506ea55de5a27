package server

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/web/asset"
)

func TestMatches(t *testing.T) {
	for _, tt := range []struct {
		field        string
		weak, strong bool
	}{
		{`"a"`, true, true},
		{` "a"	`, true, true},
		{`W/"a"`, true, false},
		{`w/"a"`, false, false}, // the prefix is case-sensitive, RFC 9110 section 8.8.3
		{`"b", "a"`, true, true},
		{`"b","c",W/"a"`, true, false},
		{`, ,"a"`, true, true}, // empty members of a list are ignored, section 5.6.1
		{`"x,y", "a"`, true, true},
		{`"x, "a", "`, false, false},
		{`*`, true, true},
		{`"*"`, false, false},
		{`"b"`, false, false},
		{`"A"`, false, false},
		{`a`, false, false},
		{`"a`, false, false},
		{`W/a`, false, false},
		{``, false, false},
		{`"`, false, false},
	} {
		assert.Equal(t, tt.weak, matches([]string{tt.field}, `"a"`, weakly), "weakly %s", tt.field)
		assert.Equal(t, tt.strong, matches([]string{tt.field}, `"a"`, strongly), "strongly %s", tt.field)
	}
	assert.True(t, matches([]string{`"b"`, `"a"`}, `"a"`, strongly), "several lines")
}

func TestETagsDifferByEncoding(t *testing.T) {
	seen := map[string]string{}
	for _, accept := range []string{"identity", "gzip", "br"} {
		etag := get(t, "GET", "/", "Accept-Encoding", accept).Header.Get("Etag")
		require.Regexp(t, `^"[a-z2-7]{12}(-gzip|-br)?"$`, etag)
		assert.NotContains(t, seen, etag)
		seen[etag] = accept
	}
}

// A better compressor changes the bytes, and a strong tag with them.
func TestETagIsOfTheBytesSent(t *testing.T) {
	tag := func(packed string) string {
		set := &asset.Set{}
		require.NoError(t, set.Add(asset.File{Path: "index.html", Body: []byte(page), Brotli: []byte(packed)}))
		return getFrom(New(set, options), "GET", "/", "Accept-Encoding", "br").Header.Get("Etag")
	}
	assert.Equal(t, tag("a"), tag("a"))
	assert.NotEqual(t, tag("a"), tag("b"))
}

func TestConditions(t *testing.T) {
	plainTag := get(t, "GET", "/").Header.Get("Etag")
	brTag := get(t, "GET", "/", "Accept-Encoding", "br").Header.Get("Etag")
	for _, tt := range []struct {
		name   string
		status int
		header []string
	}{
		{"the same", 304, []string{"If-None-Match", plainTag}},
		{"weakened by a proxy", 304, []string{"If-None-Match", "W/" + plainTag}},
		{"in a list", 304, []string{"If-None-Match", `"x", ` + plainTag}},
		{"anything", 304, []string{"If-None-Match", "*"}},
		{"brotli", 304, []string{"If-None-Match", brTag, "Accept-Encoding", "br"}},
		{"brotli kept, identity wanted", 200, []string{"If-None-Match", brTag}},
		{"identity kept, brotli wanted", 200, []string{"If-None-Match", plainTag, "Accept-Encoding", "br"}},
		{"another", 200, []string{"If-None-Match", `"x"`}},
		{"malformed", 200, []string{"If-None-Match", "x"}},
		{"dates are not used", 200, []string{"If-Modified-Since", "Fri, 18 Oct 2124 00:00:00 GMT"}},
		{"If-Match holds", 200, []string{"If-Match", plainTag}},
		{"If-Match fails", 412, []string{"If-Match", `"x"`}},
		{"If-Match is strong", 412, []string{"If-Match", "W/" + plainTag}},
		{"If-Match goes first", 412, []string{"If-Match", `"x"`, "If-None-Match", plainTag}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, method := range []string{"GET", "HEAD"} {
				assert.Equal(t, tt.status, get(t, method, "/", tt.header...).StatusCode)
			}
		})
	}
	assert.Equal(t, 404, get(t, "GET", "/absent", "If-None-Match", "*").StatusCode)
}

// RFC 9110 section 15.4.5: a 304 repeats what a 200 would have, but for what
// describes a body.
func TestNotModifiedRepeatsTheHeaders(t *testing.T) {
	for _, accept := range []string{"identity", "gzip", "br"} {
		full := get(t, "GET", "/", "Accept-Encoding", accept)
		unchanged := get(t, "GET", "/", "Accept-Encoding", accept, "If-None-Match", full.Header.Get("Etag"))
		require.Equal(t, 304, unchanged.StatusCode)
		want := full.Header.Clone()
		for _, name := range []string{"Content-Type", "Content-Length", "Content-Encoding"} {
			want.Del(name)
		}
		assert.Equal(t, want, unchanged.Header)
		assert.Empty(t, bodyOf(t, unchanged))
	}
}
