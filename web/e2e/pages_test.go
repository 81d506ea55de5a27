package e2e

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// A phone without JavaScript gets the whole explainer.
func TestPagesWithoutScript(t *testing.T) {
	p := newTab(t, options{width: 360, height: 640, noScript: true})
	for _, e := range published.editions() {
		t.Run(e.name(), func(t *testing.T) {
			res, err := http.Get(published.url + e.path)
			require.NoError(t, err)
			require.NoError(t, res.Body.Close())
			assert.Equal(t, http.StatusOK, res.StatusCode)

			p.t = t
			p.visit(e.path)
			page := eval[struct {
				Lang, Dir, Status, Lead, Speakers string
				H1, MissingTargets                []string
				Hooks                             map[string]int
				Pictures                          map[string]struct {
					Width, Height float64
					Marks         int
				}
				Claims []string
			}](p, fmt.Sprintf(`(() => {
				const all = (selector, from = document) => [...from.querySelectorAll(selector)];
				const hooks = {}, pictures = {};
				for (const name of ["map", "chart", "next", "status"]) hooks[name] = all("[data-bench=" + name + "]").filter(e2e.visible).length;
				for (const name of ["map", "chart"]) {
					const svg = document.querySelector("[data-bench=" + name + "] .fluid");
					const marks = all("path, circle, line, text", svg).filter((e) => e2e.box(e).width + e2e.box(e).height > 0).length;
					pictures[name] = {width: e2e.box(svg).width, height: e2e.box(svg).height, marks};
				}
				const status = document.querySelector("[data-bench=status]");
				return {
					lang: document.documentElement.lang, dir: document.documentElement.dir,
					status: status.innerText,
					lead: status.querySelector("[data-claim=" + CSS.escape(%q) + "] strong")?.innerText.trim(),
					speakers: status.innerText,
					h1: all("h1").map((e) => e.innerText),
					missingTargets: all("a[href^='#']").map((a) => a.getAttribute("href")).filter((href) => !document.getElementById(href.slice(1))),
					hooks, pictures,
					claims: all("[data-claim]").filter((e) => !e.closest(".retelling")).map((e) => e.dataset.claim),
				};
			})()`, e.moment.Lead))

			assert.Equal(t, e.lang, page.Lang)
			assert.Equal(t, e.texts.Dir, page.Dir)
			assert.Equal(t, []string{e.texts.Get("story.title")}, page.H1)
			assert.Equal(t, map[string]int{"map": 1, "chart": 1, "next": 1, "status": 1}, page.Hooks)
			assert.Equal(t, e.lead(), page.Lead)
			assert.Contains(t, page.Status, e.texts.Get("moment."+e.moment.ID+".title"))
			assert.Contains(t, page.Speakers, e.texts.Get("claim."+e.moment.Lead+".speaker"))
			for name, picture := range page.Pictures {
				assert.Greater(t, min(picture.Width, picture.Height), 50.0, "size of the %s", name)
				assert.GreaterOrEqual(t, picture.Marks, 5, "marks in the %s", name)
			}
			assert.Empty(t, page.MissingTargets, "links to places that the page does not have")

			assert.NotEmpty(t, page.Claims)
			for _, id := range page.Claims {
				claim := published.Story.Claim(id)
				if assert.NotNil(t, claim, "claim %s", id) {
					assert.LessOrEqual(t, claim.Said, e.moment.To, "%s was said on %s, after %s", id, claim.Said, e.moment.To)
				}
			}

			p.resize(320, 640)
			assertNoSidewaysScroll(p)
			p.resize(360, 640)
			assertNoSidewaysScroll(p)
		})
	}
	p.t = t
}

func assertNoSidewaysScroll(p *tab) {
	p.t.Helper()
	size := eval[struct {
		Scroll, View int
		Wide         []string
	}](p, `({
		scroll: document.documentElement.scrollWidth, view: innerWidth,
		wide: document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll("body *")].filter((e) => e2e.box(e).right > innerWidth + 1).slice(0, 5).map(e2e.name) : [],
	})`)
	assert.LessOrEqual(p.t, size.Scroll, size.View, "the page scrolls sideways; too wide: %v", size.Wide)
}

