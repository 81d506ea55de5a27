package site

import (
	"html/template"

	"bukti/app/view"
)

// embeds adds the pages that others show in frames.
func (b *builder) embeds(lang string) error {
	for _, embed := range view.Embeds {
		addresses := []view.Address{{Lang: lang, Embed: embed}}
		for _, m := range b.story.Story.Moments {
			addresses = append(addresses, view.Address{Lang: lang, Moment: m.ID, Embed: embed})
		}
		for _, a := range addresses {
			if err := b.embed(lang, a); err != nil {
				return err
			}
		}
	}
	return nil
}

// embed adds the embed at an address. Search engines are sent to the full page.
func (b *builder) embed(lang string, a view.Address) error {
	st, t := b.story.Story, b.story.Texts[lang]
	state := view.ParseState(st, a, "")
	sh := b.shell(lang, a)
	sh.Title = view.Title(st, t, state)
	sh.NoIndex, sh.Feed = true, ""
	sh.App, sh.Device = nil, nil // nothing is kept on the devices of a host's readers
	sh.Style = template.CSS(b.styles.embed)
	sh.Frame = a.Root() + b.frame
	return b.page(a.Path()+"index.html", sh, &view.Page{Model: b.models[lang], State: state})
}
