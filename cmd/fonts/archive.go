package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// zipped puts files into an archive, in the order of their names and without dates. They are stored: WOFF is compressed
// already.
func zipped(files map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(files[name]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// provenance is the text of PROVENANCE.md: where the fonts come from, under what licence, and what was done to them.
func provenance(files map[string][]byte, archive []byte) string {
	var b strings.Builder
	b.WriteString("# Where `fonts.zip` comes from\n" + `
Made by ` + "`go run ./cmd/fonts`" + `, which also writes this file. Don't edit either by hand.

| npm package | integrity | taken from it |
| --- | --- | --- |
`)
	for _, s := range sources {
		parts := strings.Join(s.parts, ", ")
		if s.parts == nil {
			parts = "every part that has Hangul"
		}
		fmt.Fprintf(&b, "| `%s` %s | `%s` | %s; weight %s |\n", s.Name, s.Version, s.Integrity, parts, strings.Join(s.weights, " and "))
	}
	fmt.Fprintf(&b, `
Result: `+"`fonts.zip`, %d files, %d bytes, SHA-256 `%x`"+`.

## What was done to them
Nothing: the files are the packages' own, WOFF 1.0, chosen and put into one archive. They are used to draw the PNG pictures
of moments and are not published with a site.

## Licence
Noto is under the SIL Open Font License 1.1, whose text with each family's copyright is in the archive:

`, len(files), len(archive), sha256.Sum256(archive))
	for _, s := range sources {
		fmt.Fprintf(&b, "- `%s-LICENSE.txt`: %s\n", s.family, copyright(files[s.family+"-LICENSE.txt"]))
	}
	return strings.TrimSuffix(b.String(), "\n") + `

To make it again: ` + "`go run ./cmd/fonts`" + `, with npm installed, or with ` + "`-packages FOLDER`" + ` of the package files and no
network. A package file is refused unless its integrity is the one above. The same packages give the same bytes.
`
}

// copyright is the first line of a licence, which names the holder.
func copyright(licence []byte) string {
	line, _, _ := strings.Cut(string(licence), "\n")
	return strings.TrimSpace(line)
}
