package e2e

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// No page has a script or a style in its markup but the one style sheet that the
// policy names by its hash; so the policy needs no exception for anything unsafe.
func TestNothingInline(t *testing.T) {
	pages := 0
	for _, f := range published.site.Files.All() {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		pages++
		assert.NotContains(t, f.Policy, "'unsafe-inline'", f.Path)
		assert.NotContains(t, f.Policy, "'unsafe-eval'", f.Path)
		doc, err := html.Parse(bytes.NewReader(f.Body))
		require.NoError(t, err)
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "script" && !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Val == "application/ld+json" || a.Val == "speculationrules" }) {
				assert.Nil(t, n.FirstChild, "%s has an inline script", f.Path)
			}
			for _, a := range n.Attr {
				assert.False(t, a.Key == "style" || strings.HasPrefix(a.Key, "on"), "%s: <%s %s=%q>", f.Path, n.Data, a.Key, a.Val)
				assert.False(t, strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"), "%s: <%s %s=%q>", f.Path, n.Data, a.Key, a.Val)
			}
		}
	}
	assert.Greater(t, pages, len(published.editions()))
}

// The policy is in force: the running page keeps to it, which each tab watches, and
// what it forbids is refused.
func TestPolicyIsInForce(t *testing.T) {
	e := published.editions()[0]
	res, err := http.Get(published.url + e.path)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	file, _ := published.site.Files.Get(e.path + "index.html")
	assert.NotEmpty(t, file.Policy)
	assert.Contains(t, res.Header.Get("Content-Security-Policy"), file.Policy)

	p := open(t, e.path, options{expect: []string{"policy violated", "Content Security Policy"}})
	p.takeOver()
	p.click("[data-bench=next]")
	p.at(published.editions()[1].path)
	assert.Empty(t, p.seen.problems(p.root, nil), "the page's own doing")
	refused := eval[[]string](p, `(async () => {
		const refused = [];
		addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
		const add = (tag, fields, parent = document.head) => parent.append(Object.assign(document.createElement(tag), fields));
		add("script", {textContent: "window.inlineRan = true"});
		add("style", {textContent: "body { --broken-in: 1 }"});
		add("iframe", {src: "about:blank#frame"}, document.body);
		await fetch("//elsewhere.invalid/").catch(() => {});
		const all = () => ["connect-src", "script-src-elem", "style-src-elem"].every((directive) => refused.includes(directive));
		for (let i = 0; i < 100 && !all(); i++) await e2e.frames(1);
		return [...refused, window.inlineRan ? "but the script ran" : ""].filter(Boolean).sort();
	})()`)
	assert.Subset(t, refused, []string{"connect-src", "script-src-elem", "style-src-elem"})
	assert.NotContains(t, refused, "but the script ran")
}
