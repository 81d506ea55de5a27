// Package font carries inside the program the fonts that pictures are drawn with where nobody's system fonts can be
// counted on. PROVENANCE.md tells where they come from and under what licence.
package font

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"io/fs"
	"sync"
)

//go:embed fonts.zip
var archive []byte

var open = sync.OnceValues(func() (*zip.Reader, error) {
	return zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
})

// Files are the fonts, in WOFF.
func Files() (fs.FS, error) { return open() }
