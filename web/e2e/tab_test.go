package e2e

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// patience bounds every wait. Where all is well, none comes near it, but a machine
// with two cores may be busy with other packages' tests.
const patience = 30 * time.Second

var (
	//go:embed helpers.js
	helpersJS string
	//go:embed watch.js
	watchJS string
)

// options are a reader's circumstances. The zero value is a desktop with all that
// there is.
type options struct {
	width, height int64 // CSS pixels; 0: 1200 × 900
	noScript      bool
	dark          bool
	keeps         bool              // the service worker may keep the site, which takes a busy machine's time
	before        string            // a script that runs in every document before the page's own
	answers       map[string]answer // instead of the server's, by path from the root
	expect        []string          // parts of what the console may say about them
	origins       []string          // other places that the page may ask
	hostPolicy    string            // the Content-Security-Policy of a host's page
	foreign       bool              // the host is another site: browsers give its frames a process of their own
	whole         bool              // in a browser with all its parts
	browser       context.Context   // another than those of all tests
}

// answer stands in for the server's. One without a status is a broken connection.
type answer struct {
	status     int64
	mime, body string
}

// tab is a page in a browser context of its own.
type tab struct {
	t    testing.TB
	ctx  context.Context
	root string // of the site that it reads
	opts options
	seen *record
}

// newTab makes a tab without a page. When the test ends, it fails for everything
// that the page complained of on the way.
func newTab(t testing.TB, opts options) *tab {
	t.Helper()
	require.NoError(t, browserErr)
	if opts.width == 0 {
		opts.width, opts.height = 1200, 900
	}
	p := &tab{t: t, root: published.url, opts: opts, seen: &record{origins: opts.origins}}
	in := browser
	if opts.browser != nil {
		in = opts.browser
	} else if opts.whole {
		var err error
		in, err = wholeBrowser()
		require.NoError(t, err)
	}
	ctx, cancel := chromedp.NewContext(in, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.seen.note))
	t.Cleanup(cancel)
	require.NoError(t, chromedp.Do(ctx), "opening a tab") // without a deadline, which would end the tab
	p.ctx = ctx
	t.Cleanup(p.finish)

	p.arrange()
	p.intercept()
	return p
}

// arrange sets a new tab up for the reader's circumstances.
func (p *tab) arrange() {
	p.t.Helper()
	opts := p.opts
	p.resize(opts.width, opts.height)
	scheme := "light"
	if opts.dark {
		scheme = "dark"
	}
	p.prefer("prefers-color-scheme", scheme)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: opts.noScript})
	before := watchJS + opts.before
	if !opts.keeps {
		before += `Object.defineProperty(Navigator.prototype, "serviceWorker", {value: undefined});`
	}
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: before})
}

// open makes a tab and loads a page of the built-in story's site.
func open(t *testing.T, path string, opts options) *tab {
	t.Helper()
	p := newTab(t, opts)
	p.visit(path)
	return p
}

// visit loads a page of the site and waits until it is there.
func (p *tab) visit(path string) {
	p.t.Helper()
	// A pointer left over the next page's chart would be taken for intent.
	do(p, chromedp.MouseEvent(chromedp.MouseMoved, 0, 0))
	do(p, chromedp.Navigate(p.root+path))
}

// resize sets the size of the viewport.
func (p *tab) resize(width, height int64) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1})
}

// prefer sets what the reader prefers: names of media features with values.
func (p *tab) prefer(pairs ...string) {
	p.t.Helper()
	// A page transition swallows clicks for a quarter of a second.
	features := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	for i := 0; i < len(pairs); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: pairs[i], Value: pairs[i+1]})
	}
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
}

// takeOver shows intent by pointing at the chart, which brings it into view where it
// is not, and waits until the program has taken the page over.
func (p *tab) takeOver() {
	p.t.Helper()
	p.meant(p.pointAtChart)
	eval[any](p, `e2e.frames(2)`)
}

// meant shows intent until the program has taken the page over. Now and then Chromium
// sends a move or a press to what lay there before the page; a reader would try again.
func (p *tab) meant(intent func()) {
	p.t.Helper()
	const ready = `document.documentElement.dataset.app === "ready"`
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		intent()
		for again := time.Now().Add(5 * time.Second); time.Now().Before(again); time.Sleep(20 * time.Millisecond) {
			if is, err := evaluate[bool](p, ready); err == nil && is {
				return
			}
		}
	}
	p.until(ready) // says what is there instead
}

func (p *tab) pointAtChart() {
	p.t.Helper()
	p.hover(".chart .fluid")
}

// point is a place in the viewport.
type point struct{ X, Y float64 }

