package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// On paper there are all moments, addresses for sources and nothing to press: from
// the front page and the ledger the whole story, from a moment's page all up to it.
func TestPrint(t *testing.T) {
	st := published.Story
	for _, lang := range published.Languages {
		texts := published.Texts[lang]
		for path, moments := range map[string]int{
			lang + "/": len(st.Moments),
			view.Address{Lang: lang, Moment: st.Moments[2].ID}.Path(): 3,
			view.Address{Lang: lang, Moment: view.LedgerPage}.Path():  len(st.Moments),
		} {
			t.Run(path, func(t *testing.T) {
				p := open(t, path, options{width: 720, height: 1000, dark: true})
				assert.Equal(t, 0, eval[int](p, `[...document.querySelectorAll(".retelling li")].filter(e2e.visible).length`), "moments for paper on the screen")
				call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
				seen := eval[struct {
					Moments          []string
					Pressed, Sources []string
					Paper            string
					Pictures         int
				}](p, `({
					moments: [...document.querySelectorAll(".retelling h3")].filter(e2e.visible).map((e) => e.textContent),
					pressed: [...document.querySelectorAll("button, input, select, summary, .stepper a, .skip")].filter(e2e.visible).map(e2e.name),
					sources: [...document.querySelectorAll(".sources a")].filter((e) => !getComputedStyle(e, "::after").content.includes("attr(href)") && !getComputedStyle(e, "::after").content.includes(e.href)).map(e2e.name),
					paper: getComputedStyle(document.documentElement).getPropertyValue("--paper").trim(),
					pictures: [...document.querySelectorAll("[data-bench] .fluid")].filter(e2e.visible).length,
				})`)
				assert.Len(t, seen.Moments, moments)
				for i, title := range seen.Moments {
					assert.Contains(t, title, texts.Get("moment."+st.Moments[i].ID+".title"))
				}
				assert.Empty(t, seen.Pressed, "controls on paper")
				assert.Empty(t, seen.Sources, "sources without an address")
				assert.Equal(t, "#fff", seen.Paper)
				assertNoSidewaysScroll(p)
				pdf := call(p, page.PrintToPDF, page.PrintToPDFParams{}).Data
				assert.Equal(t, "%PDF-", string(pdf[:5]))
			})
		}
	}
}
