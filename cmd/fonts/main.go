// Command fonts makes web/static/font/fonts.zip, the fonts that pictures of moments are drawn with, from pinned npm
// packages. Run it at the root of the repository:
//
//	go run ./cmd/fonts
//
// The same packages give the same bytes. The result is committed, so nobody needs npm or a network to build bukti.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("fonts: ")
	from := flag.String("packages", "", "use the package files in this `folder` instead of fetching them")
	out := flag.String("out", "web/static/font", "write fonts.zip and PROVENANCE.md to this `folder`")
	flag.Parse()
	if flag.NArg() > 0 {
		log.Fatalf("unexpected argument %q", flag.Arg(0))
	}
	if err := run(*from, *out); err != nil {
		log.Fatal(err)
	}
}

func run(from, out string) error {
	dir := from
	if from == "" {
		var err error
		if dir, err = os.MkdirTemp("", "fonts-"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	chosen := map[string][]byte{}
	for _, s := range sources {
		if from == "" {
			if _, err := s.Fetch(dir); err != nil {
				return err
			}
		}
		files, err := s.Open(filepath.Join(dir, s.File()))
		if err != nil {
			return err
		}
		if err := s.choose(files, chosen); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	archive, err := zipped(chosen)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "fonts.zip"), archive, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "PROVENANCE.md"), []byte(provenance(chosen, archive)), 0o644)
}
