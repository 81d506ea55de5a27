//go:build audit

package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// firefox is a headless Firefox, driven by its own protocol.
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
type firefox struct {
	t    *testing.T
	conn net.Conn
	in   *bufio.Reader
	id   int
}

// startFirefox starts one with a profile of its own, which ends with the test.
func startFirefox(t *testing.T) *firefox {
	t.Helper()
	profile := t.TempDir()
	// It then takes a free port, and writes down which.
	require.NoError(t, os.WriteFile(filepath.Join(profile, "user.js"), []byte(`user_pref("marionette.port", 0);`), 0o600))
	command := exec.Command("firefox-esr", "--headless", "--no-remote", "--marionette", "--profile", profile)
	require.NoError(t, command.Start())
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	f := &firefox{t: t}
	require.Eventually(t, func() bool {
		port, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		if err != nil {
			return false
		}
		f.conn, err = net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port)))
		return err == nil
	}, patience, 100*time.Millisecond, "Firefox takes no commands")
	t.Cleanup(func() { _ = f.conn.Close() })
	f.in = bufio.NewReader(f.conn)
	_, err := f.read() // it says who it is
	require.NoError(t, err)
	f.do("WebDriver:NewSession", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"pageLoadStrategy": "normal"}}})
	f.do("WebDriver:SetTimeouts", map[string]any{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds()})
	return f
}

// read reads a message: its length, a colon and JSON.
func (f *firefox) read() ([]byte, error) {
	length, err := f.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return nil, err
	}
	message := make([]byte, n)
	_, err = io.ReadFull(f.in, message)
	return message, err
}

// do runs a command and returns its result.
func (f *firefox) do(command string, params any) json.RawMessage {
	f.t.Helper()
	result, err := f.try(command, params)
	require.NoError(f.t, err, command)
	return result
}

func (f *firefox) try(command string, params any) (json.RawMessage, error) {
	f.id++
	message, err := json.Marshal([]any{0, f.id, command, params})
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(f.conn, "%d:%s", len(message), message); err != nil {
		return nil, err
	}
	answer, err := f.read()
	if err != nil {
		return nil, err
	}
	var parts [4]json.RawMessage // kind, id, error, result
	if err := json.Unmarshal(answer, &parts); err != nil {
		return nil, err
	}
	if string(parts[2]) != "null" {
		return nil, fmt.Errorf("%s", parts[2])
	}
	return parts[3], nil
}

// visit types an address, and waits until the page is there.
func (f *firefox) visit(url string) {
	f.t.Helper()
	f.do("WebDriver:Navigate", map[string]any{"url": url})
}

// ask returns the value of an expression in the page; a promise is waited for.
func ask[T any](f *firefox, expression string) (value T) {
	f.t.Helper()
	v, err := asked[T](f, expression)
	require.NoError(f.t, err, expression)
	return v
}

func asked[T any](f *firefox, expression string) (value T, err error) {
	result, err := f.try("WebDriver:ExecuteScript", map[string]any{"script": "return (" + expression + ")", "args": []any{}})
	if err != nil {
		return value, err
	}
	var wrapped struct{ Value T }
	err = json.Unmarshal(result, &wrapped)
	return wrapped.Value, err
}

// until waits until an expression is true. The page may be on its way to another.
func (f *firefox) until(condition string) {
	f.t.Helper()
	require.Eventually(f.t, func() bool {
		ok, err := asked[bool](f, condition)
		return err == nil && ok
	}, patience, 50*time.Millisecond, condition)
}
