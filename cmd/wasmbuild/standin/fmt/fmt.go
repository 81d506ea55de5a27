// Package fmt stands in for the standard library's: it writes what messages to
// developers are made of.
package fmt

import (
	"strconv"
	"strings"
)

// Sprint writes values one after the other.
func Sprint(values ...any) string {
	var b strings.Builder
	for _, v := range values {
		b.WriteString(plain(v))
	}
	return b.String()
}

// Sprintf puts values where the format has verbs, whatever the verb.
func Sprintf(format string, values ...any) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(format, "%")
		b.WriteString(before)
		switch {
		case !found || rest == "":
			return b.String()
		case rest[0] == '%':
			b.WriteByte('%')
		case len(values) > 0:
			b.WriteString(plain(values[0]))
			values = values[1:]
		}
		format = rest[1:]
	}
}

// Printf writes to the console.
func Printf(format string, values ...any) { print(Sprintf(format, values...)) }

func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case string:
		return v
	case error:
		return v.Error()
	case interface{ String() string }:
		return v.String()
	case int:
		return strconv.Itoa(v)
	case uint:
		return strconv.FormatUint(uint64(v), 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return "?"
}
