package oembed

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"slices"
	"strconv"

	"bukti/app/view"
	"bukti/web/picture"
)

// Response is an answer of the type "rich".
type Response struct {
	XMLName         struct{} `json:"-" xml:"oembed"`
	Type            string   `json:"type" xml:"type"`
	Version         string   `json:"version" xml:"version"`
	Title           string   `json:"title" xml:"title"`
	ProviderName    string   `json:"provider_name" xml:"provider_name"`
	ProviderURL     string   `json:"provider_url" xml:"provider_url"`
	CacheAge        int      `json:"cache_age" xml:"cache_age"`
	ThumbnailURL    string   `json:"thumbnail_url,omitempty" xml:"thumbnail_url,omitempty"`
	ThumbnailWidth  int      `json:"thumbnail_width,omitempty" xml:"thumbnail_width,omitempty"`
	ThumbnailHeight int      `json:"thumbnail_height,omitempty" xml:"thumbnail_height,omitempty"`
	HTML            string   `json:"html" xml:"html"`
	Width           int      `json:"width" xml:"width"`
	Height          int      `json:"height" xml:"height"`
}

// CacheAge is for how long an answer may be kept, s.
const CacheAge = 3600

// What a frame is given. WordPress gives none less or more height.
const (
	usualWidth  = 600
	leastHeight = 200
	mostHeight  = 1000
)

// limits are what the consumer has room for, px.
type limits struct{ width, height int }

var noLimits = limits{1 << 30, 1 << 30}

// respond describes a state of the story at a site's address.
func (p *Provider) respond(base string, state view.State, theme string, room limits) Response {
	m := p.models[state.Lang]
	shown := state.Resolve(m.Story)
	full, framed := state, state
	full.Address = state.Full()
	if framed.Embed == "" {
		framed.Embed = view.EmbedAll
	}
	width := min(usualWidth, room.width)
	p.mutex.Lock()
	height := min(max(view.EmbedHeight(m, framed.Address, width), leastHeight), mostHeight, room.height)
	p.mutex.Unlock()

	title := view.Title(m.Story, m.Texts, full)
	words := title
	r := Response{
		Type: "rich", Version: "1.0", Title: title, ProviderName: "bukti", ProviderURL: base, CacheAge: CacheAge,
		Width: width, Height: height,
	}
	if shown.Index >= 0 {
		words = view.NewFinding(m.Story, m.Texts, shown.Index).Alt()
		if picture.Width <= room.width && picture.Height <= room.height { // the limits hold for thumbnails too
			r.ThumbnailURL = base + view.ImagePath(state.Lang, m.Story.Moments[shown.Index].ID, ".png")
			r.ThumbnailWidth, r.ThumbnailHeight = picture.Width, picture.Height
		}
	}
	query := framed.Query()
	if slices.Contains([]string{"light", "dark", "auto"}, theme) {
		sign := "?"
		if query != "" {
			sign = "&"
		}
		query += sign + "theme=" + theme
	}
	r.HTML = `<blockquote><a href="` + html.EscapeString(base+full.Path()+full.Query()) + `">` + html.EscapeString(words) + `</a></blockquote>` +
		`<iframe title="` + html.EscapeString(title) + `" src="` + html.EscapeString(base+framed.Path()+query) +
		`" width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) + `" frameborder="0" loading="lazy"></iframe>`
	return r
}

// The types of the two forms.
const (
	TypeJSON = "application/json; charset=utf-8"
	TypeXML  = "text/xml; charset=utf-8"
)

// JSON writes a response.
func (r Response) JSON() ([]byte, error) {
	out, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return append(out, '\n'), nil
}

// XML writes a response.
func (r Response) XML() ([]byte, error) {
	out, err := xml.MarshalIndent(r, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing XML: %w", err)
	}
	return append([]byte(xml.Header), append(out, '\n')...), nil
}
