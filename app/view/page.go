package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
)

// Page is the whole explainer, the root of the tree.
type Page struct {
	app.Compo

	Story     *story.Story
	Texts     *story.Texts
	Bases     scene.Bases
	Languages []Language
	State     State

	// Attach is called in the browser when the page stands in the document.
	Attach func(app.Context)
}

// OnMount implements app.Mounter.
func (p *Page) OnMount(ctx app.Context) {
	if p.Attach != nil {
		p.Attach(ctx)
	}
}

// Language is one that the site is published in.
type Language struct {
	Tag, Name string
}

// Render draws the page that the state asks for.
func (p *Page) Render() app.UI {
	sh := p.State.Resolve(p.Story)
	chart := scene.NewChart(p.Story, p.Texts, p.Story.MainAxis(), sh.Day, p.State.Basis, sh.Focus)
	mapScene := scene.NewMap(p.Story, p.Texts, p.Bases, p.view(sh), sh.Day, sh.Focus)
	c := common{p.Story, p.Texts, p.State, sh}
	return h("div", at{"class", "page"},
		p.header(),
		h("main", at{"id", "main"},
			h("header", at{"class", "title"},
				h("h1", nil, txt(p.Texts.Get("story.title"))),
				h("p", at{"class", "question"}, txt(p.Texts.Get("story.question"))),
			),
			h("div", at{"class", "stage", "id", "stage"},
				lead(c),
				&Stepper{Story: p.Story, Texts: p.Texts, State: p.State, Index: sh.Index},
				&Chart{Story: p.Story, Texts: p.Texts, Scene: &chart, Day: sh.Day},
				&Map{Story: p.Story, Texts: p.Texts, Scene: &mapScene, Day: sh.Day},
				momentText(c),
			),
			claims(c),
			places(c, mapScene),
		),
		footer(c),
	)
}

// view is the part of the map that a moment shows: the overview before the first.
func (p *Page) view(sh Shown) string {
	if sh.Index >= 0 {
		return p.Story.Moments[sh.Index].View
	}
	for _, v := range p.Story.Views {
		if v.Overview() {
			return v.ID
		}
	}
	return ""
}

// common is what every part of a page needs to know.
type common struct {
	story *story.Story
	texts *story.Texts
	state State
	shown Shown
}

// Title is the document's title for a state: the moment's and the story's.
func Title(st *story.Story, t *story.Texts, s State) string {
	title := t.Get("story.title")
	if sh := s.Resolve(st); s.Moment != "" && sh.Index >= 0 {
		return t.Get("moment."+st.Moments[sh.Index].ID+".title") + " – " + title
	}
	return title
}

func (p *Page) header() app.UI {
	return h("header", at{"class", "top"},
		h("a", at{"class", "skip", "href", "#main"}, txt(p.Texts.Get("page.skip"))),
		h("a", at{"class", "brand", "href", p.State.Root() + p.Texts.Lang + "/", "rel", "home"}, txt("bukti")),
		h("nav", at{"class", "langs", "aria-label", p.Texts.Get("page.languages")},
			each(p.Languages, func(_ int, l Language) app.UI {
				to := Address{l.Tag, p.State.Moment}
				current := ""
				if l.Tag == p.Texts.Lang {
					current = "true"
				}
				return h("a", at{"href", p.State.Root() + to.Path() + p.State.Query(), "hreflang", l.Tag, "lang", l.Tag, "aria-current", current}, txt(l.Name))
			})...,
		),
	)
}
