package main

import (
	"context"
	_ "embed"
	"fmt"
	"net/url"
	"sync"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// The phone and its connection.
const (
	width, height = 360, 640
	density       = 2
	latency       = 150
	down, up      = 1.6e6 / 8, 750e3 / 8 // bytes a second
)

const patience = 90 * time.Second

//go:embed probe.js
var probe string

// traffic counts what the network brought.
type traffic struct {
	mu                       sync.Mutex
	host                     string
	bytes, requests, foreign float64
}

func (t *traffic) note(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := event.(type) {
	case *network.EventResponseReceived:
		t.requests++
		if u, err := url.Parse(e.Response.URL); err == nil && u.Host != t.host && u.Scheme != "data" && u.Scheme != "blob" {
			t.foreign++
		}
	case *network.EventLoadingFinished:
		t.bytes += e.EncodedDataLength
	}
}

func (t *traffic) counted() (bytes, requests, foreign float64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.bytes, t.requests, t.foreign
}

// visit opens a page in a fresh profile, looks, explores it and visits it again; and opens
// it in another profile, to step on by the link.
func visit(browser context.Context, page string, rate float64, r result) error {
	err := inProfile(browser, page, rate, func(tab context.Context, t *traffic) error {
		if err := look(tab, page, t, r); err != nil {
			return err
		}
		return explore(tab, page, t, r)
	})
	if err != nil {
		return err
	}
	return inProfile(browser, page, rate, func(tab context.Context, _ *traffic) error { return step(tab, page, r) })
}

// inProfile opens a tab of the phone in a fresh profile.
func inProfile(browser context.Context, page string, rate float64, do func(context.Context, *traffic) error) error {
	u, err := url.Parse(page)
	if err != nil {
		return err
	}
	t := &traffic{host: u.Host}
	var tab context.Context
	tab, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext(), chromedp.WithListener(func(event any) {
		switch e := event.(type) {
		case *target.EventAttachedToTarget:
			// A listener must not wait for the answer to a command. A worker that was
			// not admitted stands still, and the visit says so when it runs out of time.
			go func() { _ = admit(tab, e.SessionID) }()
		case *target.EventReceivedMessageFromTarget:
			t.note(told(e.Message))
		default:
			t.note(event)
		}
	}))
	defer cancel()
	if err := chromedp.Do(tab); err != nil {
		return err
	}
	limited, stop := context.WithTimeout(tab, patience)
	defer stop()
	if err := become(limited, rate); err != nil {
		return err
	}
	return do(limited, t)
}

// phoneNetwork is the connection as Chromium emulates it.
func phoneNetwork() network.EmulateNetworkConditionsByRuleParams {
	return network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Latency: latency, DownloadThroughput: down, UploadThroughput: up}},
	}
}

// become makes a tab that of the phone, its core slowed down by a rate.
func become(tab context.Context, rate float64) error {
	if _, err := chromedp.Call(tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: density, Mobile: true}); err != nil {
		return err
	}
	if _, err := chromedp.Call(tab, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true}); err != nil {
		return err
	}
	if _, err := chromedp.Call(tab, network.EmulateNetworkConditionsByRule, phoneNetwork()); err != nil {
		return err
	}
	if err := halt(tab); err != nil {
		return err
	}
	if _, err := chromedp.Call(tab, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate}); err != nil {
		return err
	}
	_, err := chromedp.Call(tab, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: probe})
	return err
}

// look reads the page without touching it.
func look(tab context.Context, page string, t *traffic, r result) error {
	if err := chromedp.Do(tab, chromedp.Navigate(page)); err != nil {
		return err
	}
	if err := until(tab, `probe.visible > 0`); err != nil {
		return err
	}
	bytes, _, _ := t.counted()
	r.add("visible-bytes", bytes)
	time.Sleep(2 * time.Second) // what the page does when it is left alone
	seen, err := chromedp.Run(tab, chromedp.Evaluate[struct{ Paint, Visible, Blocking float64 }](`({
		Paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
		Visible: probe.visible, Blocking: probe.since(0).blocking,
	})`))
	if err != nil {
		return err
	}
	r.add("first-paint", seen.Paint)
	r.add("visible", seen.Visible)
	r.add("blocking", seen.Blocking)
	bytes, requests, _ := t.counted()
	r.add("bytes", bytes)
	r.add("requests", requests)
	return nil
}

