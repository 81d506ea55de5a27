package story

import "strings"

// Span is a stretch of a text; one with a claim stands for that claim.
type Span struct {
	Text, Claim string
}

// Spans splits a text at its references to claims, which are written
// [about 3,000](nis-3000). Brackets of any other form are text.
func Spans(text string) []Span {
	var spans []Span
	rest := text
	plain := func(s string) {
		if s == "" {
			return
		}
		if n := len(spans); n > 0 && spans[n-1].Claim == "" {
			spans[n-1].Text += s
			return
		}
		spans = append(spans, Span{Text: s})
	}
	for {
		open := strings.IndexByte(rest, '[')
		if open < 0 {
			break
		}
		mid := strings.Index(rest[open:], "](")
		if mid < 0 {
			break
		}
		mid += open
		end := strings.IndexByte(rest[mid:], ')')
		if end < 0 {
			break
		}
		end += mid
		words, claim := rest[open+1:mid], rest[mid+2:end]
		if words == "" || strings.ContainsAny(words, "[") || !isID(claim) {
			plain(rest[:open+1])
			rest = rest[open+1:]
			continue
		}
		plain(rest[:open])
		spans = append(spans, Span{words, claim})
		rest = rest[end+1:]
	}
	plain(rest)
	return spans
}

// Plain returns a text without its references, only their words.
func Plain(text string) string {
	if !strings.Contains(text, "](") {
		return text
	}
	var b strings.Builder
	for _, s := range Spans(text) {
		b.WriteString(s.Text)
	}
	return b.String()
}

// isID tells whether a string has the form of an id: lower-case letters, digits and
// hyphens.
func isID(s string) bool {
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return s != ""
}
