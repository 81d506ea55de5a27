package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os/signal"
	"syscall"

	"bukti/web/server"
	"bukti/web/site"
)

type serveCommand struct {
	Story   string `arg:"" optional:"" help:"Folder of the story." type:"path"`
	Listen  string `help:"Address to listen on." default:"localhost:8000" placeholder:"ADDR"`
	BaseURL string `name:"base-url" help:"Public address of the site, for canonical links." placeholder:"URL"`
	Watch   bool   `help:"Render the story anew when its files change."`
	Framers string `name:"frame-ancestors" help:"Who may show embeds in a frame: origins, as a Content-Security-Policy names them." default:"*" placeholder:"ORIGINS"`
	Demo    bool   `help:"Serve an article with embeds of all kinds too, at /demo/."`
	Retire  bool   `name:"retire-worker" help:"Publish a service worker that removes itself and all that earlier ones keep on readers' devices."`
	Verbose bool   `help:"Log every request."`
}

// Help is the command's long help text.
func (*serveCommand) Help() string {
	return `Renders every page into memory, compresses it and serves it. Stop it with Ctrl-C;
requests that have started are finished first.

  bukti serve                              the built-in story on http://localhost:8000
  bukti serve stories/mine --listen :8080  a story of yours, for every network
  bukti serve stories/mine --watch         a story that you are writing

Anybody may show the embeds in a frame, and nobody the other pages. To let only some:

  bukti serve --frame-ancestors "https://news.example https://*.news.example"`
}

// keepsNothing tells whether browsers are to keep nothing: an editor who changes a
// story wants to see it as it is.
func (c *serveCommand) keepsNothing() bool { return c.Retire || c.Watch }

// Run serves the site until it is told to stop.
func (c *serveCommand) Run(s *streams) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if c.Watch && c.Story == "" {
		return errors.New("--watch needs the folder of a story: bukti serve stories/mine --watch")
	}
	level := slog.LevelInfo
	if c.Verbose {
		level = slog.LevelDebug
	}
	log := slog.New(slog.NewTextHandler(s.err, &slog.HandlerOptions{Level: level}))

	if err := checkAncestors(c.Framers); err != nil {
		return err
	}
	seen := "" // before the files are read, so that a change meanwhile is noticed
	if c.Watch {
		seen = stamp(c.Story)
	}
	built, err := buildSite(c.Story, c.options(), s)
	if err != nil {
		return err
	}
	// The port is taken before the work of compressing, so that one already in use is
	// told at once.
	ln, err := server.Listen(c.Listen)
	if err != nil {
		return err
	}
	defer ln.Close()
	if err := compress(built); err != nil {
		return err
	}
	options := func(built *site.Site) server.Options {
		return server.Options{Logger: log, Languages: built.Languages, FrameAncestors: c.Framers, OEmbed: built.OEmbed.Answer}
	}
	handler := server.New(built.Files, options(built))
	if c.Watch {
		go c.watch(ctx, s, seen, func(built *site.Site) { handler.Swap(built.Files, options(built)) })
	}
	fmt.Fprintf(s.out, "bukti serves %d files on http://%s/\n", built.Files.Len(), ln.Addr())
	return server.Serve(ctx, ln, handler, log)
}

// options are what the site is built by.
func (c *serveCommand) options() site.Options {
	return site.Options{BaseURL: c.BaseURL, Demo: c.Demo, Served: true, Retire: c.keepsNothing()}
}
