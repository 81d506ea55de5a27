package storyfile

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each text of the interface is asked for somewhere: by its whole key, or by its
// group's name, to which the program adds a qualifier, a stance or a month.
func TestNoInterfaceTextIsUnused(t *testing.T) {
	words := map[string]bool{}
	for _, root := range []string{"../../app", "../../web", "../../cmd"} {
		require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					text, err := strconv.Unquote(lit.Value)
					require.NoError(t, err)
					words[text] = true
				}
				return true
			})
			return nil
		}))
	}
	for key := range interfaceTexts(t, "en").Keys {
		group := key[:strings.LastIndex(key, ".")+1]
		assert.True(t, words[key] || words[group], "%s is used nowhere; use it or take it away in every language", key)
	}
}
