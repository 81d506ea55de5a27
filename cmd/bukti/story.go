package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"

	"bukti/app/storyfile"
	"bukti/stories"
	"bukti/web/asset"
	"bukti/web/site"
	"bukti/web/static"
	"bukti/web/static/basemap"
)

// storyFolder opens a story's folder, or the built-in story for "".
func storyFolder(dir string) (fs.FS, error) {
	if dir == "" {
		return stories.BuiltIn(), nil
	}
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot read the story folder %s: %w", dir, reason(err))
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is not a folder; name the folder that holds story.yaml", dir)
	}
	return os.DirFS(dir), nil
}

// reason takes the operation and path off an error of package os, which the
// message around it names already.
func reason(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}

// loadStory loads a story. Problems are written to w, a line each; the error then
// only counts them.
func loadStory(dir string, w io.Writer) (*storyfile.Loaded, error) {
	fsys, err := storyFolder(dir)
	if err != nil {
		return nil, err
	}
	loaded, problems := storyfile.Load(fsys)
	for _, p := range problems {
		fmt.Fprintln(w, p.Error())
	}
	switch len(problems) {
	case 0:
		return loaded, nil
	case 1:
		return nil, fmt.Errorf("the story has 1 problem")
	}
	return nil, fmt.Errorf("the story has %d problems", len(problems))
}

// buildSite loads a story and renders its site, with the demonstration of embeds where it is asked for.
func buildSite(dir string, options site.Options, s *streams) (*site.Site, error) {
	loaded, err := loadStory(dir, s.err)
	if err != nil {
		return nil, err
	}
	if options.BaseURL, err = parseBaseURL(options.BaseURL); err != nil {
		return nil, err
	}
	if options.World, err = basemap.World(); err != nil {
		return nil, fmt.Errorf("reading the base map: %w", err)
	}
	if program, ok := static.BrowserProgram(); ok {
		options.Program = &program
	} else {
		fmt.Fprintln(s.err, "bukti: built without its WebAssembly: pages are complete, but pan, zoom and stepping without a page load are not there; `make build` builds it in")
	}
	return site.Build(loaded, options)
}

// compress makes the brotli and gzip variants of a site's files.
func compress(s *site.Site) error {
	if err := asset.Compress(s.Files); err != nil {
		return fmt.Errorf("compressing the site: %w", err)
	}
	return nil
}
