package asset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// markerName is a file in every folder that bukti wrote, and the licence to
// replace it.
const (
	markerName = ".bukti"
	markerText = "This folder was written by bukti, which replaces it as a whole.\n"
)

// target returns the absolute path of the folder to write, links resolved so
// that a link stays one, and whether it exists. It fails if it must not be
// replaced.
func target(dir string) (abs string, exists bool, err error) {
	if dir == "" {
		return "", false, errors.New("no folder to write to was given; name one, for example --out site")
	}
	if abs, err = filepath.Abs(dir); err != nil {
		return "", false, err
	}
	if _, err := os.Lstat(abs); errors.Is(err, fs.ErrNotExist) {
		return abs, false, nil
	} else if err != nil {
		return "", false, unwritable(dir, err)
	}
	if abs, err = filepath.EvalSymlinks(abs); err != nil {
		return "", false, unwritable(dir, err)
	}
	entries, err := os.ReadDir(abs)
	if err != nil {
		return "", false, unwritable(dir, err)
	}
	if filepath.Dir(abs) == abs || (len(entries) > 0 && !marked(abs)) {
		return "", false, fmt.Errorf("%s has content that bukti did not write, so it is left alone; choose another folder with --out, or empty this one first", dir)
	}
	return abs, true, nil
}

func marked(dir string) bool {
	path := filepath.Join(dir, markerName)
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	text, err := os.ReadFile(path)
	return err == nil && string(text) == markerText
}

// unwritable tells that a folder could not be written and why. The operation and the
// path that failed are left out: they are of a temporary folder that is gone.
func unwritable(path string, err error) error {
	var failed *fs.PathError
	var moved *os.LinkError
	switch {
	case errors.As(err, &failed):
		err = failed.Err
	case errors.As(err, &moved):
		err = moved.Err
	}
	return fmt.Errorf("%s can't be written; choose another folder with --out: %w", path, err)
}
