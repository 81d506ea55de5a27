package view

import (
	"strconv"
	"strings"

	"bukti/app/story"
)

// Embedding is what an editor chooses who wants to show the story in a page of theirs.
type Embedding struct {
	Of      *Model // in the language that it is to speak
	View    Embed
	Opening bool   // begins where the story opens, not with what the page shows
	Theme   string // "auto", "light" or "dark"
	As      Pasted
	Base    string // the whole address of the site's root
}

// Pasted is a form in which an embed is put into a page.
type Pasted string

// The forms, the one that does most first.
const (
	AsElement Pasted = "element" // <bukti-embed> with its script
	AsFrame   Pasted = "frame"   // a plain <iframe>
	AsAMP     Pasted = "amp"
	AsLink    Pasted = "link" // Markdown
	AsImage   Pasted = "image"
)

// Forms are all of them.
var Forms = []Pasted{AsElement, AsFrame, AsAMP, AsLink, AsImage}

// Themes are what an embed's colours can follow, the reader's device first.
var Themes = []string{"auto", "light", "dark"}

// The widths for which a frame gets its height in advance: the column of an article,
// and a phone, which AMP is for.
const (
	columnWidth = 640
	phoneWidth  = 360
)

// The size of a moment's picture, px: what networks ask for.
const (
	ImageWidth  = 1200
	ImageHeight = 630
)

// State is what the embed shows, seen from a page that shows another state.
func (e *Embedding) State(page State) State {
	s := State{Address: Address{Lang: e.Of.Texts.Lang, Embed: e.View}, Basis: story.AsSaid}
	if i := page.Resolve(e.Of.Story).Index; i >= 0 && !e.Opening {
		s.Moment, s.AsOf, s.Basis = e.Of.Story.Moments[i].ID, page.AsOf, page.Basis
	}
	return s
}

// Code is what the editor pastes. In each form something is left to readers where it
// cannot be shown: a link, or words in the place of a picture.
func (e *Embedding) Code(page State) string {
	s, st, t := e.State(page), e.Of.Story, e.Of.Texts
	full := s
	full.Address = s.Full()
	link, title := e.Base+full.Path()+full.Query(), Title(st, t, full)
	height := func(width int) string { return strconv.Itoa(EmbedHeight(e.Of, s.Address, width)) }
	switch e.As {
	case AsFrame:
		return "<iframe" + markup("src", e.source(s), "title", title, "width", "100%", "height", height(columnWidth),
			"style", "border:0;color-scheme:"+e.scheme(), "loading", "lazy") + "></iframe>"
	case AsAMP:
		return "<amp-iframe" + markup("src", e.source(s), "title", title, "layout", "fixed-height", "height", height(phoneWidth),
			"sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox", "frameborder", "0") + " resizable>\n" +
			"<a placeholder" + markup("href", link) + ">" + escaped(title) + "</a>\n" +
			`<div overflow tabindex="0" role="button"` + markup("aria-label", t.Get("embed.more")) + ">" + escaped(t.Get("embed.more")) + "</div>\n" +
			"</amp-iframe>"
	case AsLink:
		return "[" + strings.ReplaceAll(strings.ReplaceAll(title, "[", `\[`), "]", `\]`) + "](" + link + ")"
	case AsImage:
		i := s.Resolve(st).Index
		return "<a" + markup("href", link) + "><img" + markup(
			"src", e.Base+ImagePath(t.Lang, st.Moments[i].ID, ".png"), "alt", NewFinding(st, t, i).Alt(),
			"width", strconv.Itoa(ImageWidth), "height", strconv.Itoa(ImageHeight), "style", "max-width:100%;height:auto", "loading", "lazy") + "></a>"
	}
	return "<bukti-embed" + markup(e.attributes(s)...) + "><a" + markup("href", link) + ">" + escaped(title) + "</a></bukti-embed>\n" +
		"<script" + markup("src", e.Base+"embed.js") + " async></script>"
}

// attributes are those of the element that shows a state; what the defaults show is
// left out.
func (e *Embedding) attributes(s State) at {
	attrs := at{"lang", s.Lang, "moment", s.Moment}
	if s.Embed != EmbedAll {
		attrs = append(attrs, "view", string(s.Embed))
	}
	if e.Theme != Themes[0] {
		attrs = append(attrs, "theme", e.Theme)
	}
	if s.AsOf != 0 {
		attrs = append(attrs, "asof", s.AsOf.String())
	}
	if s.Basis == story.AsHappened {
		attrs = append(attrs, "basis", string(s.Basis))
	}
	return attrs
}

// source is the address of the embed's page.
func (e *Embedding) source(s State) string {
	query := s.Query()
	if e.Theme != Themes[0] {
		sign := "?"
		if query != "" {
			sign = "&"
		}
		query += sign + "theme=" + e.Theme
	}
	return e.Base + s.Path() + query
}

// scheme is the colour scheme of the frame: browsers paint one opaque whose scheme is
// another than its document's.
func (e *Embedding) scheme() string {
	if e.Theme == Themes[0] {
		return "light dark"
	}
	return e.Theme
}

// markup writes attributes, without those that are empty.
func markup(attrs ...string) string {
	out := ""
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			out += " " + attrs[i] + `="` + escaped(attrs[i+1]) + `"`
		}
	}
	return out
}

// escaped is a text as markup.
func escaped(text string) string {
	for _, sign := range [][2]string{{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {`"`, "&quot;"}} {
		text = strings.ReplaceAll(text, sign[0], sign[1])
	}
	return text
}
