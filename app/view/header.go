package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// header has the way into the content, the way home and the languages.
type header struct {
	app.Compo

	Model *Model
	State State
}

// Render draws the header.
func (c *header) Render() app.UI {
	t := c.Model.Texts
	return h("header", at{"class", "top"},
		h("a", at{"class", "skip", "href", "#main"}, txt(t.Get("page.skip"))),
		h("a", at{"class", "brand", "href", c.State.Root() + t.Lang + "/", "rel", "home"}, txt("bukti")),
		c.languages(),
	)
}

// languages is the way into the others. Their names stand in a popover: in sight they would bring
// a font for each script into the first picture. A browser without popovers shows them all.
func (c *header) languages() app.UI {
	t := c.Model.Texts
	name := ""
	for _, l := range c.Model.Languages {
		if l.Tag == t.Lang {
			name = l.Name
		}
	}
	return h("nav", at{"class", "langs", "aria-label", t.Get("page.languages")},
		h("button", at{"type", "button", "popovertarget", "languages"}, txt(name), sign(signMore)),
		h("div", at{"id", "languages", "popover", "auto"}, each(c.Model.Languages, func(_ int, l Language) app.UI {
			return language(c.State, l, l.Tag == t.Lang)
		})...),
	)
}

// language leads to the same page in a language.
func language(s State, l Language, current bool) app.UI {
	to := s.Address
	to.Lang = l.Tag
	return h("a", at{
		"href", s.Root() + to.Path() + s.Query(), "hreflang", l.Tag, "lang", l.Tag,
		"aria-current", flag(current),
	}, txt(l.Name))
}

// footer states the policy on borders, the licence and the data's version.
type footer struct {
	app.Compo

	Model *Model
}

// Render draws the footer.
func (c *footer) Render() app.UI {
	t, st := c.Model.Texts, c.Model.Story
	machine := func() app.UI { return h("p", at{"class", "machine"}, txt(t.Get("method.machine"))) }
	return h("footer", at{"class", "foot"},
		when(t.Machine, machine),
		h("p", nil, txt(t.Get("policy.borders"))),
		h("p", nil, txt(t.Get("page.translations"))),
		h("p", nil, txt(DataState(st, t))),
		h("p", nil, txt(t.Get("page.map"))),
	)
}
