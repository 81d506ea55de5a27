package server

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"bukti/web/asset"
)

const page = `<!doctype html><link rel="stylesheet" href="../app.css"><p>Bukti</p>`

// files is a small site: two languages, one of them without a 404 page of its
// own, with fake variants that are easy to tell apart.
func files(t testing.TB) *asset.Set {
	t.Helper()
	set := &asset.Set{}
	for _, f := range []asset.File{
		{Path: "index.html", Body: []byte(page), Brotli: []byte("BR"), Gzip: []byte("GZIP")},
		{Path: "id/index.html", Body: []byte("beranda")},
		{Path: "en/index.html", Body: []byte("front page"), Gzip: []byte("GZ")},
		{Path: "en/embed/index.html", Body: []byte("embed")},
		{Path: "en/embed/map/index.html", Body: []byte("map")},
		{Path: "en/a:b c/index.html", Body: []byte("odd")},
		{Path: "404.html", Body: []byte(`<a href="{{root}}">?</a>`)},
		{Path: "id/404.html", Body: []byte(`<a href="{{root}}id/">tidak ada</a>`)},
		{Path: "en/404.html", Body: []byte(`<link href="{{root}}app.css"><a href="{{root}}en/">none</a>`)},
		{Path: "data/404.html", Body: []byte("no error page")},
		{Path: "app.0123456789ab.css", Body: []byte("p{color:red}"), Immutable: true, Brotli: []byte("CSS")},
		{Path: "image/en/a.svg", Body: []byte("<svg/>")},
		{Path: "image/en/a.png", Body: []byte("PNG")},
		{Path: "data/claims.json", Body: []byte("[]")},
		{Path: "embed.js", Body: []byte("1")},
		{Path: "feed.xml", Body: []byte("<feed/>"), Type: "application/atom+xml; charset=utf-8"},
		{Path: "empty.txt"},
	} {
		if strings.HasSuffix(f.Path, ".html") {
			f.Policy = "default-src 'none'; script-src 'self'"
		}
		require.NoError(t, set.Add(f))
	}
	return set
}

var options = Options{Languages: []string{"id", "en", "ko"}}

// get sends one request to a handler of files; headers are names and values in
// turns.
func get(t testing.TB, method, target string, headers ...string) *http.Response {
	t.Helper()
	return getFrom(New(files(t), options), method, target, headers...)
}

func getFrom(h http.Handler, method, target string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func bodyOf(t testing.TB, res *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return string(body)
}