// Without JavaScript the steps are pages.
func TestStepsAreLinks(t *testing.T) {
	for _, lang := range published.Languages {
		t.Run(lang, func(t *testing.T) {
			texts := published.Texts[lang]
			p := open(t, view.Address{Lang: lang, Moment: published.Story.Moments[0].ID}.Path(), options{width: 360, height: 640, noScript: true})
			moments := published.Story.Moments
			arrived := func(i int) {
				t.Helper()
				p.at(view.Address{Lang: lang, Moment: moments[i].ID}.Path())
				assert.Contains(t, eval[string](p, `document.querySelector("[data-bench=status]").innerText`), texts.Get("moment."+moments[i].ID+".title"))
			}
			arrived(0)
			for i := range moments {
				p.click("[data-bench=next]")
				arrived((i + 1) % len(moments)) // the last one leads back to the first
			}
			last := len(moments) - 1
			p.click(fmt.Sprintf(".stepper li:nth-child(%d) a", last+1))
			arrived(last)
			p.click(".stepper .prev")
			arrived(last - 1)
		})
	}
}

// Pages of all languages name each other, and an address that leads nowhere has a
// page in its language.
func TestLanguagesAndLostReaders(t *testing.T) {
	moment := published.Story.Moments[1].ID
	p := open(t, view.Address{Lang: published.Languages[0], Moment: moment}.Path(), options{noScript: true, expect: []string{"404"}})
	for _, lang := range append(published.Languages[1:], published.Languages[0]) {
		p.click(".langs button")
		p.click(".langs a[hreflang=" + lang + "]")
		p.at(view.Address{Lang: lang, Moment: moment}.Path())
		assert.Equal(t, lang, eval[string](p, `document.documentElement.lang`))
	}
	for _, lang := range published.Languages {
		for _, path := range []string{lang + "/nowhere", lang + "/no/where/at/all/"} {
			p.visit(path)
			assert.Equal(t, published.Texts[lang].Get("notfound.title"), eval[string](p, `document.querySelector("h1").innerText`))
			p.click("main a")
			p.at(lang + "/")
		}
	}
}

// In dark and in light, words can be told from what is behind them (WCAG 2.2,
// success criterion 1.4.3).
func TestContrast(t *testing.T) {
	for _, dark := range []bool{false, true} {
		t.Run(map[bool]string{false: "light", true: "dark"}[dark], func(t *testing.T) {
			p := open(t, published.Languages[0]+"/", options{dark: dark})
			faint := eval[[]string](p, `(() => {
				const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
				const mix = (colours) => {
					for (const c of colours) {
						paint.fillStyle = c;
						paint.fillRect(0, 0, 1, 1);
					}
					return paint.getImageData(0, 0, 1, 1).data;
				};
				const luminance = ([r, g, b]) => {
					const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
					return 0.2126 * x + 0.7152 * y + 0.0722 * z;
				};
				const behind = (e) => e ? [...behind(e.parentElement), getComputedStyle(e).backgroundColor] : ["white"];
				const faint = [];
				for (const e of document.querySelectorAll("body :not(svg, svg *)")) {
					const style = getComputedStyle(e);
					if (e.closest("[aria-disabled]") || !e2e.visible(e) || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
					const layers = behind(e);
					const a = luminance(mix(layers)) + 0.05, b = luminance(mix([...layers, style.color])) + 0.05;
					const ratio = Math.max(a, b) / Math.min(a, b);
					if (ratio < 4.5) faint.push(e2e.name(e) + " " + ratio.toFixed(2));
				}
				return faint;
			})()`)
			assert.Empty(t, faint, "text with a contrast below 4.5 to 1")
			paper := eval[string](p, `getComputedStyle(document.body).backgroundColor`)
			assert.NotEqual(t, "rgba(0, 0, 0, 0)", paper)
		})
	}
}

// A link with a language's front page keeps to the site wherever it lies.
func TestEveryLocalLinkLeadsSomewhere(t *testing.T) {
	p := newTab(t, options{noScript: true})
	p.root = published.nested
	seen := map[string]bool{}
	for _, e := range published.editions() {
		p.visit(e.path)
		for _, link := range eval[[]string](p, `[...document.querySelectorAll("[href], [src]")].map((e) => new URL(e.getAttribute("href") ?? e.getAttribute("src"), document.baseURI).href)`) {
			u, err := url.Parse(link)
			require.NoError(t, err)
			u.Fragment = ""
			if u.Host != eval[string](p, `location.host`) || seen[u.String()] {
				continue
			}
			seen[u.String()] = true
			assert.Contains(t, u.String(), published.nested, "a link out of the site's folder")
			res, err := http.Get(u.String())
			require.NoError(t, err)
			require.NoError(t, res.Body.Close())
			assert.Equal(t, http.StatusOK, res.StatusCode, u.String())
		}
	}
	assert.Greater(t, len(seen), len(published.editions()))
}
