package main

import (
	"bytes"
	"io"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The test binary is the program too, when it is called bukti.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"bukti": main})
}

// A flag or an argument that help does not tell of might as well not be there.
func TestHelpNamesEverything(t *testing.T) {
	parser, err := kong.New(&cli{}, kong.Name("bukti"), kong.Writers(io.Discard, io.Discard))
	require.NoError(t, err)
	help := func(args ...string) string {
		var stdout, stderr bytes.Buffer
		assert.Zero(t, run(args, &stdout, &stderr), "%v", args)
		assert.Empty(t, stderr.String(), "%v", args)
		return stdout.String()
	}
	assert.Equal(t, help("--help"), help(), "without arguments")
	require.NotEmpty(t, parser.Model.Children)
	for _, command := range parser.Model.Children {
		assert.Contains(t, help("--help"), command.Name)
		assert.Contains(t, help("--help"), command.Help)
		text := help(command.Name, "--help")
		for _, flag := range command.Flags {
			assert.Contains(t, text, "--"+flag.Name, "help of %s", command.Name)
			assert.NotEmpty(t, flag.Help, "help of %s --%s", command.Name, flag.Name)
		}
		for _, argument := range command.Positional {
			assert.Contains(t, text, argument.Summary(), "help of %s", command.Name)
			assert.NotEmpty(t, argument.Help, "help of %s %s", command.Name, argument.Name)
		}
	}
}
