package site

import (
	"bytes"
	"encoding/json"
	"image/png"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/webp"
	"golang.org/x/net/html"

	"bukti/web/asset"
	"bukti/web/static"
)

// Every language has its manifest, and its pages name it; addresses in it hold in any
// folder of any host.
func TestManifests(t *testing.T) {
	for name, b := range builtSites(t) {
		for _, path := range append([]string{""}, b.loaded.Languages...) {
			lang, front := path, path
			if path == "" {
				lang = b.loaded.Languages[0]
			} else {
				front += "/"
			}
			t.Run(name+"/"+path, func(t *testing.T) {
				f, ok := b.site.Files.Get(front + manifestName)
				require.True(t, ok)
				assert.Equal(t, asset.TypeManifest, f.Type)
				var m manifest
				require.NoError(t, json.Unmarshal(f.Body, &m))
				texts := b.loaded.Texts[lang]
				assert.Equal(t, b.loaded.Story.ID, m.ID)
				assert.Equal(t, texts.Get("story.title"), m.Name)
				assert.Equal(t, [2]string{lang, texts.Dir}, [2]string{m.Lang, m.Dir})

				leads := func(to string) string {
					t.Helper()
					require.False(t, strings.HasPrefix(to, "/"), "%s would leave the site's folder", to)
					file, fragment, ok := target(t, f.Path, to)
					require.True(t, ok, to)
					_, exists := b.site.Files.Get(file)
					require.True(t, exists, "%s leads to %s, which is not there", to, file)
					if fragment != "" {
						page := readPage(t, b, file)
						assert.Len(t, elements(page.root, func(n *html.Node) bool { return attr(n, "id") == fragment }), 1, to)
					}
					return file
				}
				assert.Equal(t, "index.html", leads(m.Scope), "the scope is the whole site")
				assert.Equal(t, lang+"/index.html", leads(m.StartURL))
				require.Len(t, m.Shortcuts, 3)
				for _, s := range m.Shortcuts {
					assert.NotContains(t, s.Name, "device.")
					assert.True(t, strings.HasPrefix(leads(s.URL), lang+"/"), s.URL)
				}
				purposes := map[string]bool{}
				for _, i := range m.Icons {
					icon, _ := b.site.Files.Get(leads(i.Src))
					config, err := png.DecodeConfig(bytes.NewReader(icon.Body))
					require.NoError(t, err)
					assert.Equal(t, i.Sizes, strconv.Itoa(config.Width)+"x"+strconv.Itoa(config.Height))
					purposes[i.Purpose+" "+i.Sizes] = true
				}
				shown := map[string]bool{}
				for _, s := range m.Screenshots {
					shot, _ := b.site.Files.Get(leads(s.Src))
					assert.Equal(t, asset.TypeWebP, shot.Type)
					assert.LessOrEqual(t, len(shot.Body), 60_000, s.Src)
					size, err := webp.DecodeConfig(bytes.NewReader(shot.Body))
					require.NoError(t, err)
					assert.Equal(t, s.Sizes, strconv.Itoa(size.Width)+"x"+strconv.Itoa(size.Height))
					short, long := min(size.Width, size.Height), max(size.Width, size.Height)
					assert.True(t, short >= 320 && long <= 3840 && float64(long) <= 2.3*float64(short), "%s: browsers would not show it", s.Sizes)
					assert.Equal(t, s.FormFactor == "narrow", size.Width < size.Height, s.Sizes)
					assert.Contains(t, s.Label, texts.Get("moment."+b.loaded.Story.Opening+".title"))
					shown[s.FormFactor] = true
				}
				pictured := strings.HasPrefix(name, "real")
				assert.Equal(t, [2]bool{pictured, pictured}, [2]bool{shown["narrow"], shown["wide"]})
				for _, needed := range []string{" 192x192", " 512x512", "maskable 512x512", "monochrome 512x512"} {
					assert.True(t, purposes[needed], needed)
				}
			})
		}
	}
	forEveryPage(t, func(t *testing.T, p pageFile) {
		links := elements(p.root, func(n *html.Node) bool { return n.Data == "link" && attr(n, "rel") == "manifest" })
		if p.lost() || strings.Contains(p.path, "/embed/") {
			assert.Empty(t, links)
			return
		}
		require.Len(t, links, 1)
		file, _, ok := target(t, p.path, attr(links[0], "href"))
		require.True(t, ok)
		folder, _, _ := strings.Cut(p.path, "/")
		if folder == "index.html" {
			folder = ""
		} else {
			folder += "/"
		}
		assert.Equal(t, folder+manifestName, file)

		touch := elements(p.root, func(n *html.Node) bool { return attr(n, "rel") == "apple-touch-icon" })
		require.Len(t, touch, 1)
		file, _, ok = target(t, p.path, attr(touch[0], "href"))
		require.True(t, ok)
		icon, ok := p.built.site.Files.Get(file)
		require.True(t, ok, file)
		size, err := png.DecodeConfig(bytes.NewReader(icon.Body))
		require.NoError(t, err)
		assert.Equal(t, [2]int{180, 180}, [2]int{size.Width, size.Height})
		title := elements(p.root, func(n *html.Node) bool { return attr(n, "name") == "apple-mobile-web-app-title" })
		require.Len(t, title, 1)
		assert.Equal(t, appName, attr(title[0], "content"))
	})
}

// The window around the page has the page's colours.
func TestThemeColours(t *testing.T) {
	style, err := static.Style([]string{"colours"})
	require.NoError(t, err)
	light, dark, found := strings.Cut(string(style), "(prefers-color-scheme: dark)")
	require.True(t, found)
	assert.Contains(t, light, "--paper: "+paperLight+";")
	assert.Contains(t, dark, "--paper: "+paperDark+";")
	forEveryPage(t, func(t *testing.T, p pageFile) {
		colours := map[string]string{}
		for _, n := range elements(p.root, func(n *html.Node) bool { return attr(n, "name") == "theme-color" }) {
			colours[attr(n, "media")] = attr(n, "content")
		}
		assert.Equal(t, map[string]string{"(prefers-color-scheme: light)": paperLight, "(prefers-color-scheme: dark)": paperDark}, colours)
	})
}
