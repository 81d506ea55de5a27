package e2e

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/web/site"
	"bukti/web/static/basemap"
)

// Chromium finds nothing that keeps the site from being installed. It refuses to
// install anything in the contexts of other tests, which are private.
func TestInstallable(t *testing.T) {
	require.NoError(t, browserErr)
	h := newOrigin(t, published)
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	require.NoError(t, chromedp.Do(ctx))
	for _, path := range []string{"", "en/", "ar/first-count/"} {
		bounded, stop := context.WithTimeout(ctx, patience)
		require.NoError(t, chromedp.Do(bounded, chromedp.Navigate(h.url+path)))
		m, err := chromedp.Call(bounded, page.GetAppManifest, page.GetAppManifestParams{})
		require.NoError(t, err)
		assert.Empty(t, m.Errors, path)
		lang, _, _ := strings.Cut(path, "/")
		if lang != "" {
			lang += "/"
		}
		assert.Equal(t, h.url+lang+"manifest.webmanifest", m.URL)
		found, err := chromedp.Call(bounded, page.GetInstallabilityErrors, cdp.Empty{})
		require.NoError(t, err)
		assert.Empty(t, found.InstallabilityErrors, path)
		stop()
	}
}

// Every language has a manifest, and what is none has none.
func TestManifestOfEachLanguage(t *testing.T) {
	status := map[string]int{"": 200, "xx/": 404, "EN/": 404, "en/first-count/": 404}
	for _, lang := range published.Languages {
		status[lang+"/"] = 200
	}
	for folder, want := range status {
		got, err := http.Get(published.url + folder + "manifest.webmanifest")
		require.NoError(t, err)
		require.NoError(t, got.Body.Close())
		assert.Equal(t, want, got.StatusCode, folder)
	}
}

// One control removes what is kept, the worker and the memory of the reader, and
// nothing of another site on the same host.
func TestForget(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free})
	p.visit("en/")
	p.kept("en")
	eval[any](p, `(async () => { localStorage.setItem("another", "1"); await caches.open("bukti /another/ 1"); await caches.open("another"); })()`)
	p.until(`!!document.querySelector(".kept summary")`)
	eval[any](p, `document.querySelector(".kept summary").click()`)
	p.until(`document.querySelectorAll(".kept li").length === ` + "5")
	eval[any](p, `document.querySelector(".kept div > p:last-child button").click()`)
	p.until(`document.querySelector(".kept").innerText.includes(` + "`" + published.Texts["en"].Get("device.forgot") + "`" + `)`)
	assert.ElementsMatch(t, []string{"another", "bukti /another/ 1"}, eval[[]string](p, `caches.keys()`))
	assert.Equal(t, []string{"another"}, eval[[]string](p, `Object.keys(localStorage)`))
	p.visit("en/first-count/")
	eval[any](p, `e2e.frames(30)`)
	assert.False(t, eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => !!r)`), "the same tab does not begin anew")
}

// What was forgotten stays so, in the tab and in others, though readers go on exploring
// where they are.
func TestForgettingLasts(t *testing.T) {
	h := newOrigin(t, published)
	a := keeping(t, h, options{before: metered})
	a.visit("en/")
	a.until(asks + `({do: "state"}).then((state) => !!state?.languages.en.saved)`)
	b := sibling(a)
	b.visit("en/first-count/")
	tabs := []*tab{b, a}
	for _, p := range tabs {
		call(p, page.BringToFront, cdp.Empty{})
		p.until(`!!document.querySelector(".kept summary")`)
		eval[any](p, `document.querySelector(".kept summary").click()`)
		p.until(`document.querySelectorAll(".kept li").length === 5`)
	}
	eval[any](a, `document.querySelector(".kept div > p:last-child button").click()`)
	for _, p := range tabs {
		p.until(`document.querySelector(".kept").innerText.includes(` + "`" + published.Texts["en"].Get("device.forgot") + "`" + `)`)
	}
	a.until(`caches.keys().then((names) => names.length === 0)`)
	for _, p := range tabs {
		call(p, page.BringToFront, cdp.Empty{})
		p.takeOver()
		eval[any](p, `fetch(document.querySelector("link[rel=icon]").href)`)
		eval[any](p, `(dispatchEvent(new Event("online")), document.querySelector(".kept summary").click(), document.querySelector(".kept summary").click())`)
		eval[any](p, `new Promise((rest) => setTimeout(rest, 1000))`)
		assert.Empty(t, eval[[]string](p, `caches.keys()`))
		assert.Empty(t, eval[[]string](p, `Object.keys(localStorage)`))
		assert.True(t, eval[bool](p, `document.querySelector(".notice .offline").hidden`), "the network is there")
		assert.Empty(t, eval[int](p, `document.querySelectorAll(".kept button").length`))
		p.visit("en/count-doubles/")
		eval[any](p, `e2e.frames(30)`)
		assert.False(t, eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => !!r)`), "a tab begins anew")
	}
}

