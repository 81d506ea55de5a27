package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// clipboard stands in for the system's, which no test may write to: it keeps what it
// is given, or refuses.
const (
	clipboard = `Object.defineProperty(navigator, "clipboard", {value: {writeText: async (text) => { window.copied = text; }}});`
	refusing  = `Object.defineProperty(navigator, "clipboard", {value: {writeText: async () => { throw new DOMException("no", "NotAllowedError"); }}});`
	without   = `Object.defineProperty(navigator, "clipboard", {value: undefined});`
	sending   = `navigator.share = async (what) => { window.sent = what; };`
	declining = `navigator.share = async () => { throw new DOMException("closed", "AbortError"); };`
)

// shared opens the share controls of a page that has been taken over.
func shared(t *testing.T, query string, opts options) *tab {
	t.Helper()
	p := explore(t, query, opts)
	p.click(".share > summary")
	p.until(`document.querySelector(".share").open`)
	return p
}

// The link leads to exactly what is shown: moment, day, basis, side.
func TestShareLink(t *testing.T) {
	lang := published.editions()[0].lang
	for _, query := range []string{"", "?asof=2024-10-18&basis=happened&actor=us"} {
		p := shared(t, query, options{before: clipboard})
		p.click(".share-link button")
		p.until(fmt.Sprintf(`window.copied === %q`, p.root+lang+"/"+query))
		p.until(fmt.Sprintf(`document.querySelector(".share-link button").textContent === %q`, published.Texts[lang].Get("cite.copied")))
		p.until(fmt.Sprintf(`document.querySelector(".share-link button").textContent === %q`, published.Texts[lang].Get("share.link")))
	}
	p := shared(t, "", options{before: clipboard})
	next := p.root + view.Address{Lang: lang, Moment: published.Story.Moments[published.Story.MomentIndex(published.Story.Opening)+1].ID}.Path()
	p.click("[data-bench=next]")
	p.at(strings.TrimPrefix(next, p.root))
	eval[any](p, `e2e.frames(20)`) // in each of which a part of the page follows
	p.click(".share-link button")
	p.until(fmt.Sprintf(`window.copied === %q`, next))
}

// Where copying is not allowed, the text is there to copy by hand, selected; once.
func TestShareLinkWithoutClipboard(t *testing.T) {
	lang := published.editions()[0].lang
	for name, before := range map[string]string{"refused": refusing, "none": without} {
		t.Run(name, func(t *testing.T) {
			p := shared(t, "", options{before: before})
			for range 2 {
				p.click(".share-link button")
				p.until(fmt.Sprintf(`document.activeElement.matches(".share textarea") && getSelection().toString() === %q`, p.root+lang+"/"))
			}
			assert.Equal(t, 1, eval[int](p, `document.querySelectorAll(".share textarea").length`))
			assert.Equal(t, published.Texts[lang].Get("cite.failed"), eval[string](p, `document.querySelector(".share-link button").textContent`))
		})
	}
}

// The reader's device is offered where it can send, and one who changes their mind
// has broken nothing.
func TestShareByApp(t *testing.T) {
	lang := published.editions()[0].lang
	st, texts := published.Story, published.Texts[lang]
	p := shared(t, "", options{before: sending})
	p.click(".share-native button")
	p.until(`window.sent !== undefined`)
	finding := view.NewFinding(st, texts, st.MomentIndex(st.Opening))
	assert.Equal(t, map[string]string{"title": texts.Get("story.title"), "text": finding.Said, "url": p.root + lang + "/"}, eval[map[string]string](p, `window.sent`))

	p = shared(t, "", options{before: declining})
	p.click(".share-native button")
	eval[any](p, `e2e.frames(2)`) // the record of the tab would tell of an error

	p = shared(t, "", options{before: `delete Navigator.prototype.share;`})
	assert.Equal(t, "none", eval[string](p, `getComputedStyle(document.querySelector(".share-native")).display`), "offered where it cannot be")
}

// The picture is that of the moment on the page, and a file of the site.
func TestShareImage(t *testing.T) {
	p := shared(t, "", options{})
	image := func() string { return eval[string](p, `document.querySelector(".share a[download]").href`) }
	lang := published.editions()[0].lang
	st := published.Story
	require.Equal(t, p.root+view.ImagePath(lang, st.Opening, ".png"), image())
	p.click("[data-bench=next]")
	next := st.Moments[st.MomentIndex(st.Opening)+1].ID
	p.until(fmt.Sprintf(`document.querySelector(".share a[download]").href === %q`, p.root+view.ImagePath(lang, next, ".png")))
	size := eval[[]int](p, `(async () => {
		const picture = await createImageBitmap(await (await fetch(document.querySelector(".share a[download]").href)).blob());
		return [picture.width, picture.height];
	})()`)
	assert.Equal(t, []int{1200, 630}, size)

	p.setDay(st.First) // before the first moment there is no picture
	p.until(`document.querySelector(".share a[download]") === null`)
	p.setDay(st.Last)
	p.until(`document.querySelector(".share a[download]") !== null`)
}

// By keyboard: Tab leads through the controls in their order.
func TestShareByKeyboard(t *testing.T) {
	p := explore(t, "", options{before: clipboard + sending})
	eval[any](p, `document.querySelector(".share > summary").focus()`)
	do(p, chromedp.KeyEvent(kb.Enter))
	p.until(`document.querySelector(".share").open`)
	for _, want := range []string{".share-link button", ".share-native button", ".share a[download]"} {
		do(p, chromedp.KeyEvent(kb.Tab))
		p.until(fmt.Sprintf(`document.activeElement.matches(%q)`, want))
	}
	eval[any](p, `document.querySelector(".share-link button").focus()`)
	do(p, chromedp.KeyEvent(kb.Enter))
	p.until(`window.copied !== undefined`)
}

// Without scripts, or when the program cannot come, what needs it is not there, and
// the links are.
func TestShareWithoutProgram(t *testing.T) {
	visible := `[...document.querySelectorAll(".share li > *")].filter((e) => e.checkVisibility()).map((e) => e.localName)`
	p := open(t, published.editions()[0].lang+"/", options{noScript: true})
	p.click(".share > summary")
	assert.NotContains(t, eval[[]string](p, visible), "button")
	assert.Contains(t, eval[[]string](p, visible), "a")
}
