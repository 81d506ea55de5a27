package server

import (
	"net/http"
	"net/url"
	"path"
)

// A redirect leads from a folder's name without its slash, "/en", to the folder,
// so that the page's relative links are resolved in it.
type redirect struct {
	location string
	head     []field
}

// newRedirect takes a folder with its slash: "en/embed/". The location is
// relative, "embed/", which holds behind a proxy that serves the site below a
// folder; url.URL guards a colon in the name, which would make it a scheme.
func newRedirect(dir string) *redirect {
	to := url.URL{Path: path.Base(dir) + "/"}
	head := fields("Content-Length", "0", "Cache-Control", cacheCheck)
	return &redirect{to.String(), append(head, plainSecurity()...)}
}

// answer is status 308: RFC 9110 section 15.4.9. The query holds the reader's
// state and goes along.
func (d *redirect) answer(r *http.Request) *response {
	location := d.location
	if r.URL.RawQuery != "" {
		location += "?" + r.URL.RawQuery
	}
	head := make([]field, 0, len(d.head)+1)
	head = append(head, field{"Location", []string{location}})
	return &response{status: http.StatusPermanentRedirect, head: append(head, d.head...)}
}
