package view

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/story"
)

// Whatever a title contains, the code is markup that says it, and nothing spills.
func TestEmbedCodesReadBack(t *testing.T) {
	loaded := loadedStories(t)["fictional"]
	const title = `"Quoted" <b> & [one] 'two'`
	texts := *loaded.Texts["en"]
	texts.Keys = maps.Clone(texts.Keys)
	texts.Keys["story.title"] = title
	m := modelOf(loaded, "en")
	m.Texts = &texts
	page := State{Address: Address{Lang: "en"}, AsOf: loaded.Story.Last, Basis: story.AsHappened, Actor: loaded.Story.Actors[0].ID}
	for _, tt := range []struct {
		form             Pasted
		tag, name, title string
	}{
		{AsElement, "bukti-embed", "theme", "dark"},
		{AsElement, "a", "href", "https://news.example/en/"},
		{AsFrame, "iframe", "src", "https://news.example/en/embed/map/?theme=dark"},
		{AsFrame, "iframe", "title", title},
		{AsAMP, "amp-iframe", "title", title},
		{AsAMP, "a", "href", "https://news.example/en/"},
		{AsImage, "a", "href", "https://news.example/en/"},
	} {
		t.Run(string(tt.form)+" "+tt.tag+" "+tt.name, func(t *testing.T) {
			e := Embedding{Of: m, View: EmbedMap, Opening: true, Theme: "dark", As: tt.form, Base: "https://news.example/"}
			root, err := html.Parse(strings.NewReader(e.Code(page)))
			require.NoError(t, err)
			found := withTag(root, tt.tag)
			require.Len(t, found, 1)
			assert.Equal(t, tt.title, attr(found[0], tt.name))
			assert.Empty(t, withTag(root, "b"))
			if links := withTag(root, "a"); tt.form != AsImage && len(links) > 0 {
				assert.Equal(t, title, textOf(links[0]))
			}
		})
	}
	e := Embedding{Of: m, View: EmbedMap, Opening: true, Theme: "auto", As: AsLink, Base: "https://news.example/"}
	assert.Equal(t, `["Quoted" <b> & \[one\] 'two'](https://news.example/en/)`, e.Code(page))
	e.Opening, e.As = false, AsFrame
	assert.Contains(t, e.Code(page), "asof="+loaded.Story.Last.String()+"&amp;basis=happened\"", "what the page is set to, but for the side pointed out")
}
