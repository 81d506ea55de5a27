package site

import (
	"fmt"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func elem(tag string, body ...app.UI) app.UI { return app.Elem(tag).Body(body...) }

func svg(tag string, body ...app.UI) app.UI {
	return app.Elem(tag).XMLNS("http://www.w3.org/2000/svg").Body(body...)
}

func text(v string) app.UI { return app.Text(v) }

func TestCanonical(t *testing.T) {
	for _, test := range []struct {
		name string
		tree app.UI
		want string
	}{
		{"an empty element", elem("p"), `<p></p>`},
		{"a text", elem("p", text("plain")), `<p>plain</p>`},
		{"a text with spaces at its ends", elem("p", text("  a ")), `<p>  a </p>`},
		{"inner spaces", elem("p", text("a  b\nc")), "<p>a  b\nc</p>"},
		{"an element in an element", elem("p", elem("b", text("x"))), `<p><b>x</b></p>`},
		{"deeply", elem("div", elem("div", elem("div", elem("p", text("x"))))), `<div><div><div><p>x</p></div></div></div>`},
		{"no space between elements", elem("p", elem("b", text("x")), elem("i", text("y"))), `<p><b>x</b><i>y</i></p>`},
		{"text, then an element", elem("p", text("see "), elem("a", text("x"))), `<p>see <a>x</a></p>`},
		{"an element, then text", elem("p", elem("a", text("x")), text(", and so on")), `<p><a>x</a>, and so on</p>`},
		{"text around an element", elem("p", text(" a "), elem("b", text(" x ")), text(" b ")), `<p> a <b> x </b> b </p>`},
		{"two spaces before an element", elem("p", text("a  "), elem("b", text("x"))), `<p>a  <b>x</b></p>`},
		{"a space alone", elem("p", text(" ")), `<p> </p>`},
		{"a space between elements", elem("p", elem("a", text("x")), text(" "), elem("b", text("y"))), `<p><a>x</a> <b>y</b></p>`},
		{"an empty text between elements", elem("p", elem("a", text("x")), text(""), elem("b", text("y"))), `<p><a>x</a><b>y</b></p>`},
		{"deep text after an element", elem("div", elem("section", elem("p", elem("b", text("x")), text(" y")))), `<div><section><p><b>x</b> y</p></section></div>`},
		{"what looks like indentation", elem("div", elem("p", elem("b"), text("    x    "))), `<div><p><b></b>    x    </p></div>`},
		{"what looks like markup", elem("p", text(`<b> & "c"`)), `<p>&lt;b&gt; &amp; &#34;c&#34;</p>`},
		{"void elements", elem("p", text("a"), app.Br(), text("b"), app.Input().Type("text")), `<p>a<br>b<input type="text"></p>`},
		{"an SVG picture", svg("svg", svg("path"), svg("g", svg("circle"))), `<svg><path/><g><circle/></g></svg>`},
		{"text in SVG", svg("svg", svg("title", text("a & b")), svg("text", svg("tspan", text("x ")), svg("tspan", text("y")))), `<svg><title>a &amp; b</title><text><tspan>x </tspan><tspan>y</tspan></text></svg>`},
		{"SVG in HTML", elem("p", svg("svg", svg("path")), elem("span", text(" x"))), `<p><svg><path/></svg><span> x</span></p>`},
		{"SVG in SVG", svg("svg", svg("svg", svg("line"))), `<svg><svg><line/></svg></svg>`},
		{"a table", elem("table", elem("thead", elem("tr", elem("th", text("a")), elem("th", text("b")))), elem("tbody", elem("tr", elem("td", text(" 1 ")), elem("td")))), `<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td> 1 </td><td></td></tr></tbody></table>`},
		{"a list", elem("ul", elem("li", text("a")), elem("li", text("b"))), `<ul><li>a</li><li>b</li></ul>`},
		{"another alphabet", elem("p", elem("b", text("日本")), text(" عربي 🦭")), `<p><b>日本</b> عربي 🦭</p>`},
		{"sorted attributes", app.Elem("a").Attr("lang", "en").Attr("href", "x/").Attr("class", "c").Attr("data-z", "1").Attr("aria-label", "l"), `<a aria-label="l" class="c" data-z="1" href="x/" lang="en"></a>`},
		{"quotes in attributes", app.Elem("a").Attr("title", "it's &#34;x&#34; &amp; &lt;y&gt;"), `<a title="it's &#34;x&#34; &amp; <y>"></a>`},
		{"an attribute without value", app.Elem("details").Attr("open", "true").Body(text("x")), `<details open>x</details>`},
		{"attributes of SVG keep their case", app.Elem("svg").XMLNS("http://www.w3.org/2000/svg").Attr("viewBox", "0 0 1 1").Attr("preserveAspectRatio", "none"), `<svg preserveAspectRatio="none" viewBox="0 0 1 1"/>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Canonical(app.HTMLString(test.tree))
			require.NoError(t, err)
			assert.Equal(t, strings.ReplaceAll(test.want, `"c"`, `"c"`), dropNamespace(got))
		})
	}
}

// dropNamespace takes out the name space that go-app writes on SVG elements.
func dropNamespace(markup string) string {
	return strings.ReplaceAll(markup, ` xmlns="http://www.w3.org/2000/svg"`, "")
}

// branch is a component tree that can be drawn by go-app and written by hand, the
// oracle for Canonical.
type branch struct {
	tag   string // "" for a text
	text  string
	svg   bool
	attrs [][2]string
	body  []branch
}

func (b branch) ui() app.UI {
	if b.tag == "" {
		return app.Text(b.text)
	}
	e := app.Elem(b.tag)
	if b.svg {
		e = e.XMLNS("http://www.w3.org/2000/svg")
	}
	for _, a := range b.attrs {
		e = e.Attr(a[0], a[1])
	}
	var body []app.UI
	for _, c := range b.body {
		body = append(body, c.ui())
	}
	return e.Body(body...)
}

func (b branch) write(out *strings.Builder) {
	if b.tag == "" {
		out.WriteString(html.EscapeString(b.text))
		return
	}
	out.WriteString("<" + b.tag)
	attrs := slices.Clone(b.attrs)
	slices.SortFunc(attrs, func(x, y [2]string) int { return strings.Compare(x[0], y[0]) })
	for _, a := range attrs {
		out.WriteString(" " + a[0] + `="` + a[1] + `"`)
	}
	if b.svg && len(b.body) == 0 {
		out.WriteString("/>")
		return
	}
	out.WriteString(">")
	for _, c := range b.body {
		c.write(out)
	}
	out.WriteString("</" + b.tag + ">")
}

func (b branch) words() string {
	if b.tag == "" {
		return b.text
	}
	var all strings.Builder
	for _, c := range b.body {
		all.WriteString(c.words())
	}
	return all.String()
}

var (
	blockTags  = []string{"div", "section", "figure", "main", "ol", "details"}
	inlineTags = []string{"span", "em", "strong", "q", "small", "time"}
	svgTags    = []string{"svg", "g", "text", "tspan", "path"}
	someTexts  = []string{"a", " a", "a ", " ", "  ", "a b", "  a  ", "日本 ", "<b>", "a & b", "·", "a\n b", `"x"`, "x\n"}
)

// randomBranch is a tree that HTML can hold: inline elements have inline ones in
// them, and no two texts stand side by side.
func randomBranch(r *rand.Rand, tags []string, depth int) branch {
	b := branch{tag: tags[r.IntN(len(tags))]}
	b.svg = slices.Contains(svgTags, b.tag)
	for _, name := range []string{"class", "id", "data-x", "aria-label"} {
		if r.IntN(4) == 0 {
			b.attrs = append(b.attrs, [2]string{name, fmt.Sprint("v", r.IntN(100))})
		}
	}
	if depth == 0 {
		return b
	}
	for range r.IntN(5) {
		last := len(b.body) - 1
		if r.IntN(2) == 0 && (last < 0 || b.body[last].tag != "") {
			b.body = append(b.body, branch{text: someTexts[r.IntN(len(someTexts))]})
			continue
		}
		inner := tags
		switch {
		case !b.svg && r.IntN(4) == 0:
			b.body = append(b.body, randomSVG(r, depth-1))
			continue
		case r.IntN(2) == 0 && !b.svg:
			inner = inlineTags
		}
		b.body = append(b.body, randomBranch(r, inner, depth-1))
	}
	return b
}

func randomSVG(r *rand.Rand, depth int) branch {
	b := randomBranch(r, svgTags, depth)
	b.tag = "svg"
	return b
}

func TestCanonicalIsTheTree(t *testing.T) {
	for seed := range uint64(1500) {
		tree := randomBranch(rand.New(rand.NewPCG(seed, 2)), blockTags, 4)
		var want strings.Builder
		tree.write(&want)
		got, err := Canonical(app.HTMLString(tree.ui()))
		require.NoError(t, err)
		require.Equal(t, want.String(), dropNamespace(got), "seed %d", seed)
		// The same again: go-app's attributes come in any order.
		again, err := Canonical(app.HTMLString(tree.ui()))
		require.NoError(t, err)
		require.Equal(t, got, again)
	}
}

// What a reader reads is what the components say, and nothing else.
func TestCanonicalKeepsTheText(t *testing.T) {
	for seed := range uint64(500) {
		tree := randomBranch(rand.New(rand.NewPCG(seed, 4)), blockTags, 5)
		got, err := Canonical(app.HTMLString(tree.ui()))
		require.NoError(t, err)
		require.Equal(t, tree.words(), textOfMarkup(t, got), "seed %d", seed)
	}
}
