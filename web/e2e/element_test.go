package e2e

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// strict is the policy of a host that lets in nothing but its own style and the site's
// scripts and frames.
func strict() string {
	sum := sha256.Sum256([]byte(hostStyle))
	return fmt.Sprintf("default-src 'none'; img-src data:; style-src 'sha256-%s'; script-src %[2]s; frame-src %[2]s", base64.StdEncoding.EncodeToString(sum[:]), published.url)
}

// heard records an element's events.
const heard = `window.events = []; for (const type of ["bukti:ready", "bukti:moment"]) addEventListener(type, (event) => events.push(type.slice(6) + " " + (event.detail.moment ?? Math.round(event.detail.height)) + " " + event.target.id));`

// below puts what follows below the first window of 800 px, and near it.
var below = strings.Repeat("<p>Before</p>", 30)

// The element works wherever it stands and however it came there, under a strict policy,
// and moves nothing.
func TestElementAnywhere(t *testing.T) {
	r := newRuler(t)
	want := r.height(view.Address{Lang: "en", Embed: view.EmbedChart}, 400)
	const made = `(() => { window.embed = document.createElement("bukti-embed"); embed.lang = "en"; embed.setAttribute("view", "chart"); return embed; })()`
	element, script := `<bukti-embed lang="en" view="chart"></bukti-embed>`, `<script src="`+published.url+`embed.js"></script>`
	for name, tt := range map[string]struct{ body, act string }{
		"before the script":  {element + script, ``},
		"after the script":   {script + element, ``},
		"made by a script":   {script, `document.body.append(` + made + `)`},
		"filled later":       {script, `(document.body.append(document.createElement("bukti-embed")), embed = document.querySelector("bukti-embed"), embed.setAttribute("view", "chart"), embed.lang = "en")`},
		"script comes late":  {element, `document.head.append(Object.assign(document.createElement("script"), {src: "` + published.url + `embed.js"}))`},
		"script comes twice": {script + element + script, ``},
		"in a shadow root":   {script + `<div id="closed"></div>`, `document.querySelector("#closed").attachShadow({mode: "closed"}).append(` + made + `)`},
		"in a template":      {script + `<template>` + element + `</template>`, `document.body.append(document.querySelector("template").content.cloneNode(true))`},
	} {
		t.Run(name, func(t *testing.T) {
			p := host(t, below+tt.body, options{width: 400, height: 800, before: heard, hostPolicy: strict()})
			if tt.act != "" {
				eval[any](p, "void "+tt.act)
			}
			p.until(`events.length > 0`)
			eval[any](p, `(window.embed ??= document.querySelector("bukti-embed"))`)
			assert.InDelta(t, want, eval[float64](p, `embed.clientHeight`), 2)
			assert.Regexp(t, `^ready \d+ \w*$`, eval[string](p, `e2e.frames(5).then(() => events.join())`))
			assert.Equal(t, published.url+"en/embed/chart/", eval[string](p, `embed.shadowRoot.querySelector("iframe").src`))
			assert.NotEmpty(t, eval[string](p, `embed.shadowRoot.querySelector("iframe").title`))
			assert.Equal(t, []string{}, eval[[]string](p, `Object.keys(window).filter((name) => /bukti|embed|site/i.test(name) && name !== "embed")`), "names left in the host's page")
		})
	}
}

