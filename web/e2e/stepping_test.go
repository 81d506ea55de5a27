package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
	"bukti/app/view"
)

// assertParity fails when the running page differs from the pre-rendered page at
// its address, in anything.
func assertParity(p *tab) {
	p.t.Helper()
	do(p, chromedp.MouseEvent(chromedp.MouseMoved, 0, 0)) // the page tells of what is under the pointer
	var differs []string
	// The program draws a state in its own time.
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		differs = eval[[]string](p, `e2e.parity()`)
		if len(differs) == 0 {
			return
		}
		if time.Now().After(deadline) {
			break
		}
	}
	require.Fail(p.t, "the running page is not the pre-rendered one", "at %s:\n%s", eval[string](p, `location.href`), strings.Join(differs, "\n"))
}

// stay marks the document, so that stayed can tell whether it is still the same.
func stay(p *tab) { eval[any](p, `(window.stayed = true)`) }

func assertStayed(p *tab) {
	p.t.Helper()
	require.True(p.t, eval[bool](p, `window.stayed === true`), "a page was loaded")
}

// Stepping through the story in the running page shows the very pages that were
// rendered ahead.
func TestStepping(t *testing.T) {
	for _, e := range append(firsts(published), firsts(invented)...) {
		t.Run(e.from.Story.ID+" "+e.lang, func(t *testing.T) {
			lang, moments := e.lang, e.from.Story.Moments
			address := func(i int) string { return view.Address{Lang: lang, Moment: moments[i].ID}.Path() }
			p := newTab(t, options{})
			p.root = e.from.url
			p.visit(address(0))
			p.takeOver()
			stay(p)
			assertParity(p)
			titles := map[string]bool{}
			arrived := func(i int) {
				t.Helper()
				p.at(address(i))
				assertStayed(p)
				assertParity(p)
				assert.Equal(t, p.root+address(i), eval[string](p, `location.href`), "neither query nor fragment")
				titles[eval[string](p, `document.title`)] = true
			}
			for i := range moments {
				p.click("[data-bench=next]")
				arrived((i + 1) % len(moments))
			}
			assert.Len(t, titles, len(moments), "each moment has a title of its own")

			last := len(moments) - 1
			for i := range 2 {
				p.back()
				arrived(last - i)
			}
			eval[any](p, `history.forward()`)
			arrived(last)

			p.click(".stepper li:first-child a")
			arrived(0)
			p.click(".brand")
			p.at(lang + "/")
			assertStayed(p)
			assertParity(p)
			assert.Equal(t, p.root+lang+"/", eval[string](p, `location.href`))
		})
	}
}

// firsts are the editions that the telling begins with, one in each language.
func firsts(p *publication) []edition {
	return slices.DeleteFunc(p.editions(), func(e edition) bool {
		return e.path != view.Address{Lang: e.lang, Moment: p.Story.Moments[0].ID}.Path()
	})
}

// A press that comes before the page has followed the one before means the link that it
// shows: two presses lead one step on, and to no address that there is not.
func TestPressesBeforeThePageFollows(t *testing.T) {
	st := published.Story
	next := st.Moments[st.MomentIndex(st.Opening)+1].ID
	for _, path := range []string{"", "en/"} {
		t.Run("/"+path, func(t *testing.T) {
			lang := published.Languages[0]
			if path != "" {
				lang = "en"
			}
			p := open(t, path, options{})
			p.takeOver()
			stay(p)
			length := eval[int](p, `history.length`)
			twice := `(() => { for (const _ of [1, 2]) document.querySelector(".next").click() })()`
			eval[any](p, twice)
			p.at(view.Address{Lang: lang, Moment: next}.Path())
			assertParity(p)
			assert.Equal(t, length+1, eval[int](p, `history.length`), "one step in the history")

			eval[any](p, `new Promise((back) => { addEventListener("popstate", back, {once: true}); history.back() }).then(() => document.querySelector(".prev").click())`)
			p.at(view.Address{Lang: lang, Moment: st.Opening}.Path())
			assertParity(p)

			p.back()
			p.at(path)
			assertParity(p)
			assertStayed(p)
			eval[any](p, `(() => { for (const link of [".next", "a[href$='claims/']"]) document.querySelector(link).click() })()`)
			p.at(view.Address{Lang: lang, Moment: view.LedgerPage}.Path())
		})
	}
}

