package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/format"
	"os"
	"path/filepath"
	"strings"
)

// place is where the go command is told to find what was derived, below the main
// module. There is no such folder: the overlay makes it up. So the program is the same
// to the byte wherever the files really are.
const place = "go-app-for-browsers"

// write writes the files of a package that have anything left and returns their
// names.
func (p *pkg) write(dir string) (names []string, err error) {
	for name, file := range p.files {
		if len(file.Decls) == 0 {
			continue
		}
		var b bytes.Buffer
		if err := format.Node(&b, p.fset, file); err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// overlay writes how the go command finds the derived files in place of go-app, and
// returns the flags that say so. The module cache itself may not be overlaid, so
// a go.mod beside ours leads to the made-up folder.
func overlay(temp string, files []string) ([]string, error) {
	gomod, err := goList("-m", "-f", "{{.GoMod}}")
	if err != nil {
		return nil, err
	}
	mod, err := os.ReadFile(gomod)
	if err != nil {
		return nil, err
	}
	sum, err := os.ReadFile(strings.TrimSuffix(gomod, "mod") + "sum")
	if err != nil {
		return nil, err
	}
	in := func(name string) string { return filepath.Join(temp, name) }
	folder := filepath.Join(filepath.Dir(gomod), place)
	replace := map[string]string{filepath.Join(folder, "go.mod"): in("go-app.mod")}
	for _, name := range files {
		replace[filepath.Join(folder, "pkg", "app", name)] = in(name)
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	return []string{"-modfile", in("bukti.mod"), "-overlay", in("overlay.json")}, errors.Join(err,
		os.WriteFile(in("go-app.mod"), []byte("module "+goApp+"\n\ngo 1.26.0\n"), 0o644),
		os.WriteFile(in("bukti.mod"), append(mod, "\nreplace "+goApp+" => ./"+place+"\n"...), 0o644),
		os.WriteFile(in("bukti.sum"), sum, 0o644),
		os.WriteFile(in("overlay.json"), list, 0o644))
}
