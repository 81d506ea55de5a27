package asset

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// WriteDir writes all files of the set as a folder, in place of what was there.
//
// The files are written into a folder beside it, which takes its place only when
// complete: readers of a web server on it see the old site or the new one, but
// for the instant between two renames. On any error, and when the context ends
// before that instant, the old folder is as it was, and nothing else is left. Everything in the old folder goes, also what others
// put there.
//
// It refuses to replace a folder with content that bukti did not write, told by
// the marker file ".bukti". Bodies only are written: compressed variants are the
// business of the host.
func WriteDir(ctx context.Context, set *Set, dir string) error {
	return writeDir(ctx, set, dir, os.Rename)
}

func writeDir(ctx context.Context, set *Set, dir string, rename func(from, to string) error) (err error) {
	dir, exists, err := target(dir)
	if err != nil {
		return err
	}
	undoParents, err := makeParents(filepath.Dir(dir))
	if err != nil {
		return unwritable(dir, err)
	}
	temp := ""
	defer func() {
		if err != nil {
			if temp != "" {
				err = errors.Join(err, os.RemoveAll(temp))
			}
			undoParents()
		}
	}()
	temp, err = os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-*")
	if err != nil {
		return unwritable(dir, err)
	}
	if err := fill(ctx, temp, set); err != nil {
		return inPlace(err, temp, dir)
	}
	if exists {
		return swap(temp, dir, rename)
	}
	if err := rename(temp, dir); err != nil {
		return unwritable(dir, err)
	}
	return nil
}

// inPlace is an error of filling the temporary folder, told of the folder whose place
// it was to take.
func inPlace(err error, temp, dir string) error {
	var failed *fs.PathError
	switch {
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("interrupted before %s was written", dir)
	case errors.As(err, &failed):
		return unwritable(dir+strings.TrimPrefix(failed.Path, temp), err)
	}
	return err
}

// makeParents makes a folder and those it is in, and returns how to remove the
// ones that were not there.
func makeParents(dir string) (undo func(), err error) {
	var made []string
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Lstat(d); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append(made, d)
	}
	undo = func() {
		for _, d := range made {
			_ = os.Remove(d) // fails if others use it by now, and so it should
		}
	}
	if err := os.MkdirAll(dir, dirMode); err != nil {
		undo()
		return nil, err
	}
	return undo, nil
}

// swap puts the folder temp in the place of dir. If that fails, dir is put back.
func swap(temp, dir string, rename func(from, to string) error) error {
	old := temp + "-old"
	if err := rename(dir, old); err != nil {
		return unwritable(dir, err)
	}
	if err := rename(temp, dir); err != nil {
		if back := rename(old, dir); back != nil {
			return fmt.Errorf("the folder %s could not be replaced and is now at %s; move it back: %w", dir, old, errors.Join(err, back))
		}
		return unwritable(dir, err)
	}
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("%s is written, but the folder it replaced could not be removed from %s; remove it: %w", dir, old, err)
	}
	return nil
}
