//go:build js

package browser

import (
	"strconv"
	"strings"
	"syscall/js"

	"bukti/app/story"
	"bukti/app/view"
)

// controls follows the chart's inputs. A reader may have moved them before the
// program was there, so their state is read once at the start.
func (e *explainer) controls() {
	e.rest = debounced(restTime, func() {
		e.resting = true
		e.follow()
	})
	listen(document(), "input", func(event js.Value) { e.input(event.Get("target")) })
	listen(document(), "change", func(js.Value) { e.remember() })
	for _, name := range []string{"asof", "basis"} {
		field := query("[name=" + name + "]")
		if field.IsNull() {
			continue
		}
		moved := !field.Get("value").Equal(field.Get("defaultValue"))
		if name == "basis" { // its value is a constant
			moved = !field.Get("checked").Equal(field.Get("defaultChecked"))
		}
		if moved {
			e.input(field)
		}
	}
}

// input takes over what a field says.
func (e *explainer) input(field js.Value) {
	name := field.Get("name").String()
	if choice, ok := strings.CutPrefix(name, "embed-"); ok {
		e.embed(choice, field)
		return
	}
	state := e.page.State
	switch name {
	case "asof":
		n, err := strconv.Atoi(field.Get("value").String())
		if err != nil {
			return
		}
		state.AsOf = e.model.Story.First + story.Date(n)
		if state.AsOf == e.momentDay(state) {
			state.AsOf = 0
		}
		e.drag(state)
	case "basis":
		state.Basis = story.AsSaid
		if field.Get("checked").Bool() {
			state.Basis = story.AsHappened
		}
		e.show(state)
	}
}

// drag shows a state that may change again with the next frame: what stands for the
// day follows in the next, the rest part by part, a frame for each. The inputs are
// where the hand is, and nothing else that show sees to can have changed.
func (e *explainer) drag(state view.State) {
	if state == e.page.State {
		return
	}
	parts := e.page.Parts
	if parts == nil {
		parts = &view.Parts{}
		dragged(true)
		for i := range parts {
			parts[i] = e.page.State
		}
	}
	e.page.State, e.page.Parts = state, parts
	e.resting = false
	e.rest.ask()
	e.follow()
}

// dragged tells the style sheet that a hand moves the days: lines and marks then keep
// up with it instead of gliding after it.
func dragged(on bool) { query("#stage").Get("classList").Call("toggle", "dragged", on) }

// restTime is after how long a hand counts as resting, ms.
const restTime = 120

// follow brings the parts that lag behind to the page's state, one with each drawing.
func (e *explainer) follow() {
	if e.following || e.page.Parts == nil {
		return
	}
	e.following = true
	parts := *e.page.Parts // a copy: go-app compares with what it drew
	state, resting := e.page.State, e.resting
	next, done := parts.Follow(state, e.next, resting)
	e.next = next
	e.page.Parts = &parts
	if done && resting {
		e.page.Parts = nil
		dragged(false)
	}
	e.draw(func() {
		e.following = false
		switch {
		case !done || state != e.page.State || resting != e.resting:
			e.follow()
		case resting:
			e.relight()
		}
	})
}

// momentDay is the day that a state's own moment tells of.
func (e *explainer) momentDay(state view.State) story.Date {
	state.AsOf = 0
	return state.Resolve(e.model.Story).Day
}

// setInputs sets the inputs to the state after it was rendered: go-app changes their
// attributes, which count only until a reader touches them.
func (e *explainer) setInputs() {
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
