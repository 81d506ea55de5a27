package e2e

import (
	"context"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"bukti/web/server"
)

// origin serves a site at an address of its own, and can be stopped, started again,
// given another version and made to misbehave.
type origin struct {
	t       testing.TB
	url     string // of the site's root, with a slash at its end
	address string
	folder  string // that the site lies in, with a slash at its end, or nothing
	handler *server.Handler
	stop    func()

	mu     sync.Mutex
	broken map[string]http.HandlerFunc // by path from the root; "" for all
	sent   map[string]int              // bytes of the bodies sent, by path
}

// newOrigin serves a publication until the test ends.
func newOrigin(t testing.TB, p *publication) *origin {
	t.Helper()
	return newOriginIn(t, p, "")
}

// newOriginIn serves it in a folder of the host.
func newOriginIn(t testing.TB, p *publication, folder string) *origin {
	t.Helper()
	h := &origin{t: t, address: "127.0.0.1:0", folder: folder, sent: map[string]int{}}
	h.handler = server.New(p.site.Files, server.Options{Languages: p.site.Languages})
	h.start()
	t.Cleanup(func() { h.stop() })
	return h
}

// publish puts another version in the place of the one served.
func (h *origin) publish(p *publication) {
	h.handler.Swap(p.site.Files, server.Options{Languages: p.site.Languages})
}

// start listens, at the same port as before.
func (h *origin) start() {
	h.t.Helper()
	ln, err := net.Listen("tcp", h.address)
	require.NoError(h.t, err)
	h.address = ln.Addr().String()
	h.url = "http://" + h.address + "/" + h.folder
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		_ = server.Serve(ctx, ln, http.StripPrefix(strings.TrimSuffix("/"+h.folder, "/"), h), slog.New(slog.DiscardHandler))
		close(ended)
	}()
	h.stop = func() {
		cancel()
		<-ended
	}
}

// breaks answers for some paths in the site's place, until it is called with none.
func (h *origin) breaks(broken map[string]http.HandlerFunc) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.broken = broken
}

// transferred lists the paths from which bytes were sent since it was called last.
func (h *origin) transferred() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	paths := slices.Sorted(maps.Keys(h.sent))
	h.sent = map[string]int{}
	return paths
}

// counts tells how many bytes of bodies were sent, by path.
func (h *origin) counts() map[string]int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return maps.Clone(h.sent)
}

// counted counts the bytes of a body.
type counted struct {
	http.ResponseWriter
	n int
}

func (c *counted) Write(b []byte) (int, error) {
	c.n += len(b)
	return c.ResponseWriter.Write(b)
}

// ServeHTTP implements http.Handler.
func (h *origin) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/")
	h.mu.Lock()
	answer, ok := h.broken[path]
	if !ok {
		answer, ok = h.broken[""]
	}
	h.mu.Unlock()
	if ok {
		answer(w, r)
		return
	}
	c := &counted{ResponseWriter: w}
	h.handler.ServeHTTP(c, r)
	if c.n > 0 {
		h.mu.Lock()
		h.sent[path] += c.n
		h.mu.Unlock()
	}
}
