package asset

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// site makes a set of paths and bodies in turns.
func site(t *testing.T, pathsAndBodies ...string) *Set {
	t.Helper()
	s := &Set{}
	for i := 0; i < len(pathsAndBodies); i += 2 {
		require.NoError(t, s.Add(File{Path: pathsAndBodies[i], Body: []byte(pathsAndBodies[i+1])}))
	}
	return s
}

// tree lists everything below a folder: path -> content, "/" at a folder's end.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		require.NoError(t, err)
		rel, _ := filepath.Rel(dir, path)
		if rel == "." {
			return nil
		}
		if d.IsDir() {
			found[filepath.ToSlash(rel)+"/"] = ""
			return nil
		}
		body, err := os.ReadFile(path)
		found[filepath.ToSlash(rel)] = string(body)
		return err
	}))
	return found
}

func TestWriteDir(t *testing.T) {
	set := site(t, "index.html", "root", "en/index.html", "en", "en/embed/map/index.html", "map", "data/claims.csv", "a,b\n")
	want := map[string]string{
		"site/":                        "",
		"site/.bukti":                  markerText,
		"site/index.html":              "root",
		"site/en/":                     "",
		"site/en/index.html":           "en",
		"site/en/embed/":               "",
		"site/en/embed/map/":           "",
		"site/en/embed/map/index.html": "map",
		"site/data/":                   "",
		"site/data/claims.csv":         "a,b\n",
	}
	for _, tt := range []struct {
		name   string
		before func(t *testing.T, dir string)
	}{
		{"new folder", func(*testing.T, string) {}},
		{"empty folder", func(t *testing.T, dir string) { require.NoError(t, os.Mkdir(dir, 0o700)) }},
		{"folder of ours", func(t *testing.T, dir string) {
			require.NoError(t, WriteDir(t.Context(), site(t, "index.html", "old", "gone/x.html", "old"), dir))
		}},
		{"the same twice", func(t *testing.T, dir string) { require.NoError(t, WriteDir(t.Context(), set, dir)) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "site")
			tt.before(t, dir)
			require.NoError(t, WriteDir(t.Context(), set, dir))
			assert.Equal(t, want, tree(t, parent), "and nothing is left beside it")
		})
	}
}

func TestWriteDirMakesParents(t *testing.T) {
	parent := t.TempDir()
	require.NoError(t, WriteDir(t.Context(), site(t, "a", "a"), filepath.Join(parent, "x", "y", "site")))
	assert.Contains(t, tree(t, parent), "x/y/site/a")
}

func TestWriteDirFollowsALink(t *testing.T) {
	parent := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(parent, "real"), 0o755))
	link := filepath.Join(parent, "link")
	require.NoError(t, os.Symlink("real", link))
	require.NoError(t, WriteDir(t.Context(), site(t, "a", "a"), link))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&fs.ModeSymlink)
	assert.Contains(t, tree(t, filepath.Join(parent, "real")), "a")
}

func TestWriteDirRefuses(t *testing.T) {
	put := func(path, text string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			full := filepath.Join(dir, path)
			require.NoError(t, os.MkdirAll(filepath.Dir(full), 0o755))
			require.NoError(t, os.WriteFile(full, []byte(text), 0o600))
		}
	}
	good := []string{"index.html", "new"}
	for _, tt := range []struct {
		name   string
		before func(t *testing.T, dir string)
		files  []string
		why    string
	}{
		{"somebody's folder", put("site/letter.txt", "dear"), good, "choose another folder with --out, or empty this one first"},
		{"a marker with other content", put("site/.bukti", "?"), good, "bukti did not write"},
		{"a folder as marker", put("site/.bukti/x", "?"), good, "bukti did not write"},
		{"a file", put("site", "text"), good, "/site can't be written; choose another folder with --out: not a directory"},
		{"a parent that is a file", nil, good, "/file/site can't be written; choose another folder with --out: not a directory"},
		{"a name that no file can have", put("site/.bukti", markerText), []string{"a.html", "a", strings.Repeat("x", 300), "b"}, "/site/" + strings.Repeat("x", 300) + " can't be written; choose another folder with --out: file name too long"},
		{"a file of the marker's name", put("site/.bukti", markerText), []string{".bukti", "mine"}, "name it differently"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "site")
			if tt.before == nil {
				require.NoError(t, os.WriteFile(filepath.Join(parent, "file"), nil, 0o600))
				dir = filepath.Join(parent, "file", "site")
			} else {
				tt.before(t, parent)
			}
			before := tree(t, parent)
			require.ErrorContains(t, WriteDir(t.Context(), site(t, tt.files...), dir), tt.why)
			assert.Equal(t, before, tree(t, parent))
		})
	}
	require.ErrorContains(t, WriteDir(t.Context(), site(t, good...), ""), "--out site")
	require.ErrorContains(t, WriteDir(t.Context(), site(t, good...), string(filepath.Separator)), "left alone")
}

