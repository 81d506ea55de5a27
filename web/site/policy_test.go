package site

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func directives(policy string) map[string][]string {
	all := map[string][]string{}
	for _, d := range strings.Split(policy, ";") {
		words := strings.Fields(d)
		all[words[0]] = words[1:]
	}
	return all
}

func TestPolicy(t *testing.T) {
	hash := inlineHash("p{color:red}")
	assert.Equal(t, "sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=", hash, "openssl dgst -sha256 -binary | base64")
	got := directives(policy(hash, "sha256-rules", true))
	assert.Equal(t, []string{"'none'"}, got["default-src"], "what is not named is forbidden")
	assert.Equal(t, []string{"'self'", "'wasm-unsafe-eval'", "'sha256-rules'"}, got["script-src"])
	assert.Equal(t, []string{"'self'", "'" + hash + "'"}, got["style-src"])
	assert.Equal(t, []string{"'self'"}, got["frame-src"])
	assert.NotContains(t, directives(policy(hash, "", false)), "frame-src", "no frames where nothing is previewed")
	for name, sources := range got {
		for _, s := range sources {
			assert.NotContains(t, []string{"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:", "blob:"}, s, name)
			assert.False(t, strings.Contains(s, "."), "%s allows the host %s", name, s)
		}
	}
}

// The policy in the page is the one that the server sends, it allows the page's own
// style by its hash, and nothing on the page needs more than it allows.
func TestPagesKeepTheirPolicy(t *testing.T) {
	forEveryPage(t, func(t *testing.T, p pageFile) {
		metas := elements(p.root, func(n *html.Node) bool {
			return n.Data == "meta" && strings.EqualFold(attr(n, "http-equiv"), "Content-Security-Policy")
		})
		require.Len(t, metas, 1)
		file, _ := p.site.Files.Get(p.path)
		assert.Equal(t, file.Policy, attr(metas[0], "content"))

		styles := tagged(p.root, "style")
		require.Len(t, styles, 1)
		sum := sha256.Sum256([]byte(textOf(styles[0])))
		assert.Contains(t, directives(file.Policy)["style-src"], "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")

		for _, n := range tagged(p.root, "script") {
			if attr(n, "type") == "speculationrules" {
				assert.Contains(t, directives(file.Policy)["script-src"], "'"+inlineHash(textOf(n))+"'")
				assert.True(t, json.Valid([]byte(textOf(n))))
			}
		}
		for _, n := range scriptsOf(p.root) {
			assert.NotEmpty(t, attr(n, "src"), "an inline script")
			assert.Empty(t, textOf(n))
		}
		for n := range p.root.Descendants() {
			for _, a := range n.Attr {
				assert.NotEqual(t, "style", a.Key, "<%s>", n.Data)
				assert.False(t, strings.HasPrefix(a.Key, "on"), "<%s %s>", n.Data, a.Key)
				assert.False(t, strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"), "<%s %s>", n.Data, a.Key)
			}
		}
	})
}
