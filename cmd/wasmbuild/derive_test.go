package main

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func source(t *testing.T, name, text string) *pkg {
	p := &pkg{fset: token.NewFileSet(), files: map[string]*ast.File{}}
	file, err := parser.ParseFile(p.fset, name, "package app\n\n"+text, parser.SkipObjectResolution)
	require.NoError(t, err)
	p.files[name] = file
	return p
}

func (p *pkg) text(t *testing.T, name string) string {
	var b bytes.Buffer
	require.NoError(t, format.Node(&b, token.NewFileSet(), p.files[name]))
	return b.String()
}

func TestShake(t *testing.T) {
	for _, test := range []struct {
		name, file, source string
		kept, dropped      []string
	}{
		{
			"what the program names stays, with what that needs", "app.go",
			"func Route() { add() }\nfunc add() {}\nfunc serve() { listen() }\nfunc listen() {}",
			[]string{"func Route", "func add"},
			[]string{"serve", "listen"},
		},
		{
			"init functions stay", "app.go",
			"func init() { logger = log }\nvar logger func()\nfunc log() {}\nvar other = 1",
			[]string{"func init", "var logger", "func log"},
			[]string{"other"},
		},
		{
			"a method stays when somebody calls one of its name, or an interface that nobody sees does", "app.go",
			"func Route(e engine) { e.start() }\ntype engine struct{}\nfunc (engine) start() {}\nfunc (engine) stop() {}\nfunc (e *engine) Error() string { return \"\" }",
			[]string{"engine) start", "engine) Error"},
			[]string{"stop"},
		},
		{
			"constants stay together", "app.go",
			"func Route() int { return b }\nconst (\n\ta = iota\n\tb\n)\nconst c = 1",
			[]string{"a = iota"},
			[]string{"c ="},
		},
		{
			"a field that is set and never read goes, with what it is set to", "app.go",
			"func Route() context { return context{page: find, setState: states.set} }\ntype context struct { page, setState func() }\nfunc (c context) Page() { c.page() }\nfunc find() {}\nvar states store\ntype store struct{}\nfunc (store) set() {}",
			[]string{"page func()", "page: find", "func (c context) Page"},
			[]string{"store", "states", "set"},
		},
		{
			"an interface keeps its methods", "app.go",
			"func Route() UI { return nil }\ntype UI interface { Body(); Class() }",
			[]string{"Body()", "Class()"},
			nil,
		},
		{
			"a slender one keeps those that somebody names", "html_gen.go",
			"func Route(ui UI) { ui.Body() }\ntype UI interface { Body(); Class(class) }\ntype class string",
			[]string{"Body()"},
			[]string{"lass"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := source(t, test.file, test.source)
			p.shake(map[string]bool{"Route": true, "Page": true})
			text := p.text(t, test.file)
			for _, part := range test.kept {
				assert.Contains(t, text, part)
			}
			for _, part := range test.dropped {
				assert.NotContains(t, text, part)
			}
		})
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct {
		name, source, want string
	}{
		{"a field with its element", "type e struct{ states, body int }\n\nvar v = e{states: 1, body: 2}", "type e struct{ body int }\n\nvar v = e{body: 2}\n"},
		{"an element that is set to it", "var v = e{get: m.states.Get, body: 2}", "var v = e{body: 2}\n"},
		{"a statement", "func f() {\n\te.states.Clean()\n\tg()\n}", "func f() {\n\tg()\n}\n"},
		{"a condition with nothing left to do", "func f() {\n\tif e.states == nil {\n\t\te.states = 1\n\t}\n}", "func f() {\n}\n"},
		{"a loop over it", "func f() {\n\tfor _, s := range e.states {\n\t\tif s {\n\t\t\treturn\n\t\t}\n\t}\n}", "func f() {\n}\n"},
		{"one case of several", "func f() {\n\tswitch {\n\tcase states(), mail():\n\t\tg()\n\t}\n}", "func f() {\n\tswitch {\n\tcase mail():\n\t\tg()\n\t}\n}\n"},
		{"a whole case", "func f() {\n\tswitch {\n\tcase states():\n\t\tg()\n\tdefault:\n\t}\n}", "func f() {\n\tswitch {\n\tdefault:\n\t}\n}\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := source(t, "app.go", test.source)
			assert.True(t, p.cut("states"))
			var b bytes.Buffer
			require.NoError(t, format.Node(&b, token.NewFileSet(), source(t, "app.go", test.want).files["app.go"]))
			assert.Equal(t, b.String(), p.text(t, "app.go"))
		})
	}
}

// An upgrade of go-app that moves something from under the rules is told of.
func TestRulesThatNoLongerFitFail(t *testing.T) {
	for name, test := range map[string]struct{ source, says string }{
		"a cut": {"func Route() {}", `no longer has "states"`},
		"a stand-in": {
			"type e struct { states, actions, localStorage, sessionStorage, routesWithRegexp, internalURL int }\n\nfunc Route() {}",
			"remove what stands in for it",
		},
	} {
		t.Run(name, func(t *testing.T) {
			err := source(t, "app.go", test.source).slim(map[string]bool{"Route": true})
			assert.ErrorContains(t, err, test.says)
		})
	}
}
