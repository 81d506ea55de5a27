//go:build js

package browser

import (
	"strconv"
	"syscall/js"

	"bukti/app/story"
	"bukti/app/view"
)

// controls follows the chart's inputs. A reader may have moved them before the
// program was there, so their state is read once at the start.
func (e *explainer) controls() {
	e.rest = js.FuncOf(func(js.Value, []js.Value) any {
		e.settle()
		return nil
	})
	listen(document(), "input", func(event js.Value) { e.input(event.Get("target")) })
	listen(document(), "change", func(js.Value) { e.remember() })
	for _, name := range []string{"asof", "basis"} {
		field := query("[name=" + name + "]")
		if field.IsNull() {
			continue
		}
		if !field.Get("value").Equal(field.Get("defaultValue")) || !field.Get("checked").Equal(field.Get("defaultChecked")) {
			e.input(field)
		}
	}
}

// input takes over what a field says.
func (e *explainer) input(field js.Value) {
	state := e.page.State
	switch field.Get("name").String() {
	case "asof":
		n, err := strconv.Atoi(field.Get("value").String())
		if err != nil {
			return
		}
		state.AsOf = e.model.Story.First + story.Date(n)
		if state.Resolve(e.model.Story).Day == e.momentDay(state) {
			state.AsOf = 0
		}
	case "basis":
		state.Basis = story.AsSaid
		if field.Get("checked").Bool() {
			state.Basis = story.AsHappened
		}
	default:
		return
	}
	below := e.page.State
	if e.page.Below != nil {
		below = *e.page.Below
	}
	e.show(state)
	e.page.Below = &below
	js.Global().Call("clearTimeout", e.resting)
	e.resting = js.Global().Call("setTimeout", e.rest, restTime)
}

// restTime is how long a hand must rest before the texts follow a drag, ms.
const restTime = 80

// settle lets the texts and tables follow to the day dragged to.
func (e *explainer) settle() {
	if e.page.Below != nil {
		e.page.Below = nil
		e.ctx.Dispatch(nil)
	}
}

// momentDay is the day that a state's own moment tells of.
func (e *explainer) momentDay(state view.State) story.Date {
	state.AsOf = 0
	return state.Resolve(e.model.Story).Day
}

// follow sets the inputs to the state after it was rendered: go-app changes their
// attributes, which count only until a reader touches them.
func (e *explainer) follow() {
	day := e.page.State.Resolve(e.model.Story).Day
	if field := query("[name=asof]"); !field.IsNull() {
		field.Set("value", strconv.Itoa(int(day-e.model.Story.First)))
	}
	if field := query("[name=basis]"); !field.IsNull() {
		field.Set("checked", e.page.State.Basis == story.AsHappened)
	}
}

func query(selector string) js.Value { return document().Call("querySelector", selector) }

func queryAll(selector string) []js.Value {
	list := document().Call("querySelectorAll", selector)
	values := make([]js.Value, list.Length())
	for i := range values {
		values[i] = list.Index(i)
	}
	return values
}
