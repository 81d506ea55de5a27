package story

// Texts is everything that is said in one language: the interface's words and the
// story's, under dotted keys such as "stance.denies" or "claim.nis-1500.summary".
type Texts struct {
	Lang string // BCP 47 tag
	Dir  string // ltr or rtl
	// Machine says that the story's texts were translated by machine and not yet
	// checked by an editor.
	Machine bool
	Keys    map[string]string
}

// Get returns the text of a key, and the key itself when there is none, so that a
// gap is seen and not silently blank.
func (t *Texts) Get(key string) string {
	if v, ok := t.Keys[key]; ok {
		return v
	}
	return key
}

// Has tells whether there is a text for the key.
func (t *Texts) Has(key string) bool {
	_, ok := t.Keys[key]
	return ok
}

// Fill replaces {name} in the text of a key by the value that follows the name in
// pairs.
func (t *Texts) Fill(key string, pairs ...string) string { return fill(t.Get(key), pairs...) }
