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

// marionette is a connection to a headless Firefox, by its own protocol.
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
type marionette struct {
	conn net.Conn
	in   *bufio.Reader
	id   int
}

// startFirefox starts one with a profile of its own, which ends with the test.
func startFirefox(t *testing.T) *foreign {
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
	f := &marionette{}
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
	for _, c := range []struct {
		command string
		params  any
	}{
		{"WebDriver:NewSession", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"pageLoadStrategy": "normal"}}}},
		{"WebDriver:SetTimeouts", timeouts},
	} {
		_, err := f.do(c.command, c.params)
		require.NoError(t, err, c.command)
	}
	return &foreign{
		t: t,
		run: func(script string) (json.RawMessage, error) {
			result, err := f.do("WebDriver:ExecuteAsyncScript", map[string]any{"script": script, "args": []any{}})
			if err != nil {
				return nil, err
			}
			return valueOf(result)
		},
		open: func(url string) error {
			_, err := f.do("WebDriver:Navigate", map[string]any{"url": url})
			return err
		},
		show: func() ([]byte, error) {
			result, err := f.do("WebDriver:TakeScreenshot", map[string]any{"full": false})
			if err != nil {
				return nil, err
			}
			value, err := valueOf(result)
			if err != nil {
				return nil, err
			}
			return picture(value)
		},
	}
}

// read reads a message: its length, a colon and JSON.
func (f *marionette) read() ([]byte, error) {
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
func (f *marionette) do(command string, params any) (json.RawMessage, error) {
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
