package oembed

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"

	"bukti/app/view"
)

// Provider answers for one site. It may be asked from many goroutines.
type Provider struct {
	base      string   // the site's public address with a slash at its end, or empty
	languages []string // the first is the default one
	models    map[string]*view.Model
	mutex     sync.Mutex // a model keeps the charts that it lays out
}

// New returns the provider for a site. Nobody else may use the models any more.
func New(base string, languages []string, models map[string]*view.Model) *Provider {
	return &Provider{base: base, languages: languages, models: models}
}

// mostURL is how long an address may be, bytes; the site's own are far shorter.
const mostURL = 2048

// Answer answers a request for "/oembed". The origin that it came to stands for the
// site's address where that is not known. An answer other than 200 comes with a line
// of text. There is nothing private here, and so no 401.
func (p *Provider) Answer(origin string, query url.Values) (status int, mime string, body []byte) {
	refuse := func(status int, why string) (int, string, []byte) {
		return status, "text/plain; charset=utf-8", []byte(why + "\n")
	}
	format := query.Get("format")
	if !slices.Contains([]string{"", "json", "xml"}, format) {
		return refuse(http.StatusNotImplemented, "the formats are json and xml")
	}
	room := noLimits
	for _, limit := range []struct {
		name string
		into *int
	}{{"maxwidth", &room.width}, {"maxheight", &room.height}} {
		text := query.Get(limit.name)
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return refuse(http.StatusBadRequest, limit.name+" is a number of pixels, 1 or more")
		}
		*limit.into = n
	}
	base := p.base
	if base == "" {
		base = origin + "/"
	}
	state, theme, status, why := p.find(base, query.Get("url"))
	if status != http.StatusOK {
		return refuse(status, why)
	}
	r := p.respond(base, state, theme, room)
	write, mime := r.JSON, TypeJSON
	if format == "xml" {
		write, mime = r.XML, TypeXML
	}
	body, err := write()
	if err != nil {
		return refuse(http.StatusNotFound, err.Error())
	}
	return http.StatusOK, mime, body
}

// find reads the address of a page: what it shows, and in which theme. Only addresses
// that the site itself gives out are known.
func (p *Provider) find(base, text string) (state view.State, theme string, status int, why string) {
	refuse := func(status int, why string) (view.State, string, int, string) { return view.State{}, "", status, why }
	if text == "" {
		return refuse(http.StatusBadRequest, "url is missing: the address of a page")
	}
	if len(text) > mostURL {
		return refuse(http.StatusBadRequest, "url is longer than any address of this site")
	}
	asked, err := url.Parse(text)
	if err != nil || asked.Host == "" || asked.User != nil {
		return refuse(http.StatusBadRequest, "url is not a whole address, or has a name or password in it")
	}
	own, err := url.Parse(base)
	if err != nil || asked.Scheme != "https" && asked.Scheme != "http" || !strings.EqualFold(asked.Host, own.Host) {
		return refuse(http.StatusNotFound, "url is not an address of this site")
	}
	// Nothing in a path of this site needs an escape, and none is undone.
	path, inside := strings.CutPrefix(asked.EscapedPath(), own.EscapedPath())
	if asked.Path == "" && own.Path == "/" { // RFC 3986 section 6.2.3
		inside = true
	}
	a, found := p.address(strings.TrimSuffix(path, "index.html"))
	if !inside || !found {
		return refuse(http.StatusNotFound, "there is no page of this site at url that can be embedded")
	}
	return view.ParseState(p.models[a.Lang].Story, a, asked.RawQuery), asked.Query().Get("theme"), http.StatusOK, ""
}

// address reads a path from the site's root.
func (p *Provider) address(path string) (a view.Address, found bool) {
	if path == "" {
		return view.Address{Lang: p.languages[0]}, true
	}
	if !strings.HasSuffix(path, "/") {
		path += "/" // where the server sends its reader too
	}
	lang, _, _ := strings.Cut(path, "/")
	m, known := p.models[lang]
	if !known {
		return view.Address{}, false
	}
	a, found = view.ParseAddress(m.Story, lang, path)
	return a, found && a.Moment != view.LedgerPage
}
