package storyfile

import (
	"fmt"
	"maps"
	"slices"

	"bukti/app/story"
)

// textGroup is a group of texts of a language file. With a kind, it has an entry for
// each thing of that kind in story.yaml; without fields, the entry is the text.
type textGroup struct {
	name     string
	kind     string // the singular of the group of story.yaml, or ""
	fields   []string
	optional []string
}

// textGroups is the schema of a language file.
var textGroups = []textGroup{
	{name: "story", fields: []string{"title", "question", "description"}},
	{name: "actor", kind: "actor", fields: []string{"name", "short"}},
	{name: "place", kind: "place"},
	{name: "series", kind: "series", fields: []string{"name", "lead"}},
	{name: "view", kind: "view", fields: []string{"title", "label"}},
	{name: "route", kind: "route"},
	{name: "moment", kind: "moment", fields: []string{"title", "label", "text"}},
	{name: "claim", kind: "claim", fields: []string{"speaker", "summary"}, optional: []string{"role", "through", "position", "about", "quote", "note"}},
	{name: "policy", fields: []string{"borders", "figures", "translation"}},
	{name: "correction", kind: "correction"},
}

func (g textGroup) allFields() []string { return slices.Concat(g.fields, g.optional) }

// languageFile is what one language says.
type languageFile struct {
	doc  *document
	keys map[string]string // by dotted key; an unreadable text is there, empty
}

// readTexts reads a language file. The story's document is nil when story.yaml
// could not be parsed; what the texts are for is not checked then.
func readTexts(d *document, storyDoc *document) *languageFile {
	f := &languageFile{doc: d, keys: map[string]string{}}
	var names []string
	for _, g := range textGroups {
		names = append(names, g.name)
	}
	top := d.root.record(names...)
	for _, g := range textGroups {
		v := top.optional(g.name)
		if g.kind == "" {
			v.noun = g.name
			f.readFields(v, g, g.name)
			continue
		}
		v.noun = "the texts of " + group(g.kind)
		for _, e := range v.entries(g.kind) {
			if !f.belongs(e, g, storyDoc) {
				continue
			}
			key := g.name + "." + e.id
			if len(g.fields) > 0 {
				f.readFields(e.value, g, key)
			} else {
				e.noun = "the text of " + e.noun
				f.keys[key] = e.text()
			}
		}
	}
	return f
}

// belongs reports an entry for something that story.yaml does not have.
func (f *languageFile) belongs(e entry, g textGroup, storyDoc *document) bool {
	if storyDoc == nil || storyDoc.broken[group(g.kind)] {
		return true
	}
	defined := storyDoc.defined(group(g.kind))
	if known(e.id, defined) {
		return true
	}
	f.doc.report.add(f.doc.position(e.path...), fmt.Sprintf("%s has no %s %q", storyName, g.kind, e.id),
		didYouMean(e.id, defined, "remove the text"))
	return false
}

func (f *languageFile) readFields(v value, g textGroup, key string) {
	r := v.record(g.allFields()...)
	for _, field := range g.allFields() {
		if text := r.optional(field); text.given() {
			f.keys[key+"."+field] = text.text()
			if field == "label" {
				checkLabel(text, f.keys[key+"."+field])
			}
		}
	}
	for _, field := range g.allFields() {
		if r.meant[field] || v.given() && !r.read() {
			f.keys[key+"."+field] = "" // reported: not missing as well
		}
	}
}

func checkLabel(v value, label string) {
	if n := len([]rune(label)); n > maxLabel {
		v.problem(fmt.Sprintf("%s has %d characters", v.noun, n), fmt.Sprintf("shorten it to %d: it stands on the chart's axis", maxLabel))
	}
}

// merged returns the texts of a language, the interface's included.
func (f *languageFile) merged(lang string, interfaceTexts map[string]string) *story.Texts {
	t := &story.Texts{Lang: lang, Dir: interfaceTexts["language.dir"], Keys: map[string]string{}}
	maps.Copy(t.Keys, interfaceTexts)
	maps.Copy(t.Keys, f.keys)
	return t
}
