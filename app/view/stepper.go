package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// Stepper leads through the moments. Its steps are ordinary links, which work
// before and without WebAssembly.
type Stepper struct {
	app.Compo

	Story *story.Story
	Texts *story.Texts
	State State
	Index int
}

// Render draws the stepper.
func (st *Stepper) Render() app.UI {
	t := st.Texts
	last := len(st.Story.Moments) - 1
	next, nextText := st.Index+1, t.Get("step.next")
	if st.Index == last {
		next, nextText = 0, t.Get("step.again")
	}
	return h("nav", at{"class", "stepper", "aria-label", t.Get("step.label")},
		h("a", at{"class", "prev", "rel", "prev", "href", st.link(max(st.Index-1, 0)), "aria-disabled", flag(st.Index <= 0)},
			h("span", at{"aria-hidden", "true"}, txt("←")), h("span", nil, txt(" "+t.Get("step.prev")))),
		h("ol", nil, each(st.Story.Moments, func(i int, m story.Moment) app.UI {
			return h("li", nil, h("a", at{"href", st.link(i), "aria-current", step(i == st.Index)},
				h("span", at{"class", "date"}, txt(t.ShortDay(m.From))),
				h("span", at{"class", "label"}, txt(" "+t.Get("moment."+m.ID+".label"))),
			))
		})...),
		h("a", at{"class", "next", "rel", "next", "data-bench", "next", "href", st.link(next)},
			h("span", nil, txt(nextText+" ")), h("span", at{"aria-hidden", "true"}, txt("→"))),
	)
}

// link goes to a moment, keeping how the reader looks at it. The fragment brings
// the stage into view where a page has to be loaded for it.
func (st *Stepper) link(i int) string {
	to := st.State
	to.AsOf = 0
	return st.State.Root() + Address{st.Texts.Lang, st.Story.Moments[i].ID}.Path() + to.Query() + "#stage"
}

func flag(v bool) string {
	if v {
		return "true"
	}
	return ""
}

func step(v bool) string {
	if v {
		return "step"
	}
	return ""
}
