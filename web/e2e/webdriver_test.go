//go:build audit

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// webDriver is a server of W3C's WebDriver. https://www.w3.org/TR/webdriver2/
type webDriver string // its address

// do sends a command and returns its value.
func (d webDriver) do(method, path string, params any) (json.RawMessage, error) {
	body, err := json.Marshal(params)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(method, string(d)+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", res.Status, text)
	}
	return valueOf(text)
}

// startWebKit starts GTK's WebKit, which is Safari's, on a screen that nobody sees. Both
// end with the test.
func startWebKit(t *testing.T) *foreign {
	t.Helper()
	started := func(command *exec.Cmd) {
		require.NoError(t, command.Start())
		t.Cleanup(func() {
			_ = command.Process.Kill()
			_ = command.Wait()
		})
	}
	number, tells, err := os.Pipe()
	require.NoError(t, err)
	defer number.Close()
	screen := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x1400x24", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{tells}
	started(screen)
	require.NoError(t, tells.Close())
	display := make([]byte, 8)
	n, err := number.Read(display)
	require.NoError(t, err, "Xvfb tells no display")

	free, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := free.Addr().String()
	require.NoError(t, free.Close())
	_, port, err := net.SplitHostPort(address)
	require.NoError(t, err)
	server := exec.Command("WebKitWebDriver", "--host=127.0.0.1", "--port="+port)
	server.Env = append(os.Environ(), "DISPLAY=:"+strings.TrimSpace(string(display[:n])), "LIBGL_ALWAYS_SOFTWARE=1")
	started(server)
	d := webDriver("http://" + address)
	require.Eventually(t, func() bool {
		_, err := d.do(http.MethodGet, "/status", nil)
		return err == nil
	}, patience, 100*time.Millisecond, "WebKit takes no commands")

	made, err := d.do(http.MethodPost, "/session", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{}}})
	require.NoError(t, err)
	var session struct {
		SessionID string `json:"sessionId"`
	}
	require.NoError(t, json.Unmarshal(made, &session))
	path := "/session/" + session.SessionID
	t.Cleanup(func() { _, _ = d.do(http.MethodDelete, path, nil) })
	_, err = d.do(http.MethodPost, path+"/timeouts", timeouts)
	require.NoError(t, err)
	return &foreign{
		t: t,
		run: func(script string) (json.RawMessage, error) {
			return d.do(http.MethodPost, path+"/execute/async", map[string]any{"script": script, "args": []any{}})
		},
		open: func(url string) error {
			_, err := d.do(http.MethodPost, path+"/url", map[string]any{"url": url})
			return err
		},
		show: func() ([]byte, error) {
			value, err := d.do(http.MethodGet, path+"/screenshot", nil)
			if err != nil {
				return nil, err
			}
			return picture(value)
		},
	}
}

// picture decodes a screenshot.
func picture(value json.RawMessage) ([]byte, error) {
	var text string
	if err := json.Unmarshal(value, &text); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(text)
}
