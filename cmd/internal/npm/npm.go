// Package npm reads npm packages that are pinned by name, version and integrity, for the commands that make committed
// files from them.
package npm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Package is one version of a package. The integrity is npm's own (Subresource Integrity: sha512 of the package file,
// base64).
type Package struct{ Name, Version, Integrity string }

// File is the name that npm gives to the package file.
func (p Package) File() string {
	return strings.NewReplacer("@", "", "/", "-").Replace(p.Name) + "-" + p.Version + ".tgz"
}

// Fetch has npm put the package file into dir, from whichever registry npm is set up for.
func (p Package) Fetch(dir string) (tarball string, err error) {
	cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, p.Name+"@"+p.Version)
	// Away from the repository, so that npm reads no package.json.
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("npm pack %s@%s: %w (or give the package file by hand)", p.Name, p.Version, err)
	}
	return filepath.Join(dir, p.File()), nil
}

// Open reads a package file, which is refused unless it is the pinned one.
func (p Package) Open(tarball string) (Files, error) {
	packed, err := os.ReadFile(tarball)
	if err != nil {
		return nil, err
	}
	sum := sha512.Sum512(packed)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != p.Integrity {
		return nil, fmt.Errorf("%s: not %s %s as pinned: integrity is %s, want %s", tarball, p.Name, p.Version, got, p.Integrity)
	}
	files, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", tarball, err)
	}
	return files, nil
}

// Files are a package's files by their names in it: "package/LICENSE".
type Files map[string][]byte

// Get returns a file.
func (f Files) Get(name string) ([]byte, error) {
	body, ok := f[name]
	if !ok {
		return nil, fmt.Errorf("the package has no file %s", name)
	}
	return body, nil
}

func unpack(packed []byte) (Files, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	files := Files{}
	tarred := tar.NewReader(unzipped)
	for {
		header, err := tarred.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		if files[header.Name], err = io.ReadAll(tarred); err != nil {
			return nil, err
		}
	}
}
