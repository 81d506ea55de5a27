package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"bukti/stories"
)

type newCommand struct {
	Dir string `arg:"" help:"Folder to make." type:"path"`
}

// Help is the command's long help text.
func (*newCommand) Help() string {
	return `Makes a folder with the smallest story that tells something: two claims of two
sides, each field explained. It passes the check and can be served as it is.

  bukti new stories/mine
  bukti serve stories/mine --watch`
}

// Run makes the folder, which must not be there or be empty. It is there whole or not
// at all.
func (c *newCommand) Run(s *streams) (err error) {
	entries, err := os.ReadDir(c.Dir)
	switch {
	case err == nil && len(entries) > 0:
		return fmt.Errorf("%s is there already and not empty; choose another name", c.Dir)
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("cannot make the story folder %s: %w", c.Dir, reason(err))
	}
	parent := filepath.Dir(c.Dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return fmt.Errorf("cannot make the folder %s: %w", parent, reason(err))
	}
	temp, err := os.MkdirTemp(parent, ".bukti-new-*")
	if err != nil {
		return fmt.Errorf("cannot write in %s: %w", parent, reason(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(temp))
		}
	}()
	if err := os.CopyFS(temp, stories.Starter()); err != nil {
		return err
	}
	if err := os.Chmod(temp, 0o755); err != nil {
		return err
	}
	if err := os.Remove(c.Dir); err != nil && !errors.Is(err, os.ErrNotExist) { // an empty one
		return err
	}
	if err := os.Rename(temp, c.Dir); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s has a story to start from; see it with: bukti serve %s --watch\n", c.Dir, c.Dir)
	return nil
}
