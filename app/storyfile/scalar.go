package storyfile

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// text returns a text that is not empty.
func (v value) text() string {
	if !v.given() {
		return ""
	}
	s, ok := v.raw()
	switch {
	case !ok && kindOf(v.node) == "empty", ok && strings.TrimSpace(s) == "":
		v.problem(v.noun+" is empty", "write it, or leave the key out if it is optional")
		return ""
	case !ok:
		v.wrongKind("text", "put it in quotes if it is meant as text")
		return ""
	}
	for _, c := range s {
		if c < ' ' || c >= 0x7f && c < 0xa0 {
			v.problem(fmt.Sprintf("%s contains the control character %U", v.noun, c), "remove it; a text is one paragraph, which >- folds out of several lines")
			return ""
		}
	}
	return s
}

// raw returns the characters of a text. The newline that ends a block of YAML is
// punctuation, not text.
func (v value) raw() (string, bool) {
	switch n := v.node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n"), true
	}
	return "", false
}

// id returns the id of something that is defined elsewhere.
func (v value) id() string {
	if !v.given() {
		return ""
	}
	s, ok := v.raw()
	if _, number := v.node.(*ast.IntegerNode); number {
		s, ok = v.node.GetToken().Value, true // an id may be all digits
	}
	switch {
	case !ok:
		v.wrongKind("an id", "write lower-case letters, digits and hyphens")
		return ""
	case !isID(s):
		v.problem(fmt.Sprintf("%q is not an id", s), "write lower-case letters, digits and hyphens")
		return ""
	}
	return s
}

// ids returns a list of ids, each once.
func (v value) ids() []string {
	var out []string
	for _, item := range v.list("[first-id, second-id]") {
		id := item.id()
		if id != "" && known(id, out) {
			item.problem(fmt.Sprintf("%q is listed twice", id), "remove one of them")
		}
		// What is wrong keeps its place, so that an id's index is that of its position.
		out = append(out, id)
	}
	return out
}

// truth returns true or false.
func (v value) truth() bool {
	if !v.given() {
		return false
	}
	b, ok := v.node.(*ast.BoolNode)
	if !ok {
		v.wrongKind("true or false", "write true, or remove the key")
		return false
	}
	return b.Value
}

// word returns a word of a closed vocabulary, whose kind ("stance") names it in the
// problem.
func word[T ~string](v value, kind string, list []T) T {
	if !v.given() {
		return ""
	}
	s, ok := v.raw()
	switch {
	case !ok:
		v.wrongKind("a "+kind, oneOfThese("", words(list)))
		return ""
	case !known(s, words(list)):
		v.problem(fmt.Sprintf("%q is not a %s", s, kind), oneOfThese(s, words(list)))
		return ""
	}
	return T(s)
}
