//go:build js

package browser

import (
	"strings"
	"syscall/js"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
	"bukti/app/view"
)

// explainer is the running page.
type explainer struct {
	model *view.Model
	page  *view.Page
	base  string // the path of the site's root, with a slash at its end
	ctx   app.Context
	drawn string // the address that the page's links are relative to

	sheet     string // of the embed dialog
	furnished bool   // the dialog's style and script have been asked for

	bar  *addressBar
	host string // what the host of an embed has set in its address: "theme=dark&"

	slices *slices // of the first rendering

	sight js.Value // observes which part of an embed is seen; undefined elsewhere
	spot  spot     // where the claim of the card was chosen

	lit       string     // the claim that is lit
	lights    []js.Value // the elements that stand for it
	pressed   *point     // where the chart is, px in the viewport
	dragging  bool       // and the pointer has moved since
	following bool       // a part is being brought along
	rest      debounce   // sees that the hand rests
	resting   bool
	next      view.Part
	gesture   gesture // on the map
	playing   js.Func // the next step of the play, while it plays
	timer     js.Value
	tidy      debounce // collects garbage
}

// Run takes over the page that the program finds itself in and never returns. It
// panics when the page's data cannot be read, which the loader reports as a
// failure; the page stays as it was. In a worker, where the loader only rehearses the
// start, there is no page, and it returns.
func Run() {
	if document().IsUndefined() {
		return
	}
	rest() // the runtime has taken long enough to start
	run()
}

// run is a function of its own, so that the browser compiles it in the task after the
// runtime's start.
//
//go:noinline
func run() {
	data := js.Global().Get("bukti")
	st, texts, err := story.Unpack([]byte(data.Get("story").String()))
	if err != nil {
		panic(err)
	}
	rest()
	bases, err := scene.UnpackBases(data.Get("map").String())
	if err != nil {
		panic(err)
	}
	sl := &slices{adopting: data.Get("adopting")}
	js.Global().Delete("bukti")

	root := document().Get("documentElement").Get("dataset")
	base := js.Global().Get("URL").New(root.Get("root"), document().Get("baseURI")).Get("pathname").String()
	location := js.Global().Get("location")
	address, _ := view.ParseAddress(st, texts.Lang, root.Get("path").String())
	e := &explainer{base: base, slices: sl, tidy: tidying()}
	if sheet := root.Get("embedding"); !sheet.IsUndefined() {
		e.sheet = js.Global().Get("URL").New(sheet, document().Get("baseURI")).Get("href").String()
	}
	if address.Embed != "" {
		e.host = view.HostQuery(strings.TrimPrefix(location.Get("search").String(), "?"))
	}
	e.model = &view.Model{Story: st, Texts: texts, Bases: bases, Languages: languages(root.Get("languages").String())}
	e.page = &view.Page{
		Model: e.model,
		// The page was rendered without the query: it is taken over as it stands and
		// brought to the query's state afterwards.
		State:  view.ParseState(st, address, ""),
		Attach: e.mounted,
	}
	var page app.Composer = e.page
	if address.Moment == view.LedgerPage {
		l := &ledger{model: e.model, slices: sl}
		page = &view.Ledger{Model: e.model, State: e.page.State, Attach: l.mounted}
	}
	app.Route(location.Get("pathname").String(), func() app.Composer { return page })
	sl.begin()
	app.RunWhenOnBrowser()
}

// languages reads "id=Bahasa Indonesia;en=English".
func languages(list string) []view.Language {
	var langs []view.Language
	for _, item := range strings.Split(list, ";") {
		tag, name, _ := strings.Cut(item, "=")
		langs = append(langs, view.Language{Tag: tag, Name: name})
	}
	return langs
}

func document() js.Value { return js.Global().Get("document") }
