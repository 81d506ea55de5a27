package server

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
)

func itoa(n int) string { return strconv.Itoa(n) }

// "/" has brotli and gzip, "/en/" gzip only, "/id/" neither. An empty want means
// identity.
func TestNegotiation(t *testing.T) {
	for _, tt := range []struct {
		target, accept, want string
	}{
		{"/", "gzip, deflate, br, zstd", "br"}, // Chrome, Firefox, Safari
		{"/", "br", "br"},
		{"/", "gzip", "gzip"},
		{"/", "x-gzip", "gzip"}, // RFC 9110 section 8.4.1.3
		{"/", "GZIP", "gzip"},   // section 8.4.1: case-insensitive
		{"/", "deflate", ""},
		{"/", "", ""}, // section 12.5.3: an empty field wants no coding
		{"/", "identity", ""},
		{"/", "br;q=0.5, gzip;q=0.8", "gzip"},
		{"/", "br;q=0.8, gzip;q=0.8", "br"},
		{"/", "br;q=0, gzip;q=0.001", "gzip"},
		{"/", "gzip;q=1.0, identity; q=0.5, *;q=0", "gzip"}, // the example of section 12.5.3
		{"/", "compress;q=0.5, gzip;q=1.0", "gzip"},         // and another
		{"/", "*", "br"},
		{"/", "*;q=0.5", "br"},
		{"/", "gzip, *;q=0.1", "gzip"},
		{"/", "br;q=0, *", "gzip"},
		{"/", "br;q=0, gzip;q=0", ""},
		{"/", "identity, br;q=0.9", ""},
		{"/", "identity;q=0", "406"},
		{"/", "identity;q=0, gzip", "gzip"},
		{"/", "identity;q=0, *", "br"},
		{"/", "*;q=0", "406"},
		{"/", "*;q=0, identity;q=0.1", ""},
		{"/", "*;q=0, gzip", "gzip"},
		{"/", " \tgzip\t; \tq=0.7 ,, br ; q=0.6 ", "gzip"},
		{"/", "gzip;level=9;q=0.7, br;q=0.6", "gzip"},
		{"/", "gzip;Q=0.7, br;q=0.6", "gzip"},

		// A member that is malformed counts for nothing.
		{"/", "br;q=2, gzip", "gzip"},
		{"/", "br;q=1.001, gzip", "gzip"},
		{"/", "br;q=0.1234, gzip;q=0.1", "gzip"},
		{"/", "br;q=-1, gzip", "gzip"},
		{"/", "br;q=, gzip", "gzip"},
		{"/", "br;q=1x, gzip", "gzip"},
		{"/", "br;q=.5, gzip", "gzip"},
		{"/", "br;q=NaN", ""},
		{"/", "identity;q=zero", ""},
		{"/", "b r, \xff, ;;;, =, q=1", ""},

		{"/en/", "br, gzip", "gzip"},
		{"/en/", "br", ""},
		{"/en/", "br, identity;q=0", "406"},
		{"/id/", "br, gzip", ""},
		{"/id/", "br, gzip, *;q=0", "406"},
		{"/id/", "br, gzip, *;q=0.1", ""},
	} {
		t.Run(tt.target+" "+tt.accept, func(t *testing.T) {
			res := get(t, "GET", tt.target, "Accept-Encoding", tt.accept)
			assert.Equal(t, "Accept-Encoding", res.Header.Get("Vary"))
			assert.Equal(t, itoa(len(bodyOf(t, res))), res.Header.Get("Content-Length"))
			if tt.want == "406" {
				assert.Equal(t, 406, res.StatusCode)
				return
			}
			assert.Equal(t, 200, res.StatusCode)
			assert.Equal(t, tt.want, res.Header.Get("Content-Encoding"))
		})
	}
}

func TestNegotiationOfHeaderLines(t *testing.T) {
	none := get(t, "GET", "/")
	assert.Equal(t, 200, none.StatusCode)
	assert.Empty(t, none.Header.Get("Content-Encoding"))
	assert.Equal(t, page, bodyOf(t, none))

	// Several lines are one list, RFC 9110 section 5.3.
	two := get(t, "GET", "/", "Accept-Encoding", "br;q=0.1", "Accept-Encoding", "gzip;q=0.2")
	assert.Equal(t, "gzip", two.Header.Get("Content-Encoding"))
	assert.Equal(t, "GZIP", bodyOf(t, two))
}

func TestParseQ(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want weight
		ok   bool
	}{
		{"0", 0, true},
		{"0.", 0, true}, // the grammar allows it
		{"0.000", 0, true},
		{"0.001", 2, true},
		{"0.5", 1000, true},
		{"1", 2000, true},
		{"1.000", 2000, true},
		{"1.001", 0, false},
		{"0.0000", 0, false},
		{"2", 0, false},
		{"00", 0, false},
		{"", 0, false},
	} {
		got, ok := parseQ(tt.in)
		assert.Equal(t, tt.ok, ok, tt.in)
		if ok {
			assert.Equal(t, tt.want, got, tt.in)
		}
	}
}
