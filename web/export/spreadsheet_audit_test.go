//go:build audit

package export

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A spreadsheet program opens the claims with their columns, takes no text for a
// formula and loses no character: LibreOffice, there and back.
func TestAuditSpreadsheet(t *testing.T) {
	books := map[string]Publication{}
	for id, p := range stock(t) {
		books[id] = p
	}
	for name, text := range hardTexts {
		books[name] = saying(text)
	}
	dir := t.TempDir()
	var files []string
	original := map[string][]byte{}
	for name, p := range books {
		out, err := ClaimsCSV(p)
		require.NoError(t, err)
		file := strings.ReplaceAll(name, " ", "-") + ".csv"
		original[file] = out
		require.NoError(t, os.WriteFile(filepath.Join(dir, file), out, 0o600))
		files = append(files, filepath.Join(dir, file))
	}
	// Commas, double quotes, UTF-8; formulas are allowed, as when a reader opens the file.
	const form = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
	office := func(to, filter string, from ...string) {
		args := append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--infilter=" + filter, "--convert-to", to, "--outdir", filepath.Join(dir, "out")}, from...)
		said, err := exec.Command("soffice", args...).CombinedOutput()
		require.NoError(t, err, string(said))
	}
	office("ods", form, files...)
	opened, err := filepath.Glob(filepath.Join(dir, "out", "*.ods"))
	require.NoError(t, err)
	require.Len(t, opened, len(files))
	office("csv:"+form, "calc8", opened...)
	for file, want := range original {
		t.Run(file, func(t *testing.T) {
			got, err := os.ReadFile(filepath.Join(dir, "out", file))
			require.NoError(t, err)
			assert.Equal(t, cells(t, want), cells(t, got))
		})
	}
}

// cells are a CSV file's rows. LibreOffice writes true as TRUE and drops tabs.
func cells(t *testing.T, file []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf")))).ReadAll()
	require.NoError(t, err)
	for _, row := range rows {
		for i, cell := range row {
			row[i] = strings.ReplaceAll(cell, "\t", "")
			if lower := strings.ToLower(cell); lower == "true" || lower == "false" {
				row[i] = lower
			}
		}
	}
	return rows
}
