package asset

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHashedName(t *testing.T) {
	// printf '' | sha256sum = e3b0c442 98fc1c14 …; base32 of its first 60 bits.
	const empty = "4oymiquy7qob"
	for _, tt := range []struct{ name, want string }{
		{"app.css", "app." + empty + ".css"},
		{"js/app.min.js", "js/app.min." + empty + ".js"},
		{"js.d/app", "js.d/app." + empty},
	} {
		assert.Equal(t, tt.want, HashedName(tt.name, nil))
	}
	assert.NotEqual(t, Hash([]byte("a")), Hash([]byte("b")))
}
