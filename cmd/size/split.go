package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"
)

// part is one of a page, and the page without it.
type part struct {
	name string
	rest []byte
}

// cutter takes a page's tokens in their order.
type cutter struct {
	inside  string // the part that all up to the end of an element belongs to, or empty
	element string // that element
	depth   int
}

// split cuts a page into its parts, each of which may come in many pieces: every byte
// belongs to one. Parts are in the order in which the page begins them.
func split(body []byte) ([]part, error) {
	type piece struct {
		name string
		text []byte
	}
	var pieces []piece
	var c cutter
	z := html.NewTokenizer(bytes.NewReader(body))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		text := bytes.Clone(z.Raw()) // reading the tag changes it
		pieces = append(pieces, piece{c.take(kind, z.Token()), text})
	}
	if err := z.Err(); !errors.Is(err, io.EOF) {
		return nil, err
	}
	if c.inside != "" {
		return nil, fmt.Errorf("<%s> does not end", c.element)
	}
	var parts []part
	known := map[string]bool{}
	for _, p := range pieces {
		if known[p.name] {
			continue
		}
		known[p.name] = true
		var rest []byte
		for _, other := range pieces {
			if other.name != p.name {
				rest = append(rest, other.text...)
			}
		}
		parts = append(parts, part{p.name, rest})
	}
	return parts, nil
}

// take is the part that a token belongs to.
func (c *cutter) take(kind html.TokenType, t html.Token) string {
	if c.inside == "" && kind == html.StartTagToken {
		if c.inside = beginning(t); c.inside != "" {
			c.element = t.Data
		}
	}
	part := c.inside
	switch {
	case part == "" && kind == html.TextToken:
		return "texts"
	case part == "":
		return "markup"
	case t.Data != c.element:
	case kind == html.StartTagToken:
		c.depth++
	case kind == html.EndTagToken:
		if c.depth--; c.depth == 0 {
			c.inside = ""
		}
	}
	return part
}

// beginning is the part that an element and all inside it are, or empty.
func beginning(t html.Token) string {
	attributes := map[string]string{}
	for _, a := range t.Attr {
		attributes[a.Key] = a.Val
	}
	switch t.Data {
	case "style":
		return "style"
	case "script":
		if attributes["src"] == "" {
			return "data blocks" // for search engines, and what to fetch ahead
		}
	case "figure":
		return attributes["data-bench"]
	}
	return ""
}
