// Command bukti serves, builds and checks an interactive explainer of contested
// figures. Everything it needs is inside it, the browser's program included.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"
)

// cli is the command line. Field tags are its documentation.
type cli struct {
	Serve serveCommand `cmd:"" help:"Serve the explainer over HTTP."`
	Build buildCommand `cmd:"" help:"Write the whole site as files for any static host."`
	Check checkCommand `cmd:"" help:"Check a story and report every problem at once."`
	New   newCommand   `cmd:"" help:"Make a folder with a story to start from."`
}

const description = `bukti shows who said what about a contested figure, on which day, and who denied it:
a map and a chart that move together, every figure tied to its speaker and sources.

A story is a folder of YAML: story.yaml and one file of texts for each language.
Where STORY is left out, the story that comes with bukti is used.`

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run carries out a command line and returns the exit status: 0 when all is well,
// 1 when the command failed, 2 when the command line makes no sense.
func run(args []string, stdout, stderr io.Writer) int {
	var c cli
	status := -1
	parser, err := kong.New(&c,
		kong.Name("bukti"),
		kong.Description(description),
		kong.Writers(stdout, stderr),
		kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Exit(func(code int) { status = code }),
	)
	if err != nil {
		fmt.Fprintln(stderr, "bukti:", err)
		return 2
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	ctx, err := parser.Parse(args)
	if status >= 0 { // help was asked for and shown
		return status
	}
	if err != nil {
		fmt.Fprintf(stderr, "bukti: %v\nTry `bukti --help`.\n", err)
		return 2
	}
	if err := ctx.Run(&streams{stdout, stderr}); err != nil {
		fmt.Fprintln(stderr, "bukti:", err)
		return 1
	}
	return 0
}

// streams are where a command writes.
type streams struct{ out, err io.Writer }
