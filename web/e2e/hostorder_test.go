package e2e

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// The Tab key leads from the host's text through everything in an embed, in the order
// in which it is read, and out of it; the other way round too.
func TestTabPassesThroughAnEmbed(t *testing.T) {
	for _, embed := range view.Embeds {
		for _, touched := range []bool{false, true} {
			t.Run(fmt.Sprint(embed, " touched=", touched), func(t *testing.T) {
				a := view.Address{Lang: "en", Embed: embed}
				p := host(t, `<a href="#" id="before">before</a>`+fill(`<iframe src="%[1]s" height="1500"></iframe>`, a)+`<a href="#" id="after">after</a>`, options{width: 660, height: 800, foreign: true})
				f := p.inside()
				if touched {
					p.touchEmbed(f)
				}
				want := eval[[]string](f, `(() => {
					window.tell = (e) => e2e.name(e) + " " + (e.dataset.claim ?? "") + " " + (e.getAttribute("aria-label") ?? e.textContent).trim().slice(0, 40);
					return [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
						.filter((e) => e.getAttribute("tabindex") !== "-1" && e2e.visible(e)).map(tell);
				})()`)
				walk := func(from, to string, key chromedp.Action[chromedp.Void]) (walked []string) {
					t.Helper()
					p.focus(from)
					for range len(want) + 1 {
						do(p, key)
						at := ""
						// On its way from one process to the other the focus is nowhere.
						for deadline := time.Now().Add(patience); at == "" && time.Now().Before(deadline); {
							if eval[bool](p, focused(to)) {
								return walked
							}
							at = eval[string](f, `document.hasFocus() && document.activeElement !== document.body ? tell(document.activeElement) : ""`)
						}
						walked = append(walked, at)
					}
					assert.Fail(t, "the embed is not left", "towards %s", to)
					return walked
				}
				assert.Equal(t, want, walk("#before", "#after", chromedp.KeyEvent(kb.Tab)))
				slices.Reverse(want)
				assert.Equal(t, want, walk("#after", "#before", chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))))
				if !touched {
					assert.Equal(t, "off", eval[string](f, `document.documentElement.dataset.app`), "passing through is no touch")
				}
			})
		}
	}
}

// Wheel and finger over an embed's pictures scroll the host's page, before and after the
// reader has touched it. Two fingers, Ctrl and the wheel, and the wheel on a map that has
// the focus explore the map.
func TestHostScrollsOverAnEmbed(t *testing.T) {
	for name, frame := range map[string]string{ // as high as their content, so that nothing scrolls in them
		"plain":   `<iframe src="%[1]s" height="1800"></iframe>`,
		"sandbox": `<iframe sandbox="allow-scripts" src="%[1]s" height="1800"></iframe>`,
		"element": `<bukti-embed lang="en"></bukti-embed><script src="%[2]sembed.js"></script>`,
	} {
		t.Run(name, func(t *testing.T) {
			a := view.Address{Lang: "en", Embed: view.EmbedAll}
			p := host(t, "<p>Before</p>"+fill(frame, a)+article, options{width: 360, height: 640, foreign: true})
			p.until(`!!` + framed)
			f := p.inside()
			call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
			const pane = ".map .pane > .fluid"
			wheel := func(at point, modifiers int64) {
				call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: at.X, Y: at.Y, DeltaX: 0.001, DeltaY: 120, Modifiers: modifiers})
			}
			whole := eval[string](f, viewBox)
			for _, touched := range []bool{false, true} {
				if touched {
					p.touchEmbed(f)
				}
				for _, picture := range []string{pane, ".plot"} {
					at := p.within(f, picture, "center")
					scrolled := eval[float64](p, `scrollY`)
					wheel(at, 0)
					p.until(fmt.Sprintf(`scrollY > %f + 50`, scrolled))

					at = p.within(f, picture, "center")
					scrolled = eval[float64](p, `scrollY`)
					p.swipe(at, point{at.X, at.Y - 150})
					p.until(fmt.Sprintf(`scrollY > %f + 50`, scrolled))
				}
				assert.Equal(t, whole, eval[string](f, viewBox), "the map, touched: %t", touched)
			}

			explores := func(what string, act func(at point)) {
				t.Helper()
				at := p.within(f, pane, "center")
				was, scrolled := eval[string](f, viewBox), eval[float64](p, `scrollY`)
				act(at)
				f.until(fmt.Sprintf(`%s !== %q`, viewBox, was))
				assert.Equal(t, scrolled, eval[float64](p, `scrollY`), what)
			}
			const ctrl = 2 // of the protocol's bit field
			explores("two fingers", func(at point) { p.pinch(at) })
			explores("the wheel with Ctrl", func(at point) { wheel(at, ctrl) })
			f.focus(pane)
			explores("the wheel while the map has the focus", func(at point) { wheel(at, 0) })
		})
	}
}
