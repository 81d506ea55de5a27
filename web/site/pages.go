package site

import (
	"bytes"
	"fmt"
	"html/template"
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti"
	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/export"
)

// shell is what index.html is filled with.
type shell struct {
	Lang, Dir   string
	Title       string
	Description string
	NoIndex     bool
	Canonical   string
	Alternates  []alternate
	Feed        string
	JSONLD      template.JS   // a data block, not executed
	Ahead       template.HTML // speculation rules, no script either
	Expect      string        // the element before which nothing is drawn
	Image       *shellImage   // for cards on other sites; nil where the site's address is not known
	Described   []described
	Policy      string
	Icon        string
	Style       template.CSS // inside the page
	Frame       string       // the script of an embed
	Dialog      string       // the style of the embed dialog, relative to the page
	Program     *shellProgram
	App         *shellApp
	Device      *shellDevice
	Light, Dark string // the colours of the window around the page
	Body        template.HTML
}

type alternate struct{ Lang, Href string }

// described is a link to the page's oEmbed description. Its type is written as it is:
// WordPress looks for it in the bare text, where an escaped plus sign hides it.
type described struct {
	Type template.HTMLAttr
	Href string
}

// shellProgram is where the loader finds what it needs, relative to the page.
type shellProgram struct {
	Root, Path, Languages        string
	Loader, Wasm, Go, Story, Map string
}

// shellApp is what makes the page an app that can be installed, relative to the page.
type shellApp struct{ Manifest, TouchIcon, Name string }

// shellDevice is where the script is that keeps the site on the device, and its data.
type shellDevice struct{ Script, Kept string }

var shellTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("index.html").Parse(bukti.Shell)
})

// pages adds every page of every language, the front page and the 404 pages.
func (b *builder) pages() error {
	first := b.story.Languages[0]
	if err := b.explainer(first, view.Address{}); err != nil {
		return err
	}
	for _, lang := range b.story.Languages {
		addresses := []view.Address{{Lang: lang}}
		for _, m := range b.story.Story.Moments {
			addresses = append(addresses, view.Address{Lang: lang, Moment: m.ID})
		}
		for _, a := range addresses {
			if err := b.explainer(lang, a); err != nil {
				return err
			}
		}
		if err := b.embeds(lang); err != nil {
			return err
		}
		if err := b.ledger(lang); err != nil {
			return err
		}
		if err := b.notFound(lang, lang+"/404.html"); err != nil {
			return err
		}
	}
	return b.notFound(first, "404.html")
}

// explainer adds the page at an address.
func (b *builder) explainer(lang string, a view.Address) error {
	st, t := b.story.Story, b.story.Texts[lang]
	state := view.ParseState(st, a, "")
	sh := b.shell(lang, a)
	sh.Title = view.Title(st, t, state)
	for _, l := range b.oembed.Links(view.Address{Lang: lang, Moment: a.Moment}, b.options.Served) {
		sh.Described = append(sh.Described, described{template.HTMLAttr(`type="` + l.Type + `"`), l.Href})
	}
	if err := b.describe(&sh, lang, a); err != nil {
		return err
	}
	if b.program != nil {
		sh.Dialog = a.Root() + b.dialog
	}
	// Both pictures are laid out in the first frame: a frame for each, and one before
	// them, took 1.3 times as long. A step glides to a whole page, too. What is waited for
	// stands behind the map: Chromium goes on as soon as the element begins.
	sh.Expect = view.TellingID
	sh.Style = template.CSS(b.styles.page)
	sh.Ahead = template.HTML(`<script type="speculationrules">` + ahead + `</script>`)
	return b.page(a.Path()+"index.html", sh, &view.Page{Model: b.models[lang], State: state})
}

