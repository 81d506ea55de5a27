package export

import "bukti/app/story"

// Publication is a story as it is published: in all its languages, at an address
// or, in a folder that can be put anywhere, at none.
type Publication struct {
	Story     *story.Story
	Languages []string                // the default one first
	Texts     map[string]*story.Texts // by language
	BaseURL   string                  // the public address with a slash at its end, or empty
}

// words is one text in each language, by BCP 47 tag.
type words map[string]string

// words returns the text of a key in each language.
func (p Publication) words(key string) words {
	w := words{}
	for _, lang := range p.Languages {
		w[lang] = plain(p.Texts[lang], key)
	}
	return w
}

// link writes an address of the site: a whole one where the public address is
// known, and otherwise one relative to a document, whose way to the site's root is
// given.
func (p Publication) link(root, path string) string {
	if p.BaseURL != "" {
		return p.BaseURL + path
	}
	return root + path
}

// plain returns a text without its references to claims.
func plain(t *story.Texts, key string) string { return story.Plain(t.Get(key)) }

// optional is plain for a text that may be left out, which is then empty.
func optional(t *story.Texts, key string) string {
	if !t.Has(key) {
		return ""
	}
	return plain(t, key)
}

// list returns ids as a list that is never nil, which JSON would write as null.
func list(ids []string) []string { return append([]string{}, ids...) }
