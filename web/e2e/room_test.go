package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// room is what a language and the program may take on the reader's device, in bytes.
const room = 4_000_000

// held is the bytes of all bodies that the caches hold, as they lie there.
const held = `(async () => {
	let n = 0;
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		for (const key of await cache.keys()) n += (await (await cache.match(key)).arrayBuffer()).byteLength;
	}
	return n;
})()`

// takes is what the worker says that a language takes, with the program.
func (p *tab) takes(lang string) int {
	p.t.Helper()
	state := eval[json.RawMessage](p, asks+`({do: "state"})`)
	var said struct {
		Languages map[string]struct{ Size int }
		Program   struct{ Size int }
	}
	require.NoError(p.t, json.Unmarshal(state, &said))
	return said.Languages[lang].Size + said.Program.Size
}

// opensKept opens a page with the server stopped, as it was published, and runs the
// program.
func (p *tab) opensKept(h *origin, path string) {
	p.t.Helper()
	p.alone(h)
	p.visit(path)
	p.takeOver()
	assertParity(p)
	h.start()
}

// A language takes little room, and as much as the reader is told.
func TestRoom(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: []string{"ERR_CONNECTION_REFUSED"}})
	p.visit("en/")
	p.kept("en")
	n := eval[int](p, held)
	assert.LessOrEqual(t, n, room)
	assert.LessOrEqual(t, eval[int](p, `navigator.storage.estimate().then(({usage}) => usage)`), room)
	assert.InEpsilon(t, n, p.takes("en"), .05, "what the reader is told")
	p.opensKept(h, "en/first-count/")
}

// Before a download begins, the reader is told how much it is, and meanwhile how far
// it has come.
func TestRoomIsToldBefore(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: metered})
	p.visit("en/")
	p.until(asks + `({do: "state"}).then((state) => !!state?.languages.en.saved)`)
	before := eval[int](p, held)
	p.until(`!!document.querySelector(".kept summary")`)
	eval[any](p, `document.querySelector(".kept summary").click()`)
	p.until(`!!document.querySelector(".kept [lang=uk] + button")`)
	assert.Contains(t, eval[string](p, `document.querySelector(".kept [lang=uk] + button").innerText`), fmt.Sprintf("%.1f", float64(p.takes("uk"))/1e6))
	eval[any](p, `new Promise((seen) => {
		document.querySelector(".kept [lang=uk] + button").click();
		const bar = document.querySelector(".kept progress");
		new MutationObserver(() => { window.far = [bar.value, bar.max]; seen(); }).observe(bar, {attributes: true});
	})`)
	p.until(`!!document.querySelector(".kept [lang=uk] + .saved")`)
	far := eval[[2]float64](p, `window.far`)
	assert.Positive(t, far[0])
	assert.EqualValues(t, p.takes("uk"), far[1], "the end that the bar runs to")
	// Scripts and style were there with the other language.
	came := eval[int](p, held) - before
	assert.Less(t, came, p.takes("uk"))
	assert.Greater(t, came, p.takes("uk")*8/10)
}

// A browser that cannot compress keeps the program as it is, says so, and has it still
// when it has learned to.
func TestRoomWithoutCompression(t *testing.T) {
	h := newOrigin(t, published)
	sw, ok := published.site.Files.Get("sw.js")
	require.True(t, ok)
	h.breaks(map[string]http.HandlerFunc{"sw.js": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", sw.Type)
		_, _ = fmt.Fprintf(w, "delete self.CompressionStream; delete self.DecompressionStream; %s", sw.Body)
	}})
	p := keeping(t, h, options{before: free, expect: []string{"ERR_CONNECTION_REFUSED"}})
	p.visit("en/")
	p.kept("en")
	n := eval[int](p, held)
	assert.Greater(t, n, len(published.program.Wasm))
	assert.InEpsilon(t, n, p.takes("en"), .05)
	p.opensKept(h, "en/first-count/")

	h.breaks(nil)
	eval[any](p, look)
	p.until(`navigator.serviceWorker.getRegistration().then((r) => !!r.waiting)`)
	eval[any](p, `navigator.serviceWorker.getRegistration().then((r) => { r.waiting.postMessage({do: "apply"}, [new MessageChannel().port2]); })`)
	p.until(`navigator.serviceWorker.getRegistration().then((r) => !r.waiting && r.active.state === "activated")`)
	p.opensKept(h, "en/count-doubles/")
}
