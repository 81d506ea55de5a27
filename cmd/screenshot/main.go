// Command screenshot takes the pictures of the built-in story's site that README.md
// shows, and those that browsers show before they install it, in Chromium.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"bukti/app/storyfile"
	"bukti/stories"
	"bukti/web/chromium"
	"bukti/web/server"
	"bukti/web/site"
	"bukti/web/static/basemap"
)

// picture is one screenshot.
type picture struct {
	file, path    string
	width, height int64
	density       float64
	dark          bool
}

// pictures are README's, and a narrow and a wide one of each language's front page.
func pictures(readme, story string, languages []string) []picture {
	all := []picture{
		{filepath.Join(readme, "desktop.png"), "en/", 1280, 900, 1, false},
		{filepath.Join(readme, "phone.png"), "id/", 360, 1240, 1, false},
		{filepath.Join(readme, "phone-dark.png"), "en/ten-thousand-present/", 360, 1240, 1, true},
	}
	for _, lang := range languages {
		all = append(all,
			picture{filepath.Join(story, storyfile.ScreenshotName(lang, "narrow")), lang + "/", 360, 820, 1.5, false},
			picture{filepath.Join(story, storyfile.ScreenshotName(lang, "wide")), lang + "/", 1280, 900, 1, false})
	}
	return all
}

// webpQuality is where text is still crisp.
const webpQuality = 50

func main() {
	readme := flag.String("readme", "docs/images", "folder of README's pictures")
	story := flag.String("story", "stories/north-korea-troops", "folder of the built-in story, for those of its manifests")
	flag.Parse()
	if err := run(*readme, *story); err != nil {
		fmt.Fprintln(os.Stderr, "screenshot:", err)
		os.Exit(1)
	}
}

func run(readme, story string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	url, languages, err := serve(ctx)
	if err != nil {
		return err
	}
	browser, stop, err := chromium.Start(ctx)
	if err != nil {
		return err
	}
	defer stop()
	for _, p := range pictures(readme, story, languages) {
		if err := take(browser, url, p); err != nil {
			return fmt.Errorf("%s: %w", p.file, err)
		}
	}
	return nil
}

// serve shows the built-in story on a free port of this machine.
func serve(ctx context.Context) (url string, languages []string, err error) {
	loaded, problems := storyfile.Load(stories.BuiltIn())
	if len(problems) > 0 {
		return "", nil, problems[0]
	}
	world, err := basemap.World()
	if err != nil {
		return "", nil, err
	}
	built, err := site.Build(loaded, site.Options{World: world})
	if err != nil {
		return "", nil, err
	}
	ln, err := server.Listen("localhost:0")
	if err != nil {
		return "", nil, err
	}
	log := slog.New(slog.DiscardHandler)
	go server.Serve(ctx, ln, server.New(built.Files, server.Options{Languages: built.Languages}), log)
	return "http://" + ln.Addr().String() + "/", built.Languages, nil
}

func take(ctx context.Context, url string, p picture) error {
	scheme := "light"
	if p.dark {
		scheme = "dark"
	}
	tab, cancel := chromedp.NewContext(ctx)
	defer cancel()
	if _, err := chromedp.Call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	}); err != nil {
		return err
	}
	if _, err := chromedp.Call(tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: p.width, Height: p.height, DeviceScaleFactor: p.density,
	}); err != nil {
		return err
	}
	if err := chromedp.Do(tab, chromedp.Navigate(url+p.path)); err != nil {
		return err
	}
	shot := page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng}
	if filepath.Ext(p.file) == ".webp" {
		quality := int64(webpQuality)
		shot = page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatWebp, Quality: &quality}
	}
	taken, err := chromedp.Call(tab, page.CaptureScreenshot, shot)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(p.file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(p.file, taken.Data, 0o644)
}
