package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// Page is the whole explainer, or an embed of it, the root of the tree. Its parts are components whose
// fields say what they depend on, so that a change of state touches only those
// that show it.
type Page struct {
	app.Compo

	Model *Model
	State State

	// Parts, when set, are the states that the parts of the page show while they
	// follow the page's own.
	Parts *Parts

	// Embedding is what the embed dialog is set to; nil while it is closed.
	Embedding *Embedding

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
	if p.State.Embed != "" {
		return p.embed()
	}
	m, t := p.Model, p.Model.Texts
	lead, steps, lists := p.part(PartLead), p.part(PartSteps), p.part(PartLists)
	grid, texts := p.part(PartMatrix), p.part(PartTexts)
	textsAddress := textState(texts.State)
	return h("div", at{"class", "page"},
		&header{Model: m, State: lists.State},
		h("main", at{"id", "main"},
			h("header", at{"class", "title"},
				h("h1", nil, txt(t.Get("story.title"))),
				h("p", at{"class", "question"}, txt(t.Get("story.question"))),
			),
			h("div", at{"class", "stage", "id", "stage"},
				&leadPart{Model: m, Index: lead.Index, Day: lead.Day, AsOf: lead.State.AsOf != 0},
				&Stepper{Model: m, State: State{Address: steps.State.Address, Basis: steps.State.Basis, Actor: steps.State.Actor}, Index: steps.Index},
				p.chart(lists),
				p.maps(),
				&telling{Model: m, State: textsAddress, Index: texts.Index},
				&share{Model: m, Address: steps.State.Address, Index: steps.Index},
			),
			&retelling{Model: m, Count: retold(m.Story, texts.State, texts.Index)},
			&claims{Model: m, State: textsAddress, Index: texts.Index},
			&matrix{Model: m, Address: grid.State.Address, Index: grid.Index, Known: grid.Known},
			h("p", at{"class", "more"}, h("a", at{"href", p.State.Root() + t.Lang + "/" + LedgerPage + "/"}, txt(t.Get("ledger.more")))),
			&places{Model: m, Known: lists.Known},
		),
		&footer{Model: m},
		p.card(),
		when(p.Embedding != nil, func() app.UI {
			return &embedDialog{Model: m, Page: p.State, Chosen: *p.Embedding}
		}),
	)
}

// card is the chosen claim's card. While none is, it depends on nothing.
func (p *Page) card() app.UI {
	if p.State.Claim == "" {
		return &card{Model: p.Model}
	}
	return &card{Model: p.Model, State: p.State, Claim: p.State.Claim, Day: p.State.Resolve(p.Model.Story).Day}
}

// textState is as much of a state as links in texts depend on.
func textState(s State) State { return State{Address: s.Address} }

// view is the part of the map that a moment shows: the overview before the first.
func (p *Page) view(shown partState) string {
	st := p.Model.Story
	if shown.Index >= 0 {
		return st.Moments[shown.Index].View
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
