package site

import (
	"fmt"
	"html/template"

	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/export"
	"bukti/web/oembed"
)

// typeAtom is RFC 4287's; the extension alone says no more than XML.
const typeAtom = "application/atom+xml; charset=utf-8"

func (b *builder) publication() export.Publication {
	return export.Publication{
		Story: b.story.Story, Languages: b.story.Languages, Texts: b.story.Texts, BaseURL: b.options.BaseURL,
	}
}

// data adds what the story publishes for programs: its claims and places, the feed,
// and what crawlers ask for.
func (b *builder) data() error {
	p := b.publication()
	for _, f := range []struct {
		path, mime string
		write      func(export.Publication) ([]byte, error)
	}{
		{export.CSVPath, "", export.ClaimsCSV},
		{export.JSONPath, "", export.ClaimsJSON},
		{export.PlacesPath, "", export.PlacesGeoJSON},
		{export.FeedName, typeAtom, export.Feed},
		{export.SitemapName, "", export.Sitemap},
	} {
		body, err := f.write(p)
		if err != nil {
			return fmt.Errorf("%s: %w", f.path, err)
		}
		if body == nil {
			continue // no site map without an address
		}
		if err := b.files.Add(asset.File{Path: f.path, Type: f.mime, Body: body}); err != nil {
			return err
		}
	}
	if err := b.files.Add(asset.File{Path: export.SchemaPath, Body: export.Schema()}); err != nil {
		return err
	}
	if err := b.descriptions(); err != nil {
		return err
	}
	return b.files.Add(asset.File{Path: "robots.txt", Body: export.Robots(p)})
}

// descriptions adds what content management systems ask for about each page, for hosts
// that serve files only. It needs the site's address.
func (b *builder) descriptions() error {
	if b.options.Served || b.options.BaseURL == "" {
		return nil
	}
	for _, lang := range b.story.Languages {
		addresses := []view.Address{{Lang: lang}}
		for _, m := range b.story.Story.Moments {
			addresses = append(addresses, view.Address{Lang: lang, Moment: m.ID})
		}
		for _, a := range addresses {
			r := b.oembed.Page(a)
			for _, form := range []struct {
				name, mime string
				write      func() ([]byte, error)
			}{{"json", oembed.TypeJSON, r.JSON}, {"xml", oembed.TypeXML, r.XML}} {
				body, err := form.write()
				if err != nil {
					return fmt.Errorf("describing %s: %w", a.Path(), err)
				}
				if err := b.files.Add(asset.File{Path: oembed.FilePath(a, form.name), Type: form.mime, Body: body}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// describe tells search engines what an explainer page is.
func (b *builder) describe(sh *shell, lang string, a view.Address) error {
	description, err := export.JSONLD(b.publication(), lang, a)
	if err != nil {
		return err
	}
	sh.JSONLD = template.JS(description)
	return nil
}
