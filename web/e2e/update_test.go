package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// whole asserts that the tab's page is of one version, opens, and runs the program of
// that version.
func whole(p *tab, want *publication, path string) {
	p.t.Helper()
	p.visit(path)
	assertWhole(p, want)
}

func assertWhole(p *tab, want *publication) {
	p.t.Helper()
	assert.Equal(p.t, p.root+want.asset("app.wasm"), eval[string](p, `new URL(document.documentElement.dataset.wasm, document.baseURI).href`), "the version of the page")
	p.meant(func() { p.hover(`[class="chart"] .fluid, .ledger .count`) })
	// The program itself was fetched by a worker, whose requests the page does not list.
	read := eval[[]string](p, `performance.getEntriesByType("resource").map((e) => e.name).filter((name) => name.includes("/story."))`)
	assert.Equal(p.t, []string{p.root + want.asset("story."+eval[string](p, `document.documentElement.lang`)+".txt")}, read, "the version of the program's data")
}

// sibling is a second tab of the same reader.
func sibling(p *tab) *tab {
	p.t.Helper()
	q := &tab{t: p.t, root: p.root, opts: p.opts, seen: &record{}}
	ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithListener(q.seen.note))
	p.t.Cleanup(cancel)
	require.NoError(p.t, chromedp.Do(ctx))
	q.ctx = ctx
	q.arrange()
	return q
}

// look asks for a newer version, as the page does by itself when it is opened, focused
// and every hour.
const look = `navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true, () => false)`

const news = `(document.querySelector(".notice .line:not([hidden])")?.innerText ?? "")`

// An update that is found while two tabs are open tells what changed and changes
// nothing; a tap in one tab shows it there, at the same address, and leaves the other
// as it is, working.
func TestUpdateWhileTwoTabsAreOpen(t *testing.T) {
	next, err := nextVersion()
	require.NoError(t, err)
	h := newOrigin(t, published)
	a := keeping(t, h, options{before: free})
	a.visit("en/")
	a.kept("en")
	state := "en/first-count/?actor=us&asof=2024-10-29"
	a.visit(state)
	b := sibling(a)
	b.visit("en/count-doubles/")

	h.publish(next)
	eval[any](a, look)
	en := published.Texts["en"]
	for _, p := range []*tab{a, b} {
		p.until(news + ` !== ""`)
		told := eval[string](p, news)
		for _, part := range []string{"1 new claim,", "1 figure corrected", "1 claim revised", en.Get("device.apply")} {
			assert.Contains(t, told, part)
		}
		links := eval[[]string](p, `[...document.querySelectorAll(".notice .line a")].map((a) => a.href)`)
		for _, id := range []string{correctedClaim, newClaim, revisedClaim} {
			assert.Contains(t, links, p.root+"en/claims/#claim-"+id)
		}
		assertOld(p)
	}

	stay(b)
	a.click(".notice .line > button:not(.close)")
	a.until(fmt.Sprintf(`new URL(document.documentElement.dataset.wasm, document.baseURI).href === %q && document.readyState === "complete"`, a.root+next.asset("app.wasm")))
	assert.Equal(t, a.root+state, eval[string](a, `location.href`), "the address is the state")
	assertWhole(a, next)
	assertStayed(b)
	assertWhole(b, published) // its program, though the server has another by now
	assert.Contains(t, eval[string](a, `(async () => (await caches.keys()).length)().then(String)`), "2", "both versions are kept while both are open")

	// A link to a changed claim leads there in the new version.
	a.until(news + ` !== ""`)
	eval[any](a, `document.querySelector(".notice details").open = true`)
	a.click(`.notice a[href$="` + newClaim + `"]`)
	a.at("en/claims/")
	assert.True(t, eval[bool](a, `!!document.getElementById("claim-`+newClaim+`")`))

	// When the old version's tab is gone, so is what it needed.
	call(b, page.Close, cdp.Empty{})
	a.visit("en/")
	a.until(`caches.keys().then((names) => names.length === 1)`)
	assertWhole(a, next)
}

func assertOld(p *tab) {
	p.t.Helper()
	assert.Equal(p.t, p.root+published.asset("app.wasm"), eval[string](p, `new URL(document.documentElement.dataset.wasm, document.baseURI).href`))
}

