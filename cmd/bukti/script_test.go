package main

import (
	"bytes"
	"errors"
	"io/fs"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/net/html"

	"bukti/stories"
)

// The scripts find the fictional story in the folder "lighthouse". Beyond
// testscript's commands they have:
//
//	status CODE PROGRAM ARG...  runs a program that must end with this status
//	edit FILE OLD NEW           replaces a text that must be there, everywhere
//	copydir FROM TO             copies a folder
//	[!] same DIR DIR            compares all files of two folders
//	movable DIR                 checks that an export's links lead to its own files from any folder
//	occupy NAME                 listens on a free port and puts its address in a variable
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(filepath.Join(env.WorkDir, "lighthouse"), stories.Fictional())
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":  status,
			"edit":    edit,
			"copydir": copyDir,
			"same":    same,
			"movable": movable,
			"occupy":  occupy,
		},
	})
}

func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE PROGRAM ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("status %d, want %d", got, want)
	}
}

func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not contain %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o644))
}

func copyDir(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: copydir FROM TO")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// same tells apart folders in which a file is missing, too many, or another.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same DIR DIR")
	}
	one, two := readTree(ts, args[0]), readTree(ts, args[1])
	differs := ""
	for name, body := range one {
		if other, ok := two[name]; !ok || !bytes.Equal(body, other) {
			differs = name
		}
	}
	for name := range two {
		if _, ok := one[name]; !ok {
			differs = name
		}
	}
	switch {
	case differs != "" && !neg:
		ts.Fatalf("%s and %s differ in %s", args[0], args[1], differs)
	case differs == "" && neg:
		ts.Fatalf("%s and %s are the same", args[0], args[1])
	}
}

func readTree(ts *testscript.TestScript, dir string) map[string][]byte {
	files := map[string][]byte{}
	root := os.DirFS(ts.MkAbs(dir))
	ts.Check(fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files[name], err = fs.ReadFile(root, name)
		}
		return err
	}))
	if len(files) == 0 {
		ts.Fatalf("%s has no files", dir)
	}
	return files
}

// linking are the attributes that take a reader or a browser to a file.
var linking = map[string]bool{"href": true, "src": true, "data-root": true, "data-wasm": true, "data-go": true, "data-story": true, "data-map": true}

// movable checks every page but the 404 pages, which are shown at every depth.
func movable(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: movable DIR")
	}
	files := readTree(ts, args[0])
	links := 0
	for name, body := range files {
		if path.Ext(name) != ".html" || path.Base(name) == "404.html" {
			continue
		}
		page, err := html.Parse(bytes.NewReader(body))
		ts.Check(err)
		for n := range page.Descendants() {
			for _, a := range n.Attr {
				if !linking[a.Key] {
					continue
				}
				u, err := url.Parse(a.Val)
				ts.Check(err)
				if u.Scheme == "https" || u.Scheme == "http" || a.Val == "" || strings.HasPrefix(a.Val, "#") {
					continue
				}
				links++
				if u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") {
					ts.Fatalf("%s: %s=%q is not relative", name, a.Key, a.Val)
				}
				to := path.Join(path.Dir(name), u.Path)
				if strings.HasSuffix(a.Val, "/") || strings.HasSuffix(u.Path, "/") {
					to = path.Join(to, "index.html")
				}
				if files[to] == nil {
					ts.Fatalf("%s: %s=%q leads to %s, which is not there", name, a.Key, a.Val, to)
				}
			}
		}
	}
	if links == 0 {
		ts.Fatalf("%s has no links", args[0])
	}
}

func occupy(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: occupy NAME")
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { _ = ln.Close() })
	ts.Setenv(args[0], ln.Addr().String())
}
