package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// refused is what the console says of a server that is not there.
var refused = []string{"ERR_CONNECTION_REFUSED", "503", "Failed to load resource", "request failed: net::ERR_FAILED"}

// While there is no network a small mark says so, with the day of the data; it goes when
// the network is back.
func TestOfflineMark(t *testing.T) {
	const mark = `(document.querySelector(".notice .offline:not([hidden])")?.innerText ?? "")`
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: refused})
	p.visit("en/")
	p.kept("en")
	p.until(`!!document.querySelector(".notice") && ` + mark + ` === ""`)
	p.alone(h)
	p.visit("en/first-count/")
	en := published.Texts["en"]
	p.until(fmt.Sprintf(mark+` === %q`, en.Fill("device.offline", "day", view.Version(published.Story, en))))
	h.start()
	eval[any](p, `dispatchEvent(new Event("online"))`)
	p.until(mark + ` === ""`)
}

// What the page hands on, it hands on without a network: the link, by copying or by an
// app, an embed's code, and a citation.
func TestShareOffline(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free + clipboard + sending, expect: refused})
	p.visit("en/")
	p.kept("en")
	p.alone(h)
	state := "en/count-doubles/?asof=2024-10-24&actor=us"
	p.visit(state)
	p.takeOver()
	p.click(".share > summary")
	p.click(".share-link button")
	p.until(fmt.Sprintf(`window.copied === %q`, p.root+state))
	p.click(".share-native button")
	p.until(fmt.Sprintf(`window.sent?.url === %q`, p.root+state))
	p.click(".share-embed button")
	p.until(`!!document.querySelector("dialog.embedding[open]")`)
	p.until(`[...document.styleSheets].some(({href, cssRules}) => href?.includes("/embedding.") && cssRules.length > 0)`)
	assert.Contains(t, p.copied(view.AsElement), `asof="2024-10-24"`)
	assert.Contains(t, p.copied(view.AsFrame), p.root+"en/embed/")
	assert.Contains(t, eval[string](p, `document.querySelector(".embedding bukti-embed").innerText`), published.Texts["en"].Get("moment.count-doubles.title"), "stands where the preview would")

	p.visit("en/claims/")
	p.until(`document.documentElement.dataset.app !== "off"`)
	p.meant(func() { p.hover(".ledger .count") })
	eval[any](p, `document.querySelector(".cite button").click()`)
	id := strings.TrimPrefix(eval[string](p, `document.querySelector(".cite button").closest("[id]").id`), "claim-")
	model := &view.Model{Story: published.Story, Texts: published.Texts["en"]}
	p.until(fmt.Sprintf(`window.copied === %q`, view.Citation(model, published.Story.Claim(id))))
}

// A file that is not kept says so where its link is, and comes when the network does.
func TestDownloadOffline(t *testing.T) {
	h := newOrigin(t, published)
	p := keeping(t, h, options{before: free, expect: refused, whole: true})
	p.visit("en/")
	p.kept("en")
	p.alone(h)
	p.visit("en/first-count/")
	p.until(`!!document.querySelector(".notice .offline:not([hidden])")`)
	p.takeOver()
	p.click(".share > summary")
	image := view.ImagePath("en", "first-count", ".png")
	p.click(".share a[download]")
	en := published.Texts["en"]
	p.until(news + `.includes("` + en.Get("lost.text") + `")`)
	p.click(".notice .line > button:not(.close)")
	p.until(news + `.includes("` + en.Get("lost.again") + `")`)
	h.start()
	h.transferred()
	p.click(".notice .line > button:not(.close)")
	p.until(`document.querySelector(".notice .line").hidden`)
	assert.Eventually(t, func() bool {
		for _, path := range h.transferred() {
			if path == image {
				return true
			}
		}
		return false
	}, patience, 20_000_000)
}
