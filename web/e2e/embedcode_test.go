package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// The code that a reader copies shows, in a page of somebody else's, the moment that
// they copied it from.
func TestShareEmbedCode(t *testing.T) {
	lang := published.editions()[0].lang
	p := shared(t, "", options{before: clipboard})
	p.click("[data-bench=next]")
	moment := published.Story.Moments[published.Story.MomentIndex(published.Story.Opening)+1].ID
	p.at(view.Address{Lang: lang, Moment: moment}.Path())
	eval[any](p, `e2e.frames(20)`) // in each of which a part of the page follows
	p.click(".share-embed button")
	p.until(`window.copied?.startsWith("<bukti-embed")`)
	code := eval[string](p, `window.copied`)
	assert.Contains(t, code, `src="`+p.root+`embed.js"`)

	embed := view.Address{Lang: lang, Moment: moment, Embed: view.EmbedAll}
	there := host(t, code, options{width: 660, height: 800})
	there.until(framed + `?.src === "` + published.url + embed.Path() + `"`)
	there.assertHeight(newRuler(t).height(embed, 660))
}

// Without scripts the page for frames is a link, as for those who paste addresses.
func TestShareFrameLink(t *testing.T) {
	e := published.editions()[0]
	p := open(t, e.path, options{noScript: true})
	doc := p.root + view.Address{Lang: e.lang, Moment: published.Story.Moments[0].ID, Embed: view.EmbedAll}.Path()
	p.click(".share > summary")
	p.click(`.share a[href*="/embed/"]`)
	p.until(`location.href === "` + doc + `"`)
}
