package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// parse reads the files of a package that are meant for the browser.
func parse(dir string) (*pkg, error) {
	browser := build.Default
	browser.GOOS, browser.GOARCH = "js", "wasm"
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	p := &pkg{fset: token.NewFileSet(), files: map[string]*ast.File{}}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if fits, err := browser.MatchFile(dir, name); err != nil || !fits {
			if err != nil {
				return nil, err
			}
			continue
		}
		if p.files[name], err = parser.ParseFile(p.fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// programNames are the names that our own part of the browser's program uses.
func programNames() (map[string]bool, error) {
	const files = `{{if .Module}}{{if .Module.Main}}{{range .GoFiles}}{{$.Dir}}/{{.}}
{{end}}{{end}}{{end}}`
	list, err := goList("-deps", "-f", files, program)
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for path := range strings.Lines(list) {
		file, err := parser.ParseFile(token.NewFileSet(), strings.TrimSpace(path), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				names[id.Name] = true
			}
			return true
		})
	}
	return names, nil
}

// goList asks the go command about the browser's build.
func goList(args ...string) (string, error) {
	list := exec.Command("go", append([]string{"list"}, args...)...)
	list.Env = forBrowser()
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return "", fmt.Errorf("go list %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

func forBrowser() []string { return append(os.Environ(), "GOOS=js", "GOARCH=wasm") }
