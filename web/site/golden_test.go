package site

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/view"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

// The golden pictures: of the fictional story every moment, of the real one the
// opening and the last. To see what a change does, rewrite them and read the diff:
//
//	go test ./web/site -run TestGoldenPictures -update
func TestGoldenPictures(t *testing.T) {
	var files []string
	for _, name := range []string{"fictional", "real"} {
		b := builtSites(t)[name]
		s := b.loaded.Story
		for i, m := range s.Moments {
			if name == "real" && m.ID != s.Opening && i != len(s.Moments)-1 {
				continue
			}
			page := readPage(t, b, view.Address{Lang: "en", Moment: m.ID}.Path()+"index.html")
			for _, picture := range []string{"chart", "map"} {
				file := filepath.Join("testdata", "golden", s.ID, m.ID+"-en-"+picture+".html")
				files = append(files, file)
				t.Run(s.ID+"/"+m.ID+"/"+picture, func(t *testing.T) {
					figures := elements(page.root, func(n *html.Node) bool { return attr(n, "data-bench") == picture })
					require.Len(t, figures, 1)
					var out strings.Builder
					writeLines(&out, figures[0], 0)
					if *update {
						require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
						require.NoError(t, os.WriteFile(file, []byte(out.String()), 0o644))
					}
					want, err := os.ReadFile(file)
					require.NoError(t, err, "run the test with -update to draw it")
					assert.Equal(t, string(want), out.String(), "read the difference; if it is meant, run the test with -update")
				})
			}
		}
	}
	found, err := filepath.Glob(filepath.Join("testdata", "golden", "*", "*"))
	require.NoError(t, err)
	assert.ElementsMatch(t, files, found, "a golden picture of what is no longer drawn")
}

// writeLines writes one element on a line, attributes sorted. The outlines of land and
// borders, which have tests of their own, are shortened to their length and hash.
func writeLines(out *strings.Builder, n *html.Node, depth int) {
	indent := strings.Repeat(" ", depth)
	if n.Type == html.TextNode {
		out.WriteString(indent + html.EscapeString(n.Data) + "\n")
		return
	}
	attrs := slices.Clone(n.Attr)
	slices.SortFunc(attrs, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	out.WriteString(indent + "<" + n.Data)
	for _, a := range attrs {
		value := a.Val
		if a.Key == "d" && len(value) > 1000 {
			value = fmt.Sprintf("%d bytes, sha256 %x", len(value), sha256.Sum256([]byte(value)))[:40]
		}
		if a.Key != "xmlns" {
			out.WriteString(" " + a.Key + `="` + html.EscapeString(value) + `"`)
		}
	}
	first := n.FirstChild
	switch {
	case first == nil:
		out.WriteString("/>\n")
	case first == n.LastChild && first.Type == html.TextNode:
		out.WriteString(">" + html.EscapeString(first.Data) + "</" + n.Data + ">\n")
	default:
		out.WriteString(">\n")
		for c := range n.ChildNodes() {
			writeLines(out, c, depth+1)
		}
		out.WriteString(indent + "</" + n.Data + ">\n")
	}
}
