package view

import "strings"

// queryValue is the first value that a query has under a name, or nothing. What is
// badly escaped counts as absent. (net/url would add 20 KB to the browser's program.)
func queryValue(query, name string) string {
	for pair := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if pair == "" || strings.Contains(pair, ";") {
			continue
		}
		if k, ok := unescape(key); !ok || k != name {
			continue
		}
		if v, ok := unescape(value); ok {
			return v
		}
	}
	return ""
}

// unescape reads "%2C" as a comma and "+" as a space. ok is false for a broken
// escape.
func unescape(text string) (plain string, ok bool) {
	if !strings.ContainsAny(text, "%+") {
		return text, true
	}
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch c {
		case '+':
			c = ' '
		case '%':
			if i+2 >= len(text) {
				return "", false
			}
			high, low := hexDigit(text[i+1]), hexDigit(text[i+2])
			if high < 0 || low < 0 {
				return "", false
			}
			c = byte(high<<4 | low)
			i += 2
		}
		b = append(b, c)
	}
	return string(b), true
}

// hexDigit is the value of a hexadecimal digit, -1 for anything else.
func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
