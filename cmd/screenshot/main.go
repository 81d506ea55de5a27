// Command screenshot takes the pictures of the explainer that README.md shows, from
// the built-in story's site and in Chromium.
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
	name, path    string
	width, height int64
	dark          bool
}

var pictures = []picture{
	{"desktop.png", "en/", 1280, 900, false},
	{"phone.png", "id/", 360, 1240, false},
	{"phone-dark.png", "en/ten-thousand-present/", 360, 1240, true},
}

func main() {
	out := flag.String("out", "docs/images", "folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "screenshot:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	url, err := serve(ctx)
	if err != nil {
		return err
	}
	browser, stop, err := chromium.Start(ctx)
	if err != nil {
		return err
	}
	defer stop()
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, p := range pictures {
		if err := take(browser, url, p, filepath.Join(out, p.name)); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

// serve shows the built-in story on a free port of this machine.
func serve(ctx context.Context) (string, error) {
	loaded, problems := storyfile.Load(stories.BuiltIn())
	if len(problems) > 0 {
		return "", problems[0]
	}
	world, err := basemap.World()
	if err != nil {
		return "", err
	}
	built, err := site.Build(loaded, site.Options{World: world})
	if err != nil {
		return "", err
	}
	ln, err := server.Listen("localhost:0")
	if err != nil {
		return "", err
	}
	log := slog.New(slog.DiscardHandler)
	go server.Serve(ctx, ln, server.New(built.Files, server.Options{Languages: built.Languages}), log)
	return "http://" + ln.Addr().String() + "/", nil
}

func take(ctx context.Context, url string, p picture, file string) error {
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
	if err := chromedp.Do(tab, chromedp.EmulateViewport(p.width, p.height), chromedp.Navigate(url+p.path)); err != nil {
		return err
	}
	png, err := chromedp.Run(tab, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return os.WriteFile(file, png, 0o644)
}
