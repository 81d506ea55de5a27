package export

import (
	"encoding/xml"

	"bukti/app/view"
)

// SitemapName is the site map's path.
const SitemapName = "sitemap.xml"

// siteMap is of the form of sitemaps.org, protocol 0.9, with links to translations
// as Google defined them for it.
type siteMap struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string    `xml:"xmlns:xhtml,attr"`
	Pages   []mapPage `xml:"url"`
}

type mapPage struct {
	Location     string        `xml:"loc"`
	Modified     string        `xml:"lastmod"`
	Translations []translation `xml:"xhtml:link"`
}

type translation struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// Sitemap lists the pages that search engines are to know: the front page, every
// moment and the ledger in each language, not the root, which repeats one of them.
// It is nil where the site's address is not known, as a site map needs whole
// addresses.
func Sitemap(p Publication) ([]byte, error) {
	if p.BaseURL == "" {
		return nil, nil
	}
	pages := []string{""}
	for _, m := range p.Story.Moments {
		pages = append(pages, m.ID)
	}
	pages = append(pages, view.LedgerPage)
	m := siteMap{XHTML: "http://www.w3.org/1999/xhtml"}
	day := modified(p.Story).String()
	for _, lang := range p.Languages {
		for _, page := range pages {
			m.Pages = append(m.Pages, mapPage{p.BaseURL + view.Address{Lang: lang, Moment: page}.Path(), day, p.translations(page)})
		}
	}
	return document(m)
}

// translations names a page in every language, its own included, as the same links
// in the pages do.
func (p Publication) translations(page string) []translation {
	var all []translation
	for _, lang := range p.Languages {
		all = append(all, translation{"alternate", lang, p.BaseURL + view.Address{Lang: lang, Moment: page}.Path()})
	}
	return append(all, translation{"alternate", "x-default", all[0].Href})
}
