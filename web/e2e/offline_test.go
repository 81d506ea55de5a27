package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// On a connection that is fast and free the program is fetched, and kept, unasked.
const free = `Object.defineProperty(navigator, "connection", {value: {saveData: false, effectiveType: "4g", downlink: 10}});`

// keeping makes a tab that reads a host and lets it keep the site.
func keeping(t *testing.T, h *origin, opts options) *tab {
	t.Helper()
	opts.keeps = true
	p := newTab(t, opts)
	p.root = h.url
	return p
}

// asks asks the worker in force, as the page does.
const asks = `(async (message) => {
	const registration = await navigator.serviceWorker.getRegistration();
	if (!registration?.active) return null;
	const {port1, port2} = new MessageChannel();
	return new Promise((done) => {
		port1.onmessage = ({data}) => ("done" in data || "failed" in data) && done(data.done ?? data);
		registration.active.postMessage(message, [port2]);
	});
})`

// kept waits until a language is kept whole, with the program.
func (p *tab) kept(lang string) {
	p.t.Helper()
	p.until(fmt.Sprintf(asks+`({do: "state"}).then((state) => !!state && state.languages[%q].saved && state.program.saved)`, lang))
}

// alone stops the host and empties the browser's own cache: what opens then is what the
// page has kept.
func (p *tab) alone(h *origin) {
	p.t.Helper()
	h.stop()
	call(p, network.ClearBrowserCache, cdp.Empty{})
}

// After one visit to the front page, with the server stopped, every page of the
// language opens, by every form of its address, and can be explored.
func TestOfflineAfterOneVisit(t *testing.T) {
	lang := "en"
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: []string{"ERR_CONNECTION_REFUSED", "503"}})
	p.visit(lang + "/")
	p.kept(lang)
	p.alone(h)

	for _, e := range published.editions() {
		if e.lang != lang || e.path == "" {
			continue
		}
		t.Run(e.name(), func(t *testing.T) {
			p.t = t
			p.visit(e.path)
			assert.Equal(t, e.lead(), eval[string](p, `document.querySelector("[data-bench=status] strong").innerText.trim()`))
			p.takeOver()
			assertParity(p)
			p.click("[data-bench=next]")
			p.until(`!location.href.startsWith("` + p.root + e.path + `") || ` + fmt.Sprint(e.path == lang+"/"))
		})
	}
	p.t = t
	moment := published.Story.Moments[2].ID
	for _, typed := range []string{
		lang, lang + "/" + moment, lang + "/index.html", lang + "/?utm_source=elsewhere",
		lang + "/" + moment + "/?asof=2024-10-20&basis=happened&actor=us", lang + "/" + moment + "?claim=nis-1500#claim-nis-1500",
	} {
		p.visit(typed)
		assert.Equal(t, published.Texts[lang].Get("story.title"), eval[string](p, `document.querySelector("h1").innerText`), typed)
		if _, query, ok := strings.Cut(typed, "?"); ok {
			query, _, _ = strings.Cut(query, "#")
			assert.Equal(t, "?"+query, eval[string](p, `location.search`))
		}
	}
	p.visit(view.Address{Lang: lang, Moment: view.LedgerPage}.Path() + "?actor=russia")
	p.until(`document.documentElement.dataset.app === "ready"`)
	assert.Less(t, eval[int](p, `[...document.querySelectorAll(".entries > li")].filter(e2e.visible).length`), len(published.Story.Claims))
}

// The second visit transfers nothing but the question whether there is something new.
func TestSecondVisitTransfersNothing(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free})
	p.visit("en/")
	p.kept("en")
	eval[any](p, `fetch(document.querySelector("link[rel=manifest]").href)`)
	for _, e := range published.editions() {
		if e.lang == "en" && e.path != "" {
			h.transferred()
			p.visit(e.path)
			assert.Empty(t, h.transferred(), e.path)
		}
	}
	p.takeOver()
	assertParity(p)
	assert.Empty(t, h.transferred())
}

// What is not kept says so in a language that is, and leads on.
func TestWhatIsNotKeptSaysSo(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: []string{"ERR_CONNECTION_REFUSED", "503", "Failed to load resource"}})
	p.visit("en/")
	p.kept("en")
	p.alone(h)
	en := published.Texts["en"]
	for _, path := range []string{
		"ko/first-count/?asof=2024-10-20&actor=us", "image/en/first-count.png", "en/nowhere/", "data/claims.csv", "data/claims.json", "feed.xml",
		"en/embed/", "en/embed/chart/first-count/?theme=dark", "oembed?url=elsewhere",
		"en/nowhere/?a=1&copy=2", "en/nowhere/?$&=$$", "en/nowhere/?$`https://elsewhere.example/",
	} {
		p.visit(path)
		assert.Equal(t, en.Get("lost.title"), eval[string](p, `document.querySelector("h1").innerText`), path)
		assert.Equal(t, p.root+path, eval[string](p, `[...document.querySelectorAll("main a")].at(-1).href`))
	}
	p.click("main a")
	p.at("en/")
	p.visit("en/claims/")
	eval[any](p, `document.querySelector("a[href$='data/claims.csv']").click()`)
	p.until(fmt.Sprintf(`location.href === %q && document.querySelector("h1").innerText === %q`, p.root+"data/claims.csv", en.Get("lost.title")))
	p.visit("") // the default language is not kept, but the address has no language
	p.at("en/")

	h.start()
	p.visit("ko/first-count/")
	assert.Equal(t, "ko", eval[string](p, `document.documentElement.lang`))
	p.kept("ko")
}

// An embed that is framed on the site's own origin is asked for once, with the worker too.
func TestEmbedOnItsOwnSiteIsFetchedOnce(t *testing.T) {
	h := newOrigin(t, published)
	const embed = "en/embed/chart/"
	var asked atomic.Int32
	h.breaks(map[string]http.HandlerFunc{
		"article": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, `<!doctype html><title>Article</title><link rel="icon" href="data:,"><iframe src="/`+embed+`"></iframe>`)
		},
		embed: func(w http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			h.handler.ServeHTTP(w, r)
		},
	})
	p := keeping(t, h, options{before: metered})
	p.visit("en/")
	p.until(asks + `({do: "state"}).then((state) => !!state?.languages.en.saved)`)
	p.visit("article")
	assert.NotNil(t, eval[any](p, `frames[0].document.querySelector(".embed").dataset.moment`))
	assert.EqualValues(t, 1, asked.Load())
}
