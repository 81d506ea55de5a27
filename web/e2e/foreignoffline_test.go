//go:build audit

package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// In other browsers too, after one visit to the front page and with the server stopped,
// every moment and view of the language opens, by link, by typed address and with any
// query, and can be explored.
func TestAuditOffline(t *testing.T) {
	for name, start := range foreigners {
		t.Run(name, func(t *testing.T) { auditOffline(t, start(t)) })
	}
}

func auditOffline(t *testing.T, f *foreign) {
	const lang = "en"
	h := newOrigin(t, published)
	f.visit(h.url + lang + "/")
	// It says nothing of the connection and has no mouse: the program is kept when the
	// reader explores.
	explore := func(target string) {
		f.until(`!!document.querySelector("` + target + `") && document.documentElement.dataset.app !== "failed"`)
		ask[any](f, `document.querySelector("`+target+`").dispatchEvent(new PointerEvent("pointerdown", {bubbles: true, pointerType: "touch"}))`)
		f.until(`document.documentElement.dataset.app === "ready"`)
	}
	explore(".chart .fluid")
	f.until(fmt.Sprintf(asks+`({do: "state"}).then((state) => !!state && state.languages[%q].saved && state.program.saved)`, lang))
	assert.LessOrEqual(t, ask[int](f, held), room)
	h.stop()

	texts, st := published.Texts[lang], published.Story
	title := texts.Get("story.title")
	shows := func(path string) {
		t.Helper()
		f.until(fmt.Sprintf(`location.href === %q && document.querySelector("h1")?.innerText === %q`, h.url+path, title))
	}
	for i, m := range st.Moments {
		path := view.Address{Lang: lang, Moment: m.ID}.Path()
		f.visit(h.url + path) // typed
		shows(path)
		status := view.NewFinding(st, texts, i).Title
		assert.Contains(t, ask[string](f, `document.querySelector("[data-bench=status]").textContent`), status)
		explore(".chart .fluid")
		f.visit(h.url + path + "?utm_source=elsewhere&asof=2024-10-20&actor=us")
		shows(path + "?utm_source=elsewhere&asof=2024-10-20&actor=us")
		f.until(`document.documentElement.dataset.app === "ready"`)

		f.visit(h.url + lang + "/")
		ask[any](f, fmt.Sprintf(`document.querySelector(".stepper li:nth-child(%d) a").click()`, i+1)) // by link
		f.until(fmt.Sprintf(`document.querySelector("[data-bench=status]")?.textContent.includes(%q)`, status))
	}
	ledger := view.Address{Lang: lang, Moment: view.LedgerPage}.Path()
	f.visit(h.url + ledger + "?actor=russia")
	f.until(`document.documentElement.dataset.app === "ready"`)
	assert.Less(t, ask[int](f, `[...document.querySelectorAll(".entries > li")].filter((e) => e.checkVisibility()).length`), len(st.Claims))

	for _, path := range []string{"data/claims.csv", "ko/first-count/", view.ImagePath(lang, st.Opening, ".png"), "en/embed/", "en/nowhere/"} {
		f.visit(h.url + path)
		f.until(fmt.Sprintf(`location.href === %q && document.querySelector("h1")?.innerText === %q`, h.url+path, texts.Get("lost.title")))
	}
}
