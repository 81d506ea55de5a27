package site

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"bukti"
	"bukti/app/scene"
	"bukti/app/scene/geo"
	"bukti/app/storyfile"
	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/oembed"
	"bukti/web/static"
)

// Options are what the site needs beyond the story.
type Options struct {
	BaseURL string          // the site's public address with a slash at its end, or empty
	Program *static.Program // nil: the pages go without WebAssembly
	World   *geo.World
	Demo    bool // with an article that shows embeds, for trying them out
	Served  bool // by a server that answers for oEmbed; an export has files in its place
	Retire  bool // undo what earlier versions keep on readers' devices
}

// Site is everything that is published.
type Site struct {
	Files     *asset.Set
	Languages []string // the first is the default one
	OEmbed    *oembed.Provider
}

// builder is the state of one Build.
type builder struct {
	story   *storyfile.Loaded
	options Options
	bases   scene.Bases
	names   []view.Language
	models  map[string]*view.Model // by language
	styles  styles
	frame   string // the script of embeds
	dialog  string // the style sheet of the embed dialog, a file of its own
	files   *asset.Set
	oembed  *oembed.Provider
	program *program // nil without WebAssembly
	icon    string

	appIcons map[string]string // paths by name
	device   *device           // nil without WebAssembly, or when it retires
}

// styles are the style sheets inside pages: of the explainer, of embeds and of the rest.
type styles struct{ page, embed, ledger string }

// ahead are the speculation rules without the line's end.
var ahead = strings.TrimSpace(static.Ahead)

// program is where the files are that the loader needs.
type program struct {
	loader, wasm, support, bases string
	stories                      map[string]string // by language
}

// Build renders a story's site. The files are not compressed yet, but for the
// program.
func Build(loaded *storyfile.Loaded, options Options) (*Site, error) {
	b := &builder{story: loaded, options: options, bases: bases(loaded.Story, options.World), files: &asset.Set{}}
	for _, lang := range loaded.Languages {
		b.names = append(b.names, view.Language{Tag: lang, Name: loaded.Texts[lang].Get("language.name")})
	}
	b.models = map[string]*view.Model{}
	for _, lang := range loaded.Languages {
		b.models[lang] = &view.Model{Story: loaded.Story, Texts: loaded.Texts[lang], Bases: b.bases, Languages: b.names}
	}
	b.oembed = oembed.New(options.BaseURL, loaded.Languages, b.models)
	if err := b.assets(); err != nil {
		return nil, err
	}
	if err := b.pages(); err != nil {
		return nil, err
	}
	if err := b.pictures(); err != nil {
		return nil, err
	}
	if err := b.data(); err != nil {
		return nil, err
	}
	if err := b.manifests(); err != nil {
		return nil, err
	}
	if err := b.worker(); err != nil {
		return nil, err
	}
	return &Site{Files: b.files, Languages: loaded.Languages, OEmbed: b.oembed}, nil
}

// assets adds what pages refer to, under names that contain a hash of the content.
func (b *builder) assets() error {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	for _, sheet := range []struct {
		at    *string
		parts []string
	}{{&b.styles.page, static.PageStyle}, {&b.styles.embed, static.EmbedStyle}, {&b.styles.ledger, static.LedgerStyle}} {
		style, err := styleSheet(m, sheet.parts)
		if err != nil {
			return err
		}
		*sheet.at = string(style)
	}
	dialog, err := styleSheet(m, static.DialogStyle)
	if err != nil {
		return err
	}
	if b.dialog, err = b.hashed("embedding.css", asset.File{Body: dialog}); err != nil {
		return err
	}
	frame, err := m.Bytes("text/javascript", bytes.Clone(static.Frame))
	if err != nil {
		return fmt.Errorf("minifying the embeds' script: %w", err)
	}
	if b.frame, err = b.hashed("frame.js", asset.File{Body: frame}); err != nil {
		return err
	}
	if err := b.element(m); err != nil {
		return err
	}
	if b.options.Demo {
		if err := b.demo(m); err != nil {
			return err
		}
	}
	if b.icon, err = b.hashed("icon.svg", asset.File{Body: static.Icon}); err != nil {
		return err
	}
	if err := b.icons(); err != nil || b.options.Program == nil {
		return err
	}
	p := b.options.Program
	loader, err := m.Bytes("text/javascript", bytes.Clone(bukti.Loader)) // the minifier writes into its input
	if err != nil {
		return fmt.Errorf("minifying wasm_exec.js: %w", err)
	}
	support, err := m.Bytes("text/javascript", bytes.Clone(p.Support))
	if err != nil {
		return fmt.Errorf("minifying the toolchain's support script: %w", err)
	}
	pr := &program{stories: map[string]string{}}
	for _, f := range []struct {
		at   *string
		name string
		file asset.File
	}{
		{&pr.loader, "wasm_exec.js", asset.File{Body: loader}},
		{&pr.support, "go.js", asset.File{Body: support}},
		{&pr.wasm, "app.wasm", asset.File{Body: p.Wasm, Brotli: p.Brotli, Gzip: p.Gzip}},
		{&pr.bases, "map.txt", asset.File{Body: []byte(scene.PackBases(b.bases))}},
	} {
		if *f.at, err = b.hashed(f.name, f.file); err != nil {
			return err
		}
	}
	for _, lang := range b.story.Languages {
		data := b.story.Story.Pack(b.story.Texts[lang])
		if pr.stories[lang], err = b.hashed("story."+lang+".txt", asset.File{Body: data}); err != nil {
			return err
		}
	}
	b.program = pr
	if b.options.Retire {
		return nil
	}
	return b.keep(m)
}

// styleSheet joins the named parts and minifies them.
func styleSheet(m *minify.M, parts []string) ([]byte, error) {
	written, err := static.Style(parts)
	if err != nil {
		return nil, err
	}
	style, err := m.Bytes("text/css", written)
	if err != nil {
		return nil, fmt.Errorf("minifying the style sheet of %v: %w", parts, err)
	}
	return style, nil
}

// hashed adds an immutable file and returns its path.
func (b *builder) hashed(name string, f asset.File) (string, error) {
	f.Path = "assets/" + asset.HashedName(name, f.Body)
	f.Immutable = true
	return f.Path, b.files.Add(f)
}

// languageList is the languages in the form in which the browser's program reads
// them: "id=Bahasa Indonesia;en=English".
func (b *builder) languageList() string {
	items := make([]string, len(b.names))
	for i, l := range b.names {
		items[i] = l.Tag + "=" + l.Name
	}
	return strings.Join(items, ";")
}
