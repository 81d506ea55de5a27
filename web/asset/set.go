package asset

import (
	"fmt"
	"slices"
	"strings"
)

// Set is the files of one site, each path once. The zero Set is empty and ready
// for use. It may be read from many goroutines, but not while Add or Compress
// runs.
type Set struct {
	files map[string]*File
	dirs  map[string]string // each folder -> the first file that needs it
}

// Add puts a file into the set. It fails, and changes nothing, if the path is
// unsafe or not in its shortest form, if it is taken, or if one path would have
// to be a file and a folder at once, which no export could write.
func (s *Set) Add(f File) error {
	if err := checkPath(f.Path); err != nil {
		return err
	}
	if _, taken := s.files[f.Path]; taken {
		return fmt.Errorf("asset path %q is used twice; each file needs its own", f.Path)
	}
	if inside, taken := s.dirs[f.Path]; taken {
		return fmt.Errorf("asset path %q is already a folder, of %q; name one of them differently", f.Path, inside)
	}
	for dir := range parents(f.Path) {
		if _, taken := s.files[dir]; taken {
			return fmt.Errorf("asset path %q needs a folder %q, which is already a file; name one of them differently", f.Path, dir)
		}
	}
	if f.Type == "" {
		f.Type = TypeOf(f.Path)
	}
	if s.files == nil {
		s.files, s.dirs = map[string]*File{}, map[string]string{}
	}
	s.files[f.Path] = &f
	for dir := range parents(f.Path) {
		if _, known := s.dirs[dir]; !known {
			s.dirs[dir] = f.Path
		}
	}
	return nil
}

// Get returns the file at a path, or false if there is none.
func (s *Set) Get(path string) (*File, bool) {
	f, ok := s.files[path]
	return f, ok
}

// Len returns the number of files.
func (s *Set) Len() int { return len(s.files) }

// All returns every file, sorted by path, in a slice of the caller's own.
func (s *Set) All() []*File {
	all := make([]*File, 0, len(s.files))
	for _, f := range s.files {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	return all
}
