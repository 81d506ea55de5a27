package server

import "strings"

// comparison is one of the two of RFC 9110 section 8.8.3.2.
type comparison bool

const (
	weakly   comparison = false // W/"a" is "a": for If-None-Match
	strongly comparison = true  // W/"a" is nothing: for If-Match
)

// matches tells whether the values of an If-Match or If-None-Match field name an
// entity tag: "*", or a list in which it is. What follows a malformed member is
// not looked at.
func matches(values []string, etag string, how comparison) bool {
	for _, list := range values {
		if trim(list) == "*" {
			return true
		}
		for {
			list = strings.TrimLeft(list, " \t,")
			tag, isWeak := strings.CutPrefix(list, "W/")
			if tag == "" || tag[0] != '"' {
				break
			}
			// Commas may be inside of the quotation marks, escapes may not.
			end := strings.IndexByte(tag[1:], '"')
			if end < 0 {
				break
			}
			tag, list = tag[:end+2], tag[end+2:]
			if tag == etag && !(isWeak && how == strongly) {
				return true
			}
		}
	}
	return false
}