// hover moves the pointer onto an element, brought into view where it is not.
func (p *tab) hover(selector string) point {
	p.t.Helper()
	p.until(`performance.getEntriesByType("paint").length > 0`) // Chromium drops what is pointed at before
	at := eval[*point](p, fmt.Sprintf(`(async () => {
		const target = document.querySelector(%q);
		if (!target) return null;
		const middle = () => {
			const r = target.getClientRects()[0];
			return {X: r.left + r.width / 2, Y: Math.max(r.top, 0) / 2 + Math.min(r.bottom, innerHeight) / 2};
		};
		const free = ({X, Y}) => { const top = document.elementFromPoint(X, Y); return top && (target.contains(top) || top.contains(target)); };
		if (!free(middle())) target.scrollIntoView({block: "center", behavior: "instant"});
		return free(middle()) ? middle() : null;
	})()`, selector))
	require.NotNil(p.t, at, "there is no %s that a pointer can reach", selector)
	do(p, chromedp.MouseEvent(chromedp.MouseMoved, at.X, at.Y))
	return *at
}

// click presses and releases the mouse on an element.
func (p *tab) click(selector string, opts ...chromedp.MouseOption) {
	p.t.Helper()
	at := p.hover(selector)
	do(p, chromedp.MouseClickXY(at.X, at.Y, opts...))
}

// until waits until an expression is true. The page may be on its way to another.
func (p *tab) until(condition string) {
	p.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		ok, err := evaluate[bool](p, condition)
		if err == nil && ok {
			return
		}
		if time.Now().After(deadline) {
			there, _ := evaluate[string](p, `location.href + " data-app=" + document.documentElement.dataset.app + " " + document.visibilityState + " paints=" + performance.getEntriesByType("paint").length + " " + document.readyState + "\n" + document.body.outerHTML.slice(0, 1000)`)
			require.FailNow(p.t, "waited in vain", "for %s\nat %s\nlast error: %v\nthe page said: %s", condition, there, err, strings.Join(p.seen.problems(p.root, nil), "\n"))
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// back goes a step back in the history, after having answered: the page may be gone at once.
func (p *tab) back() {
	p.t.Helper()
	eval[any](p, `void setTimeout(() => history.back())`)
}

// at waits until the loaded page is the one at a path of the site.
func (p *tab) at(path string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`location.href.split(/[?#]/)[0] === %q && document.readyState === "complete"`, p.root+path))
}

// tells waits until the status has a text.
func (p *tab) tells(text string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector("[data-bench=status]").textContent.includes(%q)`, text))
}

// eval returns the value of an expression, in which e2e stands for helpers.js;
// a promise is waited for.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := evaluate[T](p, expression)
	require.NoError(p.t, err, "evaluating %s", expression)
	return v
}

func evaluate[T any](p *tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	source := "((e2e) => (" + expression + "))(" + strings.TrimSuffix(strings.TrimSpace(helpersJS), ";") + ")"
	return chromedp.Run(ctx, chromedp.Evaluate[T](source, chromedp.EvalAwaitPromise))
}

// do runs an action in time.
func do(p *tab, action chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, action))
}

// call runs a command of the protocol in time.
func call[P, R any](p *tab, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	require.NoError(p.t, err, command.Method)
	return result
}

// intercept gives the answers of the options in the server's place.
func (p *tab) intercept() {
	p.t.Helper()
	if len(p.opts.answers) == 0 {
		return
	}
	require.NoError(p.t, chromedp.Listen(p.ctx, func(event any) {
		if paused, ok := event.(*fetch.EventRequestPaused); ok {
			go p.answer(paused) // a listener must not call
		}
	}))
	var patterns []*fetch.RequestPattern
	for path := range p.opts.answers {
		patterns = append(patterns, &fetch.RequestPattern{URLPattern: p.root + path})
	}
	call(p, fetch.Enable, fetch.EnableParams{Patterns: patterns})
	call(p, network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true})
}

func (p *tab) answer(paused *fetch.EventRequestPaused) {
	a := p.opts.answers[strings.TrimPrefix(paused.Request.URL, p.root)]
	if a.status == 0 {
		_, _ = chromedp.Call(p.ctx, fetch.FailRequest, fetch.FailRequestParams{RequestID: paused.RequestID, ErrorReason: network.ErrorReasonFailed})
		return
	}
	_, _ = chromedp.Call(p.ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{
		RequestID: paused.RequestID, ResponseCode: a.status, Body: []byte(a.body),
		ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: a.mime}},
	})
}

// finish fails the test for what the tab has seen go wrong.
func (p *tab) finish() {
	_, _ = evaluate[*runtime.RemoteObject](p, `e2e.frames(0)`) // what the page has sent is here now
	assert.Empty(p.t, p.seen.problems(p.root, p.opts.expect), "the page complained")
}
