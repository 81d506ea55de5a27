package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the browser's program may be made of. Each package more is code that every
// reader downloads: net/http alone would bring half a megabyte.
var allowed = map[string]bool{
	"bukti": true, goApp: true, // with what is below them

	"cmp": true, "errors": true, "io": true, "iter": true, "maps": true, "math": true, "math/bits": true, "reflect": true,
	"runtime": true, "slices": true, "strconv": true, "strings": true, "sync": true, "sync/atomic": true,
	"syscall/js": true, "unicode": true, "unicode/utf8": true, "unsafe": true,
}

func TestPackagesOfTheBrowsersProgram(t *testing.T) {
	flags, err := derive(t.TempDir())
	require.NoError(t, err)
	list, err := goList(append(append([]string{"-deps"}, flags...), program)...)
	require.NoError(t, err)
	packages := strings.Fields(list)
	require.Contains(t, packages, goApp+"/pkg/app")
	for _, name := range packages {
		// What is internal to the standard library comes with the others.
		ours := strings.HasPrefix(name, "bukti/") || strings.HasPrefix(name, goApp+"/") || strings.HasPrefix(name, "internal/")
		assert.True(t, ours || allowed[name], "%s has come into the browser's program: whoever imports it, has to do without", name)
	}
}
