package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"bukti/cmd/internal/npm"
)

// source is a package of fonts and what is taken from it: the files of some parts of the characters, in some weights.
type source struct {
	npm.Package
	family  string
	parts   []string // nil: every part that has Hangul
	weights []string
}

var latinAndCyrillic = []string{"latin", "latin-ext", "cyrillic", "cyrillic-ext"}

// The sources, pinned. All of Noto, which has one look in every script. Hangul comes in one weight: it is most of the
// bytes, and all of its 11,172 syllables are there, so that no newsroom's next story needs another font.
var sources = []source{
	{npm.Package{
		Name: "@fontsource/noto-sans", Version: "5.3.0",
		Integrity: "sha512-fBCog2PY7DiVVTEEqtI/Qdinx/knobHYfoGpjFXdfBX5RoJaBp1Prw2G75p0OIsdlMZg3cLo0c+YbIUYOxnQJw==",
	}, "noto-sans", latinAndCyrillic, []string{"400", "700"}},
	{npm.Package{
		Name: "@fontsource/noto-serif", Version: "5.3.0",
		Integrity: "sha512-ZrMzjuQlBIcw+qma1slZQdU3YDJvrjLG+9CWU1bxSf3YTkucwqd3EYa/Kfo4Ts19w8IMTGAmtOE3d6wWlgnBtA==",
	}, "noto-serif", latinAndCyrillic, []string{"700"}},
	{npm.Package{
		Name: "@fontsource/noto-sans-arabic", Version: "5.3.0",
		Integrity: "sha512-i3t6GR0LOReyJVEk+YfYCnxv53wuIelg7Y9NGNvOq4Diq/EP0YszaGXkQwfQNigLjfO4POrLaPGM0sNliGYk7A==",
	}, "noto-sans-arabic", []string{"arabic"}, []string{"400", "700"}},
	{npm.Package{
		Name: "@fontsource/noto-sans-kr", Version: "5.3.0",
		Integrity: "sha512-/JnpTjaCOXW7xUoqOyCVYSr05VOkDy5Yla9O+WAEiS7u+yYLsmHoqj6v1W0bf91G8G3XA2+NnRS3CX2Tf/FVZg==",
	}, "noto-sans-kr", nil, []string{"600"}},
}

// choose copies the package's licence and the chosen files, as they are.
func (s source) choose(files npm.Files, into map[string][]byte) error {
	licence, err := files.Get("package/LICENSE")
	if err != nil {
		return err
	}
	if !strings.Contains(string(licence), "SIL OPEN FONT LICENSE Version 1.1") {
		return fmt.Errorf("its licence is not the SIL Open Font License 1.1")
	}
	into[s.family+"-LICENSE.txt"] = licence
	parts := s.parts
	if parts == nil {
		if parts, err = hangulParts(files); err != nil {
			return err
		}
	}
	for _, part := range parts {
		for _, weight := range s.weights {
			name := s.family + "-" + part + "-" + weight + "-normal.woff"
			if into[name], err = files.Get(path.Join("package/files", name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// hangulParts are the parts that have syllables or letters of Hangul. A package of this kind says in unicode.json which
// characters its numbered parts have: {"[4]": "U+d723-d728,U+d72a"}.
func hangulParts(files npm.Files) ([]string, error) {
	text, err := files.Get("package/unicode.json")
	if err != nil {
		return nil, err
	}
	var ranges map[string]string
	if err := json.Unmarshal(text, &ranges); err != nil {
		return nil, fmt.Errorf("unicode.json: %w", err)
	}
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(ranges)) {
		number, numbered := strings.CutPrefix(key, "[")
		if !numbered {
			continue
		}
		has, err := hasHangul(ranges[key])
		if err != nil {
			return nil, fmt.Errorf("unicode.json: %s: %w", key, err)
		}
		if has {
			parts = append(parts, strings.TrimSuffix(number, "]"))
		}
	}
	return parts, nil
}

func hasHangul(ranges string) (bool, error) {
	for _, r := range strings.Split(ranges, ",") {
		first, last, isRange := strings.Cut(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(r)), "u+"), "-")
		if !isRange {
			last = first
		}
		from, err := strconv.ParseInt(first, 16, 32)
		if err != nil {
			return false, err
		}
		to, err := strconv.ParseInt(last, 16, 32)
		if err != nil {
			return false, err
		}
		if from <= 0xd7a3 && to >= 0xac00 || from <= 0x318f && to >= 0x3130 {
			return true, nil
		}
	}
	return false, nil
}
