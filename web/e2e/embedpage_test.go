package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// What a host asks for in an embed's address shows from the first drawing, without the
// program; what it asks for wrongly changes nothing.
func TestEmbedsByTheirQuery(t *testing.T) {
	const looks = `(() => {
		const seen = (s) => e2e.visible(document.querySelector(s)), style = getComputedStyle(document.body);
		return {scheme: getComputedStyle(document.documentElement).colorScheme, ink: style.color, ground: style.backgroundColor, switcher: seen(".langs")};
	})()`
	type look struct {
		Scheme, Ink, Ground string
		Switcher            bool
	}
	see := func(query string, dark bool) look {
		return eval[look](open(t, "en/embed/"+query, options{width: 360, height: 740, dark: dark, before: metered}), looks)
	}
	light, dark := see("", false), see("", true)
	assert.NotEqual(t, light.Ink, dark.Ink)
	assert.False(t, light.Switcher)
	for query, want := range map[string]look{
		"?theme=light":              {"light", light.Ink, light.Ground, false},
		"?theme=dark":               {"dark", dark.Ink, dark.Ground, false},
		"?transparent":              {light.Scheme, light.Ink, "rgba(0, 0, 0, 0)", false},
		"?theme=dark&transparent=1": {"dark", dark.Ink, "rgba(0, 0, 0, 0)", false},
		"?switcher":                 {light.Scheme, light.Ink, light.Ground, true},
		"?theme=auto":               light,
		"?theme=%00&transparent=no&switcher=<b>&theme=dark": light,
	} {
		assert.Equal(t, want, see(query, false), query)
	}
	assert.Equal(t, light.Ink, see("?theme=light", true).Ink, "against the reader's own setting")

	// A day and a basis take the program, for which such an address is word enough.
	st := published.Story
	p := open(t, "en/embed/?asof="+st.First.String()+"&basis=happened&theme=dark", options{width: 360, height: 740})
	p.until(`document.documentElement.dataset.app === "ready"`)
	assertNothingLater(p, st.First)
	p.until(`document.querySelector("[name=basis]").checked`)
	assert.Contains(t, p.query(), "theme=dark")
}

// At every width that articles have, in every language, no embed scrolls sideways or cuts
// words off.
func TestEmbedsFit(t *testing.T) {
	for _, lang := range published.Languages {
		t.Run(lang, func(t *testing.T) {
			p := newTab(t, options{noScript: true})
			for _, embed := range view.Embeds {
				p.visit(view.Address{Lang: lang, Embed: embed}.Path())
				for _, width := range []int64{280, 320, 480, 640, 768, 1200} {
					p.resize(width, 800)
					assertNoSidewaysScroll(p)
					cut := eval[[]string](p, `[...document.querySelectorAll(".embed :is(h1, h2, p, a, b, strong, summary, figcaption)")].filter((e) => e2e.visible(e) && !e.closest("svg") && !e.closest(".stepper")).filter((e) => {
						const r = e.getBoundingClientRect();
						return r.width > 1 && (r.left < -1 || r.right > innerWidth + 1);
					}).map(e2e.name)`)
					assert.Empty(t, cut, "%s at %d", embed, width)
				}
			}
		})
	}
}

// An embed's height is told anew when its reader changes the language or opens a part.
func TestHeightAfterWhatReadersDo(t *testing.T) {
	a := view.Address{Lang: "en", Embed: view.EmbedClaims}
	p := host(t, counting+fill(`<iframe src="%[1]s?switcher" height="1500"></iframe>`, a), options{width: 360, height: 1600, foreign: true})
	f := p.inside()
	right := func() {
		t.Helper()
		p.until(fmt.Sprintf(`heights().at(-1) === %d`, eval[int](f, `Math.ceil(document.querySelector(".embed").getBoundingClientRect().height)`)))
	}
	right()
	before := eval[int](p, `heights().at(-1)`)
	f.click("details:not([open]) > summary")
	p.until(fmt.Sprintf(`heights().at(-1) > %d`, before))
	right()
	f.click(`.langs a[lang="ko"]`)
	f.until(`document.documentElement.lang === "ko" && document.readyState === "complete"`)
	right()
	assert.NotContains(t, eval[[]int](p, `heights()`), 0)
}
