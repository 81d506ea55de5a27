package server

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// FuzzRequest sends any path and any of the headers that are parsed here. The
// answer must be one that exists, complete, and never a fault of ours.
func FuzzRequest(f *testing.F) {
	for _, seed := range [][4]string{
		{"/", "br", "en", `"a"`},
		{"/en?x=y", "gzip;q=0.5, *;q=0", "en-GB,en;q=0.9", `W/"a", "b"`},
		{"/en%2Findex.html", "identity;q=0", "\xff", "*"},
		{"/..//%2e%2e/\\", ";;,=q", "*;q=x", `"`},
		{"*", "", "", ""},
		{"http://x", "br;q=1.0000", "in", `"",`},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3])
	}
	h := New(files(f), options)
	known := map[int]bool{200: true, 304: true, 308: true, 404: true, 406: true}
	f.Fuzz(func(t *testing.T, path, encodings, languages, tags string) {
		// Only what net/http lets through can reach a handler.
		r, err := http.ReadRequest(bufio.NewReader(strings.NewReader("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")))
		if err != nil {
			return
		}
		r.Header["Accept-Encoding"] = []string{encodings}
		r.Header["Accept-Language"] = []string{languages}
		r.Header["If-None-Match"] = []string{tags}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if !known[w.Code] {
			t.Fatalf("status %d", w.Code)
		}
		if w.Code != 304 && w.Header().Get("Content-Length") != itoa(w.Body.Len()) {
			t.Fatalf("Content-Length is %s of %d", w.Header().Get("Content-Length"), w.Body.Len())
		}
		if strings.Contains(w.Body.String(), "{{root}}") {
			t.Fatal("a token was left in the page")
		}
		for name, values := range w.Header() {
			if strings.ContainsAny(values[0], "\r\n") {
				t.Fatalf("line break in %s", name)
			}
		}
	})
}

// FuzzAcceptEncoding checks that every weight is one that a qvalue can have.
func FuzzAcceptEncoding(f *testing.F) {
	for _, seed := range []string{"gzip, deflate, br, zstd", "*;q=0.001", "identity;q=0;q=1", "br;q=1.", "x-gzip\t;\tq=0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		for c, w := range parseAcceptEncoding([]string{value}) {
			if w < refused || w > preferred || (w%2 == 1 && coding(c) != identity) {
				t.Fatalf("weight %d of %s", w, coding(c))
			}
		}
	})
}
