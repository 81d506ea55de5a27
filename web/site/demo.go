package site

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"github.com/tdewolff/minify/v2"

	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/static"
)

// demoPage is what the demonstration is filled with.
type demoPage struct {
	Lang, Last, Moment, Title string
	Height, MapHeight         int // of frames without anybody who sets theirs
	Style                     template.CSS
	Policy                    string
}

// demoWidth is the width of the demonstration's column.
const demoWidth = 672

// demo adds an article with embeds of all kinds, at /demo/. It stands in for a host's
// page, which has frames and does without everything that pages of ours need.
func (b *builder) demo(m *minify.M) error {
	lang, languages := b.story.Languages[0], b.story.Languages
	style, err := m.String("text/css", static.DemoStyle)
	if err != nil {
		return fmt.Errorf("minifying the demonstration's style: %w", err)
	}
	height := func(a view.Address) int { return view.EmbedHeight(b.models[lang], a, demoWidth) }
	moment := b.story.Story.Moments[0].ID
	tmpl, err := template.New("demo").Parse(static.Demo)
	if err != nil {
		return err
	}
	page := demoPage{
		Lang: lang, Last: languages[len(languages)-1], Moment: moment, Title: b.story.Texts[lang].Get("story.title"),
		Height:    height(view.Address{Lang: lang, Moment: moment, Embed: view.EmbedChart}),
		MapHeight: height(view.Address{Lang: lang, Embed: view.EmbedMap}),
		Style:     template.CSS(style),
		Policy: strings.Join([]string{
			"default-src 'none'", "script-src 'self'", "style-src '" + inlineHash(style) + "'",
			"img-src data:", "frame-src 'self'", "base-uri 'none'", "form-action 'none'",
		}, "; "),
	}
	var out bytes.Buffer
	if err := tmpl.Execute(&out, page); err != nil {
		return fmt.Errorf("the demonstration: %w", err)
	}
	return b.files.Add(asset.File{Path: "demo/index.html", Body: out.Bytes(), Policy: page.Policy})
}
