package e2e

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// press presses keys one after the other.
func (p *tab) press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		do(p, chromedp.KeyEvent(key))
	}
}

// focus sets the focus as a keyboard does.
func (p *tab) focus(selector string) {
	p.t.Helper()
	require.True(p.t, eval[bool](p, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		e?.focus({focusVisible: true});
		return !!e && document.activeElement === e;
	})()`, selector)), "%s takes no focus", selector)
}

// focused tells whether an element that a selector fits, or one inside such, has the
// focus.
func focused(selector string) string {
	return fmt.Sprintf(`!!document.activeElement?.closest(%q)`, selector)
}

// The Tab key leads through everything on a page in the order in which it is read,
// once, and never into a trap or to something that cannot be seen.
func TestTabLeadsThroughThePage(t *testing.T) {
	st, lang := published.Story, published.Languages[0]
	for _, tt := range []struct {
		name, path string
		width      int64
		kinds      []string // what there is to come by, in this order
	}{
		{"moment", view.Address{Lang: lang, Moment: st.Opening}.Path(), 1200, []string{
			".skip", ".brand", ".langs button", ".stepper .prev", ".stepper li a", ".play", ".stepper .next", ".plot .m", "[name=asof]", "[name=basis]", ".actors button",
			".chart summary", ".map .fluid", ".zoom button", ".telling .ref", ".claims .sources a", ".matrix td a", ".more a", ".places summary",
		}},
		{"phone", view.Address{Lang: lang, Moment: st.Opening}.Path(), 360, []string{".skip", ".stepper .next", ".plot .m", ".map .fluid", ".places summary"}},
		{"ledger", view.Address{Lang: lang, Moment: view.LedgerPage}.Path(), 1200, []string{
			".skip", ".langs button", ".matrix td a", ".filters select", ".filters [name=q]", ".filters button", ".entries .sources a", ".entrylinks a", ".cite button",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := open(t, tt.path, options{width: tt.width, height: 800})
			if tt.name == "ledger" {
				p.meant(func() { p.hover(".ledger h2") })
			} else {
				p.takeOver()
			}
			// Reading order is the document's. Names tell elements apart that look alike.
			want := eval[[]string](p, `(() => {
				window.tell = (e) => e2e.name(e) + " " + (e.dataset.claim ?? "") + " " + (e.getAttribute("aria-label") ?? e.textContent).trim().slice(0, 40);
				return [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
					.filter((e) => e.getAttribute("tabindex") !== "-1" && e2e.visible(e)).map(tell);
			})()`)
			eval[any](p, `(scrollTo(0, 0), document.activeElement.blur())`)
			type step struct{ Name, Hidden string }
			var walked []string
			first := map[string]int{}
			for range len(want) + 1 {
				p.press(kb.Tab)
				s := eval[step](p, `(() => {
					const e = document.activeElement;
					if (e === document.body) return {name: "", hidden: ""};
					const r = e.getClientRects()[0];
					const top = document.elementFromPoint(r.left + Math.min(r.width / 2, 400), Math.max(r.top, 0) / 2 + Math.min(r.bottom, innerHeight) / 2);
					const seen = top && (e.contains(top) || top.contains(e) || top.closest("label")?.contains(e) || e.closest(".plot")?.contains(top));
					return {name: tell(e), hidden: seen ? "" : tell(e) + " behind " + (top ? e2e.name(top) : "nothing")};
				})()`)
				if s.Name == "" {
					break
				}
				assert.Empty(t, s.Hidden, "focused and not to be seen")
				for _, kind := range tt.kinds {
					if _, was := first[kind]; !was && eval[bool](p, fmt.Sprintf(`document.activeElement.matches(%q)`, kind)) {
						first[kind] = len(walked)
					}
				}
				walked = append(walked, s.Name)
			}
			assert.Equal(t, want, walked)
			before := -1
			for _, kind := range tt.kinds {
				at, there := first[kind]
				assert.True(t, there, "%s is not on the way", kind)
				assert.Greater(t, at, before, "%s comes too early", kind)
				before = at
			}
		})
	}
}

// Whatever has the focus looks different.
func TestFocusIsSeen(t *testing.T) {
	for _, dark := range []bool{false, true} {
		for path, kinds := range map[string][]string{
			"/": {
				".brand", ".langs button", ".prev", ".stepper li a", ".play", ".next", ".plot .m[tabindex='0'], .plot .m:not([tabindex])", "[name=asof]", "[name=basis]", ".actors button", ".chart summary",
				".map .fluid", ".zoom button", ".telling .ref", ".claims .sources a", ".matrix td a", ".matrix .changed", ".more a", ".places summary",
			},
			"/claims/": {".filters select", ".filters [name=q]", ".filters button", ".entrylinks a", ".cite button"},
		} {
			p := open(t, published.Languages[0]+path, options{dark: dark})
			for _, kind := range kinds {
				clip := eval[page.Viewport](p, fmt.Sprintf(`(() => {
					const e = document.querySelector(%q);
					e.scrollIntoView({block: "center", behavior: "instant"});
					const r = e2e.box(e), edge = 6;
					return {x: r.left + scrollX - edge, y: r.top + scrollY - edge, width: r.width + 2 * edge, height: r.height + 2 * edge, scale: 1};
				})()`, kind))
				shot := func() image.Image {
					picture, err := png.Decode(bytes.NewReader(call(p, page.CaptureScreenshot, page.CaptureScreenshotParams{Clip: &clip}).Data))
					require.NoError(t, err)
					return picture
				}
				plain := shot()
				eval[any](p, fmt.Sprintf(`document.querySelector(%q).focus({focusVisible: true, preventScroll: true})`, kind))
				changed := differing(plain, shot())
				assert.Greater(t, changed, clip.Width+clip.Height, "%s hardly looks different with the focus (dark: %t)", kind, dark)
				eval[any](p, `document.activeElement.blur()`)
			}
		}
	}
}

// differing is in how many pixels two pictures of one size differ.
func differing(a, b image.Image) (n float64) {
	box := a.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

// Everything that a pointer can do on the explainer, a keyboard can.
func TestKeyboardDoesItAll(t *testing.T) {
	st, lang := published.Story, published.Languages[0]
	texts := published.Texts[lang]
	i := st.MomentIndex(st.Opening)
	p := explore(t, "", options{})

	p.press(kb.Tab)
	p.until(focused(".skip"))
	p.press(kb.Enter)
	p.until(`location.hash === "#main"`)
	p.press(kb.Tab)
	p.until(focused(".stepper")) // past the languages

	p.focus(".next")
	p.press(kb.Enter)
	p.at(view.Address{Lang: lang, Moment: st.Moments[i+1].ID}.Path())
	p.tells(texts.Get("moment." + st.Moments[i+1].ID + ".title"))
	p.until(focused(".next"))
	p.focus(".prev")
	p.press(kb.Enter)
	p.at(view.Address{Lang: lang, Moment: st.Opening}.Path())
	p.tells(texts.Get("moment." + st.Opening + ".title"))

	p.focus(".play")
	p.press(" ")
	p.until(fmt.Sprintf(`document.querySelector(".play").getAttribute("aria-label") === %q`, texts.Get("step.pause")))
	p.press(" ")
	p.until(fmt.Sprintf(`document.querySelector(".play").getAttribute("aria-label") === %q`, texts.Get("step.play")))

	// Whatever stands for a claim opens its card, which takes the focus, keeps nobody
	// in, and gives the focus back.
	for _, opener := range []string{
		`.plot .m[data-claim="kirby-3000"]`, `.telling .ref[data-claim="kirby-3000"]`, `.matrix td a[data-claim="germany-summons"]`,
	} {
		p.focus(opener)
		p.press(kb.Enter)
		p.until(`!!document.querySelector("#card:popover-open") && ` + focused("#card"))
		p.press(kb.Tab)
		p.until(focused("#card .close"))
		p.press(kb.Escape)
		p.until(`!document.querySelector("#card").dataset.claim && location.search === "" && ` + focused(opener))
	}
	p.focus(`.telling .ref[data-claim="nis-3000"]`)
	p.press(kb.Enter)
	p.until(`!!document.querySelector("#card:popover-open")`)
	p.press(kb.Tab, kb.Enter)
	p.until(`!document.querySelector("#card:popover-open") && ` + focused(`.telling .ref[data-claim="nis-3000"]`))

	p.focus("[name=asof]")
	p.press(kb.ArrowLeft)
	p.until(fmt.Sprintf(`document.querySelector("[name=asof]").getAttribute("aria-valuetext") === %q`, texts.Date(st.Moments[i].To-1)))
	p.press(kb.ArrowRight)
	p.focus("[name=basis]")
	p.press(" ")
	p.until(`location.search.includes("basis=happened")`)
	p.press(" ")
	p.until(`!location.search.includes("basis")`)
	p.focus(".actors [data-actor=us]")
	p.press(kb.Enter)
	p.until(`location.search.includes("actor=us") && ` + focused("[data-actor=us]"))
	p.press(kb.Enter)
	p.until(`!location.search.includes("actor")`)
	p.focus(".chart summary")
	p.press(kb.Enter)
	p.until(`document.querySelector(".chart details").open`)

	whole := eval[string](p, viewBox)
	p.focus(".map .pane > .fluid")
	for _, key := range []string{"+", kb.ArrowLeft, kb.ArrowDown, "-"} {
		before := eval[string](p, viewBox)
		p.press(key)
		p.until(viewBox + fmt.Sprintf(" !== %q", before))
	}
	p.press("0")
	p.until(viewBox + fmt.Sprintf(" === %q", whole))
	for _, act := range []string{"zoom-in", "zoom-in", "zoom-out"} {
		before := eval[string](p, viewBox)
		p.focus("[data-act=" + act + "]")
		p.press(kb.Enter)
		p.until(viewBox + fmt.Sprintf(" !== %q", before))
	}
	p.focus("[data-act=zoom-reset]")
	p.press(kb.Enter)
	p.until(viewBox + fmt.Sprintf(" === %q", whole))

	p.focus(".langs button")
	p.press(kb.Enter, kb.Escape)
	p.until(`!document.querySelector("#languages:popover-open") && ` + focused(".langs button"))
	p.press(kb.Enter, kb.Tab)
	p.until(focused(".langs a"))
	p.focus(".langs a[hreflang=en]")
	p.press(kb.Enter)
	p.at(view.Address{Lang: "en", Moment: st.Opening}.Path())
}

// The ledger's filters and buttons work by keyboard.
func TestLedgerByKeyboard(t *testing.T) {
	lang := published.Languages[0]
	p := open(t, lang+"/claims/", options{})
	p.meant(func() { p.hover(".ledger h2") })
	shown := `document.querySelectorAll(".entries > li:not([hidden])").length`
	all := eval[int](p, shown)
	for _, name := range []string{"actor", "stance", "series", "day"} {
		p.focus(".filters [name=" + name + "]")
		p.press(kb.ArrowDown)
		p.until(fmt.Sprintf(`location.search.includes("%s=") && %s < %d`, name, shown, all))
		p.press(kb.ArrowUp)
		p.until(fmt.Sprintf(`location.search === "" && %s === %d`, shown, all))
	}
	p.focus(".filters [name=q]")
	p.press(strings.Split("Austin", "")...)
	p.until(fmt.Sprintf(`location.search === "?q=Austin" && %s < %d`, shown, all))
	p.focus(".filters [data-act=reset]")
	p.press(kb.Enter)
	p.until(fmt.Sprintf(`location.search === "" && %s === %d`, shown, all))
	p.focus(".cite button")
	p.press(kb.Enter)
	p.until(fmt.Sprintf(`document.querySelector(".cite button").textContent !== %q`, published.Texts[lang].Get("cite.copy")))
	p.focus(".entrylinks a")
	p.press(kb.Enter)
	p.until(`location.hash === "#claim-" + document.querySelector(".entries > li").dataset.claim`)
}
