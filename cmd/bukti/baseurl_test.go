package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParseBaseURL(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"https://news.example", "https://news.example/"},
		{"https://news.example/", "https://news.example/"},
		{"https://news.example/explainer", "https://news.example/explainer/"},
		{"https://news.example/explainer/", "https://news.example/explainer/"},
		{"https://news.example/a/b%20c/", "https://news.example/a/b%20c/"},
		{"https://news.example/tentara-korut", "https://news.example/tentara-korut/"},
		{"http://localhost:8000", "http://localhost:8000/"},
		{"http://[::1]:8000/x", "http://[::1]:8000/x/"},
		{"HTTPS://news.example", "https://news.example/"}, // RFC 3986 section 3.1: schemes have no case
	} {
		got, err := parseBaseURL(tt.in)
		assert.NoError(t, err, tt.in)
		assert.Equal(t, tt.want, got, tt.in)
	}
	for _, in := range []string{
		"news.example",
		"news.example/explainer",
		"/explainer/",
		"//news.example/",
		"https://",
		"https:///explainer/",
		"https:news.example",
		"ftp://news.example/",
		"file:///srv/site/",
		"javascript:alert(1)",
		"https://news.example/?page=1",
		"https://news.example/#top",
		"https://reader@news.example/",
		"https://reader:secret@news.example/",
		"https://news example/",
		"https://news.example/%zz/",
		"https://news.example:port/",
		"https://[::1/",
		" https://news.example/",
		"https://news.example/\n",
		"\x00",
	} {
		got, err := parseBaseURL(in)
		assert.Empty(t, got, in)
		if assert.Error(t, err, in) {
			assert.Contains(t, err.Error(), "--base-url", in)
			assert.Contains(t, err.Error(), "write it like https://", in)
			assert.NotContains(t, err.Error(), "\n", "one line")
		}
	}
}
