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

// NotSaved is the page that stands for one that is not kept on the reader's device
// while there is no network. The service worker puts in its address for {{here}}.
type NotSaved struct {
	app.Compo

	Texts *story.Texts
	Root  string // the way to the site's root
}

// Render draws the page.
func (n *NotSaved) Render() app.UI {
	t := n.Texts
	return h("div", at{"class", "page"},
		h("main", at{"id", "main", "class", "lost"},
			h("h1", nil, txt(t.Get("lost.title"))),
			h("p", nil, txt(t.Get("lost.text"))),
			h("p", nil, h("a", at{"href", n.Root + t.Lang + "/"}, txt(t.Get("notfound.back")))),
			h("p", nil, h("a", at{"href", "{{here}}"}, txt(t.Get("lost.again")))),
		),
	)
}
