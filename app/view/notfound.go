package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// NotFound is the page for addresses that lead nowhere.
type NotFound struct {
	app.Compo

	Texts *story.Texts
	Root  string // the way to the site's root
}

// Render draws the page.
func (n *NotFound) Render() app.UI {
	t := n.Texts
	return h("div", at{"class", "page"},
		h("main", at{"id", "main", "class", "lost"},
			h("h1", nil, txt(t.Get("notfound.title"))),
			h("p", nil, txt(t.Get("notfound.text"))),
			h("p", nil, h("a", at{"href", n.Root + t.Lang + "/"}, txt(t.Get("notfound.back")))),
		),
	)
}
