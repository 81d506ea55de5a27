package server

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"bukti/web/asset"
)

// sink is a ResponseWriter that costs nothing, so that only the handler counts.
type sink struct {
	header http.Header
	status int
	bytes  int
}

func (s *sink) Header() http.Header         { return s.header }
func (s *sink) WriteHeader(status int)      { s.status = status }
func (s *sink) Write(p []byte) (int, error) { s.bytes += len(p); return len(p), nil }

// typical is a page of the size of the explainer's: 80 KB, 15 KB in brotli.
func typical(b testing.TB) *Handler {
	set := &asset.Set{}
	require.NoError(b, set.Add(asset.File{
		Path:   "en/index.html",
		Body:   bytes.Repeat([]byte("bukti "), 80<<10/6),
		Brotli: make([]byte, 15<<10),
		Gzip:   make([]byte, 18<<10),
	}))
	return New(set, options)
}

var hot = []struct {
	name, accept string
	cached       bool
	status       int
}{
	{"br", "gzip, deflate, br, zstd", false, 200},
	{"gzip", "gzip, deflate", false, 200},
	{"identity", "", false, 200},
	{"304", "gzip, deflate, br, zstd", true, 304},
}

// BenchmarkServe is the handler by itself.
func BenchmarkServe(b *testing.B) {
	h := typical(b)
	for _, bb := range hot {
		b.Run(bb.name, func(b *testing.B) {
			r := request(h, bb.accept, bb.cached)
			w := &sink{header: http.Header{}}
			h.ServeHTTP(w, r)
			require.Equal(b, bb.status, w.status)
			b.ReportAllocs()
			for b.Loop() {
				clear(w.header)
				h.ServeHTTP(w, r)
			}
		})
	}
}

// BenchmarkConnection is the whole of it, with net/http and the loopback, on one
// connection that is kept alive.
func BenchmarkConnection(b *testing.B) {
	h := typical(b)
	ln, err := net.Listen("tcp", "localhost:0")
	require.NoError(b, err)
	go func() { _ = Serve(b.Context(), ln, h, nil) }()
	for _, bb := range hot {
		b.Run(bb.name, func(b *testing.B) {
			conn, err := net.Dial("tcp", ln.Addr().String())
			require.NoError(b, err)
			defer func() { _ = conn.Close() }()
			r := request(h, bb.accept, bb.cached)
			raw := fmt.Appendf(nil, "GET /en/ HTTP/1.1\r\nHost: x\r\nAccept-Encoding: %s\r\nIf-None-Match: %s\r\n\r\n", bb.accept, r.Header.Get("If-None-Match"))
			in := bufio.NewReader(conn)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := conn.Write(raw); err != nil {
					b.Fatal(err)
				}
				res, err := http.ReadResponse(in, nil)
				if err != nil {
					b.Fatal(err)
				}
				n, _ := io.Copy(io.Discard, res.Body)
				b.SetBytes(n)
			}
		})
	}
}

// TestHotPathDoesNotAllocate keeps what the benchmark shows.
func TestHotPathDoesNotAllocate(t *testing.T) {
	h := typical(t)
	for _, tt := range hot {
		r := request(h, tt.accept, tt.cached)
		w := &sink{header: http.Header{}}
		allocs := testing.AllocsPerRun(100, func() {
			clear(w.header)
			h.ServeHTTP(w, r)
		})
		require.Zero(t, allocs, tt.name)
	}
}

// request asks for the typical page, with its entity tag if it is cached.
func request(h http.Handler, accept string, cached bool) *http.Request {
	r := httptest.NewRequest("GET", "/en/", nil)
	r.Header.Set("Accept-Encoding", accept)
	if cached {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		r.Header.Set("If-None-Match", w.Header().Get("Etag"))
	}
	return r
}
