// Package chromium finds and starts the browser that tests, benchmarks and
// screenshots are made with.
package chromium

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"slices"

	"github.com/chromedp/chromedp"
)

// ErrNotFound says that there is no Chromium and how to get one.
var ErrNotFound = errors.New("no Chromium found: install it (`make chromium` does, on Debian) or name one in BUKTI_CHROMIUM")

// whole are the usual names of a browser with all its parts, shells those of the same
// engine without an interface, in which a new context costs a quarter of the time.
var (
	whole  = []string{"chromium", "chromium-browser", "google-chrome"}
	shells = []string{"chromium-headless-shell", "chrome-headless-shell"}
)

// find returns the path of the browser that BUKTI_CHROMIUM names, or of the first of
// some names that there is. It returns ErrNotFound when there is none.
func find(names ...string) (string, error) {
	for _, name := range append([]string{os.Getenv("BUKTI_CHROMIUM")}, names...) {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNotFound
}

// Start starts a headless browser with a profile of its own, which is removed with
// it, with more settings if any. The context is for chromedp.Run; stop ends the browser.
func Start(ctx context.Context, settings ...chromedp.ExecAllocatorOption) (browser context.Context, stop func(), err error) {
	return start(ctx, whole, settings)
}

// StartShell starts the headless shell where there is one, for the many things that
// need neither windows, downloads nor a reader's settings; else it is Start.
func StartShell(ctx context.Context) (browser context.Context, stop func(), err error) {
	return start(ctx, slices.Concat(shells, whole), nil)
}

func start(ctx context.Context, names []string, settings []chromedp.ExecAllocatorOption) (browser context.Context, stop func(), err error) {
	path, err := find(names...)
	if err != nil {
		return nil, nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
	)
	options = append(options, settings...)
	allocator, cancelAllocator := chromedp.NewExecAllocator(ctx, options...)
	browser, cancelBrowser := chromedp.NewContext(allocator)
	stop = func() { cancelBrowser(); cancelAllocator() }
	if err := chromedp.Do(browser); err != nil {
		stop()
		return nil, nil, err
	}
	return browser, stop, nil
}
