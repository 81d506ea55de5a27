package export

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"bukti/app/story"
)

func TestIssuedAndModified(t *testing.T) {
	said, printed := story.DateOf(2019, 5, 4), story.DateOf(2019, 5, 6)
	for _, tt := range []struct{ version, correction, issued, modified string }{
		{"2019-06-01", "", "2019-06-01", "2019-06-01"},
		{"2019-06-01.2", "", "2019-06-01", "2019-06-01"},
		{"2019-06-01", "2019-05-30", "2019-06-01", "2019-06-01"},
		{"2019-06-01", "2019-06-02", "2019-06-01", "2019-06-02"},
		{"2019-02-30", "", "2019-05-06", "2019-05-06"},
		{"v2", "", "2019-05-06", "2019-05-06"},
		{"", "2019-06-02", "2019-05-06", "2019-06-02"},
	} {
		s := &story.Story{Version: tt.version, Claims: []story.Claim{{Said: said}}, Sources: []story.Source{{Date: printed}}}
		if on, err := story.ParseDate(tt.correction); err == nil {
			s.Corrections = []story.Correction{{On: on}}
		}
		assert.Equal(t, tt.issued, issued(s).String(), "%+v", tt)
		assert.Equal(t, tt.modified, modified(s).String(), "%+v", tt)
	}
}
