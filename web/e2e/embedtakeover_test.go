package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
	"bukti/web/chromium"
)

// refusingStorage is a browser that is set to let no page keep anything.
func refusingStorage(t *testing.T) context.Context {
	t.Helper()
	profile := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(profile, "Default"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(profile, "Default", "Preferences"), []byte(`{"profile": {"default_content_setting_values": {"cookies": 2}}}`), 0o644))
	in, stop, err := chromium.Start(t.Context(), chromedp.UserDataDir(profile))
	require.NoError(t, err)
	t.Cleanup(stop)
	return in
}

// The program takes an embed's nodes over as they are, as it does a page's.
func TestEmbedsAreAdopted(t *testing.T) {
	p := newTab(t, options{})
	for _, embed := range view.Embeds {
		p.visit(view.Address{Lang: "en", Embed: embed}.Path())
		p.click(".lead h2")
		p.until(`document.documentElement.dataset.app === "ready"`)
		assert.Zero(t, eval[int](p, `performance.getEntriesByName("bukti-adopted")[0].detail.made`), "nodes made anew in %s", embed)
		assertParity(p)
	}
}

// In whatever frame it stands, an embed does nothing before a reader touches it, and then
// steps, scrubs and opens cards; nothing that it may not have is asked for.
func TestTakeOverInAFrame(t *testing.T) {
	st := published.Story
	for name, tt := range map[string]struct {
		frame  string
		stores string // what becomes of an attempt to keep something
		refuse bool
	}{
		"plain":           {`<iframe src="%[1]s" height="1500"></iframe>`, "kept", false},
		"sandbox":         {`<iframe sandbox="allow-scripts" src="%[1]s" height="1500"></iframe>`, "SecurityError", false},
		"without storage": {`<iframe src="%[1]s" height="1500"></iframe>`, "SecurityError", true},
	} {
		t.Run(name, func(t *testing.T) {
			opts := options{width: 360, height: 700, foreign: true}
			if tt.refuse {
				opts.browser = refusingStorage(t)
			}
			a := view.Address{Lang: "en", Moment: st.Moments[2].ID, Embed: view.EmbedAll}
			p := host(t, fill(tt.frame, a), opts)
			f := p.inside()
			eval[any](f, `new Promise((rest) => setTimeout(rest, 1000))`)
			assert.Equal(t, "off", eval[string](f, `document.documentElement.dataset.app`), "before a touch")

			at := p.within(f, ".chart figcaption", "center")
			do(p, chromedp.TapXY(at.X, at.Y))
			f.until(`document.documentElement.dataset.app === "ready"`)
			stay(f)
			for _, step := range []struct{ control, moment string }{{".next", st.Moments[3].ID}, {".prev", st.Moments[2].ID}} {
				at = p.within(f, step.control, "center")
				do(p, chromedp.TapXY(at.X, at.Y))
				f.until(fmt.Sprintf(`document.querySelector(".embed")?.dataset.moment === %q && document.readyState === "complete"`, step.moment))
				f.tells(published.Texts["en"].Get("moment." + step.moment + ".title"))
			}
			// Where there is no origin, a step loads a page.
			assert.Equal(t, name != "sandbox", eval[bool](f, `window.stayed === true`), "the same page")
			if name == "sandbox" {
				p.touchEmbed(f)
			}

			f.focus("[name=asof]")
			p.press(kb.Home, kb.ArrowRight)
			f.until(fmt.Sprintf(`document.querySelector("[name=asof]").getAttribute("aria-valuetext") === %q`, published.Texts["en"].Date(st.First+1)))
			assertNothingLater(f, st.First+1)
			p.press(kb.End)
			f.until(`!!document.querySelector(".plot .marks > .m")`)

			at = p.within(f, ".plot .marks > .m", "center")
			do(p, chromedp.TapXY(at.X, at.Y))
			f.until(cardOpened)
			p.press(kb.Escape)
			f.until(`!document.querySelector("#card:popover-open")`)

			assert.Empty(t, eval[[]any](f, `(() => { try { return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split("; ").filter(Boolean)] } catch { return [] } })()`), "kept")
			assert.Equal(t, tt.stores, eval[string](f, `(() => { try { localStorage.x = 1; return "kept" } catch (e) { return e.name } })()`), "the frame is not what this test is about")
		})
	}
}
