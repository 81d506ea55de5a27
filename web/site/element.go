package site

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/tdewolff/minify/v2"

	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/static"
)

// ElementName is the path of the script that defines <bukti-embed>. It has no hash in
// its name: hosts write it into their pages.
const ElementName = "embed.js"

// elementWidths are the widths in CSS pixels for which the script knows how high each
// embed is. It interpolates between them; at 640 the layout changes.
var elementWidths = []int{280, 360, 480, 639, 640, 800, 1100}

// elementSite is what the script knows of the site.
type elementSite struct {
	Languages []string `json:"languages"`
	Moments   []string `json:"moments"`
	Opening   string   `json:"opening"`
	Views     []string `json:"views"`
	Widths    []int    `json:"widths"`
	Heights   string   `json:"heights"` // see heights
}

// element adds the script of <bukti-embed>.
func (b *builder) element(m *minify.M) error {
	st := b.story.Story
	site := elementSite{Languages: b.story.Languages, Opening: st.Opening, Widths: elementWidths, Heights: b.heights()}
	for _, m := range st.Moments {
		site.Moments = append(site.Moments, m.ID)
	}
	for _, e := range view.Embeds {
		site.Views = append(site.Views, string(e))
	}
	data, err := json.Marshal(site)
	if err != nil {
		return err
	}
	// In a function of its own, so that it leaves no name behind in the host's page.
	script, err := m.String("text/javascript", "(() => {\nconst site = "+string(data)+";\n"+static.Element+"})();")
	if err != nil {
		return fmt.Errorf("minifying %s: %w", ElementName, err)
	}
	return b.files.Add(asset.File{Path: ElementName, Body: []byte(script)})
}

// heights writes how high every embed is at every width, by view, language and moment:
// two digits of base 36 each, in units of four pixels. All first digits come before all
// second ones, as like next to like packs better. The row that the days have on the
// narrowest is left to the script, which would have to know two widths more otherwise.
func (b *builder) heights() string {
	const unit, most, narrowest, row = 4, 36*36 - 1, 288, 48
	var first, second strings.Builder
	for _, embed := range view.Embeds {
		for _, lang := range b.story.Languages {
			for _, m := range b.story.Story.Moments {
				for _, width := range elementWidths {
					h := view.EmbedHeight(b.models[lang], view.Address{Lang: lang, Moment: m.ID, Embed: embed}, width)
					if width <= narrowest {
						h -= row
					}
					h = min((h+unit-1)/unit, most)
					first.WriteString(strconv.FormatInt(int64(h/36), 36))
					second.WriteString(strconv.FormatInt(int64(h%36), 36))
				}
			}
		}
	}
	return first.String() + second.String()
}
