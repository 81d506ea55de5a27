package storyfile

import (
	"fmt"
	"math"
	"strconv"

	"github.com/goccy/go-yaml/ast"
)

// whole returns a whole number written in plain digits. YAML would read 01500 as
// 832, in base eight.
func (v value) whole() (n int, ok bool) {
	if !v.given() {
		return 0, false
	}
	if _, ok := v.node.(*ast.IntegerNode); ok {
		digits := v.node.GetToken().Value
		n, err := strconv.Atoi(digits)
		if err == nil && strconv.Itoa(n) == digits {
			return n, true
		}
		v.problem(fmt.Sprintf("%s is written as %s", v.noun, digits), "write plain digits, such as 1500")
		return 0, false
	}
	v.wrongKind("a whole number", "write plain digits, such as 1500")
	return 0, false
}

// number returns a number with or without a fraction.
func (v value) number() (f float64, ok bool) {
	if !v.given() {
		return 0, false
	}
	switch v.node.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		f, err := strconv.ParseFloat(v.node.GetToken().Value, 64)
		if err == nil && !math.IsInf(f, 0) {
			return f, true
		}
	}
	v.wrongKind("a number in plain digits", "write it such as 131.8869")
	return 0, false
}
