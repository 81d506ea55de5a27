package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/tdewolff/minify/v2"

	"bukti/app/story"
	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/static"
)

// device is where the files are that keep the site on a reader's device.
type device struct {
	script string
	kept   map[string]string // by language: what the script says and compares
	lost   map[string]string // by language: the page for what is not saved
}

// keptData is what the page's side of the worker needs in one language. It is a file of
// its own because a newer version's is read before that version's pages are.
type keptData struct {
	Style     string            `json:"style"`
	Day       string            `json:"day"`       // of the data
	Languages [][2]string       `json:"languages"` // tag and name
	Words     map[string]string `json:"words"`
	Months    []string          `json:"months"`
	Claims    map[string]digest `json:"claims"`
}

// digest is a claim as far as a reader is told of changes: its figure, a hash of all
// its facts in no language, and what it is called in a list.
type digest [3]string

// keep adds the script that keeps the site on the device, its style and its words.
func (b *builder) keep(m *minify.M) error {
	script, err := m.Bytes("text/javascript", bytes.Clone(static.Device))
	if err != nil {
		return fmt.Errorf("minifying worker/device.js: %w", err)
	}
	style, err := styleSheet(m, static.DeviceStyle)
	if err != nil {
		return err
	}
	d := &device{kept: map[string]string{}, lost: map[string]string{}}
	if d.script, err = b.hashed("device.js", asset.File{Body: script}); err != nil {
		return err
	}
	sheet, err := b.hashed("device.css", asset.File{Body: style})
	if err != nil {
		return err
	}
	for _, lang := range b.story.Languages {
		data, err := json.Marshal(b.keptData(lang, sheet))
		if err != nil {
			return err
		}
		if d.kept[lang], err = b.hashed("device."+lang+".json", asset.File{Body: data}); err != nil {
			return err
		}
	}
	b.device = d
	return nil
}

func (b *builder) keptData(lang, style string) keptData {
	st, t := b.story.Story, b.story.Texts[lang]
	data := keptData{
		Style: style, Day: view.Version(st, t),
		Words:  map[string]string{"list": t.Get("locale.list"), "date": t.Get("locale.date"), "lost": t.Get("lost.text"), "again": t.Get("lost.again")},
		Claims: map[string]digest{},
	}
	for _, l := range b.names {
		data.Languages = append(data.Languages, [2]string{l.Tag, l.Name})
	}
	for key, text := range t.Keys {
		if name, ours := strings.CutPrefix(key, "device."); ours {
			data.Words[name] = text
		}
	}
	for month := 1; month <= 12; month++ {
		data.Months = append(data.Months, t.Get("locale.month."+strconv.Itoa(month)))
	}
	for i := range st.Claims {
		c := &st.Claims[i]
		data.Claims[c.ID] = digest{figureOf(c), asset.Hash(fmt.Appendf(nil, "%+v", *c)), t.Day(c.Said) + t.Get("locale.list") + view.Gist(t, c)}
	}
	return data
}

// figureOf is a claim's figure with all that tells it from another.
func figureOf(c *story.Claim) string {
	if !c.HasFigure() {
		return ""
	}
	return string(c.Qualifier) + " " + strconv.Itoa(c.Figure) + " " + c.Series
}
