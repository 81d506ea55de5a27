package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A packed program runs, collects and recovers as before. The report of a panic has
// the functions' names, and no lines where the layout of their tables is known.
func TestPackedProgram(t *testing.T) {
	dir := t.TempDir()
	built := filepath.Join(dir, "built.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-w", "-o", built, "./testdata/panics")
	build.Env = forBrowser()
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	raw, err := os.ReadFile(built)
	require.NoError(t, err)
	before := report(t, built)
	for _, tt := range []struct {
		version string
		known   bool
	}{
		{runtime.Version(), knowsLayout(runtime.Version())},
		{"go1.99.1", false},
	} {
		t.Run(tt.version, func(t *testing.T) {
			var notes bytes.Buffer
			small, err := pack(raw, tt.version, &notes)
			require.NoError(t, err)
			packed := filepath.Join(t.TempDir(), "packed.wasm")
			require.NoError(t, os.WriteFile(packed, small, 0o600))
			after := report(t, packed)
			for _, says := range []string{"recovered: once", "panic: lost", "main.inner(", "main.outer(", "main.main("} {
				assert.Contains(t, before, says)
				assert.Contains(t, after, says)
			}
			assert.Contains(t, before, "main.go:2")
			share := 0.95
			if tt.known {
				share = 0.9
				assert.NotContains(t, after, ".go:")
				assert.Empty(t, notes.String())
			} else {
				assert.Contains(t, after, "main.go:2")
				assert.Contains(t, notes.String(), "not for "+tt.version)
				assert.Equal(t, 1, strings.Count(notes.String(), "\n"))
			}
			assert.Less(t, float64(len(packWell(t, small))), share*float64(len(packWell(t, raw))))
			again, err := pack(raw, tt.version, &notes)
			require.NoError(t, err)
			assert.Equal(t, small, again)
		})
	}
}

// report is what a program says under Node.
func report(t *testing.T, program string) string {
	root, err := goRoot()
	require.NoError(t, err)
	out, err := exec.Command("node", filepath.Join(root, "lib", "wasm", "wasm_exec_node.js"), program).CombinedOutput()
	require.Error(t, err, "it ends with a panic")
	return strings.ReplaceAll(string(out), "\t", " ")
}

func packWell(t *testing.T, b []byte) []byte {
	gz, err := compressGzip(b)
	require.NoError(t, err)
	return gz
}

func TestWhatIsNoProgramFails(t *testing.T) {
	_, err := pack([]byte("<!doctype html>"), layout, io.Discard)
	assert.ErrorContains(t, err, "not a WebAssembly module")
	assert.ErrorContains(t, memory{bytes: make([]byte, 64)}.dropLines(), "no table of functions")
}

func TestKnowsLayout(t *testing.T) {
	for version, want := range map[string]bool{
		"go1.26": true, "go1.26.8": true, "go1.26rc1": false, "go1.26-custom": true, "go1.26.8 X:nodwarf5": true,
		"go1.27": false, "go1.260": false, "devel go1.27-abc": false,
	} {
		assert.Equal(t, want, knowsLayout(version), version)
	}
}

func TestSignedNumbers(t *testing.T) {
	for _, n := range []int{0, 1, -1, 63, 64, -64, -65, 44803, 1 << 30, -1 << 31} {
		r := reader(appendSigned(nil, n))
		assert.Equal(t, n, r.signed())
		assert.Empty(t, r)
	}
}
