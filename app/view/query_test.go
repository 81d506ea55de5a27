package view

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A query is read as net/url reads it, which is too heavy for the browser.
func TestQueryValue(t *testing.T) {
	for _, query := range []string{
		"", "at", "at=", "at=1&at=2", "a=1&at=2", "at=1%2C2", "at=1%2c2+3", "at=%", "at=%2", "at=%2&at=3", "at=%zz&at=4",
		"%61t=5", "%61t%=5&at=6", "at=a;b&at=7", "at=1=2", "&&at=8&", "at=%E2%82%AC", "at=%ff", "=9", "AT=1",
	} {
		values, _ := url.ParseQuery(query)
		assert.Equal(t, values.Get("at"), queryValue(query, "at"), query)
	}
}

func FuzzQueryValue(f *testing.F) {
	f.Add("at=1%2C2+3&a;b", "at")
	f.Add("%61t=5&=%", "")
	f.Fuzz(func(t *testing.T, query, name string) {
		values, _ := url.ParseQuery(query)
		assert.Equal(t, values.Get(name), queryValue(query, name))
	})
}
