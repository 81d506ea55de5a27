// Command icons draws the app's icons from web/static/icon.svg, in Chromium: the
// pictures that launchers, docks and home screens ask for as PNG.
package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"bukti/web/chromium"
	"bukti/web/static"
)

// The mark's ground fills the whole picture where the launcher cuts it to a shape of
// its own, and the mark is drawn smaller, so that it lies within the circle that
// every shape leaves (80 % of the width).
const (
	square   = `rect { rx: 0; width: 100%; height: 100%; x: -10px; y: -10px }`
	wholeBox = "0 0 64 64"
	safeBox  = "-10 -10 84 84"
)

// pictures say how each icon is drawn.
var pictures = []struct {
	name       string
	size       int
	box, style string
	stencil    bool // of the mark alone, whose colour the system chooses
}{
	{"icon-192", 192, wholeBox, "", false},
	{"icon-512", 512, wholeBox, "", false},
	{"maskable-192", 192, safeBox, square, false},
	{"maskable-512", 512, safeBox, square, false},
	{"monochrome-512", 512, safeBox, square, true},
	{"touch-180", 180, "-4 -4 72 72", strings.ReplaceAll(square, "10px", "4px"), false},
}

func main() {
	out := flag.String("out", "web/static/icons", "folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	browser, stop, err := chromium.Start(ctx)
	if err != nil {
		return err
	}
	defer stop()
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, p := range pictures {
		picture, err := draw(browser, p.size, p.box, p.style)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if p.stencil {
			picture = stencil(picture)
		}
		var packed bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&packed, picture); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if err := os.WriteFile(filepath.Join(out, p.name+".png"), packed.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// draw draws the mark in a square of so many pixels.
func draw(browser context.Context, size int, box, style string) (image.Image, error) {
	tab, cancel := chromedp.NewContext(browser)
	defer cancel()
	side := strconv.Itoa(size)
	svg := strings.Replace(string(static.Icon), `viewBox="0 0 64 64"`, `viewBox="`+box+`" width="`+side+`" height="`+side+`"`, 1)
	html := `<!doctype html><style>body { margin: 0 } svg { display: block } ` + style + `</style>` + svg
	if err := chromedp.Do(tab, chromedp.EmulateViewport(int64(size), int64(size))); err != nil {
		return nil, err
	}
	clear := cdp.RGBA{A: 0.001} // a zero would be left out, which means opaque
	if _, err := chromedp.Call(tab, emulation.SetDefaultBackgroundColorOverride, emulation.SetDefaultBackgroundColorOverrideParams{Color: &clear}); err != nil {
		return nil, err
	}
	if err := chromedp.Do(tab, chromedp.Navigate("data:text/html;base64,"+base64.StdEncoding.EncodeToString([]byte(html)))); err != nil {
		return nil, err
	}
	shot, err := chromedp.Call(tab, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(shot.Data))
}

// stencil is opaque where a picture has the mark's colour and clear where it has that
// of the ground, which the first pixel shows.
func stencil(picture image.Image) image.Image {
	box := picture.Bounds()
	red := func(x, y int) int { return int(color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA).R) }
	ground, mark := red(box.Min.X, box.Min.Y), 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			mark = max(mark, red(x, y))
		}
	}
	out := image.NewNRGBA(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			out.SetNRGBA(x, y, color.NRGBA{A: uint8(max(0, red(x, y)-ground) * 255 / (mark - ground))})
		}
	}
	return out
}
