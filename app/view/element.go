package view

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// at is a list of attributes: name, value, name, value … A pair with an empty
// value is left out.
type at []string

const svgNamespace = "http://www.w3.org/2000/svg"

// h makes an HTML element.
func h(tag string, attrs at, body ...app.UI) app.UI {
	yield()
	e := app.Elem(tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		e.Attr(attrs[i], attributeValue(attrs[i], attrs[i+1]))
	}
	return e.Body(body...)
}

// s makes an SVG element. go-app wants the name space on every node.
func s(tag string, attrs at, body ...app.UI) app.UI {
	yield()
	e := app.Elem(tag).XMLNS(svgNamespace)
	for i := 0; i+1 < len(attrs); i += 2 {
		e.Attr(attrs[i], attributeValue(attrs[i], attrs[i+1]))
	}
	return e.Body(body...)
}

// void makes an HTML element that has no content.
func void(tag string, attrs at) app.UI {
	e := app.ElemSelfClosing(tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		e.Attr(attrs[i], attributeValue(attrs[i], attrs[i+1]))
	}
	return e
}

// txt is a text node. Two of them must not stand side by side: HTML has no way to
// write where one ends, so the browser would read them back as one.
func txt(v string) app.UI { return app.Text(v) }

// when returns the element if the condition holds, and nothing otherwise.
func when(cond bool, make func() app.UI) app.UI {
	if cond {
		return make()
	}
	return nil
}

// each makes one element for every item.
func each[T any](items []T, make func(int, T) app.UI) []app.UI {
	ui := nodes(len(items))
	for i, it := range items {
		ui = append(ui, make(i, it))
	}
	return ui
}

// nodes is an empty list with room for n nodes.
func nodes(n int) []app.UI { return make([]app.UI, 0, n) }

// Percent writes a fraction as a percentage with two decimals at most.
func Percent(f float64) string { return num(f*100) + "%" }

// num writes a number with two decimals at most.
func num(f float64) string {
	v := strconv.FormatFloat(f, 'f', 2, 64)
	for v[len(v)-1] == '0' {
		v = v[:len(v)-1]
	}
	if v[len(v)-1] == '.' {
		v = v[:len(v)-1]
	}
	if v == "-0" {
		return "0"
	}
	return v
}
