package export

import (
	"encoding/json"
	"fmt"

	"bukti/app/view"
)

// The paths of the data files.
const (
	CSVPath    = "data/claims.csv"
	JSONPath   = "data/claims.json"
	SchemaPath = "data/" + SchemaName
	PlacesPath = "data/places.geojson"
)

// linkedData is what a page says about itself to search engines: JSON-LD 1.1 in the
// words of schema.org.
//
// There is no ClaimReview, the type made for fact checks. It demands a rating of
// the claim, and this page rates none: it shows who said what, and the disagreement.
type linkedData struct {
	Context string `json:"@context"`
	Graph   [2]any `json:"@graph"`
}

type newsArticle struct {
	Type      string `json:"@type"`
	Headline  string `json:"headline"`
	Lang      string `json:"inLanguage"`
	Published string `json:"datePublished"`
	Modified  string `json:"dateModified"`
	Free      bool   `json:"isAccessibleForFree"`
	URL       string `json:"url,omitempty"`
	Image     string `json:"image"`
	About     thing  `json:"about"`
}

type thing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type dataset struct {
	Type         string     `json:"@type"`
	Name         string     `json:"name"`
	Description  string     `json:"description"`
	Licence      string     `json:"license,omitempty"`
	Version      string     `json:"version"`
	Distribution []download `json:"distribution"`
}

type download struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

// JSONLD describes the page at an address, in a language, and the data behind it.
// It goes into a <script type="application/ld+json">, which is a data block: not
// executed, and so not a matter of the Content-Security-Policy. encoding/json writes
// <, > and & as escapes, so that no text can end the element. Links are relative to
// the page where the site's address is not known.
func JSONLD(p Publication, lang string, a view.Address) ([]byte, error) {
	s, t := p.Story, p.Texts[lang]
	article := newsArticle{
		Type: "NewsArticle", Headline: plain(t, "story.title"), Lang: lang,
		Published: issued(s).String(), Modified: modified(s).String(), Free: true,
		Image: p.link(a.Root(), view.ImagePath(lang, s.Moments[view.ShownMoment(s, a)].ID, ".png")),
		About: thing{"Thing", plain(t, "story.title")},
	}
	if a.Moment != "" {
		article.Headline = plain(t, "moment."+a.Moment+".title")
	}
	if p.BaseURL != "" {
		article.URL = p.BaseURL + view.Address{Lang: lang, Moment: a.Moment}.Path()
	}
	data := dataset{
		Type: "Dataset", Name: plain(t, "story.title"), Description: plain(t, "story.description"),
		Licence: licenceURL(s.Licence), Version: s.Version,
	}
	for _, d := range []struct{ format, path string }{
		{"text/csv", CSVPath},
		{"application/json", JSONPath},
		{"application/geo+json", PlacesPath},
	} {
		data.Distribution = append(data.Distribution, download{"DataDownload", d.format, p.link(a.Root(), d.path)})
	}
	out, err := json.Marshal(linkedData{"https://schema.org", [2]any{article, data}})
	if err != nil {
		return nil, fmt.Errorf("describing the page %q: %w", a.Path(), err)
	}
	return out, nil
}