// The path in a message is the user's own, not that of a folder which is gone by then.
func TestWriteDirNamesNoTemporaryFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), strings.Repeat("x", 250)) // the temporary folder's name is too long
	require.EqualError(t, WriteDir(t.Context(), site(t, "a", "a"), dir), dir+" can't be written; choose another folder with --out: file name too long")
	dir = filepath.Join(t.TempDir(), strings.Repeat("x", 300), "site")
	require.EqualError(t, WriteDir(t.Context(), site(t, "a", "a"), dir), dir+" can't be written; choose another folder with --out: file name too long")
}

func TestWriteDirInterrupted(t *testing.T) {
	for _, old := range []string{"", "old"} {
		parent := t.TempDir()
		dir := filepath.Join(parent, "site")
		if old != "" {
			require.NoError(t, WriteDir(t.Context(), site(t, "index.html", old), dir))
		}
		before := tree(t, parent)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		err := WriteDir(ctx, site(t, "index.html", "new"), dir)
		require.EqualError(t, err, "interrupted before "+dir+" was written")
		assert.Equal(t, before, tree(t, parent))
	}
}

func TestWriteDirLeavesNoNewParentsOnFailure(t *testing.T) {
	parent := t.TempDir()
	require.Error(t, WriteDir(t.Context(), site(t, ".bukti", "mine"), filepath.Join(parent, "x", "y", "site")))
	assert.Empty(t, tree(t, parent))
}

// The two renames fail in turn, as on a full or a detached disk.
func TestWriteDirPutsTheOldFolderBack(t *testing.T) {
	broken := errors.New("disk broken")
	for failing := 1; failing <= 2; failing++ {
		parent := t.TempDir()
		dir := filepath.Join(parent, "site")
		require.NoError(t, WriteDir(t.Context(), site(t, "index.html", "old"), dir))
		before := tree(t, parent)
		calls := 0
		err := writeDir(t.Context(), site(t, "index.html", "new"), dir, func(from, to string) error {
			if calls++; calls == failing {
				return broken
			}
			return os.Rename(from, to)
		})
		require.ErrorIs(t, err, broken)
		assert.Equal(t, before, tree(t, parent), "rename %d fails", failing)
	}
}

// If even putting it back fails, the message must say where the folder is.
func TestWriteDirTellsWhereTheOldFolderIs(t *testing.T) {
	broken := errors.New("disk broken")
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	require.NoError(t, WriteDir(t.Context(), site(t, "index.html", "old"), dir))
	calls := 0
	err := writeDir(t.Context(), site(t, "index.html", "new"), dir, func(from, to string) error {
		if calls++; calls > 1 {
			return broken
		}
		return os.Rename(from, to)
	})
	require.ErrorIs(t, err, broken)
	require.ErrorContains(t, err, "move it back")
	found := tree(t, parent)
	assert.Len(t, found, 3)
	for path := range found {
		assert.Contains(t, err.Error(), strings.TrimSuffix(strings.SplitAfter(path, "/")[0], "/"))
	}
}

func TestWriteDirModesDoNotDependOnTheUser(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	require.NoError(t, WriteDir(t.Context(), site(t, "en/index.html", "x"), dir))
	for path, want := range map[string]fs.FileMode{
		"":              0o755,
		"en":            0o755,
		"en/index.html": 0o644,
		".bukti":        0o644,
	} {
		info, err := os.Stat(filepath.Join(dir, path))
		require.NoError(t, err)
		assert.Equal(t, want, info.Mode().Perm(), path)
	}
}
