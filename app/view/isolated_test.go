package view

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A citation in a language that is read from the right keeps Latin names and addresses
// from reordering what follows them; others have no marks that nobody sees.
func TestCitationsKeepTheirOrder(t *testing.T) {
	loaded := loadedStories(t)["real"]
	for _, lang := range loaded.Languages {
		m := modelOf(loaded, lang)
		for i := range m.Story.Claims {
			c := &m.Story.Claims[i]
			text := Citation(m, c)
			if m.Texts.Dir != "rtl" {
				assert.False(t, strings.ContainsAny(text, "\u2066\u2067\u2068\u2069"), "%s in %s", c.ID, lang)
				continue
			}
			for _, id := range c.Sources {
				assert.Contains(t, text, "\u2068"+m.Story.Source(id).Publisher+"\u2069"+m.Texts.Get("locale.list"), "%s in %s", c.ID, lang)
			}
		}
	}
}
