package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAWrongPackageIsRefused(t *testing.T) {
	tarball := filepath.Join(t.TempDir(), "wrong.tgz")
	require.NoError(t, os.WriteFile(tarball, []byte("404"), 0o644))
	out := t.TempDir()
	assert.ErrorContains(t, run(tarball, out), "not "+source.Name+" "+source.Version+" as pinned")
	written, err := os.ReadDir(out)
	require.NoError(t, err)
	assert.Empty(t, written)
	assert.ErrorIs(t, run(filepath.Join(t.TempDir(), "missing.tgz"), t.TempDir()), os.ErrNotExist)
}

func TestThePinIsTheOneOfTheCommittedFile(t *testing.T) {
	text, err := os.ReadFile("../../web/static/basemap/PROVENANCE.md")
	require.NoError(t, err)
	assert.Contains(t, string(text), "| integrity | `"+source.Integrity+"` |")
	assert.Contains(t, string(text), "npm package `"+source.Name+"` "+source.Version+",")
}
