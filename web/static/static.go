// Package static holds the files of the site that are the same for every story:
// the style sheet, the icon and, once built, the browser's program.
package static

import (
	"bytes"
	"embed"
	"io"

	"github.com/andybalholm/brotli"
)

// Style is the style sheet, as written.
//
//go:embed style.css
var Style []byte

// Icon is the site's mark, an SVG picture.
//
//go:embed icon.svg
var Icon []byte

//go:embed wasm/*.md wasm/*.br wasm/*.gz wasm/*.js
var built embed.FS

// Program is the browser's program as `make build` left it.
type Program struct {
	Wasm, Brotli, Gzip []byte
	Support            []byte // the toolchain's script that the program needs
}

// BrowserProgram returns the browser's program. ok is false in a bukti that was
// built without it, by a plain `go build` in a fresh clone; it serves the pages all
// the same.
func BrowserProgram() (p Program, ok bool) {
	read := func(name string) []byte {
		data, err := built.ReadFile("wasm/" + name)
		ok = ok && err == nil
		return data
	}
	ok = true
	p = Program{Brotli: read("app.wasm.br"), Gzip: read("app.wasm.gz"), Support: read("go.js")}
	if !ok {
		return Program{}, false
	}
	// The compressed file is embedded and opened here: a tenth of the size to ship,
	// for a tenth of a second at the start.
	wasm, err := io.ReadAll(brotli.NewReader(bytes.NewReader(p.Brotli)))
	if err != nil {
		return Program{}, false
	}
	p.Wasm = wasm
	return p, true
}
