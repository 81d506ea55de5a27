package storyfile

import (
	"embed"
	"slices"
	"strings"
)

// The interface's own words, one file per language: numbers, months, qualifiers,
// stances, buttons. They are the program's, not the story's.
//
//go:embed interface/*.yaml
var interfaceFiles embed.FS

const interfaceFolder = "interface"

// interfaceLanguages lists the languages that the interface speaks.
func interfaceLanguages() []string {
	entries, _ := interfaceFiles.ReadDir(interfaceFolder) // it is embedded: it can be read
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	slices.Sort(out)
	return out
}

// readInterface returns the interface's texts of a language by dotted key, or nil
// when it does not speak it.
func readInterface(lang string, r *report) map[string]string {
	if !known(lang, interfaceLanguages()) {
		return nil
	}
	data, _ := interfaceFiles.ReadFile(interfaceFolder + "/" + lang + ".yaml")
	keys := map[string]string{}
	if d := parse(interfaceFolder+"/"+lang+".yaml", data, r); d != nil {
		flatten(d.root, keys)
	}
	return keys
}

// flatten collects the texts of nested groups under dotted keys. Unlike a story's
// texts, numbers need no quotes here: translators write grouping-minimum: 2.
func flatten(v value, keys map[string]string) {
	for _, p := range v.pairs("a group of texts", "write keys with texts") {
		c := v.child(p.node, p.key, p.key+" of "+v.noun, p.at)
		switch kindOf(p.node) {
		case "a group of keys":
			flatten(c, keys)
		case "a whole number":
			keys[strings.Join(c.path, ".")] = p.node.GetToken().Value
		default:
			key := strings.Join(c.path, ".")
			if keys[key], _ = c.raw(); keys[key] == "" {
				keys[key] = c.text() // which says what is wrong; a lone space is right in locale.group
			}
		}
	}
}
