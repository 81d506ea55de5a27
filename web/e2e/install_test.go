package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
)

// offer is what a browser does that would install the site: it hands over an event
// that asks the reader when it is told to. The answer is given by window.choose.
const offer = `(() => {
	const event = new Event("beforeinstallprompt", {cancelable: true});
	event.prompt = async () => { window.prompted = true; };
	event.userChoice = new Promise((done) => { window.choose = (outcome) => done({outcome}); });
	dispatchEvent(event);
	return event.defaultPrevented;
})()`

// visitAnew visits as a reader who comes back: in a tab of its own, once the page's
// side of the worker is there. It closes the tab before.
func visitAnew(p *tab) *tab {
	p.t.Helper()
	q := sibling(p)
	call(p, page.Close, cdp.Empty{})
	call(q, page.BringToFront, cdp.Empty{}) // a tab that lies behind may draw nothing, and idles for ever
	q.visit("en/")
	q.until(`!!document.querySelector(".kept") && document.documentElement.dataset.app !== "off"`)
	return q
}

// reader is one who has explored the page on a first visit, or only looked.
func reader(t *testing.T, explored bool, before string) *tab {
	t.Helper()
	p := keeping(t, newOrigin(t, published), options{before: free + before})
	p.visit("en/")
	p.until(`!!document.querySelector(".kept")`)
	if explored {
		p.takeOver()
		p.until(`Object.values(localStorage).some((kept) => JSON.parse(kept).explored)`)
	}
	return p
}

// uninvited asserts that the browser's offer is kept back and the reader let alone.
func uninvited(p *tab) {
	p.t.Helper()
	assert.True(p.t, eval[bool](p, offer), "the browser asks by itself")
	eval[any](p, `e2e.frames(5)`)
	assert.Empty(p.t, eval[string](p, news))
}

// Nobody is invited who has not come back, or has not explored; those who have are
// invited once, whatever they answer.
func TestInvitation(t *testing.T) {
	en := published.Texts["en"]
	t.Run("after a look", func(t *testing.T) {
		p := reader(t, false, "")
		uninvited(p)
		uninvited(visitAnew(p))
	})
	const yes, no = ".notice .line > button:nth-of-type(1)", ".notice .line > button:nth-of-type(2)"
	for _, tt := range []struct {
		name     string
		answer   func(*tab)
		prompted bool
	}{
		{"no, thanks", func(p *tab) { p.click(no) }, false},
		{"declined in the browser's dialog", func(p *tab) {
			p.click(yes)
			eval[any](p, `choose("dismissed")`)
		}, true},
		{"installed", func(p *tab) {
			p.click(yes)
			eval[any](p, `choose("accepted")`)
			eval[any](p, `dispatchEvent(new Event("appinstalled"))`)
		}, true},
		{"installed by the browser's menu", func(p *tab) { eval[any](p, `dispatchEvent(new Event("appinstalled"))`) }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := reader(t, true, "")
			uninvited(p)
			p = visitAnew(p)
			assert.Empty(t, eval[string](p, news), "there is nothing to offer yet")
			assert.True(t, eval[bool](p, offer))
			p.until(fmt.Sprintf(news+`.includes(%q)`, en.Get("device.install")))
			tt.answer(p)
			p.until(news + ` === ""`)
			assert.Equal(t, tt.prompted, eval[bool](p, `!!window.prompted`))
			p.until(`Object.values(localStorage).some((kept) => JSON.parse(kept).declined)`)
			uninvited(visitAnew(p))
		})
	}
}

// The section at the page's end offers what the browser does, as long as it does.
func TestInstallFromTheSection(t *testing.T) {
	p := reader(t, false, "")
	eval[any](p, `document.querySelector(".kept summary").click()`)
	p.until(`document.querySelectorAll(".kept li").length === 5`)
	button := fmt.Sprintf(`[...document.querySelectorAll(".kept button")].find((b) => b.innerText === %q)`, published.Texts["en"].Get("device.install-do"))
	assert.False(t, eval[bool](p, `!!`+button))
	eval[any](p, offer)
	p.until(`!!` + button)
	eval[any](p, button+`.click()`)
	p.until(`window.prompted`)
	eval[any](p, `choose("accepted")`)
	p.until(`!` + button)
}

// Browsers that install without an offer have their readers told how, and those who
// read the installed app are told nothing.
func TestInstallInstructions(t *testing.T) {
	const (
		ios     = `Object.defineProperty(Navigator.prototype, "standalone", {value: %t});`
		gecko   = `CSS.supports = (name) => name === "-moz-appearance";`
		coarse  = `const match = window.matchMedia; window.matchMedia = (query) => query === "(pointer: coarse)" ? {matches: true} : match.call(window, query);`
		windows = `const match = window.matchMedia; window.matchMedia = (query) => query === "(display-mode: browser)" ? {matches: false} : match.call(window, query);`
	)
	for name, tt := range map[string]struct{ before, key string }{
		"iOS":                     {fmt.Sprintf(ios, false), "ios"},
		"iOS, installed":          {fmt.Sprintf(ios, true) + windows, ""},
		"Firefox on a phone":      {gecko + coarse, "firefox"},
		"Firefox on a desktop":    {gecko, ""},
		"Firefox, installed":      {gecko + windows, ""},
		"Chromium without offers": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := visitAnew(reader(t, true, tt.before))
			eval[any](p, `document.querySelector(".kept summary").click()`)
			p.until(`document.querySelectorAll(".kept li").length === 5`)
			if tt.key == "" {
				assert.Empty(t, eval[string](p, news))
				for _, key := range []string{"ios", "firefox", "install-do"} {
					assert.NotContains(t, eval[string](p, `document.querySelector(".kept").innerText`), published.Texts["en"].Get("device."+key))
				}
				return
			}
			told := published.Texts["en"].Get("device." + tt.key)
			p.until(fmt.Sprintf(news+`.includes(%q)`, told))
			assert.Contains(t, eval[string](p, `document.querySelector(".kept").innerText`), told)
			p.click(".notice .line > button")
			p.until(news + ` === ""`)
			p = visitAnew(p)
			eval[any](p, `e2e.frames(5)`)
			assert.Empty(t, eval[string](p, news), "declined")
		})
	}
}
