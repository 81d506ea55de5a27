package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
	"bukti/web/server"
	"bukti/web/site"
	"bukti/web/static/basemap"
)

// consumer finds out about a page as a content management system does: by the link in
// its head.
const consumer = `
import {extract} from "@extractus/oembed-extractor";
const [url, params] = process.argv.slice(1);
try {
	console.log(JSON.stringify(await extract(url, JSON.parse(params))));
} catch (error) {
	console.log(JSON.stringify({error: error.message}));
}`

// A consumer library finds the embed of a page, on a server of ours and in an export.
func TestOEmbedConsumer(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	lang, moment := invented.Languages[0], invented.Story.Moments[0].ID
	for name, served := range map[string]bool{"served": true, "exported": false} {
		t.Run(name, func(t *testing.T) {
			ln, err := server.Listen("127.0.0.1:0")
			require.NoError(t, err)
			base := "http://" + ln.Addr().String() + "/"
			built, err := site.Build(invented.Loaded, site.Options{BaseURL: base, World: world, Served: served})
			require.NoError(t, err)
			options := server.Options{Languages: built.Languages}
			if served {
				options.OEmbed = built.OEmbed.Answer
			}
			host := &http.Server{Handler: server.New(built.Files, options)}
			t.Cleanup(func() { _ = host.Close() })
			go func() { _ = host.Serve(ln) }()

			ask := func(path, params string) (answer struct {
				Type, Version, Title, HTML, Error string
				Width, Height                     int
				Thumbnail                         string `json:"thumbnail_url"`
			},
			) {
				node := exec.Command("node", "--input-type=module", "--eval", consumer, base+path, params)
				node.Dir = "peers"
				said, err := node.Output()
				require.NoError(t, err, "make brings Node and what the tests need of others")
				require.NoError(t, json.Unmarshal(said, &answer), "%s", said)
				return answer
			}
			a := view.Address{Lang: lang, Moment: moment}
			got := ask(a.Path(), `{}`)
			require.Empty(t, got.Error)
			assert.Equal(t, "rich 1.0", got.Type+" "+got.Version)
			assert.Contains(t, got.Title, invented.Texts[lang].Get("moment."+moment+".title"))
			assert.Contains(t, got.HTML, fmt.Sprintf(`<blockquote><a href="%s">`, base+a.Path()))
			a.Embed = view.EmbedAll
			assert.Contains(t, got.HTML, fmt.Sprintf(`src="%s" width="%d" height="%d"`, base+a.Path(), got.Width, got.Height))
			for _, address := range []string{got.Thumbnail, base + a.Path()} {
				response, err := http.Get(address)
				require.NoError(t, err)
				_ = response.Body.Close()
				assert.Equal(t, http.StatusOK, response.StatusCode, address)
			}
			if served {
				got = ask(lang+"/", `{"maxwidth": 320, "maxheight": 400}`)
				assert.Equal(t, []int{320, 400}, []int{got.Width, got.Height})
			}
			assert.Equal(t, "No oEmbed link found", ask(lang+"/"+view.LedgerPage+"/", `{}`).Error, "the ledger has no embed")
		})
	}
}
