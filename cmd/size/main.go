// Command size tells what the bytes of the built-in story's site are spent on: of each
// kind of page by its parts, of what the loader fetches, and of the browser's program by
// the packages in it. It needs what `make build` leaves.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"bukti/app/storyfile"
	"bukti/stories"
	"bukti/web/asset"
	"bukti/web/site"
	"bukti/web/static"
	"bukti/web/static/basemap"
)

// The pages of one language tell enough, and so do the first packages of many.
const (
	language = "en"
	top      = 20
)

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
}

func run(out io.Writer) error {
	program, ok := static.BrowserProgram()
	packages, known := static.ProgramPackages()
	if !ok || !known {
		return errors.New("there is no program for the browser, or an old one: run `make build` first")
	}
	built, moments, err := build(&program)
	if err != nil {
		return err
	}
	pages, err := weighPages(kinds(built.Files, moments))
	if err != nil {
		return err
	}
	fetched, err := weighAssets(built.Files)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "Pages, in bytes. Of several the largest. The brotli of a part is what the page's shrinks by without it;")
	fmt.Fprintln(out, "what parts have in common shrinks with none of them alone.")
	if err := table(out, pages); err != nil {
		return err
	}
	fmt.Fprintln(out, "\nWhat pages and their loader fetch, in bytes")
	if err := table(out, fetched); err != nil {
		return err
	}
	list := strings.SplitAfter(packages, "\n")
	fmt.Fprintf(out, "\nThe largest of %d packages in app.wasm, in bytes of code before compression\n", len(list)-1)
	_, err = io.WriteString(out, strings.Join(list[:min(top, len(list))], ""))
	return err
}

// build makes the built-in story's site, and lists its moments.
func build(program *static.Program) (*site.Site, []string, error) {
	loaded, problems := storyfile.Load(stories.BuiltIn())
	if len(problems) > 0 {
		return nil, nil, problems[0]
	}
	world, err := basemap.World()
	if err != nil {
		return nil, nil, err
	}
	var moments []string
	for _, m := range loaded.Story.Moments {
		moments = append(moments, m.ID)
	}
	built, err := site.Build(loaded, site.Options{World: world, Program: program})
	return built, moments, err
}

// row is a line of a table of sizes.
type row struct {
	name        string
	raw, brotli int
}

func table(out io.Writer, rows []row) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "raw\tbrotli\t")
	for _, r := range rows {
		// Names stand outside of the columns, which are aligned to the right.
		fmt.Fprintf(w, "%d\t%d\t  %s\n", r.raw, r.brotli, r.name)
	}
	return w.Flush()
}

// weighAssets weighs the files whose names carry a hash.
func weighAssets(files *asset.Set) ([]row, error) {
	var set asset.Set
	for _, f := range files.All() {
		if f.Immutable {
			if err := set.Add(*f); err != nil {
				return nil, err
			}
		}
	}
	if err := asset.Compress(&set); err != nil {
		return nil, err
	}
	var rows []row
	for _, f := range set.All() {
		rows = append(rows, row{f.Path, len(f.Body), packed(f)})
	}
	return rows, nil
}

// packed is how many bytes of a file are sent to a browser that reads brotli.
func packed(f *asset.File) int {
	if f.Brotli == nil {
		return len(f.Body)
	}
	return len(f.Brotli)
}
