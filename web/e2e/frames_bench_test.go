package e2e

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
	"bukti/stories/grown"
	"bukti/web/server"
)

// frameMeter is put before the page's own scripts. It notes how long each call into
// the program takes and what its memory is.
const frameMeter = `(() => {
	let Go;
	window.calls = [];
	Object.defineProperty(window, "Go", {configurable: true, get: () => Go, set(value) {
		Go = value;
		const resume = Go.prototype._resume;
		Go.prototype._resume = function () {
			const start = performance.now();
			resume.call(this);
			window.calls.push([start, performance.now() - start]);
		};
	}});
	const instantiate = WebAssembly.instantiate;
	WebAssembly.instantiate = async (...args) => {
		const made = await instantiate(...args);
		window.memory = (made.exports ?? made.instance.exports).mem;
		return made;
	};
	// Does something once a frame and returns the script time of each frame, ms.
	window.measure = async (n, act) => {
		const marks = [], next = () => new Promise(requestAnimationFrame);
		window.calls.length = 0;
		let on = true;
		(function tick() { marks.push(performance.now()); if (on) requestAnimationFrame(tick); })();
		for (let i = 0; i < n; i++) { await next(); act(i); }
		await new Promise((rest) => setTimeout(rest, 400));
		on = false;
		const spent = marks.map(() => 0);
		for (const [start, time] of window.calls) spent[Math.max(0, marks.findLastIndex((m) => m <= start))] += time;
		return {script: spent.filter((t) => t > 0), gap: marks.slice(1, n).map((m, i) => m - marks[i])};
	};
})();`

// The gestures, each a function of the frame's number.
var gestures = map[string]string{
	"scrub": `(i) => {
		const range = document.querySelector("[name=asof]"), k = i % 60;
		range.value = k <= 30 ? k : 60 - k;
		range.dispatchEvent(new Event("input", {bubbles: true}));
	}`,
	"zoom": `(i) => {
		const pane = document.querySelector(".map .pane > .fluid"), r = pane.getBoundingClientRect();
		pane.dispatchEvent(new WheelEvent("wheel", {bubbles: true, cancelable: true, ctrlKey: true, deltaY: i % 40 < 20 ? -30 : 30, clientX: r.left + r.width * 0.6, clientY: r.top + r.height * 0.6}));
	}`,
	"pan": `(i) => {
		const pane = document.querySelector(".map .pane > .fluid"), r = pane.getBoundingClientRect(), a = i / 10;
		const to = {bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", button: 0, buttons: 1, clientX: r.left + r.width / 2 + 60 * Math.sin(a), clientY: r.top + r.height / 2 + 60 * Math.cos(a)};
		if (i === 0) {
			for (let k = 0; k < 6; k++) document.querySelector("[data-act=zoom-in]").click();
			pane.dispatchEvent(new PointerEvent("pointerdown", to));
		}
		pane.dispatchEvent(new PointerEvent("pointermove", to));
	}`,
}

