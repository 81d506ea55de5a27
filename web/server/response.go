package server

import (
	"net/http"
	"strconv"

	"bukti/web/asset"
)

// A field is one header field, in the form that http.Header stores it, so that
// setting it copies a slice and allocates nothing. The slices are shared by all
// requests: who wraps a Handler may replace a field, but not write into it.
type field struct {
	name  string // canonical, as by http.CanonicalHeaderKey
	value []string
}

// fields makes header fields of alternating names and values.
func fields(namesAndValues ...string) []field {
	var head []field
	for i := 0; i < len(namesAndValues); i += 2 {
		name, value := namesAndValues[i], namesAndValues[i+1]
		head = append(head, field{http.CanonicalHeaderKey(name), []string{value}})
	}
	return head
}

// A response is ready to be sent, any number of times.
type response struct {
	status int
	head   []field
	body   []byte
}

// send writes the response, without its body for HEAD. Content-Length is sent
// in both cases and is that of GET (RFC 9110 section 8.6).
func (p *response) send(w http.ResponseWriter, withBody bool) error {
	head := w.Header()
	for _, f := range p.head {
		head[f.name] = f.value
	}
	w.WriteHeader(p.status)
	if !withBody || len(p.body) == 0 {
		return nil
	}
	_, err := w.Write(p.body)
	return err
}

// plain makes a response of one line of text, with more fields if given.
func plain(status int, text, cache string, more ...string) *response {
	body := []byte(text + "\n")
	head := fields(append([]string{
		"Content-Type", asset.TypeText,
		"Content-Length", strconv.Itoa(len(body)),
		"Cache-Control", cache,
	}, more...)...)
	return &response{status, append(head, plainSecurity()...), body}
}
