package server

import (
	"net/http"
	"strconv"

	"bukti/web/asset"
)

// An entry is one file in all its encodings.
type entry struct {
	variants [codings]*variant // nil where there is none; identity always is
}

// A variant is one file in one encoding.
type variant struct {
	etag            string
	full, unchanged *response // 200 and 304
}

// newEntry works out every header that the file will ever be sent with.
func newEntry(f *asset.File, sec *security) *entry {
	cache := cacheCheck
	if f.Immutable {
		cache = cacheForever
	}
	// Those that a 304 has to repeat (RFC 9110 section 15.4.5), and the security
	// headers, which the browser updates in its copy.
	common := append(fields("Cache-Control", cache, "Vary", "Accept-Encoding"), sec.headers(f.Type, "/"+f.Path, f.Policy)...)

	e := &entry{}
	add := func(c coding, body []byte) {
		// Strong, so it must differ between encodings; that of the bytes sent
		// also changes when only the compressor does.
		etag := `"` + asset.Hash(body) + c.etagSuffix() + `"`
		kept := append(fields("ETag", etag), common...)
		full := append(fields("Content-Type", f.Type, "Content-Length", strconv.Itoa(len(body))), kept...)
		if c != identity {
			full = append(full, fields("Content-Encoding", c.String())...)
		}
		e.variants[c] = &variant{
			etag:      etag,
			full:      &response{http.StatusOK, full, body},
			unchanged: &response{http.StatusNotModified, kept, nil},
		}
	}
	add(identity, f.Body)
	if f.Gzip != nil {
		add(gzip, f.Gzip)
	}
	if f.Brotli != nil {
		add(brotli, f.Brotli)
	}
	return e
}

var (
	notAcceptable = plain(http.StatusNotAcceptable, "not available in an encoding that the request accepts; allow identity", cacheNever, "Vary", "Accept-Encoding")
	failedMatch   = plain(http.StatusPreconditionFailed, "the file is another than If-Match asks for", cacheNever)
)

// answer chooses the encoding, then evaluates the conditions on it in the order
// of RFC 9110 section 13.2.2. There is no Last-Modified, hence nothing to compare
// dates with. Range is ignored, as section 14.2 allows: nothing here is large
// enough to be resumed.
func (e *entry) answer(r *http.Request) *response {
	v := e.choose(r.Header["Accept-Encoding"])
	if v == nil {
		return notAcceptable
	}
	if tags := r.Header["If-Match"]; len(tags) > 0 && !matches(tags, v.etag, strongly) {
		return failedMatch
	}
	if tags := r.Header["If-None-Match"]; len(tags) > 0 && matches(tags, v.etag, weakly) {
		return v.unchanged
	}
	return v.full
}

// choose returns the available variant that the reader prefers, the smallest
// among equals, or nil if every one is refused.
func (e *entry) choose(acceptEncoding []string) *variant {
	weights := parseAcceptEncoding(acceptEncoding)
	var best *variant
	bestWeight := refused
	for _, c := range byPreference {
		if v := e.variants[c]; v != nil && weights[c] > bestWeight {
			best, bestWeight = v, weights[c]
		}
	}
	return best
}
