package server

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"bukti/web/asset"
)

// Options are what a Handler can't tell from the files.
type Options struct {
	// Logger gets every request at debug level and failures at warn. Without
	// one, nothing is logged.
	Logger *slog.Logger

	// Languages are the tags of the site's languages, which are also the names
	// of its top folders: "id", "en". The first is the default. They choose the
	// 404 page and tell which pages are embeds.
	Languages []string

	// FrameAncestors are the origins that may show embeds in a frame, as a
	// Content-Security-Policy names them. Empty stands for everybody. The site itself
	// may too, unless nobody may.
	FrameAncestors string

	// OEmbed answers "/oembed" for the origin that the request came to, with a status,
	// a type and a body. Without it there is no such address.
	OEmbed func(origin string, query url.Values) (status int, mime string, body []byte)
}

// Handler serves one site at a time. It is safe for concurrent use.
type Handler struct {
	current atomic.Pointer[snapshot]
}

// New returns a handler for the files of a set, which must not change any more.
func New(set *asset.Set, opt Options) *Handler {
	h := &Handler{}
	h.Swap(set, opt)
	return h
}

// Swap puts another site in the place of the one being served. Requests that
// have started finish with the old one.
func (h *Handler) Swap(set *asset.Set, opt Options) {
	if opt.Logger == nil {
		opt.Logger = slog.New(slog.DiscardHandler)
	}
	h.current.Store(newSnapshot(set, opt))
}

// ServeHTTP answers one request. Its one status above 499 is 501, for a form of description that there is not.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s := h.current.Load()
	debug := s.log.Enabled(r.Context(), slog.LevelDebug)
	var start time.Time
	if debug {
		start = time.Now()
	}
	p := s.answer(r)
	err := p.send(w, r.Method != http.MethodHead)
	if err != nil {
		s.logFailure(r, err)
	}
	if debug {
		s.log.LogAttrs(r.Context(), slog.LevelDebug, "request",
			slog.String("method", r.Method),
			slog.String("path", r.URL.Path), // without the query: what a reader filters is theirs
			slog.Int("status", p.status),
			slog.Int("bytes", len(p.body)),
			slog.Duration("took", time.Since(start)))
	}
}

// logFailure tells of a response that could not be written. A reader who closes
// the page is no failure.
func (s *snapshot) logFailure(r *http.Request, err error) {
	level := slog.LevelWarn
	if context.Cause(r.Context()) != nil {
		level = slog.LevelDebug
	}
	s.log.LogAttrs(r.Context(), level, "response not delivered",
		slog.String("path", r.URL.Path), slog.Any("error", err))
}
