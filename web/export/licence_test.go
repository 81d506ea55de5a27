package export

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLicenceURL(t *testing.T) {
	for _, tt := range []struct{ id, want string }{
		{"CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"},
		{"CC-BY-NC-SA-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"},
		{"CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
		{"CC-BY-3.0-AT", "https://spdx.org/licenses/CC-BY-3.0-AT.html"}, // ported: an address of another form
		{"ODbL-1.0", "https://spdx.org/licenses/ODbL-1.0.html"},
		{"MIT", "https://spdx.org/licenses/MIT.html"},
		{"all rights reserved", ""},
		{`"><script>`, ""},
		{"", ""},
	} {
		assert.Equal(t, tt.want, licenceURL(tt.id), tt.id)
	}
}
