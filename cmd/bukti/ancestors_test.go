package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCheckAncestors(t *testing.T) {
	for list, ok := range map[string]bool{
		"*": true, "": true, "'none'": true, "'self'": true, "https:": true,
		"https://news.example": true, "https://*.news.example http://localhost:8080": true, "news.example:*": true,
		"https://news.example/path":           false,
		"https://news.example; script-src *":  false,
		"https://a.example,https://b.example": false,
		"'none' https://news.example":         false,
		"'unsafe-inline'":                     false,
		"javascript:":                         false,
		"https://news.example\nSet-Cookie: a": false,
	} {
		err := checkAncestors(list)
		assert.Equal(t, ok, err == nil, list)
		if err != nil {
			assert.Contains(t, err.Error(), "--frame-ancestors")
		}
	}
}