// Attributes can change at any time: the embed follows without a step in the host's
// history, and says which moment it shows.
func TestElementFollowsItsAttributes(t *testing.T) {
	st := published.Story
	p := host(t, `<bukti-embed id="one" lang="en" view="chart"></bukti-embed><bukti-embed id="two" lang="id" view="claims"></bukti-embed><div id="elsewhere"></div><script src="`+published.url+`embed.js"></script>`,
		options{width: 660, height: 2600, before: heard, hostPolicy: strict()})
	r := newRuler(t)
	history := eval[int](p, `history.length`)
	p.until(`events.length === 2`)
	eval[any](p, `void (window.one = document.querySelector("#one"))`)
	other := eval[[]any](p, `[two.clientHeight, two.shadowRoot.querySelector("iframe").contentWindow.length]`)
	shows := func(id string, a view.Address, query string, most float64) {
		t.Helper()
		is := r.height(a, 660)
		p.until(fmt.Sprintf(`%[1]s.clientHeight >= %[2]f && %[1]s.clientHeight <= %[3]f`, id, is-2, is+most))
		require.Eventually(t, func() bool { return slices.Contains(p.frames(), published.url+a.Path()+query) }, patience, 20*time.Millisecond, "%s%s", a.Path(), query)
	}
	a := view.Address{Lang: "en", Embed: view.EmbedChart}
	const spare = 250 // of the room that is kept in the first window
	shows("one", a, "", spare)
	for _, step := range []struct {
		name, value string
		change      func()
		query       string
	}{
		{"moment", st.Moments[1].ID, func() { a.Moment = st.Moments[1].ID }, ""},
		{"view", "map", func() { a.Embed = view.EmbedMap }, ""},
		{"lang", "ar", func() { a.Lang = "ar" }, ""},
		{"theme", "dark", func() {}, "?theme=dark"},
		{"moment", "no such", func() { a.Moment = "" }, "?theme=dark"},
		{"view", "", func() { a.Embed = view.EmbedAll }, "?theme=dark"},
	} {
		step.change()
		eval[any](p, fmt.Sprintf(`one.setAttribute(%q, %q)`, step.name, step.value))
		shows("one", a, step.query, 2)
	}
	assert.Equal(t, "dark", eval[string](p, `getComputedStyle(one.shadowRoot.querySelector("iframe")).colorScheme`))
	assert.Equal(t, []string{"moment " + st.Moments[1].ID + " one", "moment " + st.Opening + " one"}, eval[[]string](p, `events.slice(2)`))
	assert.Equal(t, other, eval[[]any](p, `[two.clientHeight, two.shadowRoot.querySelector("iframe").contentWindow.length]`), "the other one")
	assert.Equal(t, history, eval[int](p, `history.length`))

	// Moved, and taken away and brought back, it begins anew.
	for _, act := range []string{`elsewhere.append(one)`, `(one.remove(), document.body.prepend(one))`} {
		eval[any](p, `(events.length = 0)`)
		eval[any](p, `void `+act)
		assert.Greater(t, eval[float64](p, `one.clientHeight`), 300.0, "room is kept meanwhile")
		p.until(`events.length === 1 && events[0].startsWith("ready")`)
		shows("one", a, "?theme=dark", spare)
	}
	eval[any](p, `(events.length = 0, one.remove())`)
	eval[any](p, `e2e.frames(10)`)
	assert.Empty(t, eval[[]string](p, `events`))
}

// In the first window room is kept for more than is likely, so that nothing moves when the
// embed has come; what is too much goes when nobody sees it.
func TestElementInTheFirstWindow(t *testing.T) {
	r := newRuler(t)
	for _, width := range []int64{280, 320, 660} {
		for _, embed := range view.Embeds {
			a := view.Address{Lang: "id", Embed: embed} // its texts are the longest
			t.Run(fmt.Sprint(embed, " at ", width), func(t *testing.T) {
				is := r.height(a, width)
				p := host(t, fmt.Sprintf(`<script src="%sembed.js"></script><p>Before</p><bukti-embed lang="id" view="%s"></bukti-embed>%s`, published.url, embed, below), options{width: width, height: 3000, before: heard})
				p.until(`events.length > 0`)
				assert.Empty(t, eval[[]string](p, `e2e.frames(5).then(() => e2e.shifts(0))`))
				kept := eval[float64](p, `document.querySelector("bukti-embed").clientHeight`)
				assert.Greater(t, kept, is-1)
				assert.Less(t, kept, is*1.2+16)
				eval[any](p, `document.querySelector("bukti-embed").setAttribute("lang", "id")`) // as frameworks do, with nothing new
				assert.Empty(t, eval[[]string](p, `e2e.frames(5).then(() => e2e.shifts(0))`))
				p.resize(width, 600)
				eval[any](p, `scrollTo({top: 1e6, behavior: "instant"})`)
				p.until(fmt.Sprintf(`Math.abs(document.querySelector("bukti-embed").clientHeight - %f) <= 2`, is))
			})
		}
	}
}

// What stands in the element stays where there are no scripts or no frames.
func TestElementWithoutScriptsOrFrames(t *testing.T) {
	for name, opts := range map[string]options{
		"no scripts":     {noScript: true},
		"script refused": {hostPolicy: "script-src 'none'", expect: []string{"Content Security Policy", "policy violated", "request failed"}},
		"frame refused":  {hostPolicy: "frame-src 'none'", expect: []string{"Content Security Policy", "policy violated", "request failed"}},
	} {
		t.Run(name, func(t *testing.T) {
			opts.width, opts.height = 400, 800
			p := host(t, `<bukti-embed lang="en"><a href="`+published.url+`en/">The story</a></bukti-embed><script src="`+published.url+`embed.js"></script>`, opts)
			if !opts.noScript {
				eval[any](p, `new Promise((rest) => setTimeout(rest, 500))`) // for what comes in the link's place
			}
			assert.Equal(t, "A", eval[string](p, `(() => {
				const e = document.querySelector("bukti-embed a"), r = e.getBoundingClientRect();
				return document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2).tagName;
			})()`))
			assert.Equal(t, name == "frame refused", eval[bool](p, `!!document.querySelector("bukti-embed").shadowRoot`))
		})
	}
}

