package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"bukti/web/asset"
)

// page is one of a kind, whose name is the path with MOMENT for any of the story's.
type page struct {
	kind string
	body []byte
}

// kinds is the largest page of each kind.
func kinds(files *asset.Set, moments []string) []page {
	var list []page
	for _, f := range files.All() {
		name, ok := strings.CutPrefix(f.Path, language+"/")
		if !ok || path.Ext(f.Path) != ".html" {
			continue
		}
		steps := strings.Split(strings.TrimSuffix(name, "index.html"), "/")
		for i, step := range steps {
			if slices.Contains(moments, step) {
				steps[i] = "MOMENT"
			}
		}
		kind := language + "/" + strings.Join(steps, "/")
		i := slices.IndexFunc(list, func(p page) bool { return p.kind == kind })
		if i < 0 {
			list = append(list, page{kind, f.Body})
		} else if len(f.Body) > len(list[i].body) {
			list[i].body = f.Body
		}
	}
	return list
}

// weighPages has a row for each page, one for each of its parts, and one for what
// several parts have in common.
func weighPages(pages []page) ([]row, error) {
	var set asset.Set
	add := func(i, without int, body []byte) error {
		return set.Add(asset.File{Path: fmt.Sprintf("%d/%d.html", i, without), Body: body})
	}
	parts := make([][]part, len(pages))
	for i, p := range pages {
		var err error
		if parts[i], err = split(p.body); err != nil {
			return nil, fmt.Errorf("%s: %w", p.kind, err)
		}
		if err := add(i, -1, p.body); err != nil {
			return nil, err
		}
		for j, part := range parts[i] {
			if err := add(i, j, part.rest); err != nil {
				return nil, err
			}
		}
	}
	if err := asset.Compress(&set); err != nil {
		return nil, err
	}
	size := func(i, without int) int {
		f, _ := set.Get(fmt.Sprintf("%d/%d.html", i, without))
		return packed(f)
	}
	var rows []row
	for i, p := range pages {
		whole, alone := size(i, -1), 0
		rows = append(rows, row{p.kind, len(p.body), whole})
		for j, part := range parts[i] {
			brotli := whole - size(i, j)
			alone += brotli
			rows = append(rows, row{"  " + part.name, len(p.body) - len(part.rest), brotli})
		}
		rows = append(rows, row{"  in common", 0, whole - alone})
	}
	return rows, nil
}
