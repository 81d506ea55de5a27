package storyfile

import (
	"fmt"
	"strings"
)

// record is a group with known keys: a claim, a source, the axis.
type record struct {
	value
	fields map[string]value
	// meant are the known keys that a misspelt one stands for: they are not missing
	// as well.
	meant map[string]bool
}

// record reads a group whose keys are known, and reports those that are not.
func (v value) record(keys ...string) record {
	r := record{value: v, fields: map[string]value{}, meant: map[string]bool{}}
	for _, p := range v.pairs("a group of keys", "write the keys "+strings.Join(keys, ", ")) {
		if !known(p.key, keys) {
			v.doc.report.add(p.at, fmt.Sprintf("%q is not a key of %s", p.key, v.noun), didYouMean(p.key, keys, "use one of "+strings.Join(keys, ", ")))
			if meant := nearest(p.key, keys); meant != "" {
				r.meant[meant] = true
				r.markBroken(meant)
			}
			continue
		}
		at := p.at
		if p.node != nil {
			at = v.doc.nodeStart(p.node)
		}
		r.fields[p.key] = v.child(p.node, p.key, p.key+" of "+v.noun, at)
	}
	return r
}

// markBroken notes that nothing should rely on the value of a key.
func (r record) markBroken(key string) {
	r.doc.broken[strings.Join(append(r.path, key), ".")] = true
}

// read tells whether the record was a group of keys at all. If not, that has been
// reported, and its missing keys are no news.
func (r record) read() bool {
	return r.given() && kindOf(r.node) == "a group of keys"
}

// optional returns the value of a key that may be left out.
func (r record) optional(key string) value {
	if v, ok := r.fields[key]; ok {
		return v
	}
	return value{doc: r.doc}
}

// need returns the value of a key, and reports when it was left out. The example
// is what could be written.
func (r record) need(key, example string) value {
	v := r.optional(key)
	if !v.given() && r.read() {
		r.markBroken(key)
		if !r.meant[key] {
			r.doc.report.add(r.doc.position(r.path...), fmt.Sprintf("%s has no %s", r.noun, key), fmt.Sprintf("add %q", key+": "+example))
		}
	}
	return v
}

// needIDs returns a list of ids with at least one; what and remedy are the problem
// of a list that is empty or was left out.
func (r record) needIDs(key, what, remedy string) []string {
	v := r.optional(key)
	ids := v.ids()
	if r.read() && !r.meant[key] && len(ids) == 0 && (!v.given() || kindOf(v.node) == "a list") {
		r.doc.report.add(r.doc.position(append(r.path, key)...), r.noun+" "+what, remedy)
	}
	return ids
}
