package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
	"bukti/web/chromium"
)

// A phone without the memory for the program keeps the page, wherever the program
// comes to its end. If that is in the midst of exploring, the page is loaded anew, so
// that no figure of one day stands beside those of another.
func TestLittleMemory(t *testing.T) {
	const page = 64 << 10
	for _, tt := range []struct {
		megabytes int
		ends      string // when
	}{{2, "before it begins"}, {4, "while it takes over"}, {8, "while it is used"}, {512, "never"}} {
		t.Run(fmt.Sprintf("%d MB, ends %s", tt.megabytes, tt.ends), func(t *testing.T) {
			small, stop, err := chromium.Start(t.Context(),
				chromedp.Flag("enable-low-end-device-mode", true),
				chromedp.Flag("js-flags", fmt.Sprintf("--wasm-max-mem-pages=%d", tt.megabytes<<20/page)))
			require.NoError(t, err)
			t.Cleanup(stop)
			opts := options{width: 360, height: 640, browser: small}
			if tt.ends != "never" {
				opts.expect = []string{
					"bukti: the page goes on without WebAssembly",
					// The toolchain's script tells of the program's end in its own way.
					"out of memory", "runtime", "goroutine", "exit code", "console.log", "Go program has already exited",
				}
			}
			e := published.editions()[0]
			p := open(t, e.path, opts)
			before := eval[string](p, `e2e.markup()`)
			p.pointAtChart()
			switch tt.ends {
			case "never":
				p.until(`document.documentElement.dataset.app === "ready"`)
				assertParity(p)
				return
			case "while it is used":
				p.until(`document.documentElement.dataset.app === "ready"`)
				eval[any](p, `void (sessionStorage.scrubbed = "yes", (async () => {
					const act = `+gestures["scrub"]+`;
					for (let i = 0; ; i++) {
						act(i);
						await new Promise((done) => setTimeout(done, 5));
					}
				})())`)
				p.until(`document.documentElement.dataset.app === "off" && sessionStorage.scrubbed === "yes"`)
				p.until(`document.readyState === "complete"`)
				assert.Equal(t, p.root+e.path, eval[string](p, `location.href`))
			default:
				p.until(`document.documentElement.dataset.app === "failed"`)
			}
			assert.Equal(t, before, eval[string](p, `e2e.markup()`))
			stay(p)
			p.click("[data-bench=next]")
			next := published.Story.Moments[1].ID
			p.at(view.Address{Lang: e.lang, Moment: next}.Path())
			p.tells(e.texts.Get("moment." + next + ".title"))
			assert.False(t, eval[bool](p, `window.stayed === true`), "the step was a link")
		})
	}
}

// Garbage is collected when the hand rests, not in the midst of a gesture.
func TestGarbageIsCollectedAtRest(t *testing.T) {
	p := open(t, "en/", options{width: 360, height: 740, expect: []string{"gc "}, before: `(() => {
		let Go;
		window.collected = 0;
		Object.defineProperty(window, "Go", {configurable: true, get: () => Go, set(value) {
			Go = value;
			const run = Go.prototype.run;
			Go.prototype.run = function (instance) { this.env.GODEBUG = "gctrace=1"; return run.call(this, instance); };
		}});
		const log = console.log;
		console.log = (...args) => { if (/^gc \d/.test(args[0])) window.collected++; log(...args); };
	})();`})
	p.takeOver()
	p.until(`window.collected > 0`)
	during := eval[int](p, `(async () => {
		const act = `+gestures["scrub"]+`, before = collected;
		for (let i = 0; i < 60; i++) { act(i); await e2e.frames(1); }
		return collected - before;
	})()`)
	assert.Zero(t, during, "collections while the hand moves")
	before := eval[int](p, `window.collected`)
	p.until(fmt.Sprintf(`window.collected > %d`, before))
}
