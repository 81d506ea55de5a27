//go:build js

package browser

import (
	"strings"
	"syscall/js"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/view"
)

// mounted is called once, when the tree stands in the page.
func (e *explainer) mounted(ctx app.Context) {
	e.ctx = ctx
	// go-app routes every click on a link and every step back itself, by path alone.
	// Both are ours: the query is part of the state, and links that lead out of the
	// explainer are the browser's.
	js.Global().Set("onclick", nil)
	js.Global().Set("onpopstate", nil)
	fixLinks()
	listen(document(), "click", e.click)
	listen(js.Global(), "popstate", func(js.Value) { e.restore() })
	e.restore()
	document().Get("documentElement").Get("dataset").Set("app", "ready")
}

// listen adds a listener for the life of the page; it is never released.
func listen(target js.Value, event string, handle func(js.Value)) {
	target.Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		handle(args[0])
		return nil
	}))
}

// click follows a plain click on a link to another state of this page without
// loading it, and leaves every other click to the browser.
func (e *explainer) click(event js.Value) {
	if event.Get("defaultPrevented").Bool() || event.Get("button").Int() != 0 {
		return
	}
	for _, key := range []string{"metaKey", "ctrlKey", "shiftKey", "altKey"} {
		if event.Get(key).Bool() {
			return
		}
	}
	link := event.Get("target").Call("closest", "a[href]")
	if link.IsNull() || link.Get("pathname").IsUndefined() || link.Get("target").String() != "" || link.Call("hasAttribute", "download").Bool() {
		return
	}
	location := js.Global().Get("location")
	if link.Get("origin").String() != location.Get("origin").String() {
		return
	}
	path, query := link.Get("pathname").String(), link.Get("search").String()
	if path == location.Get("pathname").String() && query == location.Get("search").String() && link.Get("hash").String() != "" && link.Get("hash").String() != "#stage" {
		return // a place on this page
	}
	state, ok := e.parse(path, query)
	if !ok {
		return
	}
	event.Call("preventDefault")
	js.Global().Get("history").Call("pushState", nil, "", path+query)
	e.show(state)
}

// restore shows what the address says, after a step back or forward.
func (e *explainer) restore() {
	location := js.Global().Get("location")
	state, ok := e.parse(location.Get("pathname").String(), location.Get("search").String())
	if !ok {
		location.Call("reload")
		return
	}
	e.show(state)
}

// parse reads an address of this site in this language.
func (e *explainer) parse(path, query string) (view.State, bool) {
	rest, found := strings.CutPrefix(path, e.base)
	if !found {
		return view.State{}, false
	}
	rest = strings.TrimSuffix(rest, "index.html")
	address, ok := view.ParseAddress(e.page.Story, e.page.Texts.Lang, rest)
	if address.Lang == "" && e.page.Texts.Lang != e.page.Languages[0].Tag {
		return view.State{}, false // the root speaks the site's first language
	}
	return view.ParseState(e.page.Story, address, strings.TrimPrefix(query, "?")), ok
}

// show brings the page to a state.
func (e *explainer) show(state view.State) {
	if state == e.page.State {
		return
	}
	e.ctx.Dispatch(func(app.Context) { e.page.State = state })
	document().Set("title", view.Title(e.page.Story, e.page.Texts, state))
}

// fixLinks makes the head's links absolute. They are relative to the address that
// the page was loaded from, which the first step through the story changes.
func fixLinks() {
	links := document().Call("querySelectorAll", "head link[href]")
	for i := range links.Length() {
		link := links.Index(i)
		link.Set("href", link.Get("href"))
	}
}
