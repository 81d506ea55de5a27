package e2e

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/web/server"
	"bukti/web/site"
	"bukti/web/static/basemap"
)

// The demonstration shows an embed of every kind, each with its content and none with a
// complaint, and is there only where it is asked for.
func TestDemo(t *testing.T) {
	_, there := published.site.Files.Get("demo/index.html")
	assert.False(t, there, "published unasked")

	world, err := basemap.World()
	require.NoError(t, err)
	built, err := site.Build(published.Loaded, site.Options{World: world, Demo: true})
	require.NoError(t, err)
	ln, err := server.Listen("127.0.0.1:0")
	require.NoError(t, err)
	host := &http.Server{Handler: server.New(built.Files, server.Options{Languages: built.Languages})}
	t.Cleanup(func() { _ = host.Close() })
	go func() { _ = host.Serve(ln) }()

	for _, width := range []int64{360, 1280} {
		p := newTab(t, options{width: width, height: 12000})
		p.root = "http://" + ln.Addr().String() + "/"
		p.visit("demo/")
		const frames = `[...document.querySelectorAll("iframe, bukti-embed")].map((e) => e.shadowRoot?.querySelector("iframe") ?? e)`
		p.until(frames + `.every((e) => e.localName === "iframe" && e.title && e.clientHeight > 300)`)
		assert.GreaterOrEqual(t, eval[int](p, frames+`.length`), 6)
		p.until(`[...document.querySelectorAll("bukti-embed")].every((e) => !e.shadowRoot.querySelector("slot"))`) // each has spoken
		assertNoSidewaysScroll(p)
	}
}
