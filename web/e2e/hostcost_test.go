package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// weigh notes what a tab fetches of the site: the bytes on the wire, by address.
func (p *tab) weigh() func() map[string]float64 {
	p.t.Helper()
	urls, bytes := map[network.RequestID]string{}, map[string]float64{}
	require.NoError(p.t, chromedp.Listen(p.ctx, func(event any) {
		p.seen.mu.Lock()
		defer p.seen.mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			urls[e.RequestID] = e.Request.URL
		case *network.EventLoadingFinished:
			if url := urls[e.RequestID]; strings.HasPrefix(url, published.url) {
				bytes[url] += e.EncodedDataLength
			}
		}
	}))
	return func() map[string]float64 {
		p.seen.mu.Lock()
		defer p.seen.mu.Unlock()
		now := map[string]float64{}
		for url, n := range bytes {
			now[url] = n
		}
		return now
	}
}

// Before a reader touches it, an embed costs its host at most three requests and 35 KB,
// no program, and moves nothing.
func TestEmbedCostsItsHostLittle(t *testing.T) {
	for _, embed := range view.Embeds {
		t.Run(string(embed), func(t *testing.T) {
			a := view.Address{Lang: "en", Embed: embed}
			p := host(t, "<p>Before</p>", options{width: 660, height: 800, before: free})
			weighed := p.weigh()
			p.seen.mu.Lock()
			p.seen.requests = nil
			p.seen.mu.Unlock()
			start := eval[float64](p, `performance.now()`)
			eval[any](p, fmt.Sprintf(`(() => {
				document.body.insertAdjacentHTML("beforeend", '<iframe src="%s" height="%d"></iframe><p>After</p>');
				return new Promise((loaded) => { document.querySelector("iframe").onload = () => loaded(); });
			})()`, published.url+a.Path(), view.EmbedHeight(models(t)["en"], a, 660)))
			eval[any](p, `new Promise((rest) => setTimeout(rest, 1500))`) // the loader would have fetched the program by now, were it to
			p.seen.mu.Lock()
			asked := slices.DeleteFunc(slices.Clone(p.seen.requests), func(url string) bool { return !strings.HasPrefix(url, published.url) })
			p.seen.mu.Unlock()
			assert.NotContains(t, asked, published.url+published.asset("app.wasm"))
			assert.LessOrEqual(t, len(asked), 3, "%v", asked)
			got, sum := weighed(), 0.0
			for _, n := range got {
				sum += n
			}
			assert.GreaterOrEqual(t, len(got), 2, "the page and its script, or this measures nothing")
			assert.LessOrEqual(t, sum, 35.0*1024)
			t.Logf("%s: %d requests, %.1f KB", embed, len(asked), sum/1024)
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
// slower.
func BenchmarkEmbedInAHost(b *testing.B) {
	for _, rate := range []float64{1, 4} {
		b.Run(fmt.Sprintf("slowed=%g", rate), func(b *testing.B) {
			p := newTab(b, options{width: 360, height: 740})
			p.visit("en/") // which may show embeds, as in its dialog
			call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
			sum, n := 0.0, 0
			for b.Loop() {
				sum += eval[float64](p, `(async () => {
					const tasks = [], observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
					observer.observe({type: "longtask"});
					const frame = Object.assign(document.createElement("iframe"), {src: "/en/embed/"});
					document.body.replaceChildren(frame);
					await new Promise((loaded) => { frame.onload = loaded; });
					await e2e.frames(10);
					tasks.push(...observer.takeRecords());
					return tasks.reduce((sum, t) => sum + t.duration - 50, 0);
				})()`)
				n++
			}
			b.ReportMetric(sum/float64(n), "blocked-ms")
			b.ReportMetric(0, "ns/op")
		})
	}
}
