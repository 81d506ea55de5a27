package main

import (
	"context"
	"fmt"
	"html"
	"net/url"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"bukti/web/asset"
	"bukti/web/site"
)

type buildCommand struct {
	Story   string `arg:"" optional:"" help:"Folder of the story." type:"path"`
	Out     string `required:"" help:"Folder to write. One that bukti wrote before is replaced as a whole, with everything in it." placeholder:"DIR" type:"path"`
	BaseURL string `name:"base-url" help:"Public address of the site, for canonical links." placeholder:"URL"`
	Retire  bool   `name:"retire-worker" help:"Publish a service worker that removes itself and all that earlier ones keep on readers' devices."`
}

// Help is the command's long help text.
func (*buildCommand) Help() string {
	return `Writes every page and file into a folder that any static host can serve, from any
path: links inside it are relative. The same story gives the same bytes. The folder
is swapped in when it is whole; if anything fails, the old one stays as it was.

  bukti build --out public
  bukti build stories/mine --out public --base-url https://news.example/explainer/`
}

// Run writes the site.
func (c *buildCommand) Run(s *streams) error {
	if c.Story != "" && holds(c.Out, c.Story) {
		return fmt.Errorf("%s holds the story %s, which would be deleted with it; choose another folder with --out", c.Out, c.Story)
	}
	built, err := buildSite(c.Story, site.Options{BaseURL: c.BaseURL, Retire: c.Retire}, s)
	if err != nil {
		return err
	}
	// A static host shows one 404 page at every depth, so its links start at the root
	// of the host.
	root := "/"
	if u, err := url.Parse(c.BaseURL); err == nil && c.BaseURL != "" {
		root = html.EscapeString(strings.TrimSuffix(u.EscapedPath(), "/") + "/")
	}
	for _, f := range built.Files.All() {
		if path.Base(f.Path) == "404.html" {
			f.Body = asset.ExpandRoot(f.Body, root)
		}
	}
	// An interrupt waits until nothing half-written is left.
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := asset.WriteDir(ctx, built.Files, c.Out); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "wrote %d files to %s\n", built.Files.Len(), c.Out)
	return nil
}

// holds tells whether a folder is another one or has it inside, wherever links lead.
func holds(dir, inner string) bool {
	outer, err := os.Stat(dir)
	if err != nil {
		return false // there is none yet
	}
	if inner, err = filepath.EvalSymlinks(inner); err != nil {
		return false // which reading the story will tell
	}
	for {
		if info, err := os.Stat(inner); err == nil && os.SameFile(info, outer) {
			return true
		}
		parent := filepath.Dir(inner)
		if parent == inner {
			return false
		}
		inner = parent
	}
}
