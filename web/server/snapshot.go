package server

import (
	"log/slog"
	"net/http"
	"path"
	"strings"

	"bukti/web/asset"
)

const (
	cacheForever = "public, max-age=31536000, immutable" // RFC 8246; a year is the customary "for ever"
	cacheCheck   = "no-cache"                            // kept, but asked for again each time (RFC 9111 section 5.2.2.4)
	cacheNever   = "no-store"
)

// A route answers GET and HEAD requests for one address.
type route interface {
	answer(*http.Request) *response
}

// A snapshot is one site, with everything about it worked out.
type snapshot struct {
	log      *slog.Logger
	routes   map[string]route // by URL path, not escaped: "/en/"
	notFound *notFound
	badVerb  *response
}

func newSnapshot(set *asset.Set, opt Options) *snapshot {
	sec := newSecurity(opt)
	s := &snapshot{
		log:      opt.Logger,
		routes:   map[string]route{},
		notFound: newNotFound(set, opt.Languages, sec),
		badVerb:  plain(http.StatusMethodNotAllowed, "only GET and HEAD are possible here", cacheNever, "Allow", "GET, HEAD"),
	}
	for _, f := range set.All() {
		if s.notFound.owns(f.Path) {
			continue // answers with status 404 at its own address too
		}
		e := newEntry(f, sec)
		s.routes["/"+f.Path] = e
		dir, name := path.Split(f.Path)
		if name != "index.html" {
			continue
		}
		s.routes["/"+dir] = e
		if dir != "" {
			s.routes["/"+strings.TrimSuffix(dir, "/")] = newRedirect(dir)
		}
	}
	if opt.OEmbed != nil {
		s.routes["/oembed"] = described{opt.OEmbed, sec}
	}
	s.routes["/healthz"] = fixed{plain(http.StatusOK, "ok", cacheNever)}
	return s
}

// answer finds the response to a request.
func (s *snapshot) answer(r *http.Request) *response {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return s.badVerb
	}
	address := r.URL.Path
	if address == "" {
		address = "/" // the same by RFC 9110 section 4.2.3
	}
	if to, ok := s.routes[address]; ok && !hidesSlash(r.URL.RawPath) {
		return to.answer(r)
	}
	return s.notFound.answer(r)
}

// hidesSlash is true for an escaped path with a slash inside of a segment, which
// the unescaped one does not show: "/en%2Findex.html" is a segment of a strange
// name, not a file in a folder. It would also break the page's relative links.
func hidesSlash(rawPath string) bool {
	return rawPath != "" && (strings.Contains(rawPath, "%2F") || strings.Contains(rawPath, "%2f"))
}

// fixed is a route with one answer.
type fixed struct{ response *response }

func (f fixed) answer(*http.Request) *response { return f.response }
