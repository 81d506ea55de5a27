package storyfile

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// document is one parsed file. As its values are read, it remembers where each
// stands, by dotted path, for the checks that come after.
type document struct {
	name   string
	report *report
	root   value
	where  map[string]position
	ids    map[string][]string // of each group, in the file's order
	broken map[string]bool     // paths whose value is missing or has been reported
}

var byteOrderMark = []byte("\ufeff")

// parse reads a YAML file. A file that is not YAML is one problem and gives nil:
// nothing inside it can be trusted.
func parse(name string, data []byte, r *report) *document {
	d := &document{name: name, report: r, where: map[string]position{}, ids: map[string][]string{}, broken: map[string]bool{}}
	data = bytes.TrimPrefix(data, byteOrderMark)
	// The library miscounts lines that end as on Windows.
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if at, ok := d.notUTF8(data); ok {
		r.add(at, "the file is not UTF-8 text", "save it as UTF-8")
		return nil
	}
	file, err := parseBytes(data)
	if err != nil {
		what, at := d.syntaxError(err, data)
		remedy := "correct the syntax; indentation, quotes or brackets may be off"
		if strings.Contains(what, "a tab ") || strings.Contains(what, "tab character") {
			remedy = "indent with spaces"
		}
		r.add(at, "not YAML: "+what, remedy)
		return nil
	}
	var bodies []ast.Node
	for _, doc := range file.Docs {
		if _, directive := doc.Body.(*ast.DirectiveNode); doc.Body != nil && !directive {
			bodies = append(bodies, doc.Body)
		}
	}
	if len(bodies) == 0 {
		r.add(d.start(), "the file is empty", "write the keys that it must have")
		return nil
	}
	if len(bodies) > 1 {
		r.add(d.nodeStart(bodies[1]), "a second document in one file", `remove the line "---" before it, or the document`)
		return nil
	}
	d.root = value{doc: d, node: bodies[0], noun: "the file"}
	return d
}

// parseBytes turns a panic of the YAML library into an error: what somebody wrote
// into a file must not take down a server that watches it.
func parseBytes(data []byte) (file *ast.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the parser gave up (%v)", p)
		}
	}()
	// Duplicate keys are reported by record and entries, all at once.
	return parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
}

func (d *document) syntaxError(err error, data []byte) (what string, at position) {
	var syntax *yaml.SyntaxError
	if !errors.As(err, &syntax) {
		return strings.Join(strings.Fields(err.Error()), " "), d.start()
	}
	at = d.start()
	if syntax.Token != nil {
		at = d.at(syntax.Token)
	}
	// The library places some errors after the last line.
	at.line = min(at.line, bytes.Count(data, []byte("\n"))+1)
	message := strings.ReplaceAll(syntax.Message, `character '`+"\t'", "a tab")
	return strings.Join(strings.Fields(message), " "), at
}

func (d *document) notUTF8(data []byte) (position, bool) {
	at := d.start()
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			return at, true
		}
		at.column++
		if r == '\n' {
			at.line, at.column = at.line+1, 1
		}
		data = data[size:]
	}
	return at, false
}

// remember keeps where the value of a path stands; the first one stays.
func (d *document) remember(path []string, at position) {
	if key := strings.Join(path, "."); d.where[key] == (position{}) {
		d.where[key] = at
	}
}

func (d *document) start() position { return position{d.name, 1, 1} }

func (d *document) at(t *token.Token) position {
	if t == nil || t.Position == nil {
		return d.start()
	}
	return position{d.name, max(1, t.Position.Line), max(1, t.Position.Column)}
}

// nodeStart is where an editor would say that a node begins. The library puts a
// block mapping at its first colon.
func (d *document) nodeStart(n ast.Node) position {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return d.nodeStart(n.Values[0])
		}
	case *ast.MappingValueNode:
		return d.nodeStart(n.Key)
	}
	return d.at(n.GetToken())
}

// position returns where the value of a dotted path stands, and for a value that
// was left out, where the thing stands that should have it.
func (d *document) position(path ...string) position {
	for ; len(path) > 0; path = path[:len(path)-1] {
		if at, ok := d.where[strings.Join(path, ".")]; ok {
			return at
		}
	}
	return d.nodeStart(d.root.node)
}

// defined returns the ids of a group of the file, those included whose values are
// broken: what refers to them is right.
func (d *document) defined(group string) []string { return d.ids[group] }