// A language that is not open can be saved, with its size before.
func TestSaveAnotherLanguage(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: []string{"ERR_CONNECTION_REFUSED"}})
	p.visit("en/")
	p.kept("en")
	p.until(`!!document.querySelector(".kept summary")`)
	eval[any](p, `document.querySelector(".kept summary").click()`)
	p.until(`!!document.querySelector(".kept [lang=uk] + button")`)
	assert.Regexp(t, `\((0\.[89]|1|1\.[12])\sMB\)`, eval[string](p, `document.querySelector(".kept [lang=uk] + button").innerText`))
	eval[any](p, `document.querySelector(".kept [lang=uk] + button").click()`)
	p.until(`!!document.querySelector(".kept [lang=uk] + .saved")`)
	p.alone(h)
	p.visit("uk/first-count/?asof=2024-10-20")
	p.until(`document.documentElement.dataset.app === "ready"`)
}

// A site that retires its worker leaves nothing on readers' devices.
func TestRetiredWorker(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	built, err := site.Build(published.Loaded, site.Options{World: world, Program: published.program, Retire: true})
	require.NoError(t, err)
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free})
	p.visit("en/")
	p.kept("en")
	h.publish(&publication{Loaded: published.Loaded, site: built})
	eval[any](p, look)
	p.until(`caches.keys().then((names) => names.length === 0)`)
	p.visit("en/first-count/")
	assert.False(t, eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => !!r)`))
	assert.NotEmpty(t, h.transferred())
}

// Neither a wrong clock nor a cache that the browser has cleared leaves the reader
// without a page, and what was cleared is kept anew.
func TestClearedCachesAndWrongClock(t *testing.T) {
	h := newOrigin(t, published)
	old := `Date = class extends Date { constructor(...a) { super(...(a.length ? a : [946684800000])); } static now() { return 946684800000; } };`
	p := keeping(t, h, options{before: free + old, expect: []string{"ERR_CONNECTION_REFUSED"}})
	p.visit("en/")
	p.kept("en")
	eval[any](p, `caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))`)
	whole(p, published, "en/first-count/")
	p.kept("en")
	p.alone(h)
	whole(p, published, "en/count-doubles/")
}

// On a metered connection the pages are kept, and the program when the reader has
// asked for it by exploring.
func TestProgramIsNotKeptUnasked(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: metered})
	p.visit("en/")
	p.until(asks + `({do: "state"}).then((state) => !!state?.languages.en.saved)`)
	assert.False(t, eval[bool](p, asks+`({do: "state"}).then((state) => state.program.saved)`))
	assert.NotContains(t, h.transferred(), published.asset("app.wasm"))
	p.takeOver()
	p.kept("en")
}

// A worker that cannot be had at its place is not registered, and the page says
// nothing of it.
func TestNoWorkerNoWord(t *testing.T) {
	sw, _ := published.site.Files.Get("sw.js")
	for name, answer := range map[string]http.HandlerFunc{
		"gone":   func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(404) },
		"broken": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) },
		"of a scope that is not its own": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", sw.Type)
			w.Header().Set("Service-Worker-Allowed", "/elsewhere/")
			_, _ = w.Write(sw.Body)
		},
		"of the wrong type": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write(sw.Body)
		},
		"moved": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere/sw.js", http.StatusFound)
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newOrigin(t, published)
			h.breaks(map[string]http.HandlerFunc{"sw.js": answer})
			p := keeping(t, h, options{before: free, expect: []string{"status", "Failed to load", "bad HTTP response code", "MIME type", "redirect", "request failed", "max scope allowed"}})
			p.visit("en/")
			p.takeOver()
			eval[any](p, `e2e.frames(10)`)
			assert.Equal(t, 0, eval[int](p, `document.querySelectorAll(".kept, .notice").length`))
		})
	}
}
