package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/stories"
)

// served is a running `bukti serve`.
type served struct {
	t       *testing.T
	ctx     context.Context
	command *exec.Cmd
	address string
	stdout  *bufio.Reader
	stderr  *transcript
}

// transcript can be read while it is written.
type transcript struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (t *transcript) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.Write(p)
}

func (t *transcript) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}

// startServing starts `bukti serve` with arguments and waits until it says where.
func startServing(t *testing.T, args ...string) *served {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 8*time.Minute) // on a machine that has much else to do
	t.Cleanup(cancel)
	s := &served{t: t, ctx: ctx, stderr: &transcript{}}
	s.command = exec.CommandContext(ctx, "bukti", append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)
	s.command.Stderr = s.stderr
	stdout, err := s.command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, s.command.Start())
	s.stdout = bufio.NewReader(stdout)
	line, err := s.stdout.ReadString('\n')
	require.NoError(t, err, "it says where it serves\n%s", s.stderr)
	s.address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
	require.NotEmpty(t, s.address, line)
	return s
}

func (s *served) get(path string) (int, string) {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.ctx, http.MethodGet, s.address+path, nil)
	require.NoError(s.t, err)
	res, err := http.DefaultClient.Do(req)
	require.NoError(s.t, err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	require.NoError(s.t, err)
	return res.StatusCode, string(body)
}

// stop ends it with a signal and returns what it said at the end.
func (s *served) stop(signal os.Signal) string {
	s.t.Helper()
	require.NoError(s.t, s.command.Process.Signal(signal))
	rest, err := io.ReadAll(s.stdout)
	require.NoError(s.t, err)
	require.NoError(s.t, s.command.Wait(), "exit status 0\n%s", s.stderr)
	return string(rest)
}

// serve starts, says where, answers, and stops in peace when it is told to.
func TestServe(t *testing.T) {
	for _, stop := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		t.Run(stop.String(), func(t *testing.T) {
			t.Parallel()
			s := startServing(t, "../../stories/lighthouse", "--verbose")
			status, body := s.get("healthz")
			assert.Equal(t, http.StatusOK, status)
			assert.Equal(t, "ok\n", body)
			status, body = s.get("")
			assert.Equal(t, http.StatusOK, status)
			assert.Contains(t, body, "<!doctype html>")
			assert.Contains(t, body, `data-bench="chart"`)
			status, body = s.get("no/such/page?secret=1")
			assert.Equal(t, http.StatusNotFound, status)
			assert.Contains(t, body, "<h1>")

			assert.Empty(t, s.stop(stop))
			assert.Contains(t, s.stderr.String(), "path=/no/such/page", "every request is logged")
			assert.NotContains(t, s.stderr.String(), "secret", "what a reader asks for in the query is not")
		})
	}
}

// A story that is being written is rendered anew when it is saved; while it has a
// problem, the last good state stays.
func TestServeWatches(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "story")
	require.NoError(t, os.CopyFS(dir, stories.Starter()))
	file := filepath.Join(dir, "en.yaml")
	texts, err := os.ReadFile(file)
	require.NoError(t, err)
	save := func(from, to string) {
		changed := strings.Replace(string(texts), from, to, 1)
		require.NotEqual(t, string(texts), changed)
		require.NoError(t, os.WriteFile(file, []byte(changed), 0o644))
	}

	s := startServing(t, dir, "--watch")
	_, body := s.get("en/")
	assert.Contains(t, body, "How many need the bridge?")

	save("title: How many need the bridge?", "title: Who needs the bridge?")
	line, err := s.stdout.ReadString('\n')
	require.NoError(t, err)
	assert.Equal(t, "rendered anew\n", line)
	_, body = s.get("en/")
	assert.Contains(t, body, "Who needs the bridge?")

	save("  question:", "  questions:")
	require.Eventually(t, func() bool {
		return strings.Contains(s.stderr.String(), "the last good state is still served")
	}, time.Minute, 20*time.Millisecond)
	assert.Contains(t, s.stderr.String(), "en.yaml:4:", "the problem is told with its place")
	_, body = s.get("en/")
	assert.Contains(t, body, "Who needs the bridge?")
	save("title: How many need the bridge?", "title: Nobody needs the bridge?")
	_, err = s.stdout.ReadString('\n')
	require.NoError(t, err)
	_, body = s.get("en/")
	assert.Contains(t, body, "Nobody needs the bridge?")
	assert.Empty(t, s.stop(syscall.SIGTERM))
}

// What is saved while the first pages are made is not missed.
func TestServeWatchesFromTheStart(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "story")
	require.NoError(t, os.CopyFS(dir, stories.Starter()))
	file := filepath.Join(dir, "en.yaml")
	texts, err := os.ReadFile(file)
	require.NoError(t, err)
	changed := regexp.MustCompile(`(?m)^  title: .*`).ReplaceAll(texts, []byte("  title: Saved in between"))
	require.NotEqual(t, texts, changed)
	// By then the story has been read, and its pages take longer. On a machine where they
	// don't, this sees less and is no less true.
	saved := time.AfterFunc(300*time.Millisecond, func() { _ = os.WriteFile(file, changed, 0o644) })
	defer saved.Stop()

	s := startServing(t, dir, "--watch")
	require.Eventually(t, func() bool {
		_, body := s.get("en/")
		return strings.Contains(body, "Saved in between")
	}, time.Minute, 100*time.Millisecond)
	s.stop(syscall.SIGTERM)
}
