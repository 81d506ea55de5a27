package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// Whatever the program's way to the reader meets with, the page stays as it was and
// its steps go on as links.
func TestFailures(t *testing.T) {
	wasm, support := published.asset("app.wasm"), published.asset("go.js")
	lang := published.Languages[0]
	data, bases := published.asset("story."+lang+".txt"), published.asset("map.txt")
	whole, ok := published.site.Files.Get(data)
	require.True(t, ok)
	tail := string(whole.Body[len(whole.Body)/2:])
	head := string(whole.Body[:len(whole.Body)/2])
	program, ok := published.site.Files.Get(wasm)
	require.True(t, ok)

	const html = "<!doctype html><title>Sign in to the network</title>"
	const page = "text/html; charset=utf-8"
	const text = "text/plain; charset=utf-8"
	for _, tt := range []struct {
		name    string
		app     string // what <html data-app> comes to
		answers map[string]answer
		before  string
	}{
		{"program blocked", "failed", map[string]answer{wasm: {}}, ""},
		{"program answered with a page", "failed", map[string]answer{wasm: {200, page, html}}, ""},
		{"program answered with a page of the right type", "failed", map[string]answer{wasm: {200, "application/wasm", html}}, ""},
		{"program cut off", "failed", map[string]answer{wasm: {200, "application/wasm", string(program.Body[:len(program.Body)/2])}}, ""},
		{"program answered with another", "failed", map[string]answer{wasm: {200, "application/wasm", "\x00asm\x01\x00\x00\x00"}}, ""},
		{"program not found", "failed", map[string]answer{wasm: {404, text, "not found"}}, ""},
		{"support script blocked", "failed", map[string]answer{support: {}}, ""},
		{"support script answered with a page", "failed", map[string]answer{support: {200, page, html}}, ""},
		{"story not found", "failed", map[string]answer{data: {404, text, "not found"}}, ""},
		{"story answered with a page", "failed", map[string]answer{data: {200, page, html}}, ""},
		{"story cut off", "failed", map[string]answer{data: {200, text, head}}, ""},
		{"story without its beginning", "failed", map[string]answer{data: {200, text, tail}}, ""},
		{"map server error", "failed", map[string]answer{bases: {500, text, "oops"}}, ""},
		{"map answered with a page", "failed", map[string]answer{bases: {200, page, html}}, ""},
		{"no WebAssembly", "off", nil, `delete window.WebAssembly;`},
		{"instantiating refused", "failed", nil, `WebAssembly.instantiate = () => Promise.reject(new RangeError("out of memory"));`},
		{"storage refused", "ready", nil, `for (const name of ["localStorage", "sessionStorage"]) {
			Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError"); }, configurable: true});
		}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			moments := published.Story.Moments
			address := func(i int) string { return view.Address{Lang: lang, Moment: moments[i].ID}.Path() }
			opts := options{width: 360, height: 640, before: tt.before, answers: tt.answers}
			if tt.app == "failed" {
				opts.expect = []string{
					"bukti: the page goes on without WebAssembly",
					"Failed to load resource", "request failed", "status 404", "status 500", "MIME type",
					// The toolchain's script tells of the program's end in its own way.
					"console.log", "exit code",
				}
			}
			if tt.answers[support].status == 200 {
				opts.expect = append(opts.expect, "Unexpected token '<'") // a page is no script
			}
			p := open(t, address(0), opts)
			// What is far below is laid out late and would count as said afterwards only.
			eval[any](p, `(() => {
				const sheet = new CSSStyleSheet();
				sheet.replaceSync("* { content-visibility: visible !important }");
				document.adoptedStyleSheets = [sheet];
			})()`)
			before := eval[struct{ Text, HTML string }](p, `({text: document.body.innerText, HTML: e2e.markup()})`)
			said := strings.Split(before.Text, "\n")
			p.pointAtChart()
			p.until(`document.documentElement.dataset.app === "` + tt.app + `"`)
			eval[any](p, `e2e.frames(2)`)
			assert.Equal(t, before.HTML, eval[string](p, `e2e.markup()`))
			// What only the program can do may disappear; nothing else is said.
			assert.Subset(t, said, strings.Split(eval[string](p, `document.body.innerText`), "\n"))

			stay(p)
			for i := 1; i <= 2; i++ {
				p.click("[data-bench=next]")
				p.at(address(i))
				p.tells(published.Texts[lang].Get("moment." + moments[i].ID + ".title"))
			}
			if tt.app == "ready" {
				assertStayed(p)
				return
			}
			assert.False(t, eval[bool](p, `window.stayed === true`), "the step was a link")
			p.back()
			p.at(address(1))
		})
	}
}