// ledger adds the page of every claim.
func (b *builder) ledger(lang string) error {
	t := b.story.Texts[lang]
	a := view.Address{Lang: lang, Moment: view.LedgerPage}
	sh := b.shell(lang, a)
	sh.Title = t.Get("ledger.title") + " – " + t.Get("story.title")
	sh.Style = template.CSS(b.styles.ledger)
	return b.page(a.Path()+"index.html", sh, &view.Ledger{Model: b.models[lang], State: view.ParseState(b.story.Story, a, "")})
}

// shell is what all pages of a language have in common.
func (b *builder) shell(lang string, a view.Address) shell {
	t := b.story.Texts[lang]
	root := a.Root()
	sh := shell{
		Lang: lang, Dir: t.Dir,
		Description: t.Get("story.description"),
		Icon:        root + b.icon,
		Feed:        root + export.FeedName,
		App:         &shellApp{root + view.Address{Lang: a.Lang}.Path() + manifestName, root + b.appIcons[touchIcon], appName},
	}
	if b.program != nil {
		sh.Program = &shellProgram{
			Root: root, Path: a.Path(), Languages: b.languageList(),
			Loader: root + b.program.loader, Wasm: root + b.program.wasm, Go: root + b.program.support,
			Story: root + b.program.stories[lang], Map: root + b.program.bases,
		}
	}
	if b.device != nil {
		sh.Device = &shellDevice{root + b.device.script, root + b.device.kept[lang]}
	}
	b.links(&sh, lang, a)
	sh.Image = b.image(lang, a)
	return sh
}

// links names the page's own address and its translations: with the site's public
// address where it is known, as search engines want them, and relative otherwise.
func (b *builder) links(sh *shell, lang string, a view.Address) {
	base := b.options.BaseURL
	if base == "" {
		base = a.Root()
	} else {
		sh.Canonical = base + view.Address{Lang: lang, Moment: a.Moment}.Path()
	}
	if a.Embed != "" {
		return // no search engine lists it
	}
	for _, l := range b.story.Languages {
		sh.Alternates = append(sh.Alternates, alternate{l, base + view.Address{Lang: l, Moment: a.Moment}.Path()})
	}
	sh.Alternates = append(sh.Alternates, alternate{"x-default", base + view.Address{Lang: b.story.Languages[0], Moment: a.Moment}.Path()})
}

// notFound adds a page that leads back from an address that does not exist.
func (b *builder) notFound(lang, path string) error {
	t := b.story.Texts[lang]
	return b.page(path, shell{
		Lang: lang, Dir: t.Dir, Title: t.Get("notfound.title"), NoIndex: true,
		Icon: asset.RootToken + b.icon, Style: template.CSS(b.styles.ledger),
	}, &view.NotFound{Texts: t, Root: asset.RootToken})
}

// page renders a component into the shell and adds it as a file.
func (b *builder) page(path string, sh shell, root app.UI) error {
	html, err := b.render(&sh, root)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return b.files.Add(asset.File{Path: path, Body: html, Policy: sh.Policy, Quick: sh.Frame != ""})
}

// render renders a component into the shell, whose policy it sets.
func (b *builder) render(sh *shell, root app.UI) ([]byte, error) {
	body, err := Canonical(app.HTMLString(root))
	if err != nil {
		return nil, err
	}
	sh.Body = template.HTML(body)
	rules := ""
	if sh.Ahead != "" {
		rules = inlineHash(ahead)
	}
	sh.Policy = policy(inlineHash(string(sh.Style)), rules, sh.Dialog != "")
	sh.Light, sh.Dark = paperLight, paperDark
	tmpl, err := shellTemplate()
	if err != nil {
		return nil, fmt.Errorf("index.html: %w", err)
	}
	var out bytes.Buffer
	if err := tmpl.Execute(&out, sh); err != nil {
		return nil, err
	}
	// The template engine escapes braces in attributes; the token must survive.
	return bytes.ReplaceAll(out.Bytes(), []byte("%7b%7broot%7d%7d"), []byte(asset.RootToken)), nil
}
