package storyfile

import (
	"fmt"
	"regexp"
	"strings"

	"bukti/app/story"
)

// checkMissing reports what story.yaml has and a language file has no words for,
// at the thing that needs them.
func checkMissing(d *document, f *languageFile) {
	for _, g := range textGroups {
		if f.doc.broken[g.name] {
			continue
		}
		if g.kind == "" {
			f.missing(d, g, g.name, g.name, "id")
			continue
		}
		for _, id := range d.defined(group(g.kind)) {
			f.missing(d, g, g.kind+" "+id, g.name+"."+id, group(g.kind), id)
		}
	}
}

// missing reports the required texts of one thing that are not there, in one
// problem when there is none at all.
func (f *languageFile) missing(d *document, g textGroup, noun, key string, path ...string) {
	if len(g.fields) == 0 {
		if _, ok := f.keys[key]; !ok {
			d.report.add(d.position(path...), fmt.Sprintf("%s has no text in %s", noun, f.doc.name), fmt.Sprintf("add %s to %s", key, f.doc.name))
		}
		return
	}
	var absent []string
	for _, field := range g.fields {
		if _, ok := f.keys[key+"."+field]; !ok {
			absent = append(absent, field)
		}
	}
	if len(absent) == len(g.fields) && len(absent) > 1 {
		d.report.add(d.position(path...), fmt.Sprintf("%s has no texts in %s", noun, f.doc.name),
			fmt.Sprintf("add %s with %s to %s", key, strings.Join(absent, ", "), f.doc.name))
		return
	}
	for _, field := range absent {
		d.report.add(d.position(path...), fmt.Sprintf("%s has no %s in %s", noun, field, f.doc.name), fmt.Sprintf("add %s.%s to %s", key, field, f.doc.name))
	}
}

// checkReferences sees that the words of a text that stand for a claim, written
// [about 3,000](nis-3000), stand for one that there is.
func checkReferences(d *document, f *languageFile, s *story.Story) {
	claims := d.defined("claims")
	if d.broken["claims"] {
		return
	}
	for key, text := range f.keys {
		for _, span := range story.Spans(text) {
			if span.Claim == "" {
				checkBrackets(f, key, span.Text, claims)
				continue
			}
			if known(span.Claim, claims) {
				checkNotLater(f, s, key, span)
				continue
			}
			f.doc.report.add(f.doc.position(strings.Split(key, ".")...), fmt.Sprintf("there is no claim %q for the words %q", span.Claim, span.Text),
				didYouMean(span.Claim, claims, "name a claim of "+storyName+", or write the words without brackets"))
		}
	}
}

// almostReference is what may be meant as a reference and is none: with a name that is
// no id, without words, without its last bracket, or with a space between. A name is
// nothing, or a word of the keyboard's signs.
var (
	almostReference = regexp.MustCompile(`\[([^\[\]]*)\](\s*)\(([^()]*)(\)?)`)
	almostID        = regexp.MustCompile(`^([!-~]*[A-Za-z0-9][!-~]*)?$`)
)

// checkBrackets sees that no reference is misspelt: it would be published with its
// brackets. Brackets of prose are none: with several words or another script's in the
// second one, or with a space between, unless the second one has a claim's id.
func checkBrackets(f *languageFile, key, text string, claims []string) {
	for _, found := range almostReference.FindAllStringSubmatch(text, -1) {
		all, words, space, name := found[0], found[1], found[2], strings.TrimSpace(found[3])
		if found[4] == "" {
			name, _, _ = strings.Cut(name, " ")
		}
		id := strings.ReplaceAll(strings.ToLower(name), "_", "-")
		near := nearest(id, claims)
		meant := near != "" || almostID.MatchString(name)
		if space != "" {
			meant = known(id, claims) && (name == id || strings.ContainsAny(name, "-_"))
		}
		if !meant {
			continue
		}
		remedy := "write it like [about 4,000](the-claim), or the words without brackets"
		if near != "" && words != "" {
			remedy = fmt.Sprintf("did you mean \"[%s](%s)\"?", words, near)
		}
		f.doc.report.add(f.doc.position(strings.Split(key, ".")...), fmt.Sprintf("%q does not tie its words to a claim", all), remedy)
	}
}

// checkNotLater sees that a moment's texts do not tell of what was said after its
// end.
func checkNotLater(f *languageFile, s *story.Story, key string, span story.Span) {
	path := strings.Split(key, ".")
	if s == nil || path[0] != "moment" {
		return
	}
	for i := range s.Moments {
		m := &s.Moments[i]
		if m.ID != path[1] {
			continue
		}
		for j := range s.Claims {
			if c := &s.Claims[j]; c.ID == span.Claim && m.To != 0 && c.Said > m.To {
				f.doc.report.add(f.doc.position(path...), fmt.Sprintf("moment %s ends on %s and tells of claim %s, said on %s", m.ID, m.To, c.ID, c.Said),
					"leave the claim to a later moment")
			}
		}
	}
}

// checkOptional reports a text that may be left out, but not in one language only:
// readers of another would be told less.
func checkOptional(files []*languageFile) {
	for _, has := range files {
		for _, g := range textGroups {
			for _, id := range has.doc.defined(g.name) {
				for _, field := range g.optional {
					checkTranslated(has, files, g, id, field)
				}
			}
		}
	}
}

func checkTranslated(has *languageFile, files []*languageFile, g textGroup, id, field string) {
	key := g.name + "." + id + "." + field
	if _, ok := has.keys[key]; !ok {
		return
	}
	for _, other := range files {
		if _, ok := other.keys[key]; ok || other.doc.broken[g.name] || other.doc.broken[g.name+"."+id] {
			continue
		}
		has.doc.report.add(has.doc.position(g.name, id, field), fmt.Sprintf("%s %s has a %q here and none in %s", g.kind, id, field, other.doc.name),
			fmt.Sprintf("add %s to %s, or remove it here", key, other.doc.name))
	}
}
