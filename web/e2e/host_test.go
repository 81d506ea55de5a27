package e2e

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"bukti/app/scene"
	"bukti/app/view"
)

// parents are other people's parents, by what a host's page says to get a frame of its
// own: %[1]s stands for the embed's address. The scripts come from npm.
var parents = []struct{ name, html string }{
	{"pym", `<div id="p"></div><script src="/peers/pym.js/dist/pym.v1.js"></script><script>new pym.Parent("p", "%[1]s", {})</script>`},
	{"frames", `<div id="p"></div><script src="/peers/@newswire/frames/dist/frames.umd.js"></script><script>new newswireFrames.Framer(document.getElementById("p"), {src: "%[1]s"})</script>`},
	{"frames, sandboxed", `<div id="p"></div><script src="/peers/@newswire/frames/dist/frames.umd.js"></script><script>new newswireFrames.Framer(document.getElementById("p"), {src: "%[1]s", attributes: {sandbox: "allow-scripts"}})</script>`},
	{"iframe-resizer 4", `<iframe id="p" src="%[1]s"></iframe><script src="/peers/iframe-resizer/js/iframeResizer.js"></script><script>iFrameResize({}, "#p")</script>`},
	{"iframe-resizer 4, sandboxed", `<iframe id="p" sandbox="allow-scripts" src="%[1]s"></iframe><script src="/peers/iframe-resizer/js/iframeResizer.js"></script><script>iFrameResize({checkOrigin: false}, "#p")</script>`},
	{"iframe-resizer 5", `<iframe id="p" src="%[1]s"></iframe><script src="/peers/@iframe-resizer/parent/index.umd.js"></script><script>iframeResize({license: "GPLv3", waitForLoad: true}, "#p")</script>`},
	{"datawrapper", `<iframe src="%[1]s"></iframe><script>addEventListener("message", ({source, data}) => {
		for (const [id, height] of Object.entries(data["datawrapper-height"] ?? {})) for (const f of document.querySelectorAll("iframe")) if (f.contentWindow === source) f.style.height = height + "px";
	})</script>`},
	{"embedly", `<iframe src="%[1]s"></iframe><script>addEventListener("message", ({data}) => {
		let told; try { told = JSON.parse(data) } catch { return }
		if (told.context === "iframe.resize") document.querySelector('iframe[src="' + told.src + '"]').style.height = told.height + "px";
	})</script>`},
	{"guardian", `<iframe src="%[1]s"></iframe><script>addEventListener("message", ({source, data}) => {
		let told; try { told = JSON.parse(data) } catch { return }
		if (told.type !== "set-height") return;
		for (const f of document.querySelectorAll("iframe")) if (f.contentWindow === source) f.style.height = told.value + "px";
	})</script>`},
	{"amp", `<iframe src="%[1]s#amp=1"></iframe><script>addEventListener("message", ({source, data}) => {
		if (data.sentinel !== "amp" || data.type !== "embed-size" || data.height < 100) return;
		for (const f of document.querySelectorAll("iframe")) if (f.contentWindow === source) f.style.height = data.height + "px";
	})</script>`},
	{"wordpress", `<iframe sandbox="allow-scripts" data-secret="abcdefghij" src="%[1]s#?secret=abcdefghij"></iframe><script>
		const frame = document.querySelector("iframe");
		document.addEventListener("DOMContentLoaded", () => frame.contentWindow.postMessage({message: "ready", secret: "abcdefghij"}, "*"));
		addEventListener("message", ({source, data}) => {
			if (source === frame.contentWindow && data.secret === "abcdefghij" && data.message === "height") frame.height = Math.max(200, data.value);
		})</script>`},
	{"bukti-embed", `<bukti-embed story="%[2]s" view="%[3]s" lang="%[4]s" moment="%[5]s"></bukti-embed><script src="%[2]sembed.js"></script>`},
}

// fill sets an embed's address and its parts into a host's markup.
func fill(html string, a view.Address) string {
	return strings.NewReplacer(
		"%[1]s", published.url+a.Path(), "%[2]s", published.url, "%[3]s", string(a.Embed), "%[4]s", a.Lang, "%[5]s", a.Moment,
	).Replace(html)
}

// hostStyle is the style of a host's page.
const hostStyle = `body { margin: 0 } iframe { width: 100%; border: 0; display: block }`

// host opens a page of somebody else's: of another origin, with the scripts of other
// people's parents at hand.
func host(t testing.TB, body string, opts options) *tab {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/peers/", http.StripPrefix("/peers/", http.FileServer(http.Dir("peers/node_modules"))))
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if opts.hostPolicy != "" {
			w.Header().Set("Content-Security-Policy", opts.hostPolicy)
		}
		fmt.Fprintf(w, `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Host</title><style>%s</style><body>%s`, hostStyle, body)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	opts.origins = append(opts.origins, published.url)
	p := newTab(t, opts)
	p.root = server.URL + "/"
	if opts.foreign {
		p.root = strings.Replace(p.root, "127.0.0.1", "localhost", 1)
	}
	p.visit("")
	return p
}

