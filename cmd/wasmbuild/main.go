// Command wasmbuild builds the browser's program into a folder: app.wasm compressed
// with brotli and with gzip, their sizes, the packages inside, and the toolchain's support script, which always
// matches the compiler because it is copied from it. None of them is committed.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// program is what is built.
const program = "bukti/cmd/wasm"

func main() {
	out := flag.String("out", "web/static/wasm", "folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "wasmbuild:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	built, err := buildProgram()
	if err != nil {
		return err
	}
	raw, err := pack(built.module, runtime.Version(), os.Stderr)
	if err != nil {
		return fmt.Errorf("packing the browser's program: %w", err)
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
		os.WriteFile(filepath.Join(out, "packages.txt"), []byte(built.packages), 0o644),
	)
}

// built is the program as the toolchain leaves it, and how many bytes of code each
// package has in it.
type built struct {
	module   []byte
	packages string
}

func buildProgram() (b built, err error) {
	temp, err := os.MkdirTemp("", "wasmbuild")
	if err != nil {
		return b, err
	}
	defer os.RemoveAll(temp)
	flags, err := derive(temp)
	if err != nil {
		return b, fmt.Errorf("deriving go-app for the browser: %w", err)
	}
	file := filepath.Join(temp, "app.wasm")
	args := append([]string{"build", "-trimpath", "-ldflags", "-w", "-o", file}, flags...)
	build := exec.Command("go", append(args, program)...)
	build.Env = forBrowser()
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return b, fmt.Errorf("building the browser's program: %w", err)
	}
	if b.module, err = os.ReadFile(file); err != nil {
		return b, err
	}
	packages, err := goList(append(append([]string{"-deps"}, flags...), program)...)
	if err != nil {
		return b, err
	}
	list, err := sections(b.module)
	b.packages = weigh(list, strings.Fields(packages))
	return b, err
}

func supportScript() ([]byte, error) {
	root, err := goRoot()
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
}

func goRoot() (string, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("asking for GOROOT: %w", err)
	}
	return strings.TrimSpace(string(root)), nil
}
