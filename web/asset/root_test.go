package asset

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRootFrom(t *testing.T) {
	for _, tt := range []struct{ path, want string }{
		{"", "./"},
		{"*", "./"},
		{"/", "./"},
		{"/x", "./"},
		{"/en/", "../"},
		{"/en/x", "../"},
		{"/en/x/", "../../"},
		{"//x", "../"},       // an empty segment is a step too (URL Standard, "shorten a path")
		{"/en%2Fx/y", "../"}, // and an escaped slash is none
	} {
		assert.Equal(t, tt.want, RootFrom(tt.path), tt.path)
	}
	deep := make([]byte, 8000)
	for i := range deep {
		deep[i] = '/'
	}
	assert.Equal(t, "/", RootFrom(string(deep)))
}

func TestExpandRoot(t *testing.T) {
	page := []byte(`<link href="{{root}}app.css"><a href="{{root}}en/">`)
	assert.Equal(t, `<link href="../app.css"><a href="../en/">`, string(ExpandRoot(page, "../")))
	assert.Contains(t, string(page), RootToken, "the file itself stays")
}