// inside is the embed in the frame of a host that is another site, as a tab.
func (p *tab) inside() *tab {
	p.t.Helper()
	context := chromedp.FromContext(p.ctx).BrowserContextID
	var found *target.Info
	require.Eventually(p.t, func() bool {
		all, err := chromedp.Targets(p.ctx)
		require.NoError(p.t, err)
		for _, info := range all {
			if info.Type == "iframe" && info.BrowserContextID == context && strings.HasPrefix(info.URL, published.url) {
				found = info
			}
		}
		return found != nil
	}, patience, 20*time.Millisecond, "an embed in a process of its own")
	f := &tab{t: p.t, root: published.url, opts: p.opts, seen: &record{}}
	f.opts.expect = []string{"ERR_CACHE_MISS"} // the protocol's own look into the cache
	ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(found.TargetID), chromedp.WithListener(f.seen.note))
	p.t.Cleanup(cancel)
	require.NoError(p.t, chromedp.Do(ctx), "attaching to the frame")
	f.ctx = ctx
	p.t.Cleanup(f.finish)
	f.until(`document.readyState === "complete"`)
	return f
}

// framed is the frame on a host's page, in a custom element or not.
const framed = `(document.querySelector("bukti-embed")?.shadowRoot.querySelector("iframe") ?? document.querySelector("iframe"))`

// models are the built-in story in each language over the site's own maps.
func models(t testing.TB) map[string]*view.Model {
	t.Helper()
	maps, ok := published.site.Files.Get(published.asset("map.txt"))
	require.True(t, ok)
	bases, err := scene.UnpackBases(string(maps.Body))
	require.NoError(t, err)
	var languages []view.Language
	for _, lang := range published.Languages {
		languages = append(languages, view.Language{Tag: lang, Name: published.Texts[lang].Get("language.name")})
	}
	all := map[string]*view.Model{}
	for _, lang := range published.Languages {
		all[lang] = &view.Model{Story: published.Story, Texts: published.Texts[lang], Bases: bases, Languages: languages}
	}
	return all
}

// ruler measures how high embeds are by themselves.
type ruler struct {
	*tab
	known map[string]float64
}

func newRuler(t *testing.T) *ruler { return &ruler{newTab(t, options{}), map[string]float64{}} }

// height is what an embed takes at a width, in CSS pixels.
func (r *ruler) height(a view.Address, width int64) float64 {
	r.t.Helper()
	key := fmt.Sprint(a.Path(), width)
	if h, ok := r.known[key]; ok {
		return h
	}
	r.resize(width, 800)
	r.visit(a.Path())
	r.known[key] = eval[float64](r.tab, `document.fonts.ready.then(() => document.querySelector(".embed").getBoundingClientRect().height)`)
	return r.known[key]
}

// growing is a moment whose next one takes more room at every width of a list.
func (r *ruler) growing(a view.Address, widths []int64) (view.Address, view.Address) {
	r.t.Helper()
	moments := published.Story.Moments
next:
	for i := range moments[:len(moments)-1] {
		now, then := a, a
		now.Moment, then.Moment = moments[i].ID, moments[i+1].ID
		for _, width := range widths {
			if r.height(then, width) < r.height(now, width)+20 {
				continue next
			}
		}
		return now, then
	}
	require.FailNow(r.t, "no moment of the story has more text than the one before")
	return a, a
}

// assertHeight waits until the frame is as high as its embed, within two pixels.
func (p *tab) assertHeight(want float64) {
	p.t.Helper()
	got := 0.0
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		got = eval[float64](p, framed+`?.getBoundingClientRect().height ?? 0`)
		if math.Abs(got-want) <= 2 {
			return
		}
	}
	require.InDelta(p.t, want, got, 2, "the frame's height")
}

// frames are the addresses of the frames on a page, in its own process or another.
func (p *tab) frames() (addresses []string) {
	p.t.Helper()
	for _, child := range call(p, page.GetFrameTree, cdp.Empty{}).FrameTree.ChildFrames {
		addresses = append(addresses, child.Frame.URL)
	}
	all, err := chromedp.Targets(p.ctx)
	require.NoError(p.t, err)
	for _, info := range all {
		if info.Type == "iframe" && info.BrowserContextID == chromedp.FromContext(p.ctx).BrowserContextID {
			addresses = append(addresses, info.URL)
		}
	}
	return addresses
}
