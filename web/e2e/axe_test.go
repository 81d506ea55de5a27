package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// peer reads a file of other people's work, fetched first where it is missing, as
// after a plain `go test ./...` in a fresh clone.
func peer(t testing.TB, path string) string {
	t.Helper()
	require.NoError(t, peers(), "fetching what the tests run against")
	text, err := os.ReadFile(filepath.Join(root, "web/e2e/peers/node_modules", path))
	require.NoError(t, err)
	return string(text)
}

var peers = sync.OnceValue(func() error {
	if _, err := os.Stat(filepath.Join(root, "web/e2e/peers/node_modules")); err == nil {
		return nil
	}
	fetch := exec.Command("make", "web/e2e/peers/node_modules")
	fetch.Dir = root
	if out, err := fetch.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
})

// axe reports what axe-core finds wrong with the page as it stands, in light and in
// dark, which differ in nothing but colours.
func (p *tab) axe() []string {
	p.t.Helper()
	if !eval[bool](p, `"axe" in window`) {
		// Through the protocol, which the page's policy does not bind.
		do(p, chromedp.Evaluate[chromedp.Void](peer(p.t, "axe-core/axe.min.js")))
	}
	run := func(rules string) []string {
		return eval[[]string](p, `axe.run(document, {resultTypes: ["violations"], `+rules+`})
			.then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + " " + n.target.join(" ") + ": " + n.failureSummary)))`)
	}
	found := run("")
	p.prefer("prefers-color-scheme", "dark")
	found = append(found, run(`runOnly: ["color-contrast"]`)...)
	p.prefer("prefers-color-scheme", "light")
	return found
}

// axe-core finds no barrier: on any kind of page, in any language, light or dark, as
// it was rendered and as it runs, with the card open and the filters used. What
// languages differ in is their words and their direction, so all kinds of pages are
// looked at in one of each direction.
func TestAxe(t *testing.T) {
	for _, lang := range published.Languages {
		t.Run(lang, func(t *testing.T) {
			p := newTab(t, options{width: 360, height: 800, expect: []string{"404"}})
			clear := func(what string) {
				t.Helper()
				assert.Empty(t, p.axe(), what)
			}
			paths := []string{lang + "/", lang + "/" + view.LedgerPage + "/"}
			if lang == published.Languages[0] || published.Texts[lang].Dir == "rtl" {
				paths = append(paths, lang+"/nowhere/")
				for _, embed := range view.Embeds {
					paths = append(paths, view.Address{Lang: lang, Embed: embed}.Path())
				}
			}
			for _, path := range paths {
				p.visit(path)
				clear(path)
			}
			p.visit(lang + "/?actor=us&basis=happened")
			p.takeOver()
			p.focus(".plot .m[data-claim=nis-3000]")
			p.press(kb.Enter)
			p.until(`!!document.querySelector("#card:popover-open")`)
			clear("the card is open")
			p.click("#card .close")
			p.until(`!document.querySelector("#card:popover-open")`)
			p.setDay(published.Story.First)
			eval[any](p, `document.querySelectorAll("details").forEach((d) => { d.open = true })`)
			clear("nothing had been said")
			p.visit(lang + "/claims/?actor=russia&stance=confirms")
			p.meant(func() { p.hover(".ledger h2") })
			clear("no claim fits the filters")
			p.click("[data-act=reset]")
			clear("every claim fits the filters")
		})
	}
}
