package storyfile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// value is a piece of a file that can be asked to be what it should be. When it is
// something else it reports so and answers with the zero value; a value that was
// left out answers with the zero value and is silent.
type value struct {
	doc  *document
	node ast.Node // nil: left out
	path []string
	noun string // what it is to the editor: "figure of claim nis-1500"
}

func (v value) given() bool { return v.node != nil }

func (v value) position() position { return v.doc.nodeStart(v.node) }

// problem reports the value, which is not relied on from then on.
func (v value) problem(what, remedy string) {
	v.doc.broken[strings.Join(v.path, ".")] = true
	v.doc.report.add(v.position(), what, remedy)
}

// wrongKind reports a value of another kind than the one that is wanted.
func (v value) wrongKind(want, remedy string) {
	kind := kindOf(v.node)
	if kind == "empty" {
		v.problem(v.noun+" is empty", remedy)
		return
	}
	v.problem(fmt.Sprintf("%s is %s, not %s", v.noun, kind, want), remedy)
}

// child is a value inside this one, remembered under its path.
func (v value) child(node ast.Node, key, noun string, at position) value {
	path := append(v.path[:len(v.path):len(v.path)], key)
	c := value{doc: v.doc, node: node, path: path, noun: noun}
	v.doc.remember(path, at)
	return c
}

// list returns the items of a list.
func (v value) list(example string) []value {
	if !v.given() {
		return nil
	}
	seq, ok := v.node.(*ast.SequenceNode)
	if !ok {
		v.wrongKind("a list", "write a list, such as "+example)
		return nil
	}
	items := make([]value, len(seq.Values))
	for i, node := range seq.Values {
		items[i] = v.child(node, strconv.Itoa(i), "item "+strconv.Itoa(i+1)+" of the "+v.noun, v.doc.nodeStart(node))
	}
	return items
}

// entry is a named part of a group: a claim, an actor, a text.
type entry struct {
	id string
	value
}

// entries returns the parts of a group whose keys are ids, in the file's order.
func (v value) entries(kind string) []entry {
	var out []entry
	group := strings.Join(v.path, ".")
	for _, p := range v.pairs("a group of "+kind+" ids", "write one key for each "+kind) {
		if !isID(p.key) {
			v.doc.report.add(p.at, fmt.Sprintf("%q is not an id", p.key), "write lower-case letters, digits and hyphens")
			v.doc.ids[group] = append(v.doc.ids[group], strings.ToLower(p.key)) // as it is surely referred to
			continue
		}
		v.doc.ids[group] = append(v.doc.ids[group], p.key)
		out = append(out, entry{p.key, v.child(p.node, p.key, kind+" "+p.key, p.at)})
	}
	return out
}

// pair is one key of a group with its value.
type pair struct {
	key  string
	at   position // of the key
	node ast.Node
}

// pairs returns the keys and values of a group, reporting keys that stand twice.
func (v value) pairs(want, remedy string) []pair {
	if !v.given() {
		return nil
	}
	var values []*ast.MappingValueNode
	switch n := v.node.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		v.wrongKind(want, remedy)
		return nil
	}
	var out []pair
	seen := map[string]position{}
	for _, n := range values {
		at := v.doc.nodeStart(n.Key)
		key, ok := keyText(n.Key)
		if !ok {
			v.doc.report.add(at, "a key that is not a plain word", "write the key out; anchors, aliases, tags and merges are not used here")
			continue
		}
		if first, twice := seen[key]; twice {
			v.doc.report.add(at, fmt.Sprintf("%q stands twice in %s, first on line %d", key, v.noun, first.line), "rename one of them or remove it")
			continue
		}
		seen[key] = at
		out = append(out, pair{key, at, n.Value})
	}
	return out
}
