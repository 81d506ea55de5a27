package site

import (
	"fmt"
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Canonical rewrites go-app's markup into one fixed form. go-app writes attributes
// in random order and sets every node on a line of its own, with two spaces of
// indentation for each level; in text that white space would be seen. The result
// has sorted attributes and no character that is not in the component tree.
func Canonical(markup string) (string, error) {
	root := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(markup), root)
	if err != nil {
		return "", fmt.Errorf("reading the rendered page: %w", err)
	}
	var b strings.Builder
	for _, n := range nodes {
		unindent(n, 0)
		if err := writeNode(&b, n); err != nil {
			return "", fmt.Errorf("writing the rendered page: %w", err)
		}
	}
	return b.String(), nil
}

// unindent takes away exactly what the encoder put around a node's children: none
// around a single text, and otherwise a line break and the level's indentation
// before and a line break after each.
func unindent(n *html.Node, depth int) {
	only := n.FirstChild != nil && n.FirstChild == n.LastChild && n.FirstChild.Type == html.TextNode
	var empty []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			unindent(c, depth+1)
			continue
		}
		if only && !strings.HasPrefix(c.Data, "\n") {
			continue
		}
		text := strings.TrimPrefix(c.Data, "\n"+strings.Repeat("  ", depth+1))
		if c.NextSibling == nil {
			text = strings.TrimSuffix(text, "\n"+strings.Repeat("  ", depth))
		} else {
			text = strings.TrimSuffix(text, "\n"+strings.Repeat("  ", depth+1))
		}
		// A text that is empty leaves line breaks; one of spaces is the tree's own.
		if strings.HasPrefix(text, "\n") && strings.Trim(text, "\n ") == "" {
			text = ""
		}
		c.Data = text
		if text == "" {
			empty = append(empty, c)
		}
	}
	for _, c := range empty {
		n.RemoveChild(c)
	}
}

// writeNode writes a node with its attributes sorted. Elements of SVG that are
// empty are closed in their own tag.
func writeNode(b *strings.Builder, n *html.Node) error {
	if n.Type != html.ElementNode {
		return html.Render(b, n)
	}
	sort.Slice(n.Attr, func(i, j int) bool { return n.Attr[i].Key < n.Attr[j].Key })
	b.WriteByte('<')
	b.WriteString(n.Data)
	for _, a := range n.Attr {
		b.WriteByte(' ')
		b.WriteString(a.Key)
		if a.Val != "" {
			b.WriteString(`="` + attributeEscaper.Replace(a.Val) + `"`)
		}
	}
	switch {
	case n.FirstChild == nil && n.Namespace != "":
		b.WriteString("/>")
		return nil
	case voidElements[n.DataAtom] && n.Namespace == "":
		b.WriteByte('>')
		return nil
	}
	b.WriteByte('>')
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := writeNode(b, c); err != nil {
			return err
		}
	}
	b.WriteString("</" + n.Data + ">")
	return nil
}

var attributeEscaper = strings.NewReplacer("&", "&amp;", `"`, "&#34;")

var voidElements = map[atom.Atom]bool{atom.Br: true, atom.Img: true, atom.Input: true, atom.Hr: true, atom.Wbr: true, atom.Source: true}
