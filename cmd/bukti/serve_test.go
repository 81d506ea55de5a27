package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// serve starts, says where, answers, and stops in peace when it is told to.
func TestServe(t *testing.T) {
	for _, stop := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		t.Run(stop.String(), func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
			defer cancel()
			command := exec.CommandContext(ctx, "bukti", "serve", "--listen", "127.0.0.1:0", "--verbose")
			var stderr bytes.Buffer
			command.Stderr = &stderr
			stdout, err := command.StdoutPipe()
			require.NoError(t, err)
			require.NoError(t, command.Start())
			line, err := bufio.NewReader(stdout).ReadString('\n')
			require.NoError(t, err, "it says where it serves\n%s", &stderr)
			address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
			require.NotEmpty(t, address, line)

			get := func(path string) (int, string) {
				req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+path, nil)
				require.NoError(t, err)
				res, err := http.DefaultClient.Do(req)
				require.NoError(t, err)
				defer res.Body.Close()
				body, err := io.ReadAll(res.Body)
				require.NoError(t, err)
				return res.StatusCode, string(body)
			}
			status, body := get("healthz")
			assert.Equal(t, http.StatusOK, status)
			assert.Equal(t, "ok\n", body)
			status, body = get("")
			assert.Equal(t, http.StatusOK, status)
			assert.Contains(t, body, "<!doctype html>")
			assert.Contains(t, body, `data-bench="chart"`)
			status, body = get("no/such/page?secret=1")
			assert.Equal(t, http.StatusNotFound, status)
			assert.Contains(t, body, "<h1>")

			require.NoError(t, command.Process.Signal(stop))
			rest, err := io.ReadAll(stdout)
			require.NoError(t, err)
			assert.Empty(t, string(rest))
			require.NoError(t, command.Wait(), "exit status 0\n%s", &stderr)
			assert.Contains(t, stderr.String(), "path=/no/such/page", "every request is logged")
			assert.NotContains(t, stderr.String(), "secret", "what a reader asks for in the query is not")
		})
	}
}
