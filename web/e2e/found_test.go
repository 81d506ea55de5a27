package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/storage"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A newer version is found when a page is opened, when it is looked at again, and every
// hour while it is open.
func TestUpdateIsFound(t *testing.T) {
	next, err := nextVersion()
	require.NoError(t, err)
	const clock = `
		const set = window.setInterval, now = performance.now.bind(performance);
		window.setInterval = (task, after) => { if (after === 3600e3) window.hourly = task; return set(task, after); };
		performance.now = () => now() + (window.later ?? 0);`
	for name, happens := range map[string]func(*tab){
		"opened": func(p *tab) { p.visit("en/first-count/") },
		"looked at again": func(p *tab) {
			eval[any](p, `(window.later = 61e3, document.dispatchEvent(new Event("visibilitychange")))`)
		},
		"an hour later": func(p *tab) { eval[any](p, `window.hourly()`) },
	} {
		t.Run(name, func(t *testing.T) {
			h := newOrigin(t, published)
			p := keeping(t, h, options{before: free + clock})
			p.visit("en/")
			p.kept("en")
			p.until(`!!window.hourly`)
			h.publish(next)
			happens(p)
			p.until(news + `.includes("` + published.Texts["en"].Get("device.apply") + `")`)
			assertOld(p)
		})
	}
}

// An embed keeps nothing of its own, and takes nothing of what the site has kept but the
// program, whose address says what is in it.
func TestEmbedsDoWithoutTheWorker(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free})
	const path = "en/embed/chart/first-count/"
	explore := func() []string {
		p.visit(path)
		p.click(".chart .fluid")
		p.until(`document.documentElement.dataset.app === "ready"`)
		return h.transferred()
	}
	call(p, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}) // the browser's own, past the worker
	assert.Subset(t, explore(), []string{path, published.asset("app.wasm")}, "came from the network")
	assert.False(t, eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => !!r)`))
	assert.Empty(t, eval[[]string](p, `caches.keys()`))
	assert.Equal(t, 0, eval[int](p, `localStorage.length + sessionStorage.length`))
	p.visit("en/")
	p.kept("en")
	h.transferred()
	p.visit("en/first-count/")
	p.takeOver()
	assert.NotContains(t, h.transferred(), published.asset("app.wasm"))
	again := explore()
	assert.Subset(t, again, []string{path, published.asset("story.en.txt")}, "came from the network")
	assert.NotContains(t, again, published.asset("app.wasm"))
}

// In a folder of a host the site is kept as it is at its top, and nothing beside it.
func TestKeptInAFolder(t *testing.T) {
	h := newOriginIn(t, published, "news/explainer/")
	p := keeping(t, h, options{before: free, expect: refused})
	p.visit("en/")
	p.kept("en")
	assert.Equal(t, h.url, eval[string](p, `navigator.serviceWorker.getRegistration().then((r) => r.scope)`))
	assert.Equal(t, h.url+"en/", eval[string](p, `(async () => {
		const link = document.querySelector("link[rel=manifest]").href;
		return new URL((await (await fetch(link)).json()).start_url, link).href;
	})()`))
	p.alone(h)
	p.visit("en/first-count/")
	p.takeOver()
	assertParity(p)
	p.visit("ko/")
	assert.Equal(t, h.url+"en/", eval[string](p, `document.querySelector("main a").href`))
	p.click("main a")
	p.at("en/")
}

// Where there is no room, saving says that it failed and what was there stays; and a
// device that can keep nothing at all has the pages all the same.
func TestNoRoomToSave(t *testing.T) {
	quota := func(p *tab, h *origin, size float64) {
		call(p, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: strings.TrimSuffix(h.url, "/"), QuotaSize: &size})
	}
	t.Run("for another language", func(t *testing.T) {
		h := newOrigin(t, published)
		p := keeping(t, h, options{before: free, expect: append(refused, "Quota")})
		p.visit("en/")
		p.kept("en")
		quota(p, h, eval[float64](p, `navigator.storage.estimate().then(({usage}) => usage)`)+1<<17)
		eval[any](p, `document.querySelector(".kept summary").click()`)
		p.until(`!!document.querySelector(".kept [lang=uk] + button")`)
		eval[any](p, `document.querySelector(".kept [lang=uk] + button").click()`)
		p.until(`document.querySelector(".kept [role=alert]")?.innerText === ` + "`" + published.Texts["en"].Get("device.failed") + "`")
		p.opensKept(h, "en/first-count/")
	})
	t.Run("for anything", func(t *testing.T) {
		h := newOrigin(t, published)
		p := keeping(t, h, options{before: free, expect: []string{"Quota"}})
		p.visit("en/embed/") // a page that keeps nothing
		quota(p, h, 1<<15)
		p.visit("en/")
		p.takeOver()
		p.until(`navigator.serviceWorker.getRegistration().then((r) => !r?.active && !r?.installing)`)
		assert.Equal(t, 0, eval[int](p, `document.querySelectorAll(".kept, .notice").length`))
		assert.Empty(t, eval[[]string](p, `caches.keys()`), "half of a version is not left behind")
		p.visit("en/first-count/")
		p.takeOver()
		assertParity(p)
	})
}
