package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// limits are what one connection may cost us.
type limits struct {
	readHeader time.Duration // from the first byte of a request to the end of its header
	read       time.Duration // the same, to the end of a body, which no request needs
	write      time.Duration // from the end of the header to the end of the response
	idle       time.Duration // between two requests of a connection
	stop       time.Duration // that responses under way get after the end was asked for
	header     int           // bytes; net/http adds 4096
}

var usual = limits{
	readHeader: 5 * time.Second,
	read:       10 * time.Second,
	write:      5 * time.Minute, // a megabyte of WebAssembly at 32 kbit/s takes four
	idle:       2 * time.Minute,
	stop:       10 * time.Second,
	header:     16 << 10,
}

// Serve answers requests on a listener until the context ends, then lets
// responses under way finish, for ten seconds at most, and returns nil. It
// returns an error if the listener fails or if responses had to be cut off. In
// any case the listener is closed.
func Serve(ctx context.Context, ln net.Listener, h http.Handler, log *slog.Logger) error {
	return serve(ctx, ln, h, log, usual)
}

func serve(ctx context.Context, ln net.Listener, h http.Handler, log *slog.Logger, lim limits) error {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	var unused unused
	srv := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: lim.readHeader,
		ReadTimeout:       lim.read,
		WriteTimeout:      lim.write,
		IdleTimeout:       lim.idle,
		MaxHeaderBytes:    lim.header,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
		ConnState:         unused.track,
		// "OPTIONS *" gets the handler's 405 like any other, with its headers.
		DisableGeneralOptionsHandler: true,
	}
	srv.RegisterOnShutdown(unused.close) // called when no new connections can come
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(ln) }()
	select {
	case err := <-failed:
		_ = srv.Close()
		return fmt.Errorf("serving on %s: %w", ln.Addr(), err)
	case <-ctx.Done():
	}
	log.Info("stopping", slog.Duration("at most", lim.stop))
	timed, cancel := context.WithTimeout(context.WithoutCancel(ctx), lim.stop)
	defer cancel()
	err := srv.Shutdown(timed)
	if errors.Is(err, context.DeadlineExceeded) {
		_ = srv.Close()
		return fmt.Errorf("stopped, but responses were cut off after %s: %w", lim.stop, err)
	}
	return err
}
