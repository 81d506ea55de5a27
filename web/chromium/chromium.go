// Package chromium finds and starts the browser that tests, benchmarks and
// screenshots are made with.
package chromium

import (
	"context"
	"errors"
	"os"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// ErrNotFound says that there is no Chromium and how to get one.
var ErrNotFound = errors.New("no Chromium found: install it (`make chromium` does, on Debian) or name one in BUKTI_CHROMIUM")

// Find returns the path of Chromium: the one that BUKTI_CHROMIUM names, or the first
// of the usual names that there is. It returns ErrNotFound when there is none.
func Find() (string, error) {
	for _, name := range []string{os.Getenv("BUKTI_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
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
	path, err := Find()
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
