package oembed

import (
	"net/url"

	"bukti/app/view"
)

// Link leads from a page to its description.
type Link struct{ Type, Href string }

// Endpoint is the path at which a server answers.
const Endpoint = "oembed"

// Links are those of the page at an address, in the specification's own types: to the
// server's endpoint where it is one that serves the site, and otherwise to the files
// that an export has in its place. There are none without the site's address.
func (p *Provider) Links(a view.Address, served bool) []Link {
	if p.base == "" {
		return nil
	}
	var links []Link
	for _, form := range []struct{ mime, format string }{{"application/json+oembed", "json"}, {"text/xml+oembed", "xml"}} {
		to := FilePath(a, form.format)
		if served {
			to = Endpoint + "?url=" + url.QueryEscape(p.base+a.Path()) + "&format=" + form.format
		}
		links = append(links, Link{form.mime, p.base + to})
	}
	return links
}

// FilePath is where an export has the description of the page at an address.
func FilePath(a view.Address, format string) string {
	path := Endpoint + "/" + a.Lang
	if a.Moment != "" {
		path += "/" + a.Moment
	}
	return path + "." + format
}

// Page describes the page at an address of a site whose own address is known.
func (p *Provider) Page(a view.Address) Response {
	return p.respond(p.base, view.ParseState(p.models[a.Lang].Story, a, ""), "", noLimits)
}
