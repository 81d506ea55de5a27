package site

import (
	"encoding/json"
	"fmt"

	"bukti/app/story"
	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/static"
)

// manifestName is a language's manifest in its folder, and the default language's at
// the root as well.
const manifestName = "manifest.webmanifest"

// manifest is a Web Application Manifest. Its addresses are relative to its own.
type manifest struct {
	ID              string         `json:"id"`
	Name            string         `json:"name"`
	ShortName       string         `json:"short_name"`
	Description     string         `json:"description"`
	Lang            string         `json:"lang"`
	Dir             string         `json:"dir"`
	StartURL        string         `json:"start_url"`
	Scope           string         `json:"scope"`
	Display         string         `json:"display"`
	DisplayOverride []string       `json:"display_override"`
	ThemeColor      string         `json:"theme_color"`
	BackgroundColor string         `json:"background_color"`
	Categories      []string       `json:"categories"`
	Icons           []manifestIcon `json:"icons"`
	Screenshots     []screenshot   `json:"screenshots,omitempty"`
	Shortcuts       []shortcut     `json:"shortcuts"`
}

type manifestIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

type screenshot struct {
	Src        string `json:"src"`
	Sizes      string `json:"sizes"`
	Type       string `json:"type"`
	FormFactor string `json:"form_factor"`
	Label      string `json:"label"`
}

type shortcut struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// appName is the name under an icon, where there is room for a word.
const appName = "bukti"

// The pages' ground, which the window around an installed app continues: --paper of
// style/colours.css in light and dark.
const (
	paperLight = "#fbfaf6"
	paperDark  = "#11181f"
)

// appIcons are the icons that a manifest names.
var appIcons = []struct{ name, sizes, purpose string }{
	{"icon-192", "192x192", ""},
	{"icon-512", "512x512", ""},
	{"maskable-192", "192x192", "maskable"},
	{"maskable-512", "512x512", "maskable"},
	{"monochrome-512", "512x512", "monochrome"},
}

// icons adds the app's icons and keeps their paths.
func (b *builder) icons() error {
	b.appIcons = map[string]string{}
	names := []string{touchIcon}
	for _, i := range appIcons {
		names = append(names, i.name)
	}
	for _, name := range names {
		body, err := static.AppIcon(name)
		if err != nil {
			return fmt.Errorf("the app's icon %s: %w", name, err)
		}
		if b.appIcons[name], err = b.hashed(name+".png", asset.File{Body: body}); err != nil {
			return err
		}
	}
	return nil
}

// touchIcon is the one that iOS asks for.
const touchIcon = "touch-180"

// manifests adds a manifest for every language: in its folder, and the default
// language's at the root too.
func (b *builder) manifests() error {
	for i, lang := range b.story.Languages {
		shots, err := b.screenshots(lang)
		if err != nil {
			return err
		}
		if i == 0 {
			if err := b.manifest(lang, manifestName, "./", lang+"/", shots); err != nil {
				return err
			}
		}
		if err := b.manifest(lang, lang+"/"+manifestName, "../", "./", shots); err != nil {
			return err
		}
	}
	return nil
}

// screenshots adds a language's pictures of the front page, named as seen from the
// site's root.
func (b *builder) screenshots(lang string) ([]screenshot, error) {
	st := b.story.Story
	label := view.NewFinding(st, b.story.Texts[lang], st.MomentIndex(st.Opening)).Alt()
	var shots []screenshot
	for _, s := range b.story.Screenshots[lang] {
		src, err := b.hashed(lang+"-"+s.Form+".webp", asset.File{Body: s.WebP})
		if err != nil {
			return nil, err
		}
		shots = append(shots, screenshot{src, fmt.Sprintf("%dx%d", s.Width, s.Height), asset.TypeWebP, s.Form, label})
	}
	return shots, nil
}

// manifest adds one, with the way from it to the site's root and to the language's
// front page.
func (b *builder) manifest(lang, path, root, front string, shots []screenshot) error {
	st, t := b.story.Story, b.story.Texts[lang]
	latest := st.Moments[len(st.Moments)-1]
	m := manifest{
		// Browsers resolve it against the origin alone: the story's id keeps two
		// explainers on one host apart, and one app the same in all its languages.
		ID:   st.ID,
		Name: t.Get("story.title"), ShortName: appName, Description: story.Plain(t.Get("story.description")),
		Lang: lang, Dir: t.Dir, StartURL: front, Scope: root,
		Display: "standalone", DisplayOverride: []string{"window-controls-overlay", "standalone"},
		ThemeColor: paperLight, BackgroundColor: paperLight, Categories: []string{"news"},
		Shortcuts: []shortcut{
			{t.Get("moment." + latest.ID + ".title"), front + latest.ID + "/"},
			{t.Get("device.map"), front + "#map"},
			{t.Get("ledger.title"), front + view.LedgerPage + "/"},
		},
	}
	for _, i := range appIcons {
		m.Icons = append(m.Icons, manifestIcon{root + b.appIcons[i.name], i.sizes, asset.TypePNG, i.purpose})
	}
	for _, s := range shots {
		s.Src = root + s.Src
		m.Screenshots = append(m.Screenshots, s)
	}
	body, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return b.files.Add(asset.File{Path: path, Body: body})
}
