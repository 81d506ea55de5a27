package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// share hands on what the page shows: the address of exactly this, the picture of the
// moment, the page for others' frames. What needs the program is a button, which is
// not there without scripts; the rest is links.
type share struct {
	app.Compo

	Model   *Model
	Address Address
	Index   int
}

// Render draws the controls, folded up.
func (c *share) Render() app.UI {
	t := c.Model.Texts
	button := func(act, text string) app.UI {
		return h("li", at{"class", act}, h("button", at{"type", "button", "data-act", act}, txt(text)))
	}
	items := nodes(6)
	items = append(items,
		button("share-link", t.Get("share.link")),
		button("share-native", t.Get("share.native")))
	if c.Index >= 0 {
		moment := c.Model.Story.Moments[c.Index].ID
		items = append(items, h("li", nil, h("a", at{
			"href", c.Address.Root() + ImagePath(t.Lang, moment, ".png"), "download", moment + "-" + t.Lang + ".png",
		}, txt(t.Get("share.image")))))
	}
	frame := Address{Lang: t.Lang, Moment: c.Address.Moment, Embed: EmbedAll}
	items = append(items,
		button("share-embed", t.Get("share.embed")),
		h("li", nil, h("a", at{"href", c.Address.Root() + frame.Path()}, txt(t.Get("share.frame")))))
	return h("details", at{"class", "share"},
		h("summary", nil, txt(t.Get("share.title"))),
		h("ul", nil, items...))
}
