package e2e

import (
	"fmt"
	"net/http"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/web/asset"
	"bukti/web/server"
)

// Left alone, a page fetches the program on a fast and free connection only.
func TestThrift(t *testing.T) {
	wasm := published.asset("app.wasm")
	for _, tt := range []struct {
		connection string // what the browser says of it
		mouse      bool
		fetches    bool
	}{
		{`{effectiveType: "4g", downlink: 10, saveData: false}`, false, true},
		{`{effectiveType: "4g", downlink: 10, saveData: true}`, true, false},
		{`{effectiveType: "4g", downlink: 1.5, saveData: false}`, true, false},
		{`{effectiveType: "3g", downlink: 10, saveData: false}`, true, false},
		{`{effectiveType: "2g", downlink: 0.2, saveData: false}`, true, false},
		{`undefined`, false, false},
		{`undefined`, true, true},
	} {
		t.Run(fmt.Sprintf("%s, a mouse %t", tt.connection, tt.mouse), func(t *testing.T) {
			h := newOrigin(t, published)
			p := newTab(t, options{before: fmt.Sprintf(`
				Object.defineProperty(navigator, "connection", {value: %s});
				window.matchMedia = () => ({matches: %t});`, tt.connection, tt.mouse)})
			p.root = h.url
			p.visit(published.editions()[0].path)
			// The loader asks for the program when the page is idle.
			eval[any](p, `new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle)))`)
			eval[any](p, `e2e.frames(10)`)
			fetched := func() bool { return h.counts()[wasm] > 0 } // by a worker, whose requests are not the tab's
			if tt.fetches {
				assert.Eventually(t, fetched, patience, 20*time.Millisecond)
			} else {
				assert.False(t, fetched())
			}
		})
	}
}

// A download that stalls shortly before its end keeps nobody from reading on.
func TestStalledDownload(t *testing.T) {
	wasm, ok := published.site.Files.Get(published.asset("app.wasm"))
	require.True(t, ok)
	site := server.New(published.site.Files, server.Options{Languages: published.site.Languages})
	stalled := make(chan struct{}, 16)
	url, err := serve(t.Context(), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/"+wasm.Path {
			site.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", asset.TypeWASM)
		w.Header().Set("Content-Length", strconv.Itoa(len(wasm.Body)))
		_, _ = w.Write(wasm.Body[:len(wasm.Body)*9/10])
		_ = http.NewResponseController(w).Flush()
		stalled <- struct{}{}
		<-r.Context().Done()
	}))
	require.NoError(t, err)
	p := newTab(t, options{width: 360, height: 740, before: metered})
	p.root = url
	p.visit(published.editions()[0].path)
	p.pointAtChart()
	select {
	case <-stalled:
	case <-time.After(patience):
		require.Fail(t, "the program was not asked for")
	}
	assert.Equal(t, "loading", eval[string](p, `document.documentElement.dataset.app`))
	assertParity(p)
	for _, e := range published.editions()[1:3] {
		p.click("[data-bench=next]")
		p.at(e.path)
		assertParity(p)
	}
}

// What is kept on the device costs nothing: on the next visit the program is made ready
// before it is asked for, be the connection as it may.
func TestKeptProgramIsMadeReady(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free})
	p.visit("en/")
	p.kept("en")
	p.alone(h)
	p.opts.before = metered
	q := sibling(p)
	q.visit("en/first-count/")
	q.until(`document.documentElement.dataset.app === "loading"`)
	q.takeOver()
	assertParity(q)
}
