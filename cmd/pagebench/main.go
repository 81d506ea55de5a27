// Command pagebench measures pages as a reader on a cheap phone in a train meets
// them: how soon both pictures are there, what that takes, and when the page can be
// explored. Pages alternate, each visit has a fresh profile; times are noisy on a
// shared machine, so compare within one run only. Without -page it measures the
// built-in story's site of this checkout.
//
//	go run ./cmd/pagebench -rounds 5 -page new=http://localhost:8000/en/ -page old=http://localhost:8001/en/
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"bukti/app/storyfile"
	"bukti/stories"
	"bukti/web/asset"
	"bukti/web/chromium"
	"bukti/web/server"
	"bukti/web/site"
	"bukti/web/static"
	"bukti/web/static/basemap"
)

// page is one that is measured.
type page struct {
	name, url string
}

func main() {
	rounds := flag.Int("rounds", 5, "visits to each page")
	slowed := flag.Float64("slowed", 4, "how many times slower the core is made")
	out := flag.String("json", "", "file for every single figure")
	var pages []page
	flag.Func("page", "NAME=URL of a page to measure; may be given several times", func(v string) error {
		name, url, ok := strings.Cut(v, "=")
		if !ok {
			return errors.New("want NAME=URL")
		}
		pages = append(pages, page{name, url})
		return nil
	})
	flag.Parse()
	if err := run(pages, *rounds, *slowed, *out); err != nil {
		fmt.Fprintln(os.Stderr, "pagebench:", err)
		os.Exit(1)
	}
}

func run(pages []page, rounds int, slowed float64, out string) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if len(pages) == 0 {
		url, err := serve(ctx)
		if err != nil {
			return err
		}
		pages = []page{{"this checkout", url + "en/"}}
	}
	browser, stop, err := chromium.Start(ctx)
	if err != nil {
		return err
	}
	defer stop()
	results := make([]result, len(pages))
	for i, p := range pages {
		results[i] = result{Name: p.name, Figures: map[string][]float64{}}
	}
	for range rounds {
		for i, p := range pages {
			if err := visit(browser, p.url, slowed, results[i]); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
	if err := table(os.Stdout, results); err != nil || out == "" {
		return err
	}
	text, err := json.MarshalIndent(results, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(out, text, 0o644)
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
	program, ok := static.BrowserProgram()
	if !ok {
		return "", errors.New("there is no program for the browser: run `make build` first")
	}
	built, err := site.Build(loaded, site.Options{World: world, Program: &program})
	if err != nil {
		return "", err
	}
	if err := asset.Compress(built.Files); err != nil {
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
