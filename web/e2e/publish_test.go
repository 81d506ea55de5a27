package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bukti/app/story"
	"bukti/app/storyfile"
	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/site"
	"bukti/web/static"
	"bukti/web/static/basemap"
)

// publication is the site under test, with the story that it was made from.
type publication struct {
	*storyfile.Loaded
	program *static.Program
	site    *site.Site
	url     string // of the site's root, with a slash at its end
	nested  string // of the same site below a folder of its host
}

// publish builds a story's site, compressed, with the browser's program.
func publish(folder fs.FS, program *static.Program) (*publication, error) {
	loaded, problems := storyfile.Load(folder)
	if len(problems) > 0 {
		return nil, problems[0]
	}
	return publishLoaded(loaded, program)
}

func publishLoaded(loaded *storyfile.Loaded, program *static.Program) (*publication, error) {
	world, err := basemap.World()
	if err != nil {
		return nil, err
	}
	own := *program
	own.Support = bytes.Clone(program.Support) // the minifier writes into what it reads
	built, err := site.Build(loaded, site.Options{World: world, Program: &own})
	if err != nil {
		return nil, err
	}
	if err := asset.Compress(built.Files); err != nil {
		return nil, err
	}
	return &publication{Loaded: loaded, program: program, site: built}, nil
}

// root is the module's folder, from that of this package.
const root = "../.."

// browserProgram returns the program that `make build` left, and builds it aside
// when it is missing, as after a plain `go test ./...` in a fresh clone, or older
// than its sources: an outdated program would fail for no fault of today's code.
func browserProgram() (*static.Program, error) {
	program, ok := static.BrowserProgram()
	stale, err := outdated(filepath.Join(root, "web/static/wasm/app.wasm.br"))
	if err != nil {
		return nil, err
	}
	if ok && !stale {
		return &program, nil
	}
	fmt.Fprintln(os.Stderr, "e2e: building the browser's program, which is missing or older than its sources; `make build` would keep it")
	dir, err := os.MkdirTemp("", "bukti-wasm-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	build := exec.Command("go", "run", "bukti/cmd/wasmbuild", "-out", dir)
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("building the browser's program: %w\n%s", err, out)
	}
	var errs [3]error
	read := func(i int, name string) (data []byte) {
		data, errs[i] = os.ReadFile(filepath.Join(dir, name))
		return data
	}
	fresh, err := static.NewProgram(read(0, "app.wasm.br"), read(1, "app.wasm.gz"), read(2, "go.js"))
	return &fresh, errors.Join(append(errs[:], err)...)
}

// outdated tells whether a build product is older than what the Makefile says it is
// made from.
func outdated(product string) (bool, error) {
	info, err := os.Stat(product)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	var newest time.Time
	for _, source := range []string{"go.mod", "go.sum", "app", "cmd/wasm", "cmd/wasmbuild"} {
		err := filepath.WalkDir(filepath.Join(root, source), func(path string, d fs.DirEntry, err error) error {
			isSource := strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") || strings.HasPrefix(d.Name(), "go.")
			if err != nil || d.IsDir() || !isSource {
				return err
			}
			info, err := d.Info()
			if err == nil && info.ModTime().After(newest) {
				newest = info.ModTime()
			}
			return err
		})
		if err != nil {
			return false, err
		}
	}
	return newest.After(info.ModTime()), nil
}

// asset returns the path of the hashed file of a name, such as "app.wasm".
func (p *publication) asset(name string) string {
	ext := filepath.Ext(name)
	stem := "assets/" + strings.TrimSuffix(name, ext) + "."
	for _, f := range p.site.Files.All() {
		if strings.HasPrefix(f.Path, stem) && strings.HasSuffix(f.Path, ext) {
			return f.Path
		}
	}
	panic("the site has no file " + name)
}

// edition is one language's page of one moment.
type edition struct {
	from   *publication
	lang   string
	moment *story.Moment
	texts  *story.Texts
	path   string // relative to the root
}

// editions lists the pages of all moments in all languages, and after them the
// front pages, which show the opening moment under addresses without one.
func (p *publication) editions() []edition {
	var all, fronts []edition
	opening := &p.Story.Moments[p.Story.MomentIndex(p.Story.Opening)]
	for _, lang := range p.Languages {
		for i := range p.Story.Moments {
			m := &p.Story.Moments[i]
			all = append(all, edition{p, lang, m, p.Texts[lang], view.Address{Lang: lang, Moment: m.ID}.Path()})
		}
		fronts = append(fronts, edition{p, lang, opening, p.Texts[lang], lang + "/"})
	}
	fronts = append(fronts, edition{p, p.Languages[0], opening, p.Texts[p.Languages[0]], ""})
	return append(all, fronts...)
}

// name is the edition's name as a subtest.
func (e edition) name() string {
	if e.path == "" {
		return "root"
	}
	return strings.TrimSuffix(e.path, "/")
}

// lead is the text in large type: the figure with its qualifier, or the stance.
func (e edition) lead() string {
	c := e.from.Story.Claim(e.moment.Lead)
	if c.HasFigure() {
		return e.texts.Figure(c.Figure, c.Qualifier)
	}
	return e.texts.Position(c)
}

// linking is an edition whose paragraph links to a claim that the page has.
func (p *publication) linking() edition {
	for _, e := range p.editions() {
		for _, span := range story.Spans(e.texts.Get("moment." + e.moment.ID + ".text")) {
			if span.Claim != "" && slices.Contains(e.moment.Focus, span.Claim) {
				return e
			}
		}
	}
	panic("no text of " + p.Story.ID + " links to a claim in focus")
}
