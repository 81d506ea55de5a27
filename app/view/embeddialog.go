package view

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// embedDialog lets an editor choose what to show in a page of theirs, shows it as it
// will be there, and hands out the code. It is in the page only while it is open.
type embedDialog struct {
	app.Compo

	Model  *Model // in the page's language
	Page   State
	Chosen Embedding
}

// Render draws the dialog.
func (c *embedDialog) Render() app.UI {
	t, e := c.Model.Texts, &c.Chosen
	form := "embed." + string(e.As)
	return h("dialog", at{"class", "embedding", "closedby", "any", "aria-labelledby", "embedding-title"},
		h("div", at{"class", "bar"},
			h("h2", at{"id", "embedding-title"}, txt(t.Get("share.embed"))),
			h("button", at{"type", "button", "data-act", "embed-close", "aria-label", t.Get("card.close")}, sign(signClose)),
		),
		h("div", at{"class", "settings"},
			h("div", at{"class", "choices"}, c.choices()...),
			h("fieldset", nil, append([]app.UI{h("legend", nil, txt(t.Get("embed.as")))}, each(Forms, func(_ int, f Pasted) app.UI {
				return h("label", nil,
					void("input", at{"type", "radio", "name", "embed-as", "value", string(f), "checked", flag(f == e.As)}),
					h("span", nil, txt(t.Get("embed."+string(f)))))
			})...)...),
			h("p", at{"class", "about"}, txt(t.Fill(form+"-note", "n", strconv.Itoa(columnWidth)))),
			h("div", at{"class", "code"},
				h("textarea", at{"readonly", "true", "rows", "5", "dir", "ltr", "spellcheck", "false", "aria-label", t.Get(form), "value", e.Code(c.Page)}),
				h("button", at{"type", "button", "data-act", "embed-copy"}, txt(t.Get("embed.copy"))),
			),
		),
		c.preview(),
	)
}

// choices are the fields, each with what it can be set to.
func (c *embedDialog) choices() []app.UI {
	t, e := c.Model.Texts, &c.Chosen
	field := func(name, label string, options []app.UI) app.UI {
		attrs := at{"name", "embed-" + name}
		if name == "view" {
			attrs = append(attrs, "autofocus", "true")
		}
		return h("label", nil, h("span", nil, txt(label)), h("select", attrs, options...))
	}
	option := func(value, text string, chosen bool) app.UI {
		return h("option", at{"value", value, "selected", flag(chosen)}, txt(text))
	}
	moments := nodes(2)
	if i := c.Page.Resolve(c.Model.Story).Index; i >= 0 {
		title := t.Get("moment." + c.Model.Story.Moments[i].ID + ".title")
		if c.Page.AsOf != 0 {
			title = t.Fill("lead.asof", "day", t.Date(c.Page.AsOf))
		}
		moments = append(moments, option("this", t.Fill("embed.this", "title", title), !e.Opening))
	}
	moments = append(moments, option("opening", t.Get("embed.opening"), e.Opening))
	return []app.UI{
		field("view", t.Get("embed.view"), each(Embeds, func(_ int, v Embed) app.UI {
			return option(string(v), t.Get("embed."+string(v)), v == e.View)
		})),
		field("moment", t.Get("embed.moment"), moments),
		field("lang", t.Get("page.languages"), each(c.Model.Languages, func(_ int, l Language) app.UI {
			return option(l.Tag, l.Name, l.Tag == e.Of.Texts.Lang)
		})),
		field("theme", t.Get("embed.theme"), each(Themes, func(_ int, theme string) app.UI {
			return option(theme, t.Get("embed."+theme), theme == e.Theme)
		})),
	}
}

// preview shows the embed by the element that hosts use, so that it is what they get.
func (c *embedDialog) preview() app.UI {
	e := &c.Chosen
	s := e.State(c.Page)
	return h("section", at{"class", "preview", "aria-labelledby", "preview-title"},
		h("h3", at{"id", "preview-title"}, txt(c.Model.Texts.Get("embed.preview"))),
		h("bukti-embed", e.attributes(s), h("p", nil, txt(Title(e.Of.Story, e.Of.Texts, s)))),
	)
}
