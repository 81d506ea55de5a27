package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOEmbed(t *testing.T) {
	opt := options
	opt.OEmbed = func(origin string, query url.Values) (int, string, []byte) {
		if query.Get("url") == "" {
			return http.StatusBadRequest, "text/plain; charset=utf-8", []byte("url is missing\n")
		}
		return http.StatusOK, query.Get("type"), []byte(origin + " " + query.Get("url"))
	}
	h := New(files(t), opt)
	ask := func(method, query string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(method, "http://site.example/oembed"+query, nil))
		return w
	}
	for _, tt := range []struct {
		name, method, query string
		status              int
		body, cache         string
	}{
		{"an answer", "GET", "?url=a&type=application/json", 200, "http://site.example a", "public, max-age=3600"},
		{"its head", "HEAD", "?url=a&type=application/json", 200, "", "public, max-age=3600"},
		{"XML", "GET", "?url=a&type=text/xml", 200, "http://site.example a", "public, max-age=3600"},
		{"a refusal", "GET", "", 400, "url is missing\n", "no-store"},
		{"a broken query", "GET", "?url=%zz", 400, "url is missing\n", "no-store"},
		{"another method", "POST", "?url=a", 405, "only GET and HEAD are possible here\n", "no-store"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := ask(tt.method, tt.query)
			assert.Equal(t, tt.status, w.Code)
			assert.Equal(t, tt.body, w.Body.String())
			assert.Equal(t, tt.cache, w.Header().Get("Cache-Control"))
			assert.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"))
		})
	}
	assert.Equal(t, "*", ask("GET", "?url=a&type=application/json").Header().Get("Access-Control-Allow-Origin"), "a consumer may be a script")
	assert.Contains(t, ask("GET", "?url=a&type=text/xml").Header().Get("Content-Security-Policy"), "default-src 'none'", "XML is a document when opened by itself")

	w := httptest.NewRecorder()
	New(files(t), options).ServeHTTP(w, httptest.NewRequest("GET", "http://site.example/oembed?url=a", nil))
	assert.Equal(t, http.StatusNotFound, w.Code, "nobody answers")
}
