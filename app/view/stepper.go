package view

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// Stepper leads through the moments. Its steps are ordinary links, which work
// before and without WebAssembly.
type Stepper struct {
	app.Compo

	Model *Model
	State State
	Index int
}

// Render draws the stepper.
func (st *Stepper) Render() app.UI {
	t, moments := st.Model.Texts, st.Model.Story.Moments
	last := len(moments) - 1
	next, nextText := st.Index+1, t.Get("step.next")
	if st.Index == last {
		next, nextText = 0, t.Get("step.again")
	}
	return h("nav", at{"class", "stepper", "aria-label", t.Get("step.label")},
		h("a", at{"class", "prev", "rel", "prev", "href", st.link(max(st.Index-1, 0)), "aria-disabled", flag(st.Index <= 0)},
			sign(signPrevious), h("span", nil, txt(t.Get("step.prev")))),
		h("ol", at{"class", "n" + strconv.Itoa(len(moments))}, each(moments, func(i int, m story.Moment) app.UI {
			return h("li", nil, h("a", at{"href", st.link(i), "aria-current", step(i == st.Index)},
				// Narrow screens have room for the day of the month only; the lead has the date.
				h("span", at{"class", "day", "aria-hidden", "true"}, txt(dayOfMonth(m.From))),
				h("span", at{"class", "date"}, txt(t.ShortDay(m.From))),
				h("span", at{"class", "label"}, txt(" "+t.Get("moment."+m.ID+".label"))),
			))
		})...),
		when(st.State.Embed == "", st.play),
		h("a", at{"class", "next", "rel", "next", "data-bench", "next", "href", st.link(next)},
			h("span", nil, txt(nextText)), sign(signNext)),
	)
}

// play is the button that lets the story go on by itself. An embed has none: its
// height changes from moment to moment, and the host's text would jump under a
// reader's eyes.
func (st *Stepper) play() app.UI {
	t := st.Model.Texts
	return h("button", at{"class", "play", "type", "button", "data-act", "play", "aria-label", t.Get("step.play"), "data-pause", t.Get("step.pause")},
		s("svg", at{"viewBox", "-14 -14 28 28", "width", "28", "height", "28", "aria-hidden", "true"},
			s("circle", at{"class", "ring", "r", "12"}),
			s("circle", at{"class", "progress", "r", "12"}),
			path(at{"class", "go"}, "M-3.5-5.5L5.5 0L-3.5 5.5z"),
			path(at{"class", "hold"}, "M-4-5h3v10h-3zM1-5h3v10h-3z")))
}

func dayOfMonth(d story.Date) string {
	_, _, day := d.Civil()
	return strconv.Itoa(day)
}

// link goes to a moment, keeping how the reader looks at it. The fragment brings
// the stage into view where a page has to be loaded for it.
func (st *Stepper) link(i int) string {
	to := State{
		Address: Address{Lang: st.Model.Texts.Lang, Moment: st.Model.Story.Moments[i].ID, Embed: st.State.Embed},
		Basis:   st.State.Basis, Actor: st.State.Actor,
	}
	address := st.State.Root() + to.Path() + to.Query()
	if to.Embed != "" {
		return address // the whole embed is the stage, and the scroll is the host's
	}
	return address + "#stage"
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
