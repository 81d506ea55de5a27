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
	e.slices.end()
	e.ctx = ctx
	// go-app routes every click on a link and every step back itself, by path alone.
	// Both are ours: the query is part of the state, and links that lead out of the
	// explainer are the browser's.
	js.Global().Set("onclick", nil)
	js.Global().Set("onpopstate", nil)
	fixLinks()
	e.drawn = document().Get("baseURI").String()
	listen(document(), "click", e.click)
	listen(js.Global(), "popstate", func(js.Value) { e.restore() })
	e.bar = newAddressBar(func() string { return e.address(e.page.State) })
	// The page knows which one it is, however its address is spelt.
	e.show(view.ParseState(e.model.Story, e.page.State.Address, strings.TrimPrefix(js.Global().Get("location").Get("search").String(), "?")))
	e.controls()
	e.pointing()
	e.cards()
	e.mapGestures()
	e.telling()
	e.sharing()
	e.embedding()
	e.tidy.ask()
	document().Get("documentElement").Get("dataset").Set("app", "ready")
}

// fixLinks makes the head's links absolute. They are relative to the address that
// the page was loaded from, which the first step through the story changes.
func fixLinks() {
	for _, link := range queryAll("head link[href]") {
		link.Set("href", link.Get("href"))
	}
}

// listen adds a listener for the life of the page; it is never released.
func listen(target js.Value, event string, handle func(js.Value)) {
	target.Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		handle(args[0])
		return nil
	}))
}

// click follows a plain click on a link to another state of this page without
// loading it, opens the card of a claim, and leaves every other click to the
// browser.
func (e *explainer) click(event js.Value) {
	if event.Get("defaultPrevented").Bool() || event.Get("button").Int() != 0 {
		return
	}
	for _, key := range []string{"metaKey", "ctrlKey", "shiftKey", "altKey"} {
		if event.Get(key).Bool() {
			return
		}
	}
	target := event.Get("target")
	if act := target.Call("closest", "[data-act]"); !act.IsNull() {
		e.act(act.Get("dataset").Get("act").String(), act)
		return
	}
	if within(target, ".fluid") && event.Get("detail").Int() > 0 { // a press of Enter is told as a click at no place
		e.clickPicture(event, target)
		return
	}
	if within(target, ".many") {
		return // to the ledger
	}
	link := target.Call("closest", "a[href], a[data-claim]")
	if link.IsNull() {
		return
	}
	if claim := claimAt(link); claim != "" && link.Call("closest", "dl").IsNull() {
		if !popsUp() {
			return // to the list
		}
		event.Call("preventDefault")
		e.choose(claim, event)
		return
	}
	e.followLink(event, link)
}

// clickPicture opens the card of the claim that a press on a picture means, and goes to
// the ledger for several. A press that ends a drag means nothing.
func (e *explainer) clickPicture(event, target js.Value) {
	if e.dragging || e.gesture.moved {
		event.Call("preventDefault")
		return
	}
	found := pointed(target, event.Get("clientX").Float(), event.Get("clientY").Float())
	switch {
	case found.IsNull():
	case !found.Call("matches", ".many").Bool():
		event.Call("preventDefault")
		e.choose(claimAt(found), event)
	case !found.Call("contains", target).Bool():
		follow(found)
	}
}

// follow presses a link; those of a picture have no method for it.
func follow(link js.Value) {
	link.Call("dispatchEvent", js.Global().Get("MouseEvent").New("click", map[string]any{"bubbles": true, "cancelable": true}))
}

// choose opens a claim's card.
func (e *explainer) choose(claim string, click js.Value) {
	if !popsUp() {
		if link := query(`a[href][data-claim="` + claim + `"]`); !link.IsNull() {
			follow(link)
		}
		return
	}
	e.spot = spotOf(click)
	state := e.page.State
	state.Claim = claim
	e.show(state)
	e.remember()
}

// followLink goes where a link leads if that is a state of this page.
func (e *explainer) followLink(event, link js.Value) {
	if link.Get("pathname").IsUndefined() || link.Get("target").String() != "" || link.Call("hasAttribute", "download").Bool() {
		return
	}
	location := js.Global().Get("location")
	// The address changes some milliseconds before the page does, as under a second press.
	to := js.Global().Get("URL").New(link.Call("getAttribute", "href"), e.drawn)
	if to.Get("origin").String() != location.Get("origin").String() {
		return
	}
	path, query, hash := to.Get("pathname").String(), to.Get("search").String(), to.Get("hash").String()
	if hash != "" && hash != "#stage" && hash != location.Get("hash").String() {
		return // a place on a page
	}
	state, ok := e.parse(path, query)
	switch {
	case ok:
		event.Call("preventDefault")
		if state != e.page.State {
			e.advance(state)
		}
	case to.Get("href").String() != link.Get("href").String():
		event.Call("preventDefault")
		location.Set("href", to.Get("href"))
	}
}

// restore shows what the address says, after a step back or forward.
func (e *explainer) restore() {
	e.bar.drop()
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
	address, ok := view.ParseAddress(e.model.Story, e.model.Texts.Lang, rest)
	ok = ok && address.Moment != view.LedgerPage && address.Embed == e.page.State.Embed // pages of their own
	if address.Lang == "" && e.model.Texts.Lang != e.model.Languages[0].Tag {
		return view.State{}, false // the root speaks the site's first language
	}
	return view.ParseState(e.model.Story, address, strings.TrimPrefix(query, "?")), ok
}

// show brings the page to a state.
func (e *explainer) show(state view.State) {
	if state == e.page.State {
		return
	}
	before := e.page.State
	if e.page.Parts != nil {
		dragged(false)
	}
	e.page.State, e.page.Parts = state, nil
	then := e.rendered
	if glides(before, state) {
		stood := movables()
		then = func(before view.State) {
			e.rendered(before)
			glide(stood)
		}
	}
	e.draw(func() { then(before) })
}

// rendered does after a rendering what markup cannot say.
func (e *explainer) rendered(before view.State) {
	state := e.page.State
	e.drawn = document().Get("baseURI").String()
	e.setInputs()
	e.openCard()
	if state.Address != before.Address {
		document().Set("title", view.Title(e.model.Story, e.model.Texts, state))
	}
	e.count(before)
	e.relight()
}

// advance shows another moment, with a step in the history. The history around an
// embed is its host's: there Back leaves the host's page, as its reader expects.
func (e *explainer) advance(state view.State) {
	if nowhere() {
		js.Global().Get("location").Call("replace", e.address(state))
		return
	}
	if state.Embed != "" {
		e.show(state)
		e.remember()
		e.bar.put() // links are relative to it
		return
	}
	e.bar.put()
	if !history("pushState", e.address(state)) {
		js.Global().Get("location").Set("href", e.address(state))
		return
	}
	e.show(state)
}

// remember writes the state into the address without a step in the history: a day
// dragged to, a card opened, a map moved.
func (e *explainer) remember() { e.bar.ask() }

// nowhere tells whether the page has no origin, as in a sandbox. Browsers refuse to
// change its address then.
func nowhere() bool { return js.Global().Get("origin").String() == "null" }

// address is a state's address on this site. In an embed, what the host has set
// stays in it.
func (e *explainer) address(state view.State) string {
	path, query := e.base+state.Path(), state.Query()
	if state.Embed == "" {
		return path + query
	}
	if e.host != "" {
		query = "?" + strings.TrimSuffix(e.host+strings.TrimPrefix(query, "?"), "&")
	}
	return path + query + js.Global().Get("location").Get("hash").String()
}
