package e2e

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"sync"
	"testing"

	"bukti/stories"
	"bukti/web/chromium"
	"bukti/web/server"
)

// Two sites and one browser serve all tests; each test gets a browser context of its
// own, which has neither cache nor storage of another.
var (
	published  *publication    // of the built-in story, which every test is about unless it says otherwise
	invented   *publication    // of the fictional story, which uses all that the engine can do
	browser    context.Context // nil when browserErr is set
	browserErr error

	// wholeBrowser starts the one with all its parts: the shell, which the other is where
	// there is one, has no downloads and prints no frames of other processes.
	wholeBrowser func() (context.Context, error)
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if err := build(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		return 1
	}
	var stop func()
	if browser, stop, browserErr = chromium.StartShell(ctx); browserErr == nil {
		defer stop()
	}
	stopWhole := func() {}
	defer func() { stopWhole() }()
	wholeBrowser = sync.OnceValues(func() (context.Context, error) {
		started, stop, err := chromium.Start(ctx)
		if err == nil {
			stopWhole = stop
		}
		return started, err
	})
	return m.Run()
}

// build builds both sites and serves them.
func build(ctx context.Context) error {
	program, err := browserProgram()
	if err != nil {
		return err
	}
	if published, err = publish(stories.BuiltIn(), program); err != nil {
		return fmt.Errorf("the built-in story's site cannot be built: %w", err)
	}
	if invented, err = publish(stories.Fictional(), program); err != nil {
		return fmt.Errorf("the fictional story's site cannot be built: %w", err)
	}
	for _, p := range []*publication{published, invented} {
		handler := server.New(p.site.Files, server.Options{Languages: p.site.Languages})
		if p.url, err = serve(ctx, handler); err != nil {
			return err
		}
		if p.nested, err = serve(ctx, http.StripPrefix("/news/explainer", handler)); err != nil {
			return err
		}
		p.nested += "news/explainer/"
	}
	return nil
}

// serve serves on a free port of this machine and returns the address.
func serve(ctx context.Context, handler http.Handler) (string, error) {
	ln, err := server.Listen("127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() { _ = server.Serve(ctx, ln, handler, slog.New(slog.DiscardHandler)) }()
	return "http://" + ln.Addr().String() + "/", nil
}
