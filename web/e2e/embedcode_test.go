package e2e

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
	"bukti/web/site"
)

// previewed is the address in the frame of the embed dialog's preview.
const previewed = `document.querySelector(".embedding bukti-embed").shadowRoot.querySelector("iframe")?.contentWindow.location.href`

// embedding opens the embed dialog of a page.
func embedding(t *testing.T, path string, opts options) *tab {
	t.Helper()
	p := open(t, path, opts)
	p.takeOver()
	p.openEmbedding()
	return p
}

func (p *tab) openEmbedding() {
	p.t.Helper()
	p.click(".share > summary")
	p.until(`document.querySelector(".share").open`)
	p.click(".share-embed button")
	p.until(`!!document.querySelector("dialog.embedding[open]")`)
}

// choose sets a field of the embed dialog as a reader's choice from its list does.
func (p *tab) choose(field, value string) {
	p.t.Helper()
	eval[any](p, fmt.Sprintf(`(() => {
		const field = document.querySelector("[name=embed-%[1]s]");
		if (field.type === "radio") return document.querySelector("[name=embed-%[1]s][value=%[2]s]").click();
		field.value = %[2]q;
		for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, {bubbles: true}));
	})()`, field, value))
}

// copied chooses a form and copies the code in it.
func (p *tab) copied(form view.Pasted) string {
	p.t.Helper()
	p.choose("as", string(form))
	eval[any](p, `e2e.frames(4).then(() => { delete window.copied; })`)
	p.click("[data-act=embed-copy]")
	p.until(`window.copied !== undefined`)
	code := eval[string](p, `window.copied`)
	assert.Equal(p.t, code, eval[string](p, `document.querySelector(".embedding textarea").value`), "what is shown is what is copied")
	return code
}

