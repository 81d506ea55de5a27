package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

const goApp = "github.com/maxence-charriere/go-app/v10"

// derive writes into a folder what the browser needs of go-app, and returns the flags
// with which the go command builds with that instead of go-app itself. It is made
// anew from the module cache with every build: nothing of go-app is kept with us, and
// what an upgrade moves from under the rules fails the build.
func derive(temp string) ([]string, error) {
	// Asked for by package: the go command then fetches the module where it is missing.
	folder, err := goList("-f", "{{.Dir}}", goApp+"/pkg/app")
	if err != nil {
		return nil, err
	}
	p, err := parse(folder)
	if err != nil {
		return nil, err
	}
	program, err := programNames()
	if err != nil {
		return nil, err
	}
	if err := p.slim(program); err != nil {
		return nil, err
	}
	files, err := p.write(temp)
	if err != nil {
		return nil, err
	}
	return overlay(temp, files)
}

// slim applies the rules.
func (p *pkg) slim(program map[string]bool) error {
	for _, name := range cuts {
		if !p.cut(name) {
			return fmt.Errorf("go-app no longer has %q, which the rules cut away: look how it does that now and renew them", name)
		}
	}
	p.shake(program)
	used := map[string]bool{}
	for _, file := range p.files {
		standIn(file, used)
	}
	for path := range standIns {
		if !used[path] {
			return fmt.Errorf("go-app no longer needs %q: remove what stands in for it", path)
		}
	}
	return nil
}

// standIn turns the imports to what stands in for them, notes those, and drops the
// imports that nothing uses.
func standIn(file *ast.File, used map[string]bool) {
	selected := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := s.X.(*ast.Ident); ok {
				selected[id.Name] = true
			}
		}
		return true
	})
	dropFrom(&file.Decls, func(d ast.Decl) bool {
		imports, ok := d.(*ast.GenDecl)
		if !ok || imports.Tok != token.IMPORT {
			return false
		}
		dropFrom(&imports.Specs, func(s ast.Spec) bool {
			spec := s.(*ast.ImportSpec)
			path, _ := strconv.Unquote(spec.Path.Value)
			name := path[strings.LastIndexByte(path, '/')+1:]
			if spec.Name != nil {
				name = spec.Name.Name
			}
			if ours, ok := standIns[path]; ok && selected[name] {
				used[path] = true
				spec.Name = ast.NewIdent(name)
				spec.Path.Value = strconv.Quote(ours)
			}
			return !selected[name]
		})
		return len(imports.Specs) == 0
	})
}
