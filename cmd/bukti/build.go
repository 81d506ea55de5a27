package main

import (
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strings"

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
	if holds(c.Out, c.Story) {
		return fmt.Errorf("the story at %s lies in %s, which is replaced as a whole; choose another folder with --out", c.Story, c.Out)
	}
	built, err := buildSite(c.Story, site.Options{BaseURL: c.BaseURL, Retire: c.Retire}, s)
	if err != nil {
		return err
	}
	// A static host shows one 404 page at every depth, so its links start at the root
	// of the host.
	root := "/"
	if u, err := url.Parse(c.BaseURL); err == nil && c.BaseURL != "" {
		root = strings.TrimSuffix(u.EscapedPath(), "/") + "/"
	}
	for _, f := range built.Files.All() {
		if path.Base(f.Path) == "404.html" {
			f.Body = asset.ExpandRoot(f.Body, root)
		}
	}
	if err := asset.WriteDir(built.Files, c.Out); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "wrote %d files to %s\n", built.Files.Len(), c.Out)
	return nil
}

// holds tells whether a folder is another or lies in it, links followed. Nothing lies in
// one that there is not yet.
func holds(outer, inner string) bool {
	if inner == "" {
		return false
	}
	out, err := filepath.EvalSymlinks(outer)
	if err != nil {
		return false
	}
	in, err := filepath.EvalSymlinks(inner)
	if err != nil {
		return false
	}
	way, err := filepath.Rel(out, in)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}
