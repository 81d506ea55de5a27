package server

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/web/asset"
)

func TestAddresses(t *testing.T) {
	for _, tt := range []struct {
		target string
		status int
		body   string
	}{
		{"/", 200, page},
		{"/index.html", 200, page},
		{"/?basis=said", 200, page},
		{"http://example.com", 200, page}, // an empty path is "/", RFC 9110 section 4.2.3
		{"/en/", 200, "front page"},
		{"/en/index.html", 200, "front page"},
		{"/%65n/", 200, "front page"},
		{"/en/embed/map/", 200, "map"},
		{"/en/a:b%20c/", 200, "odd"},
		{"/data/404.html", 200, "no error page"},
		{"/empty.txt", 200, ""},
		{"/healthz", 200, "ok\n"},

		{"/absent", 404, `<a href="./id/">tidak ada</a>`},
		{"/app.0123456789ab.css/", 404, `<a href="../id/">tidak ada</a>`},
		{"/404.html", 404, `<a href="./id/">tidak ada</a>`},
		{"/en/404.html", 404, `<link href="../app.css"><a href="../en/">none</a>`},

		// None of these may reach a file, or anything above the site.
		{"//en/", 404, `<a href="../../id/">tidak ada</a>`},
		{"/en//index.html", 404, `<link href="../../app.css"><a href="../../en/">none</a>`},
		{"/en/../index.html", 404, `<link href="../../app.css"><a href="../../en/">none</a>`},
		{"/en/%2e%2e/index.html", 404, `<link href="../../app.css"><a href="../../en/">none</a>`},
		{"/../../etc/passwd", 404, `<a href="../../../id/">tidak ada</a>`},
		{"/en%2Findex.html", 404, `<link href="./app.css"><a href="./en/">none</a>`},
		{"/en%2findex.html", 404, `<link href="./app.css"><a href="./en/">none</a>`},
		{"/en%5Cindex.html", 404, `<a href="./id/">tidak ada</a>`},
		{`/..\index.html`, 404, `<a href="./id/">tidak ada</a>`},
		{"/en/%00", 404, `<link href="../app.css"><a href="../en/">none</a>`},
		{"/en/index.html%00.png", 404, `<link href="../app.css"><a href="../en/">none</a>`},
		{"/%ff", 404, `<a href="./id/">tidak ada</a>`},
	} {
		t.Run(tt.target, func(t *testing.T) {
			res := get(t, "GET", tt.target)
			assert.Equal(t, tt.status, res.StatusCode)
			assert.Equal(t, tt.body, bodyOf(t, res))
		})
	}
}

func TestRedirectToFolder(t *testing.T) {
	for _, tt := range []struct{ target, location string }{
		{"/en", "en/"},
		{"/en?", "en/"},
		{"/en?basis=said&asof=2024-10-18", "en/?basis=said&asof=2024-10-18"},
		{"/en/embed", "embed/"},
		{"/en/embed/map?at=1,2,3", "map/?at=1,2,3"},
		{"/en/a:b%20c", "./a:b%20c/"}, // without "./" it would be of the scheme "a"
	} {
		t.Run(tt.target, func(t *testing.T) {
			res := get(t, "GET", tt.target)
			assert.Equal(t, http.StatusPermanentRedirect, res.StatusCode)
			assert.Equal(t, tt.location, res.Header.Get("Location"))
			assert.Equal(t, "0", res.Header.Get("Content-Length"))
			assert.Equal(t, "nosniff", res.Header.Get("X-Content-Type-Options"))
		})
	}
	for _, target := range []string{"//en", "/en%2Fembed", "/data", "/image/en", "/en/embed/absent"} {
		assert.Equal(t, 404, get(t, "GET", target).StatusCode, target)
	}
}

func TestMethods(t *testing.T) {
	for _, tt := range []struct {
		method string
		status int
	}{
		{"GET", 200},
		{"HEAD", 200},
		{"POST", 405},
		{"PUT", 405},
		{"DELETE", 405},
		{"OPTIONS", 405},
		{"TRACE", 405},
		{"get", 405}, // methods are case-sensitive, RFC 9110 section 9.1
	} {
		for _, target := range []string{"/", "/healthz"} {
			res := get(t, tt.method, target)
			assert.Equal(t, tt.status, res.StatusCode, tt.method)
			if tt.status == 405 {
				assert.Equal(t, "GET, HEAD", res.Header.Get("Allow"))
			}
		}
	}
	assert.Equal(t, 405, get(t, "POST", "/absent").StatusCode)
}

