package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// weigh is a table of how many bytes of code each package has, the largest first.
// What belongs to none is the compiler's own, as the comparison of types.
func weigh(list []section, packages []string) string {
	sizes := map[string]int{}
	names, first := functionNames(list), importedFunctions(list)
	for _, s := range list {
		if s.id != code {
			continue
		}
		r := s.body
		for i := range r.number() {
			body := r.take(r.number())
			sizes[packageOf(names[first+i], packages)] += len(body)
		}
	}
	var b strings.Builder
	for _, name := range slices.SortedFunc(maps.Keys(sizes), func(x, y string) int {
		return cmp.Or(cmp.Compare(sizes[y], sizes[x]), strings.Compare(x, y))
	}) {
		fmt.Fprintf(&b, "%9d  %s\n", sizes[name], name)
	}
	return b.String()
}

// packageOf is the package that a function belongs to. In a module's names all but
// letters, digits and dots are underscores.
func packageOf(function string, packages []string) string {
	longest := "(compiler)"
	for _, p := range packages {
		written := strings.Map(func(r rune) rune {
			if r == '.' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
				return r
			}
			return '_'
		}, p)
		if strings.HasPrefix(function, written+".") && (longest[0] == '(' || len(p) > len(longest)) {
			longest = p
		}
	}
	return longest
}

// functionNames reads the names of functions, by number, out of the custom section
// for them.
func functionNames(list []section) map[int]string {
	names := map[int]string{}
	for _, s := range list {
		r := s.body
		if s.id != custom || string(r.take(r.number())) != "name" {
			continue
		}
		for len(r) > 0 {
			kind, part := r.byte(), r.take(r.number())
			if kind != 1 { // of functions
				continue
			}
			for range part.number() {
				i := part.number()
				names[i] = string(part.take(part.number()))
			}
		}
	}
	return names
}

// importedFunctions is how many functions come from outside: they have the first
// numbers.
func importedFunctions(list []section) int {
	for _, s := range list {
		if s.id == imported {
			return s.body.number()
		}
	}
	return 0
}