// Whatever an update meets with, the reader has a whole version, the old one until the
// new one is whole; and once nothing is in its way, the update comes.
func TestUpdateMishaps(t *testing.T) {
	next, err := nextVersion()
	require.NoError(t, err)
	wasm, moment, data := next.asset("app.wasm"), "en/first-count/", next.asset("story.en.txt")
	file := func(path string) []byte {
		f, ok := next.site.Files.Get(path)
		require.True(t, ok, path)
		return f.Body
	}
	answer := func(status int, mime string, body []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", mime)
			w.WriteHeader(status)
			_, _ = w.Write(body)
		}
	}
	cut := func(mime string, body []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", mime)
			w.Header().Set("Content-Length", fmt.Sprint(len(body)))
			_, _ = w.Write(body[:len(body)/2])
			panic(http.ErrAbortHandler) // the connection breaks
		}
	}
	const html, binary, text = "text/html; charset=utf-8", "application/wasm", "text/plain; charset=utf-8"
	portal := []byte("<!doctype html><title>Sign in to the network</title>")
	half := file(wasm)[:len(file(wasm))/2]
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: []string{"status 500", "Failed to load", "request failed", "MIME type", "SSL", "status 404"}})
	p.visit("en/")
	p.kept("en")
	old := eval[string](p, `caches.keys().then((names) => names.join())`)
	h.publish(next)
	for _, tt := range []struct {
		name   string
		broken map[string]http.HandlerFunc
	}{
		{"interrupted half-way", map[string]http.HandlerFunc{wasm: cut(binary, file(wasm))}},
		{"server error for everything", map[string]http.HandlerFunc{"": answer(500, text, []byte("oops"))}},
		{"server error for a page", map[string]http.HandlerFunc{moment: answer(500, html, file(moment+"index.html"))}},
		{"page cut off", map[string]http.HandlerFunc{moment: answer(200, html, file(moment + "index.html")[:2000])}},
		{"page of the wrong type", map[string]http.HandlerFunc{moment: answer(200, text, file(moment+"index.html"))}},
		{"program cut off", map[string]http.HandlerFunc{wasm: answer(200, binary, half)}},
		{"program of the wrong type", map[string]http.HandlerFunc{wasm: answer(200, html, file(wasm))}},
		{"captive portal for the program", map[string]http.HandlerFunc{wasm: answer(200, html, portal)}},
		{"captive portal for everything", map[string]http.HandlerFunc{"": answer(200, html, portal)}},
		{"story of another version", map[string]http.HandlerFunc{data: answer(200, text, []byte("bukti-story 1\n"))}},
	} {
		h.breaks(tt.broken)
		eval[any](p, look)
		p.until(`navigator.serviceWorker.getRegistration().then((r) => !r.installing)`)
		assert.False(t, eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => !!r.waiting)`), "%s: a version that is not whole was installed", tt.name)
		// What came of it would be kept, and the next attempt is to ask for everything.
		eval[any](p, fmt.Sprintf(`caches.keys().then((names) => Promise.all(names.map((name) => name === %q || caches.delete(name)))).then(() => true)`, old))
		call(p, network.ClearBrowserCache, cdp.Empty{})
		for _, path := range []string{"en/", moment, "en/claims/"} {
			whole(p, published, path)
		}
	}

	h.breaks(nil)
	eval[any](p, look)
	p.until(news + `.includes("` + published.Texts["en"].Get("device.apply") + `")`)
	p.alone(h) // the new version is whole: it needs nobody
	p.click(".notice .line > button:not(.close)")
	p.until(fmt.Sprintf(`document.documentElement.dataset.wasm?.endsWith(%q) && document.readyState === "complete"`, strings.TrimPrefix(next.asset("app.wasm"), "assets/")))
	whole(p, next, moment)
}

// allow sets how many bytes an origin may keep beyond what it does.
func (p *tab) allow(h *origin, more float64) {
	p.t.Helper()
	size := eval[float64](p, `navigator.storage.estimate().then(({usage}) => usage)`) + more
	call(p, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: strings.TrimSuffix(h.url, "/"), QuotaSize: &size})
}

// Where there is no room for a newer version beside the old one, the old one stays.
func TestUpdateWithoutRoom(t *testing.T) {
	next, err := nextVersion()
	require.NoError(t, err)
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: []string{"Quota", "status 404"}})
	p.visit("en/")
	p.kept("en")
	h.publish(next)
	p.allow(h, 200_000)
	eval[any](p, look)
	p.until(news + `.includes("` + published.Texts["en"].Get("device.behind")[:20] + `")`)
	assert.Equal(t, 1, eval[int](p, `caches.keys().then((keys) => keys.length)`), "what there was no room for is not left behind")
	whole(p, published, "en/first-count/")

	call(p, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: strings.TrimSuffix(h.url, "/")})
	eval[any](p, look)
	p.until(`navigator.serviceWorker.getRegistration().then((r) => !!r.waiting)`)
}

// A language that there is no room for leaves nothing behind, and where a newer version
// has room without the program only, it comes without it.
func TestUpdateAfterASaveWithoutRoom(t *testing.T) {
	next, err := nextVersion()
	require.NoError(t, err)
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: []string{"Quota", "status 404"}})
	p.visit("en/")
	p.kept("en")
	pages := eval[float64](p, asks+`({do: "state"}).then((state) => state.languages.en.size)`)
	before := eval[int](p, held)
	p.allow(h, 300_000)
	assert.Equal(t, "QuotaExceededError", eval[string](p, asks+`({do: "save", lang: "uk", program: true}).then(({failed}) => failed)`))
	assert.Equal(t, before, eval[int](p, held), "what there was no room for is not left behind")
	assert.False(t, eval[bool](p, asks+`({do: "state"}).then((state) => state.languages.uk.saved)`))

	p.allow(h, pages+300_000)
	h.publish(next)
	eval[any](p, look)
	p.until(`navigator.serviceWorker.getRegistration().then((r) => !!r.waiting)`)
	assert.Equal(t, []bool{true, false}, eval[[]bool](p, `caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).some(({url}) => url.endsWith(".wasm")))))`), "which versions have the program")
	p.click(".notice .line > button:not(.close)")
	p.until(fmt.Sprintf(`document.documentElement.dataset.wasm?.endsWith(%q) && document.readyState === "complete"`, strings.TrimPrefix(next.asset("app.wasm"), "assets/")))
	assert.True(t, eval[bool](p, asks+`({do: "state"}).then((state) => state.languages.en.saved)`))
}
