package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A packed program runs, collects and recovers as before; the report of a panic has
// the functions' names and no lines.
func TestPackedProgram(t *testing.T) {
	dir := t.TempDir()
	built := filepath.Join(dir, "built.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-w", "-o", built, "./testdata/panics")
	build.Env = forBrowser()
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	raw, err := os.ReadFile(built)
	require.NoError(t, err)
	small, err := pack(raw)
	require.NoError(t, err)
	packed := filepath.Join(dir, "packed.wasm")
	require.NoError(t, os.WriteFile(packed, small, 0o600))

	before, after := report(t, built), report(t, packed)
	for _, says := range []string{"recovered: once", "panic: lost", "main.inner(", "main.outer(", "main.main("} {
		assert.Contains(t, before, says)
		assert.Contains(t, after, says)
	}
	assert.Contains(t, before, "main.go:2")
	assert.NotContains(t, after, ".go:")
	again, err := pack(raw)
	require.NoError(t, err)
	assert.Equal(t, small, again)
	assert.Less(t, len(packWell(t, small)), len(packWell(t, raw))*9/10)
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

func TestWhatIsNoProgramOfThisGoFails(t *testing.T) {
	_, err := pack([]byte("<!doctype html>"))
	assert.ErrorContains(t, err, "not a WebAssembly module")
	assert.ErrorContains(t, memory{}.dropLines("go1.99.1"), "renew this")
	assert.ErrorContains(t, memory{bytes: make([]byte, 64)}.dropLines(layout+".8"), "no table of functions")
}

func TestSignedNumbers(t *testing.T) {
	for _, n := range []int{0, 1, -1, 63, 64, -64, -65, 44803, 1 << 30, -1 << 31} {
		r := reader(appendSigned(nil, n))
		assert.Equal(t, n, r.signed())
		assert.Empty(t, r)
	}
}
