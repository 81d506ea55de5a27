package site

import (
	"fmt"
	"html/template"

	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/export"
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
	return b.files.Add(asset.File{Path: "robots.txt", Body: export.Robots(p)})
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
