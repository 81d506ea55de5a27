package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// Before a reader touches it, an embed costs its host at most three requests and 35 KB,
// no program, and moves nothing. The server counts, as the frame's process is not the host's.
func TestEmbedCostsItsHostLittle(t *testing.T) {
	for _, embed := range view.Embeds {
		t.Run(string(embed), func(t *testing.T) {
			a := view.Address{Lang: "en", Embed: embed}
			h := newOrigin(t, published)
			p := host(t, "<p>Before</p>", options{width: 660, height: 800, before: free, origins: []string{h.url}})
			start := eval[float64](p, `performance.now()`)
			eval[any](p, fmt.Sprintf(`(() => {
				document.body.insertAdjacentHTML("beforeend", '<iframe src="%s" height="%d"></iframe><p>After</p>');
				return new Promise((loaded) => { document.querySelector("iframe").onload = () => loaded(); });
			})()`, h.url+a.Path(), view.EmbedHeight(models(t)["en"], a, 660)))
			eval[any](p, `new Promise((rest) => setTimeout(rest, 1500))`) // the loader would have fetched the program by now, were it to
			sent, sum := h.counts(), 0
			for _, n := range sent {
				sum += n
			}
			assert.NotContains(t, sent, published.asset("app.wasm"))
			assert.LessOrEqual(t, len(sent), 3, "%v", sent)
			assert.GreaterOrEqual(t, len(sent), 2, "the page and its script, or this measures nothing")
			assert.LessOrEqual(t, sum, 35*1024)
			t.Logf("%s: %d requests, %.1f KB", embed, len(sent), float64(sum)/1024)
			assert.Empty(t, eval[[]string](p, fmt.Sprintf(`e2e.shifts(%f)`, start+200)))
		})
	}
}

// Ten embeds in one article: room is kept for each from the start, each is loaded when
// the reader comes near it and not before, gets its height, and moves no text.
func TestTenEmbedsInOneArticle(t *testing.T) {
	var body strings.Builder
	var addresses []view.Address
	for i := range 10 {
		a := view.Address{Lang: "en", Moment: published.Story.Moments[i%len(published.Story.Moments)].ID, Embed: view.Embeds[i%len(view.Embeds)]}
		addresses = append(addresses, a)
		fmt.Fprintf(&body, `<p>%s</p><bukti-embed lang="en" moment="%s" view="%s"></bukti-embed>`, strings.Repeat("The article’s own words. ", 60), a.Moment, a.Embed)
	}
	p := host(t, body.String()+`<script src="`+published.url+`embed.js"></script>`, options{width: 660, height: 800})
	loaded := `[...document.querySelectorAll("bukti-embed")].filter((e) => e.shadowRoot.querySelector("iframe")).length`
	p.until(loaded + ` > 0`)
	eval[any](p, `e2e.frames(20)`)
	assert.Less(t, eval[int](p, loaded), 4, "loaded before the reader comes near")
	assert.Empty(t, eval[[]string](p, `[...document.querySelectorAll("bukti-embed")].filter((e) => e.clientHeight < 300).map((e) => e.outerHTML)`), "no room kept")
	// The reader scrolls; what is fetched ahead has spoken before it is in view.
	eval[any](p, `(async () => {
		await e2e.frames(20);
		shifts.length = 0;
		while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
			scrollBy({top: 200, behavior: "instant"});
			await new Promise((read) => setTimeout(read, 150));
		}
	})()`)
	assert.Equal(t, 10, eval[int](p, loaded))
	assert.Empty(t, eval[[]string](p, `e2e.shifts(0)`))
	r := newRuler(t)
	for i, a := range addresses {
		p.until(fmt.Sprintf(`Math.abs(document.querySelectorAll("bukti-embed")[%d].clientHeight - %f) <= 2`, i, r.height(a, 660)))
	}
}

// BenchmarkEmbedInAHost tells for how long at a stretch tasks of more than 50 ms keep a
// host's page while an embed loads in it, on this machine's core and on one four times
// slower: a host that is another site, as most are, and one of the same.
func BenchmarkEmbedInAHost(b *testing.B) {
	for name, foreign := range map[string]bool{"another": true, "same": false} {
		for _, rate := range []float64{1, 4} {
			b.Run(fmt.Sprintf("site=%s/slowed=%g", name, rate), func(b *testing.B) {
				p := host(b, "", options{width: 360, height: 740, foreign: foreign})
				call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
				sum, n := 0.0, 0
				for b.Loop() {
					sum += eval[float64](p, fmt.Sprintf(`(async () => {
						const tasks = [], observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
						observer.observe({type: "longtask"});
						const frame = Object.assign(document.createElement("iframe"), {src: %q});
						document.body.replaceChildren(frame);
						await new Promise((loaded) => { frame.onload = loaded; });
						await e2e.frames(10);
						tasks.push(...observer.takeRecords());
						return tasks.reduce((sum, t) => sum + t.duration - 50, 0);
					})()`, published.url+"en/embed/"))
					n++
				}
				b.ReportMetric(sum/float64(n), "blocked-ms")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}