// Far from the window an element keeps as much room as the build knows that its embed
// needs, at the widths between those that it was told too.
func TestElementKeepsRoom(t *testing.T) {
	known := models(t)["en"]
	for _, width := range []int64{280, 288, 289, 300, 340, 360, 639, 640, 900} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			p := host(t, `<div id="far" style="height: 3000px"></div><bukti-embed lang="en" view="chart"></bukti-embed><p>After</p><script src="`+published.url+`embed.js"></script>`, options{width: width, height: 700})
			p.until(`document.querySelector("bukti-embed").shadowRoot !== null`)
			eval[any](p, `e2e.frames(3)`)
			a := view.Address{Lang: "en", Embed: view.EmbedChart}
			assert.InDelta(t, view.EmbedHeight(known, a, int(width)), eval[float64](p, `document.querySelector("bukti-embed").clientHeight`), 40)
			if width%280 != 0 && width%320 != 0 {
				return // what differs there is the height alone
			}
			eval[any](p, `(async () => {
				shifts.length = 0;
				for (let i = 0; i < 20; i++) {
					scrollBy({top: 200, behavior: "instant"});
					await new Promise((read) => setTimeout(read, 100));
				}
			})()`)
			assert.Empty(t, eval[[]string](p, `e2e.shifts(0)`))
		})
	}
}

// Each element of a page shows the story that it is meant to show, in whatever order
// the scripts of several arrive; until that is known, its link stays.
func TestElementsOfSeveralStories(t *testing.T) {
	real, fiction := view.Address{Lang: "en", Moment: published.Story.Moments[1].ID}, view.Address{Lang: "en", Moment: invented.Story.Moments[1].ID}
	element := func(id string, of *publication, a view.Address, more string) string {
		return fmt.Sprintf(`<bukti-embed id="%s" lang="en" moment="%s" view="chart" %s><p><a href="https://agency.example/">Photo</a> <a href="%s">Story</a></p></bukti-embed>`, id, a.Moment, more, of.url+a.Path())
	}
	script := func(of *publication) string { return `<script src="` + of.url + `embed.js"></script>` }
	one, two := element("one", published, real, ""), element("two", invented, fiction, "")
	for name, body := range map[string]string{
		"each with its script":       one + script(published) + two + script(invented),
		"scripts in the other order": script(invented) + script(published) + one + two,
		"scripts more than once":     script(published) + one + script(published) + script(invented) + two + script(invented),
		"by their attributes": script(invented) + script(published) +
			fmt.Sprintf(`<bukti-embed id="one" lang="en" moment="%s" view="chart" story="%s"></bukti-embed>`, real.Moment, published.url) +
			element("two", published, fiction, `story="`+invented.url+`en/"`),
	} {
		t.Run(name, func(t *testing.T) {
			p := host(t, body, options{width: 400, height: 2000, before: heard, origins: []string{invented.url}})
			p.until(`["one", "two"].every((id) => events.some((event) => event.endsWith(" " + id)))`)
			for id, want := range map[string]string{"one": published.url + "en/embed/chart/" + real.Moment + "/", "two": invented.url + "en/embed/chart/" + fiction.Moment + "/"} {
				assert.Equal(t, want, eval[string](p, id+`.shadowRoot.querySelector("iframe").src`))
			}
		})
	}

	t.Run("a script that comes late", func(t *testing.T) {
		h, arrived := newOrigin(t, invented), make(chan struct{})
		f, _ := invented.site.Files.Get("embed.js")
		h.breaks(map[string]http.HandlerFunc{"embed.js": func(w http.ResponseWriter, _ *http.Request) {
			<-arrived
			w.Header().Set("Content-Type", f.Type)
			_, _ = w.Write(f.Body)
		}})
		p := host(t, one+script(published), options{width: 400, height: 2000, before: heard, origins: []string{h.url}})
		eval[any](p, fmt.Sprintf(`void document.body.append(Object.assign(document.createElement("script"), {src: "%[1]sembed.js"}), Object.assign(document.createElement("bukti-embed"), {id: "two", lang: "en", innerHTML: '<a href="%[1]sen/">Story</a>'}))`, h.url))
		p.until(`events.length > 0`)
		eval[any](p, `new Promise((rest) => setTimeout(rest, 300))`)
		assert.False(t, eval[bool](p, `!!two.shadowRoot.querySelector("iframe")`), "figures of another story")
		close(arrived)
		p.until(`two.shadowRoot.querySelector("iframe")?.src === "` + h.url + `en/embed/"`)
	})
	t.Run("a script that fails", func(t *testing.T) {
		p := host(t, script(published)+one+two+`<script src="`+invented.url+`embed.js" integrity="sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="></script>`,
			options{width: 400, height: 2000, before: heard, origins: []string{invented.url}, expect: []string{"integrity", "request failed", "CORS"}})
		p.until(`events.length > 0 && document.readyState === "complete"`)
		eval[any](p, `e2e.frames(10)`)
		assert.False(t, eval[bool](p, `!!two.shadowRoot.querySelector("iframe")`), "figures of another story")
	})
	t.Run("a link to elsewhere", func(t *testing.T) {
		p := host(t, script(published)+`<bukti-embed lang="en"><a href="https://agency.example/">Photo</a></bukti-embed>`, options{width: 400, height: 2000})
		p.until(framed + `?.src === "` + published.url + `en/embed/"`)
	})
}

