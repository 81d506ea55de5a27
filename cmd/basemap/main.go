// Command basemap makes the base map, web/static/basemap/world.bin, from a pinned npm package. Run it at the root of the
// repository:
//
//	go run ./cmd/basemap
//
// The same package gives the same bytes. The result is committed, so nobody needs npm or a network to build bukti.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"bukti/app/scene/geo"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("basemap: ")
	tarball := flag.String("package", "", "use this package `file` instead of fetching "+source.Name+"@"+source.Version)
	out := flag.String("out", "web/static/basemap", "write world.bin and PROVENANCE.md to this `folder`")
	flag.Parse()
	if flag.NArg() > 0 {
		log.Fatalf("unexpected argument %q", flag.Arg(0))
	}
	if err := run(*tarball, *out); err != nil {
		log.Fatal(err)
	}
}

func run(tarball, out string) error {
	if tarball == "" {
		dir, err := os.MkdirTemp("", "basemap-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if tarball, err = source.Fetch(dir); err != nil {
			return err
		}
	}
	files, err := source.Open(tarball)
	if err != nil {
		return err
	}
	atlas, err := files.Get(sourceFile)
	if err != nil {
		return fmt.Errorf("%s: %w", tarball, err)
	}
	topology, err := decodeTopology(atlas)
	if err != nil {
		return fmt.Errorf("%s: %w", sourceFile, err)
	}
	world, err := distil(topology)
	if err != nil {
		return fmt.Errorf("%s: %w", sourceFile, err)
	}
	encoded := world.encode()
	decoded, err := geo.DecodeWorld(encoded)
	if err != nil {
		return fmt.Errorf("the base map just made does not decode: %w", err)
	}
	if err := checkPolicy(decoded); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "world.bin"), encoded, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "PROVENANCE.md"), []byte(provenance(world, encoded)), 0o644)
}