// HEAD sends what GET would, without the body.
func TestHead(t *testing.T) {
	for _, target := range []string{"/", "/en/", "/en", "/absent", "/healthz", "/empty.txt"} {
		for _, accept := range []string{"", "br", "gzip"} {
			g := get(t, "GET", target, "Accept-Encoding", accept)
			h := get(t, "HEAD", target, "Accept-Encoding", accept)
			assert.Equal(t, g.StatusCode, h.StatusCode, target)
			assert.Equal(t, g.Header, h.Header, target)
			assert.Empty(t, bodyOf(t, h), target)
			assert.Equal(t, g.Header.Get("Content-Length"), itoa(len(bodyOf(t, g))), target)
		}
	}
}

func TestCaching(t *testing.T) {
	for _, tt := range []struct{ target, cache string }{
		{"/", "no-cache"},
		{"/data/claims.json", "no-cache"},
		{"/app.0123456789ab.css", "public, max-age=31536000, immutable"},
		{"/healthz", "no-store"},
		{"/absent", "no-cache"},
		{"/en", "no-cache"},
	} {
		res := get(t, "GET", tt.target)
		assert.Equal(t, tt.cache, res.Header.Get("Cache-Control"), tt.target)
		assert.Empty(t, res.Header.Get("Last-Modified"))
	}
}

func TestTypes(t *testing.T) {
	for target, want := range map[string]string{
		"/":                     asset.TypeHTML,
		"/app.0123456789ab.css": asset.TypeCSS,
		"/feed.xml":             "application/atom+xml; charset=utf-8",
		"/healthz":              asset.TypeText,
		"/absent":               asset.TypeHTML,
	} {
		assert.Equal(t, want, get(t, "GET", target).Header.Get("Content-Type"), target)
	}
}

// Range is optional (RFC 9110 section 14.2): the whole file is a right answer.
func TestRangeIsIgnored(t *testing.T) {
	res := get(t, "GET", "/", "Range", "bytes=0-1")
	assert.Equal(t, 200, res.StatusCode)
	assert.Equal(t, page, bodyOf(t, res))
}

func TestSwap(t *testing.T) {
	h := New(files(t), options)
	other := &asset.Set{}
	require.NoError(t, other.Add(asset.File{Path: "index.html", Body: []byte("other")}))

	// Under the race detector; each response must be one site's or the other's.
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for range 200 {
				res := getFrom(h, "GET", "/")
				body := bodyOf(t, res)
				assert.Contains(t, []string{page, "other"}, body)
				assert.Equal(t, itoa(len(body)), res.Header.Get("Content-Length"))
			}
		})
	}
	for range 20 {
		h.Swap(other, options)
		h.Swap(files(t), options)
	}
	readers.Wait()

	h.Swap(other, options)
	assert.Equal(t, "other", bodyOf(t, getFrom(h, "GET", "/")))
	assert.Equal(t, 404, getFrom(h, "GET", "/en/").StatusCode)
}

// brokenWriter is a connection that is gone.
type brokenWriter struct{ *httptest.ResponseRecorder }

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestLog(t *testing.T) {
	for _, tt := range []struct {
		name  string
		level slog.Level
		write func(*httptest.ResponseRecorder) http.ResponseWriter
		want  string
	}{
		{"requests at debug", slog.LevelDebug, func(w *httptest.ResponseRecorder) http.ResponseWriter { return w }, `level=DEBUG msg=request method=GET path=/en/ status=200 bytes=10 took=`},
		{"silence above", slog.LevelInfo, func(w *httptest.ResponseRecorder) http.ResponseWriter { return w }, ``},
		{"failures at warn", slog.LevelWarn, func(w *httptest.ResponseRecorder) http.ResponseWriter { return brokenWriter{w} }, `level=WARN msg="response not delivered" path=/en/ error="broken pipe"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var log bytes.Buffer
			opt := options
			opt.Logger = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: tt.level}))
			r := httptest.NewRequest("GET", "/en/?actor=private", nil)
			New(files(t), opt).ServeHTTP(tt.write(httptest.NewRecorder()), r)
			if tt.want == "" {
				assert.Empty(t, log.String())
				return
			}
			assert.Contains(t, log.String(), tt.want)
			assert.NotContains(t, log.String(), "private")
		})
	}
}
