// Package static holds the files of the site that are the same for every story:
// the style sheets, the scripts, the rules for what is fetched ahead, the demonstration's
// pages, the icons and, once built, the browser's program.
package static

import (
	"bytes"
	"embed"
	"io"

	"github.com/andybalholm/brotli"
)

//go:embed style/*.css
var styles embed.FS

// PageStyle names the parts of the style sheet inside the explainer's pages, in their order.
var PageStyle = []string{
	"colours", "base", "lead", "stepper", "chart", "controls", "card", "map", "telling", "texts", "share", "matrix", "modes", "app", "print",
}

// LedgerStyle names the parts of the style sheet inside pages without pictures.
var LedgerStyle = []string{"colours", "base", "lead", "chart", "texts", "card", "matrix", "ledger", "modes", "app", "print"}

// EmbedStyle names the parts of the embeds' style sheet.
var EmbedStyle = []string{
	"colours", "base", "lead", "stepper", "chart", "controls", "card", "map", "telling", "texts", "modes", "embed",
}

// DeviceStyle names the parts of the style sheet of what the worker's page side adds.
var DeviceStyle = []string{"device"}

// DialogStyle names the parts of the style sheet of the embed dialog.
var DialogStyle = []string{"embedding"}

// Style joins the named parts of style/ to one style sheet, as written. It fails for
// a part that there is not.
func Style(parts []string) ([]byte, error) {
	var out bytes.Buffer
	for _, name := range parts {
		text, err := styles.ReadFile("style/" + name + ".css")
		if err != nil {
			return nil, err
		}
		out.Write(text)
	}
	return out.Bytes(), nil
}

// Frame is the script of an embed, which talks with the page around it.
//
//go:embed embed/frame.js
var Frame []byte

// Element is the script of <bukti-embed>, to which the site adds what it knows.
//
//go:embed embed/element.js
var Element string

// Demo is a page that stands in for a host's, DemoStyle its style sheet.
//
//go:embed demo/index.html
var Demo string

//go:embed demo/style.css
var DemoStyle string

// Icon is the site's mark, an SVG picture.
//
//go:embed icon.svg
var Icon []byte

// Ahead are the speculation rules of the explainer's pages: the next moment is fetched
// while the reader looks at this one, and any moment that a reader is about to open is
// drawn ahead. Browsers leave both where data or the battery is saved.
// https://html.spec.whatwg.org/multipage/speculative-loading.html
//
//go:embed ahead.json
var Ahead string

// icons are the app's icons as cmd/icons drew them from Icon: NAME-SIZE.png.
//
//go:embed icons/*.png
var icons embed.FS

// AppIcon returns an icon by its name and size, "maskable-512".
func AppIcon(name string) ([]byte, error) { return icons.ReadFile("icons/" + name + ".png") }

// The scripts that keep the site on readers' devices: the service worker, the one that
// takes its place to undo all that it did, and the page's side of it.
var (
	//go:embed worker/sw.js
	Worker []byte
	//go:embed worker/retired.js
	Retired []byte
	//go:embed worker/device.js
	Device []byte
)

//go:embed wasm
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
	br, gz, support := read("app.wasm.br"), read("app.wasm.gz"), read("go.js")
	if !ok {
		return Program{}, false
	}
	p, err := NewProgram(br, gz, support)
	return p, err == nil
}

// ProgramPackages is cmd/wasmbuild's table of how many bytes of code each package has
// in the browser's program, the largest first. ok is false where there is no program.
func ProgramPackages() (table string, ok bool) {
	data, err := built.ReadFile("wasm/packages.txt")
	return string(data), err == nil
}

// NewProgram makes a program of the files that cmd/wasmbuild writes. Only the
// compressed program is among them, and opened here: a fifth of the size to ship, for
// a tenth of a second at the start.
func NewProgram(br, gz, support []byte) (Program, error) {
	wasm, err := io.ReadAll(brotli.NewReader(bytes.NewReader(br)))
	return Program{Wasm: wasm, Brotli: br, Gzip: gz, Support: support}, err
}
