package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"bukti/web/asset"
)

// described is the route that describes pages to content management systems.
type described struct {
	answers  func(origin string, query url.Values) (status int, mime string, body []byte)
	security *security
}

// cacheHour suits what the answers say of themselves.
const cacheHour = "public, max-age=3600"

func (d described) answer(r *http.Request) *response {
	origin := "http://" + r.Host
	if r.TLS != nil {
		origin = "https://" + r.Host
	}
	status, mime, body := d.answers(origin, r.URL.Query())
	if status != http.StatusOK {
		return plain(status, strings.TrimSpace(string(body)), cacheNever)
	}
	head := append(fields(
		"Content-Type", mime,
		"Content-Length", strconv.Itoa(len(body)),
		"Cache-Control", cacheHour,
	), d.security.headers(asset.MediaType(mime), r.URL.Path, "")...)
	return &response{http.StatusOK, head, body}
}
