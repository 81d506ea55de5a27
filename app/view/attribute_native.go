//go:build !wasm

package view

import (
	"strconv"
	"strings"
)

// attributeValue prepares a value for go-app's HTML encoder, which writes
// attributes as Go string literals: what a literal would escape, and the word
// "true", which it leaves out, are written as character references instead.
func attributeValue(name, v string) string {
	if v == "true" && !booleans[name] {
		return "&#116;rue"
	}
	var b strings.Builder
	for _, r := range v {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '"' || r == '\\' || r == '<' || r == '>' || !strconv.IsPrint(r):
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// booleans are the attributes whose presence alone counts.
var booleans = map[string]bool{"hidden": true, "open": true, "disabled": true, "checked": true, "selected": true}
