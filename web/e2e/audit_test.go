//go:build audit

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/static"
)

// unknownToChecker are parts of CSS that browsers have and the checker's parser does
// not know, and one of HTML's: links that expect an element may block rendering, too
// (https://html.spec.whatwg.org/multipage/semantics.html#attr-link-blocking). They are
// what the checker says of them, whole.
var unknownToChecker = []string{
	"CSS: “vector-effect”: Property “vector-effect” doesn't exist.",
	"CSS: “paint-order”: Property “paint-order” doesn't exist.",
	"CSS: “container-type”: Property “container-type” doesn't exist.",
	"CSS: Unrecognized at-rule “@container”",
	"CSS: Unrecognized at-rule “@view-transition”",
	"CSS: “app-region”: Property “app-region” doesn't exist.",
	"A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”.",
}

// The Nu HTML checker, which validator.w3.org runs, finds no error in any page or
// style sheet.
func TestAuditMarkup(t *testing.T) {
	dir := t.TempDir()
	pages := 0
	for _, f := range published.site.Files.All() {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		pages++
		to := filepath.Join(dir, filepath.FromSlash(f.Path))
		require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o700))
		require.NoError(t, os.WriteFile(to, bytes.ReplaceAll(f.Body, []byte(asset.RootToken), []byte("/")), 0o600))
	}
	style, err := static.Style(append(slices.Clone(static.PageStyle), "ledger"))
	require.NoError(t, err)
	sheet := filepath.Join(t.TempDir(), "page.css")
	require.NoError(t, os.WriteFile(sheet, style, 0o600))

	assert.Greater(t, pages, 40)
	for what, found := range map[string][]string{
		"pages":           checkMarkup(t, "--skip-non-html", dir),
		"the style sheet": checkMarkup(t, "--css", sheet),
	} {
		assert.Empty(t, found, what)
	}
}

// checkMarkup returns what the checker says of files, each message once.
func checkMarkup(t *testing.T, args ...string) []string {
	t.Helper()
	jar := filepath.Join(root, "web/e2e/audit/node_modules/vnu-jar/build/dist/vnu.jar")
	command := exec.Command("java", append([]string{"-jar", jar, "--errors-only", "--exit-zero-always", "--format", "json"}, args...)...)
	var said strings.Builder
	command.Stderr = &said
	require.NoError(t, command.Run(), said.String())
	var result struct {
		Messages []struct{ URL, Message, Extract string }
	}
	require.NoError(t, json.Unmarshal([]byte(said.String()), &result), said.String())
	seen := map[string]bool{}
	for _, known := range unknownToChecker {
		seen[known] = true
	}
	var found []string
	for _, m := range result.Messages {
		if !seen[m.Message] {
			seen[m.Message] = true
			found = append(found, fmt.Sprintf("%s: %s: %s", m.URL, m.Message, m.Extract))
		}
	}
	return found
}

// What the pages say of themselves to search engines is in the words of schema.org:
// its types, as schema-dts has them for TypeScript, know each property and value.
func TestAuditLinkedData(t *testing.T) {
	folder := filepath.Join(root, "web/e2e/audit")
	source := "import type {Graph} from \"schema-dts\";\nexport const pages: Graph[] = [\n"
	pages := 0
	for _, f := range published.site.Files.All() {
		_, block, ok := strings.Cut(string(f.Body), `<script type="application/ld+json">`)
		if !strings.HasSuffix(f.Path, ".html") || !ok {
			continue
		}
		block, _, _ = strings.Cut(block, "</script>")
		source += block + ", // " + f.Path + "\n"
		pages++
	}
	assert.Greater(t, pages, 30)
	// The compiler looks for the types beside the file that asks for them.
	file, err := os.CreateTemp(folder, "pages-*.ts")
	require.NoError(t, err)
	defer os.Remove(file.Name())
	_, err = file.WriteString(source + "];\n")
	require.NoError(t, err)
	require.NoError(t, file.Close())
	said, err := exec.Command(filepath.Join(folder, "node_modules/.bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", file.Name()).CombinedOutput()
	assert.NoError(t, err, string(said))
}

// Firefox draws the rendered pages. The pictures are for eyes; that they have a page
// on them is all that is asserted.
func TestAuditFirefox(t *testing.T) {
	album := filepath.Join(root, "dist/audit")
	require.NoError(t, os.MkdirAll(album, 0o755))
	for _, lang := range published.Languages {
		for _, path := range []string{lang + "/", view.Address{Lang: lang, Moment: view.LedgerPage}.Path()} {
			for _, size := range []string{"360,2400", "1280,1800"} {
				name, err := filepath.Abs(filepath.Join(album, strings.ReplaceAll(path, "/", "-")+strings.Split(size, ",")[0]+".png"))
				require.NoError(t, err)
				said, err := exec.Command("firefox-esr", "--headless", "--no-remote", "--profile", t.TempDir(), "--window-size="+size, "--screenshot", name, published.url+path).CombinedOutput()
				require.NoError(t, err, string(said))
				file, err := os.Open(name)
				require.NoError(t, err)
				picture, err := png.Decode(file)
				require.NoError(t, err)
				require.NoError(t, file.Close())
				assert.Equal(t, size, fmt.Sprintf("%d,%d", picture.Bounds().Dx(), picture.Bounds().Dy()))
				colours := map[string]bool{}
				for y := 0; y < picture.Bounds().Dy(); y += 3 {
					for x := 0; x < picture.Bounds().Dx(); x += 3 {
						colours[fmt.Sprint(picture.At(x, y))] = true
					}
				}
				assert.Greater(t, len(colours), 50, "%s is as good as empty", name)
			}
		}
	}
}