// BenchmarkFrames tells how much script a frame of each gesture costs, in ms, and how
// far apart frames are, on this machine's core and on one four times slower. Only
// what changes is touched: the day's line and the step lines follow at once; marks,
// lead, labels, map and lists follow in a frame each; the tables below when the hand
// rests.
func BenchmarkFrames(b *testing.B) {
	for _, rate := range []float64{1, 4} {
		for _, name := range []string{"scrub", "zoom", "pan"} {
			b.Run(fmt.Sprintf("%s/slowed=%g", name, rate), func(b *testing.B) {
				p := newTab(b, options{width: 360, height: 740, before: frameMeter, whole: true})
				p.visit("en/")
				p.takeOver()
				call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
				eval[any](p, `measure(60, `+gestures["scrub"]+`)`) // the program is warm
				var script, gap []float64
				for b.Loop() {
					got := eval[struct{ Script, Gap []float64 }](p, `measure(120, `+gestures[name]+`).then(({script, gap}) => ({Script: script, Gap: gap}))`)
					script, gap = append(script, got.Script...), append(gap, got.Gap...)
				}
				b.ReportMetric(quantile(script, 0.5), "p50-ms/frame")
				b.ReportMetric(quantile(script, 0.95), "p95-ms/frame")
				b.ReportMetric(quantile(gap, 0.5), "p50-gap-ms")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

func quantile(list []float64, share float64) float64 {
	slices.Sort(list)
	return list[int(share*float64(len(list)-1))]
}

// BenchmarkFramesOfManyClaims tells what dragging through the days costs, in ms of
// script a frame, with more claims: in view from the tenth day on, or out of view,
// said after every day that is dragged through.
func BenchmarkFramesOfManyClaims(b *testing.B) {
	for _, c := range []struct {
		name string
		from int // the first day of the further claims
		last int // the last day dragged to
	}{
		{"in view", 9, 30},
		{"later", 24, 22},
	} {
		scrub := fmt.Sprintf(`(i) => {
			const range = document.querySelector("[name=asof]"), k = i %% %d;
			range.value = Math.min(k, %d - k);
			range.dispatchEvent(new Event("input", {bubbles: true}));
		}`, 2*c.last, 2*c.last)
		for _, more := range []int{0, 10, 100, 1000} {
			b.Run(fmt.Sprintf("%s/more=%d", c.name, more), func(b *testing.B) {
				larger, err := publishLoaded(grown.Story(published.Loaded, "en", published.Loaded.Story.First+story.Date(c.from), more), published.program)
				require.NoError(b, err)
				url, err := serve(b.Context(), server.New(larger.site.Files, server.Options{Languages: larger.site.Languages}))
				require.NoError(b, err)
				p := newTab(b, options{width: 360, height: 740, before: frameMeter, whole: true})
				p.root = url
				p.visit("en/")
				p.takeOver()
				eval[any](p, `measure(60, `+scrub+`)`)
				var script []float64
				for b.Loop() {
					script = append(script, eval[[]float64](p, `measure(120, `+scrub+`).then(({script}) => script)`)...)
				}
				b.ReportMetric(quantile(script, 0.5), "p50-ms/frame")
				b.ReportMetric(quantile(script, 0.95), "p95-ms/frame")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

// crossingMeter counts the program's calls into JavaScript, each of which leaves
// WebAssembly and copies what it passes.
const crossingMeter = `(() => {
	window.crossings = 0;
	let Go;
	Object.defineProperty(window, "Go", {configurable: true, get: () => Go, set(value) {
		Go = class extends value {
			constructor() {
				super();
				const calls = this.importObject.gojs;
				for (const name of Object.keys(calls)) if (name.startsWith("syscall/js.")) {
					const call = calls[name];
					calls[name] = (...args) => { window.crossings++; return call(...args); };
				}
			}
		};
	}});
})();`

// BenchmarkCrossings tells how often the program calls into JavaScript: while it
// takes over, and per frame of each gesture.
func BenchmarkCrossings(b *testing.B) {
	for _, name := range []string{"scrub", "zoom", "pan"} {
		b.Run(name, func(b *testing.B) {
			p := newTab(b, options{width: 360, height: 740, before: frameMeter + crossingMeter})
			p.visit("en/")
			p.takeOver()
			takeOver := eval[float64](p, `window.crossings`)
			eval[any](p, `measure(60, `+gestures[name]+`)`)
			const frames = 120
			var calls float64
			for b.Loop() {
				calls += eval[float64](p, fmt.Sprintf(`(window.crossings = 0, measure(%d, %s).then(() => window.crossings))`, frames, gestures[name]))
			}
			b.ReportMetric(takeOver, "calls-to-take-over")
			b.ReportMetric(calls/float64(b.N*frames), "calls/frame")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkScrubMemory tells how much the program's memory grows over 10,000 days
// dragged through, in KiB.
func BenchmarkScrubMemory(b *testing.B) {
	p := newTab(b, options{width: 360, height: 740, before: frameMeter, whole: true})
	p.visit("en/")
	p.takeOver()
	scrub := `(async () => {
		const act = ` + gestures["scrub"] + `;
		for (let i = 0; i < 500; i++) { act(i); await new Promise((done) => setTimeout(done, 2)); }
	})()`
	for range 4 {
		eval[any](p, scrub)
	}
	size := func() float64 { return eval[float64](p, `window.memory.buffer.byteLength / 1024`) }
	var before, after float64
	for b.Loop() {
		before = size()
		for range 20 {
			eval[any](p, scrub)
		}
		after = size()
	}
	b.ReportMetric(before, "KiB")
	b.ReportMetric(after-before, "KiB-growth")
	b.ReportMetric(0, "ns/op")
}