// explore touches the chart, waits until the program has taken over, and does the
// same on a second visit.
func explore(tab context.Context, page string, t *traffic, r result) error {
	took, longest, shift, err := takeOver(tab)
	if err != nil {
		return err
	}
	r.add("take-over", took)
	r.add("take-over-task", longest)
	r.add("shift", shift)
	if err := settled(tab); err != nil {
		return err
	}
	before, _, foreign := t.counted()
	r.add("foreign", foreign)
	if err := chromedp.Do(tab, chromedp.Navigate(page)); err != nil {
		return err
	}
	if err := until(tab, `probe.visible > 0`); err != nil {
		return err
	}
	visible, err := chromedp.Run(tab, chromedp.Evaluate[float64](`probe.visible`))
	if err != nil {
		return err
	}
	if took, longest, _, err = takeOver(tab); err != nil {
		return err
	}
	after, _, _ := t.counted()
	r.add("again-visible", visible)
	r.add("again", took)
	r.add("again-task", longest)
	r.add("again-bytes", after-before)
	return nil
}

// settled waits until what the page keeps on the device has not grown for a second;
// compiled code is kept then, too.
func settled(tab context.Context) error {
	for last := -1.0; ; {
		usage, err := chromedp.Run(tab, chromedp.Evaluate[float64](`navigator.storage.estimate().then(({usage}) => usage)`, chromedp.EvalAwaitPromise))
		if err != nil || usage == last {
			return err
		}
		last = usage
		time.Sleep(time.Second)
	}
}

func takeOver(tab context.Context) (took, longest, shift float64, err error) {
	const touch = `(async () => {
		const start = performance.now(), chart = document.querySelector("[data-bench=chart] svg svg");
		chart.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true, pointerType: "touch"}));
		while (document.documentElement.dataset.app !== "ready") {
			if (document.documentElement.dataset.app === "failed") throw new Error("the program failed");
			await new Promise((rest) => setTimeout(rest, 4));
		}
		const took = performance.now() - start;
		await new Promise((rest) => setTimeout(rest, 500));
		return {Took: took, Longest: probe.since(start).longest, Shift: probe.shift};
	})()`
	got, err := chromedp.Run(tab, chromedp.Evaluate[struct{ Took, Longest, Shift float64 }](touch, chromedp.EvalAwaitPromise))
	return got.Took, got.Longest, got.Shift, err
}

// step presses the control that goes on as soon as it is there.
func step(tab context.Context, page string, r result) error {
	if err := chromedp.Do(tab, chromedp.Navigate(page)); err != nil {
		return err
	}
	if err := until(tab, `probe.visible > 0`); err != nil {
		return err
	}
	const status = `document.querySelector("[data-bench=status]")?.textContent ?? ""`
	before, err := chromedp.Run(tab, chromedp.Evaluate[string](status))
	if err != nil {
		return err
	}
	start := time.Now()
	if err := chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](`document.querySelector("[data-bench=next]").click()`)); err != nil {
		return err
	}
	if err := until(tab, fmt.Sprintf(`((now) => now && now !== %q)(%s)`, before, status)); err != nil {
		return err
	}
	r.add("step", float64(time.Since(start).Milliseconds()))
	return nil
}

// until waits for a condition; the page may be on its way to another.
func until(tab context.Context, condition string) error {
	for {
		ok, err := chromedp.Run(tab, chromedp.Evaluate[bool](condition))
		if err == nil && ok {
			return nil
		}
		if tab.Err() != nil {
			return fmt.Errorf("waited in vain for %s: %w", condition, err)
		}
		time.Sleep(10 * time.Millisecond)
	}
}