// What only the dialog needs comes when it is opened, and it leaves nothing behind: the
// focus is where it was.
func TestEmbedDialogByKeyboard(t *testing.T) {
	p := open(t, "en/", options{before: clipboard})
	p.takeOver()
	script := p.root + site.ElementName
	assert.False(t, p.seen.asked(script))
	p.focus(".share > summary")
	p.press(kb.Enter)
	p.until(`document.querySelector(".share").open`)
	p.focus(".share-embed button")
	history := eval[int](p, `history.length`)
	p.press(kb.Enter)
	p.until(`document.activeElement.matches("dialog[open] [name=embed-view]")`)
	p.until(previewed + ` === "` + p.root + `en/embed/"`)
	assert.True(t, p.seen.asked(script))

	// Each field by its own keys; the preview follows.
	st := published.Story
	p.press(kb.ArrowDown, kb.ArrowDown)
	p.until(previewed + ` === "` + p.root + `en/embed/map/"`)
	p.press(kb.Tab, kb.ArrowUp)
	p.until(previewed + ` === "` + p.root + "en/embed/map/" + st.Opening + `/"`)
	p.press(kb.Tab)
	p.press(kb.Home) // the first of the site's languages
	p.until(previewed + ` === "` + p.root + published.Languages[0] + "/embed/map/" + st.Opening + `/"`)
	p.press(kb.Tab, kb.End)
	p.until(previewed + `.endsWith("?theme=dark")`)
	p.press(kb.Tab)
	p.until(`document.activeElement.matches("[name=embed-as][value=element]")`)
	p.press(kb.ArrowRight)
	p.until(`document.querySelector(".embedding textarea").value.startsWith("<iframe")`)
	p.press(kb.Tab)
	p.until(`document.activeElement.matches(".embedding textarea")`)
	p.press(kb.Tab, kb.Enter)
	p.until(`window.copied?.startsWith("<iframe")`)
	p.press(kb.Tab)
	p.until(`document.activeElement.matches("bukti-embed")`)
	do(p, chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
	p.until(`document.activeElement.matches("[data-act=embed-copy]")`)
	p.press(kb.Escape)
	p.until(`!document.querySelector("dialog")`)
	assert.True(t, eval[bool](p, `document.activeElement.matches(".share-embed button")`), "the focus is where it was")
	assert.Equal(t, history, eval[int](p, `history.length`), "no step in the history")
	eval[any](p, `document.querySelector(".share").open = false`)
	assertParity(p)

	p.openEmbedding() // and once more
	p.until(previewed + ` === "` + p.root + `en/embed/"`)
	p.click("[data-act=embed-close]")
	p.until(`!document.querySelector("dialog")`)
}

// Every form of the code, pasted into a page of somebody else's, shows what the editor
// chose.
func TestEmbedCodes(t *testing.T) {
	st := published.Story
	moment := st.Moments[1].ID
	p := embedding(t, view.Address{Lang: "en", Moment: moment}.Path(), options{before: clipboard})
	p.choose("view", string(view.EmbedChart))
	p.choose("lang", "uk")
	p.choose("theme", "dark")
	embed := view.Address{Lang: "uk", Moment: moment, Embed: view.EmbedChart}
	p.until(previewed + ` === "` + p.root + embed.Path() + `?theme=dark"`)
	texts := published.Texts["uk"]
	title := texts.Get("moment."+moment+".title") + " – " + texts.Get("story.title")
	link := p.root + embed.Full().Path()
	r := newRuler(t)

	const listening = `<script>addEventListener("message", ({data}) => { if (data.bukti) window.told = data.bukti })</script>`
	for _, form := range []view.Pasted{view.AsElement, view.AsFrame} {
		t.Run(string(form), func(t *testing.T) {
			there := host(t, listening+`<div style="width: 640px">`+p.copied(form)+`</div>`, options{width: 660, height: 800})
			there.until(`window.told?.moment === "` + moment + `"`)
			assert.Equal(t, p.root+embed.Path()+"?theme=dark", eval[string](there, framed+`.src`))
			assert.Equal(t, title, eval[string](there, framed+`.title`))
			assert.Equal(t, title, eval[string](there, `told.title`))
			if form == view.AsElement {
				is := r.height(embed, 640) // and some more in the first window
				there.until(fmt.Sprintf(`(({clientHeight: h}) => h >= %f && h <= %f)(%s)`, is-2, is*1.2+16, framed))
				return
			}
			assert.InDelta(t, r.height(embed, 640), eval[float64](there, framed+`.clientHeight`), 60, "the height that the frame is given in advance")
		})
	}
	t.Run("amp", func(t *testing.T) {
		there := host(t, p.copied(view.AsAMP), options{width: 360, height: 800})
		amp := eval[struct {
			Src, Layout, Sandbox, Placeholder, Overflow string
			Resizable                                   bool
		}](there, `(() => {
			const amp = document.querySelector("amp-iframe"), of = (name) => amp.getAttribute(name);
			return {src: of("src"), layout: of("layout"), sandbox: of("sandbox"), resizable: amp.hasAttribute("resizable"),
				placeholder: amp.querySelector("[placeholder]").href, overflow: amp.querySelector("[overflow]").textContent};
		})()`)
		assert.Equal(t, p.root+embed.Path()+"?theme=dark", amp.Src)
		assert.Equal(t, "fixed-height", amp.Layout)
		assert.True(t, amp.Resizable)
		assert.Equal(t, link, amp.Placeholder)
		assert.Equal(t, texts.Get("embed.more"), amp.Overflow)
		assert.NotContains(t, amp.Sandbox, "allow-same-origin", "AMP forbids it where both are of one origin")
	})
	t.Run("link", func(t *testing.T) {
		assert.Equal(t, "["+title+"]("+link+")", p.copied(view.AsLink))
	})
	t.Run("image", func(t *testing.T) {
		there := host(t, p.copied(view.AsImage), options{width: 360, height: 800})
		there.until(`document.querySelector("img").naturalWidth === 1200`)
		image := eval[struct {
			Alt, Link   string
			Wide, Ratio float64
		}](there, `(() => {
			const img = document.querySelector("img"), r = e2e.box(img);
			return {alt: img.alt, link: img.parentNode.href, wide: r.width, ratio: r.width / r.height};
		})()`)
		assert.Equal(t, view.NewFinding(st, texts, 1).Alt(), image.Alt)
		assert.Equal(t, link, image.Link)
		assert.LessOrEqual(t, image.Wide, 360.0)
		assert.InDelta(t, 1200.0/630, image.Ratio, 0.02)
	})
}

// A day and a basis that the reader has set go along; where the story opens, neither.
func TestEmbedCodeOfADay(t *testing.T) {
	p := embedding(t, "en/?asof=2024-10-20&basis=happened", options{before: clipboard})
	moment := published.Story.Moments[2].ID // the last that had ended
	for _, form := range []view.Pasted{view.AsElement, view.AsFrame} {
		there := host(t, p.copied(form), options{width: 660, height: 800})
		there.until(framed + `?.src === "` + p.root + "en/embed/" + moment + `/?asof=2024-10-20&basis=happened"`)
	}
	p.choose("moment", "opening")
	assert.Equal(t, "["+published.Texts["en"].Get("story.title")+"]("+p.root+"en/)", p.copied(view.AsLink))

	p = embedding(t, "en/?asof="+published.Story.First.String(), options{before: clipboard})
	assert.Equal(t, []string{"opening"}, eval[[]string](p, `[...document.querySelector("[name=embed-moment]").options].map((o) => o.value)`), "nothing had been said by then")
}

// The dialog in the browser is the one that the components draw natively.
func TestEmbedDialogIsTheTreesOwn(t *testing.T) {
	p := embedding(t, "en/", options{width: 320, height: 640})
	for _, lang := range published.Languages {
		page := &view.Page{Model: models(t)["en"], State: view.ParseState(published.Story, view.Address{Lang: "en"}, "")}
		page.Embedding = &view.Embedding{Of: models(t)[lang], View: view.EmbedClaims, Opening: true, Theme: "light", As: view.AsFrame, Base: p.root}
		p.choose("view", "claims")
		p.choose("theme", "light")
		p.choose("as", "frame")
		p.choose("lang", lang)
		p.until(fmt.Sprintf(`document.querySelector(".embedding textarea").value.includes(%q)`, p.root+lang+"/embed/claims/?theme=light"))
		markup, err := site.Canonical(app.HTMLString(page))
		require.NoError(t, err)
		native, err := json.Marshal(markup)
		require.NoError(t, err)
		got := eval[[2]string](p, fmt.Sprintf(`[document, new DOMParser().parseFromString(%s, "text/html")].map((d) =>
			[...d.querySelectorAll("dialog, dialog *")].map((e) => {
				const own = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join();
				const set = e.localName === "select" || e.type === "radio" && e.checked ? e.value : e.localName === "textarea" ? d === document ? e.value : e.getAttribute("value") : "";
				return [e.localName, e.className, own, set].join(" | ");
			}).join("\n"))`, native))
		assert.Equal(t, got[1], got[0], lang)
		assert.GreaterOrEqual(t, strings.Count(got[0], "\n"), 40)
	}
}

// Where copying is refused, the code is selected.
func TestEmbedCodeWithoutClipboard(t *testing.T) {
	for name, before := range map[string]string{"refused": refusing, "none": without} {
		t.Run(name, func(t *testing.T) {
			p := embedding(t, "en/", options{before: before})
			p.click("[data-act=embed-copy]")
			p.until(`document.activeElement.matches(".embedding textarea") && getSelection().toString().startsWith("<bukti-embed")`)
			p.until(fmt.Sprintf(`document.querySelector("[data-act=embed-copy]").textContent === %q`, published.Texts["en"].Get("cite.failed")))
			assert.Equal(t, 1, eval[int](p, `document.querySelectorAll(".embedding textarea").length`))
		})
	}
}

// A language whose texts cannot be had is not chosen.
func TestEmbedDialogWithoutALanguage(t *testing.T) {
	p := embedding(t, "en/", options{
		answers: map[string]answer{published.asset("story.ar.txt"): {}},
		expect:  []string{"request failed", "ERR_FAILED"},
	})
	p.choose("lang", "ar")
	p.until(`document.querySelector("[name=embed-lang]").value === "en"`)
	assert.Contains(t, eval[string](p, `document.querySelector(".embedding textarea").value`), `lang="en"`)
}

// At every width, in every language, nothing of the dialog is cut off, and no barrier
// is found in it.
func TestEmbedDialogForEverybody(t *testing.T) {
	for _, lang := range published.Languages {
		t.Run(lang, func(t *testing.T) {
			p := embedding(t, lang+"/", options{width: 360, height: 740})
			eval[any](p, `document.querySelector(".preview").scrollIntoView()`) // it loads when it is seen
			p.until(previewed + ` !== undefined`)
			for _, form := range view.Forms {
				p.choose("as", string(form))
				for _, width := range []int64{320, 360, 1280} {
					p.resize(width, 740)
					eval[any](p, `e2e.frames(3)`)
					wide := eval[[]string](p, `(() => {
						const dialog = document.querySelector(".embedding"), r = dialog.getBoundingClientRect();
						return [...dialog.querySelectorAll("*:not(option)"), dialog].filter(e2e.visible).filter((e) => {
							const b = e.getBoundingClientRect();
							return b.left < Math.max(0, r.left) - 1 || b.right > Math.min(innerWidth, r.right) + 1 || e.matches("span, p, button, h2, legend") && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline";
						}).map(e2e.name);
					})()`)
					assert.Empty(t, wide, "cut off at %d", width)
				}
			}
			p.resize(360, 740)
			assert.Empty(t, p.axe())
		})
	}
}

// Without scripts the page for frames is a link, as for those who paste addresses.
func TestShareFrameLink(t *testing.T) {
	e := published.editions()[0]
	p := open(t, e.path, options{noScript: true})
	doc := p.root + view.Address{Lang: e.lang, Moment: published.Story.Moments[0].ID, Embed: view.EmbedAll}.Path()
	p.click(".share > summary")
	p.click(`.share a[href*="/embed/"]`)
	p.until(`location.href === "` + doc + `"`)
}
