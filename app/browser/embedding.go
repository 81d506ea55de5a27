//go:build js

package browser

import (
	"strings"
	"syscall/js"

	"bukti/app/story"
	"bukti/app/view"
)

// embedding lets the embed dialog go when it is closed, by whatever means.
func (e *explainer) embedding() {
	closed := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if e.page.Embedding != nil && args[0].Get("target").Call("matches", ".embedding").Bool() {
			e.page.Embedding = nil
			e.ctx.Dispatch(nil)
		}
		return nil
	})
	document().Call("addEventListener", "close", closed, true) // it does not bubble
}

// furnish brings what only the embed dialog needs, its style and the element that hosts
// use, and opens the dialog when the style is there or cannot be had.
func (e *explainer) furnish() {
	if e.furnished {
		e.openEmbedding()
		return
	}
	e.furnished = true
	var open js.Func
	open = js.FuncOf(func(js.Value, []js.Value) any {
		open.Release()
		e.openEmbedding()
		return nil
	})
	sheet := document().Call("createElement", "link")
	sheet.Set("rel", "stylesheet")
	sheet.Set("onload", open)
	sheet.Set("onerror", open)
	sheet.Set("href", e.sheet)
	script := document().Call("createElement", "script")
	script.Set("src", e.base+"embed.js")
	document().Get("head").Call("append", sheet, script)
}

func (e *explainer) openEmbedding() {
	if e.page.Embedding != nil {
		return
	}
	s := e.page.State
	e.page.Embedding = &view.Embedding{
		Of: e.model, View: view.EmbedAll, Theme: view.Themes[0], As: view.AsElement,
		Opening: s.Moment == "" && s.AsOf == 0 || s.Resolve(e.model.Story).Index < 0,
		Base:    js.Global().Get("location").Get("origin").String() + e.base,
	}
	e.draw(func() {
		if dialog := query(".embedding"); !dialog.IsNull() && !dialog.Get("open").Bool() {
			dialog.Call("showModal")
		}
	})
}

// embed takes over what a field of the embed dialog says.
func (e *explainer) embed(name string, field js.Value) {
	value := field.Get("value").String()
	if name == "lang" {
		e.speak(value, field)
		return
	}
	e.choosing(func(chosen *view.Embedding) {
		switch name {
		case "view":
			chosen.View = view.Embed(value)
		case "moment":
			chosen.Opening = value == "opening"
		case "theme":
			chosen.Theme = value
		case "as":
			chosen.As = view.Pasted(value)
		}
	})
}

// choosing changes what is chosen, unless the dialog is closed by now.
func (e *explainer) choosing(change func(*view.Embedding)) {
	if e.page.Embedding == nil {
		return
	}
	chosen := *e.page.Embedding // a copy: go-app compares with what it drew
	change(&chosen)
	e.page.Embedding = &chosen
	e.ctx.Dispatch(nil)
}

// speak sets the embed's language. Code and height depend on its texts, which are
// fetched by what a page in that language says of them; when they cannot be had, the
// field goes back to the language before.
func (e *explainer) speak(lang string, field js.Value) {
	if lang == e.model.Texts.Lang {
		e.choosing(func(chosen *view.Embedding) { chosen.Of = e.model })
		return
	}
	page := js.Global().Get("location").Get("origin").String() + e.base +
		view.Address{Lang: lang, Embed: e.page.Embedding.View}.Path()
	failed := func(js.Value) {
		if e.page.Embedding != nil {
			field.Set("value", e.page.Embedding.Of.Texts.Lang)
		}
	}
	fetchText(page, func(markup string) {
		_, rest, _ := strings.Cut(markup, ` data-story="`)
		file, _, found := strings.Cut(rest, `"`)
		if !found {
			failed(js.Undefined())
			return
		}
		fetchText(js.Global().Get("URL").New(file, page).Get("href").String(), func(packed string) {
			st, texts, err := story.Unpack([]byte(packed))
			if err != nil {
				failed(js.Undefined())
				return
			}
			if field.Get("value").String() != lang {
				return // another one was chosen in the meantime
			}
			of := &view.Model{Story: st, Texts: texts, Bases: e.model.Bases, Languages: e.model.Languages}
			e.choosing(func(chosen *view.Embedding) { chosen.Of = of })
		}, failed)
	}, failed)
}

// fetchText calls one of two functions when a text of the site has been fetched.
func fetchText(url string, then func(string), failed func(js.Value)) {
	settle(js.Global().Call("fetch", url), func(response js.Value) {
		if !response.Get("ok").Bool() {
			failed(response)
			return
		}
		settle(response.Call("text"), func(text js.Value) { then(text.String()) }, failed)
	}, failed)
}
