package e2e

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"bukti/web/server"
)

// host serves a site at an address of its own, and can be stopped, started again,
// given another version and made to misbehave.
type host struct {
	t       testing.TB
	url     string // of the site's root, with a slash at its end
	address string
	handler *server.Handler
	stop    func()

	mu     sync.Mutex
	broken map[string]http.HandlerFunc // by path from the root; "" for all
	hits   map[string]int              // requests by path, those for broken ones included
}

// newHost serves a publication until the test ends.
func newHost(t testing.TB, p *publication) *host {
	t.Helper()
	h := &host{t: t, address: "127.0.0.1:0", hits: map[string]int{}}
	h.handler = server.New(p.site.Files, server.Options{Languages: p.site.Languages, Policy: p.site.Policy})
	h.start()
	t.Cleanup(func() { h.stop() })
	return h
}

// publish puts another version in the place of the one served.
func (h *host) publish(p *publication) {
	h.handler.Swap(p.site.Files, server.Options{Languages: p.site.Languages, Policy: p.site.Policy})
}

// start listens, at the same port as before.
func (h *host) start() {
	h.t.Helper()
	ln, err := net.Listen("tcp", h.address)
	require.NoError(h.t, err)
	h.address = ln.Addr().String()
	h.url = "http://" + h.address + "/"
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		_ = server.Serve(ctx, ln, h, slog.New(slog.DiscardHandler))
		close(ended)
	}()
	h.stop = func() {
		cancel()
		<-ended
	}
}

// breaks answers for some paths in the site's place, until it is called with none.
func (h *host) breaks(broken map[string]http.HandlerFunc) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.broken = broken
}

// asked is how often something was requested whose path contains the words.
func (h *host) asked(words string) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for path, hits := range h.hits {
		if strings.Contains(path, words) {
			n += hits
		}
	}
	return n
}

// ServeHTTP implements http.Handler.
func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/")
	h.mu.Lock()
	h.hits[path]++
	answer, ok := h.broken[path]
	if !ok {
		answer, ok = h.broken[""]
	}
	h.mu.Unlock()
	if ok {
		answer(w, r)
		return
	}
	h.handler.ServeHTTP(w, r)
}
