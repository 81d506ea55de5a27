package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// On a connection that is fast and free the program is fetched, and kept, unasked.
const free = `Object.defineProperty(navigator, "connection", {value: {saveData: false, effectiveType: "4g", downlink: 10}});`

// keeping makes a tab that reads a host and lets it keep the site.
func keeping(t *testing.T, h *host, opts options) *tab {
	t.Helper()
	opts.keeps = true
	p := newTab(t, opts)
	p.root = h.url
	return p
}

// kept waits until a language is kept whole, with the program.
func (p *tab) kept(lang string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		if (!registration?.active) return false;
		const {port1, port2} = new MessageChannel();
		const state = await new Promise((done) => {
			port1.onmessage = ({data}) => done(data.done);
			registration.active.postMessage({do: "state"}, [port2]);
		});
		return state.languages[%q].saved && state.program.saved;
	})()`, lang))
}

// After one visit to the front page, with the server stopped, every page of the
// language opens, by every form of its address, and can be explored.
func TestOfflineAfterOneVisit(t *testing.T) {
	lang := "en"
	h := newHost(t, published)
	p := keeping(t, h, options{before: free, expect: []string{"ERR_CONNECTION_REFUSED", "503"}})
	p.visit(lang + "/")
	p.kept(lang)
	h.stop()

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
