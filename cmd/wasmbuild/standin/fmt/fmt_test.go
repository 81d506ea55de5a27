package fmt

import (
	"io"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSprintf(t *testing.T) {
	for _, test := range []struct {
		format string
		values []any
		want   string
	}{
		{"plain", nil, "plain"},
		{"%v of %v", []any{1, 2.5}, "1 of 2.5"},
		{"%s %d%%", []any{"n", uint(3)}, "n 3%"},
		{"%v %v", []any{io.EOF, reflect.TypeOf(0)}, "EOF int"},
		{"%v %v", []any{true}, "true "},
		{"%v", []any{nil}, "nil"},
		{"end %", []any{1}, "end "},
	} {
		assert.Equal(t, test.want, Sprintf(test.format, test.values...), test.format)
	}
}

func TestSprint(t *testing.T) {
	assert.Equal(t, "a1EOF", Sprint("a", 1, io.EOF))
	assert.Equal(t, "?", Sprint(struct{}{}), "what has no plain form")
}
