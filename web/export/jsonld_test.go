package export

import (
	"cmp"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

func TestJSONLD(t *testing.T) {
	for _, tt := range []struct {
		name, base string
		lang       string
		address    view.Address
		article    string // what differs
		root       string // of the downloads
	}{
		{"root", "", "en", view.Address{}, `"headline": "The gulls of Merrow Light (an invented story)"`, "./"},
		{"front page", "", "en", view.Address{Lang: "en"}, `"headline": "The gulls of Merrow Light (an invented story)"`, "../"},
		{"moment", "", "en", view.Address{Lang: "en", Moment: "no-gulls"}, `"headline": "No gulls, says the harbour"`, "../../"},
		{"root at an address", base, "en", view.Address{}, `"headline": "The gulls of Merrow Light (an invented story)", "url": "` + base + `en/"`, base},
		{"moment at an address", base, "en", view.Address{Lang: "en", Moment: "no-gulls"}, `"headline": "No gulls, says the harbour", "url": "` + base + `en/no-gulls/"`, base},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := fictional(t)
			p.BaseURL = tt.base
			out, err := JSONLD(p, tt.lang, tt.address)
			require.NoError(t, err)
			assert.JSONEq(t, `{"@context": "https://schema.org", "@graph": [
				{"@type": "NewsArticle", `+tt.article+`, "inLanguage": "en", "datePublished": "2026-11-24", "dateModified": "2026-11-24",
				 "isAccessibleForFree": true, "image": "`+tt.root+`image/en/`+cmp.Or(tt.address.Moment, "two-counts")+`.png", "about": {"@type": "Thing", "name": "The gulls of Merrow Light (an invented story)"}},
				{"@type": "Dataset", "name": "The gulls of Merrow Light (an invented story)",
				 "description": "An invented dispute about invented gulls. It shows what the program can do and tests that it still does.",
				 "license": "https://creativecommons.org/publicdomain/zero/1.0/", "version": "2026-11-24", "distribution": [
					{"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": "`+tt.root+`data/claims.csv"},
					{"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": "`+tt.root+`data/claims.json"},
					{"@type": "DataDownload", "encodingFormat": "application/geo+json", "contentUrl": "`+tt.root+`data/places.geojson"}]}
			]}`, string(out))
		})
	}
}

func TestJSONLDKeepsTexts(t *testing.T) {
	for name, text := range hardTexts {
		t.Run(name, func(t *testing.T) {
			out, err := JSONLD(saying(text), "ar", view.Address{Lang: "ar", Moment: "start"})
			require.NoError(t, err)
			var ld struct {
				Graph []struct{ Headline, Name, Description string } `json:"@graph"`
			}
			require.NoError(t, json.Unmarshal(out, &ld))
			assert.Equal(t, []string{text, text, text}, []string{ld.Graph[0].Headline, ld.Graph[1].Name, ld.Graph[1].Description})
			// HTML 4.12.1.3: what could end a script, or turn it into another state.
			for _, character := range []string{"<", ">", "&", "\u2028", "\u2029"} {
				assert.NotContains(t, string(out), character)
			}
		})
	}
}
