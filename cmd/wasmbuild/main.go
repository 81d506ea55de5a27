// Command wasmbuild builds the browser's program into a folder: app.wasm compressed
// with brotli and with gzip, their sizes, and the toolchain's support script, which always
// matches the compiler because it is copied from it. None of them is committed.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	out := flag.String("out", "web/static/wasm", "folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "wasmbuild:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	temp, err := os.MkdirTemp("", "wasmbuild")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	program := filepath.Join(temp, "app.wasm")
	flags, err := derive(temp)
	if err != nil {
		return fmt.Errorf("deriving go-app for the browser: %w", err)
	}
	args := append([]string{"build", "-trimpath", "-ldflags", "-s -w", "-o", program}, flags...)
	build := exec.Command("go", append(args, "bukti/cmd/wasm")...)
	build.Env = forBrowser()
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("building the browser's program: %w", err)
	}
	raw, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	br, err := compressBrotli(raw)
	if err != nil {
		return err
	}
	gz, err := compressGzip(raw)
	if err != nil {
		return err
	}
	script, err := supportScript()
	if err != nil {
		return err
	}
	sizes := fmt.Sprintf("app.wasm: %d bytes raw, %d gzip, %d brotli\n", len(raw), len(gz), len(br))
	return errors.Join(
		os.WriteFile(filepath.Join(out, "app.wasm.br"), br, 0o644),
		os.WriteFile(filepath.Join(out, "app.wasm.gz"), gz, 0o644),
		os.WriteFile(filepath.Join(out, "go.js"), script, 0o644),
		os.WriteFile(filepath.Join(out, "sizes.txt"), []byte(sizes), 0o644),
	)
}

func supportScript() ([]byte, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("asking for GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
}
