//go:build js

package browser

import (
	"strconv"
	"strings"
	"syscall/js"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/view"
)

// ledger is the running page of every claim. Its list is whole in the page; the
// filters only hide and reorder what is there.
type ledger struct {
	model  *view.Model
	slices *slices // of the first rendering
	bar    *addressBar
	query  string // what the filters add to the address
}

func (l *ledger) mounted(app.Context) {
	l.slices.end()
	js.Global().Set("onclick", nil)
	js.Global().Set("onpopstate", nil)
	fixLinks()
	l.bar = newAddressBar(func() string {
		to := js.Global().Get("location").Get("pathname").String()
		if l.query != "" {
			to += "?" + l.query
		}
		return to
	})
	listen(query(".filters"), "input", func(js.Value) { l.apply(true) })
	listen(document(), "click", l.click)
	listen(js.Global(), "hashchange", func(js.Value) { l.reveal() })
	l.restore()
	document().Get("documentElement").Get("dataset").Set("app", "ready")
}

// fields are the filters by the names that they have in the address too.
var fields = []string{"actor", "stance", "series", "day", "q", "sort"}

// all is a field's value that filters nothing.
func all(name string) string {
	switch name {
	case "q":
		return ""
	case "sort":
		return "said"
	}
	return "all"
}

// restore sets the fields by the address. A value that a field does not have leaves
// it as it is.
func (l *ledger) restore() {
	values := js.Global().Get("URLSearchParams").New(js.Global().Get("location").Get("search"))
	for _, name := range fields {
		field := query(".filters [name=" + name + "]")
		if v := values.Call("get", name); !v.IsNull() {
			field.Set("value", v)
			if field.Get("value").String() == "" {
				field.Set("value", all(name))
			}
		}
	}
	l.apply(false)
}

// apply hides the claims that do not fit, orders the others and counts them.
func (l *ledger) apply(remember bool) {
	want := map[string]string{}
	var words []string
	var address []string
	for _, name := range fields {
		field := query(".filters [name=" + name + "]")
		v := strings.TrimSpace(field.Get("value").String())
		if v == all(name) {
			continue
		}
		want[name] = v
		address = append(address, name+"="+js.Global().Call("encodeURIComponent", v).String())
		if options := field.Get("selectedOptions"); name != "sort" && !options.IsUndefined() {
			words = append(words, options.Index(0).Get("textContent").String())
		} else if name == "q" {
			words = append(words, v)
		}
	}
	shown := 0
	for i, entry := range queryAll(".entries > li") {
		data := entry.Get("dataset")
		fits := true
		for _, name := range []string{"actor", "stance", "series", "day"} {
			fits = fits && (want[name] == "" || data.Get(name).Truthy() && data.Get(name).String() == want[name])
		}
		if q := want["q"]; fits && q != "" {
			fits = strings.Contains(strings.ToLower(entry.Get("textContent").String()), strings.ToLower(q))
		}
		entry.Set("hidden", !fits)
		order := i
		if want["sort"] == "figure" {
			order = -l.model.Story.Claim(data.Get("claim").String()).Figure
		}
		entry.Get("style").Set("order", strconv.Itoa(order))
		if fits {
			shown++
		}
	}
	t := l.model.Texts
	text := t.Fill("ledger.count", "n", t.Number(shown), "of", t.Number(len(l.model.Story.Claims)))
	if shown == 0 {
		text = t.Fill("ledger.empty", "filters", strings.Join(words, t.Get("locale.list")))
	}
	query(".count").Set("textContent", text)
	l.query = strings.Join(address, "&")
	if remember {
		l.bar.ask()
	}
}

// reveal shows a claim that a link leads to even when the filters hide it.
func (l *ledger) reveal() {
	id := strings.TrimPrefix(js.Global().Get("location").Get("hash").String(), "#")
	entry := document().Call("getElementById", id)
	if !entry.IsNull() && entry.Get("hidden").Truthy() {
		l.reset()
		entry.Call("scrollIntoView")
	}
}

func (l *ledger) reset() {
	for _, name := range fields {
		query(".filters [name="+name+"]").Set("value", all(name))
	}
	l.apply(true)
}

func (l *ledger) click(event js.Value) {
	button := event.Get("target").Call("closest", "[data-act]")
	if button.IsNull() {
		return
	}
	switch button.Get("dataset").Get("act").String() {
	case "reset":
		l.reset()
	case "cite":
		claim := l.model.Story.Claim(claimAt(button))
		copyText(view.Citation(l.model, claim), button, l.model.Texts)
	}
}
