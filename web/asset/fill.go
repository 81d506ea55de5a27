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

const (
	fileMode fs.FileMode = 0o644
	dirMode  fs.FileMode = 0o755
)

// fill writes the set and the marker into a folder, with modes that don't depend
// on the user's umask. It stops with the context's error when that ends.
func fill(ctx context.Context, dir string, set *Set) error {
	if err := os.Chmod(dir, dirMode); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, markerName), []byte(markerText)); err != nil {
		return err
	}
	made := map[string]bool{}
	for _, f := range set.All() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if strings.EqualFold(f.Path, markerName) {
			return fmt.Errorf("the site has a file %q, a name that bukti needs itself; name it differently", f.Path)
		}
		for parent := range parents(f.Path) {
			if made[parent] {
				continue
			}
			made[parent] = true
			if err := makeDir(dir, parent); err != nil {
				return err
			}
		}
		local, err := filepath.Localize(f.Path) // refuses names that Windows keeps for devices
		if err != nil {
			return fmt.Errorf("%q can't be a file name on this system: %w", f.Path, err)
		}
		if err := write(filepath.Join(dir, local), f.Body); err != nil {
			return err
		}
	}
	return nil
}

func makeDir(dir, path string) error {
	local, err := filepath.Localize(path)
	if err != nil {
		return fmt.Errorf("%q can't be a folder name on this system: %w", path, err)
	}
	full := filepath.Join(dir, local)
	if err := os.Mkdir(full, dirMode); err != nil {
		return err
	}
	return os.Chmod(full, dirMode)
}

// write makes a new file. One that exists is an error: it can only be the same
// name in other case, on a file system that doesn't tell them apart.
func write(path string, body []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	return errors.Join(err, f.Close(), os.Chmod(path, fileMode))
}
