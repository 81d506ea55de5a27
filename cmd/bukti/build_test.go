package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whoever interrupts a build finds no half of it, under whatever name.
func TestBuildInterrupted(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			parent := t.TempDir()
			names := func() string {
				entries, err := os.ReadDir(parent)
				require.NoError(t, err)
				var names []string
				for _, e := range entries {
					names = append(names, e.Name())
				}
				return strings.Join(names, " ")
			}
			command := exec.CommandContext(t.Context(), "bukti", "build", "--out", filepath.Join(parent, "public"))
			require.NoError(t, command.Start())
			require.Eventually(t, func() bool { return names() != "" }, 2*time.Minute, time.Millisecond)
			require.NoError(t, command.Process.Signal(signal))
			if command.Wait() == nil { // it was done before the signal came
				assert.Equal(t, "public", names())
				return
			}
			assert.Empty(t, names())
		})
	}
}
