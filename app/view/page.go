package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// Page is the whole explainer, the root of the tree. Its parts are components whose
// fields say what they depend on, so that a change of state touches only those
// that show it.
type Page struct {
	app.Compo

	Model *Model
	State State

	// Below, when set, is the state that the texts and tables below the pictures
	// still show while a reader drags through the days: they follow when the hand
	// rests, so that no frame of the drag waits for them.
	Below *State

	// Attach is called in the browser when the page stands in the document.
	Attach func(app.Context)
}

// OnMount implements app.Mounter.
func (p *Page) OnMount(ctx app.Context) {
	if p.Attach != nil {
		p.Attach(ctx)
	}
}

// Render draws the page that the state asks for.
func (p *Page) Render() app.UI {
	m, t := p.Model, p.Model.Texts
	sh := p.State.Resolve(m.Story)
	known := len(m.Story.AsOf(sh.Day))
	below := p.State
	if p.Below != nil {
		below = *p.Below
	}
	shBelow := below.Resolve(m.Story)
	return h("div", at{"class", "page"},
		&header{Model: m, State: p.State},
		h("main", at{"id", "main"},
			h("header", at{"class", "title"},
				h("h1", nil, txt(t.Get("story.title"))),
				h("p", at{"class", "question"}, txt(t.Get("story.question"))),
			),
			h("div", at{"class", "stage", "id", "stage"},
				&lead{Model: m, Index: sh.Index, Day: sh.Day, AsOf: p.State.AsOf != 0},
				&Stepper{Model: m, State: p.State, Index: sh.Index},
				&Chart{Model: m, State: p.State, Index: sh.Index, Day: sh.Day, Known: known},
				&Map{Model: m, State: p.State, View: p.view(sh), Index: sh.Index, Day: sh.Day, Known: known},
				&telling{Model: m, State: textState(below), Index: shBelow.Index},
			),
			&claims{Model: m, State: textState(below), Index: shBelow.Index},
			&matrix{Model: m, Address: below.Address, Index: shBelow.Index, Known: len(m.Story.AsOf(shBelow.Day))},
			h("p", at{"class", "more"}, h("a", at{"href", p.State.Root() + t.Lang + "/" + LedgerPage + "/"}, txt(t.Get("ledger.more")))),
			&places{Model: m, Known: len(m.Story.AsOf(shBelow.Day))},
		),
		&footer{Model: m},
		&card{Model: m, State: p.State, Claim: p.State.Claim, Day: sh.Day},
	)
}

// textState is as much of a state as links in texts depend on.
func textState(s State) State { return State{Address: s.Address} }

// view is the part of the map that a moment shows: the overview before the first.
func (p *Page) view(sh Shown) string {
	st := p.Model.Story
	if sh.Index >= 0 {
		return st.Moments[sh.Index].View
	}
	for _, v := range st.Views {
		if v.Overview() {
			return v.ID
		}
	}
	return ""
}

// Title is the document's title for a state: the moment's and the story's.
func Title(st *story.Story, t *story.Texts, s State) string {
	title := t.Get("story.title")
	if sh := s.Resolve(st); s.Moment != "" && sh.Index >= 0 {
		return t.Get("moment."+st.Moments[sh.Index].ID+".title") + " – " + title
	}
	return title
}
