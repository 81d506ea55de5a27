package server

import "strings"

// A coding is a content coding of RFC 9110 section 8.4.1 that a body can have.
type coding int

const (
	identity coding = iota // none
	gzip
	brotli
	codings int = iota
)

// byPreference is the order among codings that the reader likes equally well,
// as all browsers do: the smallest body first.
var byPreference = [codings]coding{brotli, gzip, identity}

// String returns the token of Content-Encoding.
func (c coding) String() string { return [codings]string{"identity", "gzip", "br"}[c] }

func (c coding) etagSuffix() string { return [codings]string{"", "-gzip", "-br"}[c] }

// A weight is a qvalue of RFC 9110 section 12.4.2 in units of a 2000th. Qvalues
// have three decimals, so the odd unit below the smallest of them is free for
// what is acceptable without having been asked for.
type weight int

const (
	unlisted   weight = -1
	refused    weight = 0
	acceptable weight = 1
	preferred  weight = 2000
)

// parseAcceptEncoding returns how welcome each coding is, by RFC 9110 section
// 12.5.3. Members that are malformed or unknown to us are skipped: the worst that
// follows is a larger response.
func parseAcceptEncoding(values []string) [codings]weight {
	weights := [codings]weight{unlisted, unlisted, unlisted}
	others := unlisted // "*"
	for _, value := range values {
		for more := true; more; {
			var member string
			member, value, more = strings.Cut(value, ",")
			name, params, _ := strings.Cut(member, ";")
			q, ok := parseWeight(params)
			if !ok {
				continue
			}
			switch name = trim(name); {
			case name == "*":
				others = q
			case strings.EqualFold(name, "br"):
				weights[brotli] = q
			case strings.EqualFold(name, "gzip"), strings.EqualFold(name, "x-gzip"): // the same, section 8.4.1.3
				weights[gzip] = q
			case strings.EqualFold(name, "identity"):
				weights[identity] = q
			}
		}
	}
	for c, w := range weights {
		if w == unlisted {
			weights[c] = others
		}
	}
	// No coding is needed where none was named; identity is fine unless excluded.
	for _, c := range [...]coding{gzip, brotli} {
		weights[c] = max(weights[c], refused)
	}
	if weights[identity] == unlisted {
		weights[identity] = acceptable
	}
	return weights
}

// parseWeight reads the parameters of a member, ";"-separated. Without a "q" the
// weight is 1.
func parseWeight(params string) (weight, bool) {
	for params != "" {
		var param string
		param, params, _ = strings.Cut(params, ";")
		name, value, _ := strings.Cut(param, "=")
		if strings.EqualFold(trim(name), "q") {
			return parseQ(trim(value))
		}
	}
	return preferred, true
}

// parseQ reads a qvalue: "0" or "1" with up to three decimals, at most 1.
func parseQ(s string) (weight, bool) {
	if len(s) == 0 || len(s) > len("0.000") || (s[0] != '0' && s[0] != '1') || (len(s) > 1 && s[1] != '.') {
		return 0, false
	}
	q := weight(s[0]-'0') * preferred
	unit := preferred / 10
	for i := 2; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		q += weight(s[i]-'0') * unit
		unit /= 10
	}
	return q, q <= preferred
}

// trim removes optional whitespace, which HTTP limits to spaces and tabs.
func trim(s string) string { return strings.Trim(s, " \t") }