// Links that mean something else are the browser's.
func TestLinksLeftToTheBrowser(t *testing.T) {
	e := published.editions()[published.Story.MomentIndex(published.Story.Opening)]
	p := open(t, e.path, options{})
	p.takeOver()
	stay(p)

	// The last listener says who has handled the click, and keeps tabs from opening.
	eval[any](p, `addEventListener("click", (event) => {
		window.taken = event.defaultPrevented;
		event.preventDefault();
	})`)
	for _, tt := range []struct {
		name  string
		opts  []chromedp.MouseOption
		taken bool
	}{
		{"ctrl", []chromedp.MouseOption{chromedp.ButtonModifiers(chromedp.ModifierCtrl)}, false},
		{"shift", []chromedp.MouseOption{chromedp.ButtonModifiers(chromedp.ModifierShift)}, false},
		{"alt", []chromedp.MouseOption{chromedp.ButtonModifiers(chromedp.ModifierAlt)}, false},
		{"meta", []chromedp.MouseOption{chromedp.ButtonModifiers(chromedp.ModifierMeta)}, false},
		{"plain", nil, true},
	} {
		eval[any](p, `delete window.taken`)
		p.click("[data-bench=next]", tt.opts...)
		p.until(`window.taken !== undefined`)
		assert.Equal(t, tt.taken, eval[bool](p, `window.taken`), "a click with %s", tt.name)
		if !tt.taken {
			assert.Equal(t, p.root+e.path, eval[string](p, `location.href`), "a click with %s", tt.name)
		}
	}
	assertStayed(p)

	t.Run("language", func(t *testing.T) {
		p := open(t, e.path, options{})
		p.takeOver()
		stay(p)
		other := published.Languages[1]
		p.click(".langs button")
		p.click(".langs a[hreflang=" + other + "]")
		p.at(view.Address{Lang: other, Moment: e.moment.ID}.Path())
		assert.False(t, eval[bool](p, `window.stayed === true`), "another language is another page")
		assert.Equal(t, other, eval[string](p, `document.documentElement.lang`))
	})

	t.Run("language after a step", func(t *testing.T) {
		p := open(t, published.editions()[0].path, options{})
		p.takeOver()
		p.click("[data-bench=next]")
		second := published.Story.Moments[1].ID
		p.at(view.Address{Lang: e.lang, Moment: second}.Path())
		assertParity(p)
		other := published.Languages[1]
		p.click(".langs button")
		p.click(".langs a[hreflang=" + other + "]")
		p.at(view.Address{Lang: other, Moment: second}.Path())
		p.back()
		p.at(view.Address{Lang: e.lang, Moment: second}.Path())
		p.tells(e.texts.Get("moment." + second + ".title"))
	})

	t.Run("a place on the page", func(t *testing.T) {
		p := open(t, e.path, options{})
		p.takeOver()
		stay(p)
		before := eval[string](p, `e2e.markup()`)
		eval[any](p, `document.querySelector(".skip").focus()`)
		do(p, chromedp.KeyEvent(kb.Enter))
		p.until(`location.hash === "#main" && document.querySelector(":target") === document.querySelector("main")`)
		p.back()
		p.until(`location.hash === ""`)
		eval[any](p, `e2e.frames(2)`)
		assertStayed(p)
		assert.Equal(t, before, eval[string](p, `e2e.markup()`))
	})
}

// A text's link to a claim leads to the claim's row, without the program too. The
// fictional story's texts have such links.
func TestClaimLinksJump(t *testing.T) {
	p := newTab(t, options{width: 360, height: 640, noScript: true})
	p.root = invented.url
	p.visit(invented.linking().path)
	p.click(".telling .ref")
	p.until(`location.hash.startsWith("#claim-") && document.querySelector(":target") !== null`)
	assert.True(t, eval[bool](p, `(() => { const r = e2e.box(document.querySelector(":target")); return r.top >= -1 && r.top < innerHeight; })()`), "the claim is in view")
}

// What a new tab shows is the moment that the link named.
func TestCtrlClickOpensTheMoment(t *testing.T) {
	e := published.editions()[0]
	p := open(t, e.path, options{})
	p.takeOver()
	stay(p)
	p.click("[data-bench=next]", chromedp.ButtonModifiers(chromedp.ModifierCtrl))
	next := p.root + view.Address{Lang: e.lang, Moment: published.Story.Moments[1].ID}.Path()
	require.Eventually(t, func() bool {
		tabs, err := chromedp.Targets(p.ctx)
		return err == nil && slices.ContainsFunc(tabs, func(tab *target.Info) bool {
			url, _, _ := strings.Cut(tab.URL, "#")
			return tab.Type == "page" && url == next
		})
	}, patience, 50*time.Millisecond, "no tab was opened for %s", next)
	assertStayed(p)
	assert.Equal(t, p.root+e.path, eval[string](p, `location.href`))
}