// The language is that of the element or of what it stands in, however it is written and
// whatever shadow lies between.
func TestElementSpeaks(t *testing.T) {
	const embed = `<bukti-embed view="chart"></bukti-embed>`
	for name, tt := range map[string]struct{ body, want string }{
		"region":              {`<bukti-embed view="chart" lang="en-GB"></bukti-embed>`, "en"},
		"script and region":   {`<bukti-embed view="chart" lang="uk-Cyrl-UA"></bukti-embed>`, "uk"},
		"capitals":            {`<bukti-embed view="chart" lang="EN"></bukti-embed>`, "en"},
		"around it":           {`<div lang="AR-eg"><p>` + embed + `</p></div>`, "ar"},
		"around its shadow":   {`<div lang="ko-KR"><x-x></x-x></div>`, "ko"},
		"the page":            {embed, "en"},
		"another, which none": {`<bukti-embed view="chart" lang="fr"></bukti-embed>`, published.Languages[0]},
	} {
		t.Run(name, func(t *testing.T) {
			p := host(t, tt.body+`<script src="`+published.url+`embed.js"></script>
				<script>customElements.define("x-x", class extends HTMLElement { connectedCallback() { this.attachShadow({mode: "open"}).innerHTML = '`+embed+`'; } });</script>`, options{width: 400, height: 800})
			p.until(`(document.querySelector("bukti-embed") ?? document.querySelector("x-x").shadowRoot.querySelector("bukti-embed")).shadowRoot.querySelector("iframe")?.src === "` + published.url + tt.want + `/embed/chart/"`)
		})
	}
}

// A module is no current script, and other people's scripts may be called alike.
func TestElementFromAModule(t *testing.T) {
	h := newOrigin(t, published)
	f, _ := published.site.Files.Get("embed.js")
	h.breaks(map[string]http.HandlerFunc{"embed.js": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", f.Type)
		w.Header().Set("Access-Control-Allow-Origin", "*")
		_, _ = w.Write(f.Body)
	}})
	p := host(t, `<script src="data:text/javascript,//embed.js"></script><bukti-embed lang="en"></bukti-embed><script type="module" src="`+h.url+`embed.js"></script>`,
		options{width: 400, height: 800, origins: []string{h.url}})
	p.until(framed + `?.src === "` + h.url + `en/embed/"`)
}

// A moment that the host names again is shown again, though the reader has gone on.
func TestElementGoesBackToItsMoment(t *testing.T) {
	st := published.Story
	p := host(t, fmt.Sprintf(`<bukti-embed lang="en" view="chart" moment="%s"></bukti-embed><script src="%sembed.js"></script>`, st.Moments[1].ID, published.url), options{width: 660, height: 1200, before: heard})
	p.until(`events.length === 1`)
	a := view.Address{Lang: "en", Moment: st.Moments[1].ID, Embed: view.EmbedChart}
	p.clickInFrame(newRuler(t), a, ".next")
	p.until(`events.at(-1).startsWith("moment ` + st.Moments[2].ID + `")`)
	eval[any](p, `document.querySelector("bukti-embed").setAttribute("lang", "en")`) // nothing new
	eval[any](p, `e2e.frames(30)`)
	require.Equal(t, 2, eval[int](p, `events.length`))
	eval[any](p, fmt.Sprintf(`document.querySelector("bukti-embed").setAttribute("moment", %q)`, a.Moment))
	p.until(`events.at(-1).startsWith("moment ` + a.Moment + `")`)
}
