package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"

	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/static"
)

// workerName is the service worker. It lies at the root, because a worker answers for
// the folder that it is in.
const workerName = "sw.js"

// version is one version of the site as its worker knows it; sw.js says what for.
type version struct {
	Version   string                     `json:"version"`
	First     string                     `json:"first"`
	Program   [2]int                     `json:"program"` // bytes, and bytes compressed
	Languages map[string]versionLanguage `json:"languages"`
}

type versionLanguage struct {
	List   string `json:"list"`
	Digest string `json:"digest"`
	Size   int    `json:"size"` // bytes of all its files but the program
	Device string `json:"device"`
	Lost   string `json:"lost"`
}

// fileList is the files of a language: by what their type must contain, then by their
// path, which is "en/" for a page.
type fileList map[string]map[string]listed

type listed struct {
	digest string
	size   int
}

// MarshalJSON writes [digest, size].
func (l listed) MarshalJSON() ([]byte, error) { return json.Marshal([]any{l.digest, l.size}) }

// worker adds the service worker with a list of the files of each language, or the one
// that undoes its work.
func (b *builder) worker() error {
	m := minify.New()
	m.AddFunc("text/javascript", js.Minify)
	script := static.Worker
	if b.options.Retire {
		script = static.Retired
	}
	code, err := m.Bytes("text/javascript", bytes.Clone(script))
	if err != nil {
		return fmt.Errorf("minifying the worker: %w", err)
	}
	if b.options.Retire {
		return b.files.Add(asset.File{Path: workerName, Body: code})
	}
	if b.program == nil {
		return nil
	}
	v := version{First: b.story.Languages[0], Program: [2]int{len(b.options.Program.Wasm), len(b.options.Program.Gzip)}, Languages: map[string]versionLanguage{}}
	all := ""
	for _, lang := range b.story.Languages {
		l, err := b.versionLanguage(lang)
		if err != nil {
			return err
		}
		v.Languages[lang] = l
		all += l.Digest
	}
	v.Version = asset.Hash([]byte(all))
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return b.files.Add(asset.File{Path: workerName, Body: []byte("const site=" + string(data) + ";" + string(code))})
}

// versionLanguage adds the list of a language's files and the page for what is not
// among them.
func (b *builder) versionLanguage(lang string) (l versionLanguage, err error) {
	if l.Lost, err = b.lost(lang); err != nil {
		return l, err
	}
	l.Device = b.device.kept[lang]
	list := fileList{}
	add := func(kind, name string, body []byte) {
		if list[kind] == nil {
			list[kind] = map[string]listed{}
		}
		list[kind][name] = listed{contentDigest(body), len(body)}
		if kind != "wasm" {
			l.Size += len(body)
		}
	}
	for _, f := range b.files.All() {
		if kind, ok := b.belongs(f, lang); ok {
			add(kind, strings.TrimSuffix(f.Path, "index.html"), f.Body)
		}
	}
	body, err := json.Marshal(list)
	if err != nil {
		return l, err
	}
	l.Digest = contentDigest(body)
	l.List, err = b.hashed("offline."+lang+".json", asset.File{Body: body})
	return l, err
}

// belongs tells whether a file is kept with a language, and what its type must contain
// so that a browser makes the right thing of it.
func (b *builder) belongs(f *asset.File, lang string) (kind string, ok bool) {
	first := lang == b.story.Languages[0]
	inLang, found := strings.CutPrefix(f.Path, lang+"/")
	switch {
	case f.Path == "index.html" && first, found && path.Base(f.Path) == "index.html" && !strings.HasPrefix(inLang, "embed/"):
		return "html", true
	case !strings.HasPrefix(f.Path, "assets/"):
		return "", false
	}
	name := strings.TrimPrefix(f.Path, "assets/")
	for _, l := range b.story.Languages {
		for _, stem := range []string{"story", "device", "lost", "offline"} {
			if strings.HasPrefix(name, stem+"."+l+".") {
				return "", l == lang && stem != "offline"
			}
		}
	}
	switch path.Ext(name) {
	case ".png", ".webp":
		return "", false // the app's icons and screenshots are the launcher's
	case ".js":
		return "javascript", true
	case ".wasm":
		return "wasm", true
	}
	return "", true
}

// contentDigest tells versions of a file apart, and a whole one from a damaged one, in
// the form in which the worker computes it.
func contentDigest(body []byte) string {
	sum := sha256.Sum256(body)
	return base64.StdEncoding.EncodeToString(sum[:9])
}

// lost adds the page that the worker shows for what is not saved. It is no page of the
// site: the worker puts in where the root is.
func (b *builder) lost(lang string) (string, error) {
	t := b.story.Texts[lang]
	body, err := b.render(&shell{
		Lang: lang, Dir: t.Dir, Title: t.Get("lost.title"), NoIndex: true, Icon: asset.RootToken + b.icon,
		Style: template.CSS(b.styles.ledger),
	}, &view.NotSaved{Texts: t, Root: asset.RootToken})
	if err != nil {
		return "", fmt.Errorf("the page for what is not saved: %w", err)
	}
	return b.hashed("lost."+lang+".txt", asset.File{Body: body})
}