// A page asked for as of a day shows nothing that was said later.
func TestAsOf(t *testing.T) {
	st := published.Story
	late := st.Moments[len(st.Moments)-1]
	var days []story.Date
	for _, day := range []string{"2024-10-18"} {
		d, err := story.ParseDate(day)
		require.NoError(t, err)
		days = append(days, d)
	}
	// The first day, before all moments; the last day of an early one; a day between
	// two; the last day.
	days = append(days, st.First, st.Moments[1].To, st.Moments[2].To-1, st.Last)
	for i, day := range days {
		lang := published.Languages[i%len(published.Languages)]
		t.Run(lang+" "+day.String(), func(t *testing.T) {
			p := newTab(t, options{})
			// On a slow phone the state of the query is drawn while the page is being taken
			// over; an address that asks for it needs no other intent.
			call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
			p.visit(view.Address{Lang: lang, Moment: late.ID}.Path() + "?asof=" + day.String())
			p.until(`document.documentElement.dataset.app === "ready"`)
			call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 1})
			assert.Equal(t, 0, eval[int](p, `performance.getEntriesByName("bukti-adopted")[0].detail.made`), "nodes made anew")
			known := 0
			for i := range st.Moments {
				if st.Moments[i].To <= day {
					known = i + 1
				}
			}
			want := published.Texts[lang].Get("lead.nothing")
			if known > 0 {
				want = published.Texts[lang].Get("moment." + st.Moments[known-1].ID + ".title")
			}
			p.tells(want)
			shown := eval[struct{ Claims, Days []string }](p, `({
				claims: [...document.querySelectorAll("[data-claim]")].map((e) => e.dataset.claim),
				days: [...document.querySelectorAll("time")].map((e) => e.dateTime),
			})`)
			for _, id := range shown.Claims {
				assert.LessOrEqual(t, st.Claim(id).Said, day, "%s was said on %s", id, st.Claim(id).Said)
			}
			for _, d := range shown.Days {
				said, err := story.ParseDate(d)
				require.NoError(t, err)
				assert.LessOrEqual(t, said, day, "the page tells of %s", d)
			}
			assertNoSidewaysScroll(p)
			assert.Equal(t, []string{day.String()}, eval[[]string](p, `new URL(location).searchParams.getAll("asof")`), "the address keeps the day")

			// The first step leaves the day behind.
			stay(p)
			p.click("[data-bench=next]")
			p.until(`location.search === ""`)
			assertStayed(p)
			assertParity(p)
		})
	}
}

// A damaged address shows the default.
func TestBrokenQueries(t *testing.T) {
	e := published.editions()[3]
	p := newTab(t, options{})
	for _, query := range []string{
		"asof=2024-02-30&basis=x&at=,,",
		"asof=&basis=",
		"asof=2024-10-18T00:00&asof=2024-10-18",
		"asof=9999-12-31",
		"asof=0001-01-01&actor=nobody&claim=%3Cscript%3E",
		"%zz&&=;&basis=%ff",
		"at=1e999,NaN,-1&asof=-2024-10-18",
		strings.Repeat("a=b&", 500),
	} {
		t.Run(query[:min(len(query), 40)], func(t *testing.T) {
			p.t = t
			p.visit(e.path + "?" + query)
			p.takeOver()
			assertParity(p)
		})
	}
	p.t = t
}

// The site works below a folder of its host, the running page included.
func TestBelowAFolder(t *testing.T) {
	e := published.editions()[0]
	p := newTab(t, options{})
	p.root = published.nested
	p.visit(e.path)
	p.takeOver()
	stay(p)
	for _, m := range published.Story.Moments[1:3] {
		p.click("[data-bench=next]")
		p.at(view.Address{Lang: e.lang, Moment: m.ID}.Path())
		assertStayed(p)
		assertParity(p)
	}
	eval[any](p, `history.go(-2)`)
	p.at(e.path)
	assertStayed(p)
	assertParity(p)

	// The front page, which has no language in its address.
	p.visit("")
	p.takeOver()
	stay(p)
	assertParity(p)
	p.click("[data-bench=next]")
	p.until(`location.pathname.split("/").length > 4`)
	assertStayed(p)
	assertParity(p)
	p.back()
	p.at("")
	assertStayed(p)
	assertParity(p)
}
