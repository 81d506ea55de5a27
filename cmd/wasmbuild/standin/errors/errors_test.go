package errors

import (
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAnErrorTellsWhatIsKnown(t *testing.T) {
	err := New("mounting child failed").WithTag("tag", "li").WithTag("index", 3).Wrap(io.EOF)
	assert.EqualError(t, err, "mounting child failed, tag li, index 3: EOF")
	assert.ErrorIs(t, err, io.EOF)
	assert.EqualError(t, New("no component"), "no component")
	assert.NoError(t, errors.Unwrap(New("no component")))
}
