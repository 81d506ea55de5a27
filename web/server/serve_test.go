package server

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// start serves a handler on a real port and returns its address, how to stop it,
// and what serve returned.
func start(t *testing.T, h http.Handler, log *slog.Logger, lim limits) (addr string, stop func(), done <-chan error) {
	t.Helper()
	ln, err := Listen("localhost:0")
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, ln, h, log, lim) }()
	return ln.Addr().String(), cancel, ended
}

// within fails the test if nothing comes in time.
func within[T any](t *testing.T, limit time.Duration, c <-chan T) T {
	t.Helper()
	select {
	case v := <-c:
		return v
	case <-time.After(limit):
		require.FailNow(t, "still waiting", "after %s", limit)
		panic("unreachable")
	}
}

func TestServeOverTheNetwork(t *testing.T) {
	addr, stop, done := start(t, New(files(t), options), nil, usual)
	client := &http.Client{
		Transport:     &http.Transport{DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	for _, tt := range []struct {
		method, path, accept string
		status               int
		body                 string
	}{
		{"GET", "/", "br", 200, "BR"},
		{"GET", "/", "gzip", 200, "GZIP"},
		{"GET", "/", "", 200, page},
		{"HEAD", "/", "", 200, ""},
		{"GET", "/en", "", 308, ""},
		{"GET", "/en/x/y", "", 404, `<link href="../../app.css"><a href="../../en/">none</a>`},
		{"POST", "/", "", 405, "only GET and HEAD are possible here\n"},
	} {
		r, err := http.NewRequestWithContext(t.Context(), tt.method, "http://"+addr+tt.path, nil)
		require.NoError(t, err)
		r.Header.Set("Accept-Encoding", tt.accept)
		res, err := client.Do(r)
		require.NoError(t, err)
		body, err := io.ReadAll(res.Body)
		require.NoError(t, err)
		assert.Equal(t, tt.status, res.StatusCode)
		assert.Equal(t, tt.body, string(body))
		assert.Empty(t, res.TransferEncoding, "Content-Length is always known")
	}
	stop()
	assert.NoError(t, within(t, 5*time.Second, done))
	_, err := net.Dial("tcp", addr)
	assert.Error(t, err, "the port is free again")
}

// What no client library sends.
func TestServeRawRequests(t *testing.T) {
	addr, _, _ := start(t, New(files(t), options), nil, usual)
	for _, tt := range []struct{ name, request, status string }{
		{"path out of the site", "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 404 "},
		{"backslashes", "GET \\..\\x HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400 "},
		{"NUL", "GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400 "},
		{"bad escape", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400 "},
		{"absolute form", "GET http://x/en/ HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 "},
		{"OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 405 "},
		{"CONNECT", "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 405 "},
		{"HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", "HTTP/1.0 200 "},
		{"header of 30 KB", "GET / HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("x", 30_000) + "\r\n\r\n", "HTTP/1.1 431 "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			conn, err := net.Dial("tcp", addr)
			require.NoError(t, err)
			defer func() { _ = conn.Close() }()
			_, err = io.WriteString(conn, tt.request)
			require.NoError(t, err)
			line, err := bufio.NewReader(conn).ReadString('\n')
			require.NoError(t, err)
			assert.True(t, strings.HasPrefix(line, tt.status), line)
		})
	}
}

func TestUsualLimitsAreSet(t *testing.T) {
	assert.Positive(t, usual.readHeader)
	assert.GreaterOrEqual(t, usual.read, usual.readHeader)
	assert.Greater(t, usual.write, usual.read)
	assert.Positive(t, usual.idle)
	assert.Positive(t, usual.stop)
	assert.Positive(t, usual.header)
}

// A slow loris sends its header a byte at a time, to hold a connection for ever.
func TestSlowLorisIsCutOff(t *testing.T) {
	lim := usual
	lim.readHeader = 100 * time.Millisecond
	addr, _, _ := start(t, New(files(t), options), nil, lim)
	conn, err := net.Dial("tcp", addr)
	require.NoError(t, err)
	defer func() { _ = conn.Close() }()

	go func() {
		for _, b := range []byte("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " + strings.Repeat("x", 1000)) {
			if _, err := conn.Write([]byte{b}); err != nil {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
	}()
	closed := make(chan string, 1)
	begun := time.Now()
	go func() {
		got, _ := io.ReadAll(conn)
		closed <- string(got)
	}()
	assert.NotContains(t, within(t, 5*time.Second, closed), "200 OK")
	assert.GreaterOrEqual(t, time.Since(begun), lim.readHeader/2, "the server began to count before this test did")
}

// A reader of one byte a minute would hold a response for ever.
func TestSlowReaderIsCutOff(t *testing.T) {
	lim := usual
	lim.write = 100 * time.Millisecond
	failed := make(chan error, 1)
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, err := w.Write(make([]byte, 64<<20)) // more than the buffers of any kernel
		failed <- err
	})
	addr, _, _ := start(t, h, nil, lim)
	conn, err := net.Dial("tcp", addr)
	require.NoError(t, err)
	defer func() { _ = conn.Close() }()
	_, err = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	require.NoError(t, err)
	assert.Error(t, within(t, 10*time.Second, failed))
}

func TestStopLetsResponsesFinish(t *testing.T) {
	entered, finish := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		<-finish
		_, _ = io.WriteString(w, "complete")
	})
	addr, stop, done := start(t, h, nil, usual)
	body := make(chan string, 1)
	go func() {
		res, err := http.Get("http://" + addr)
		if !assert.NoError(t, err) {
			body <- ""
			return
		}
		b, err := io.ReadAll(res.Body)
		assert.NoError(t, err)
		body <- string(b)
	}()
	within(t, 5*time.Second, entered)
	stop()
	select {
	case err := <-done:
		require.FailNow(t, "stopped with a response under way", "%v", err)
	case <-time.After(50 * time.Millisecond):
	}
	close(finish)
	assert.Equal(t, "complete", within(t, 5*time.Second, body))
	assert.NoError(t, within(t, 5*time.Second, done))
}

func TestStopHasADeadline(t *testing.T) {
	lim := usual
	lim.stop = 50 * time.Millisecond
	entered := make(chan struct{})
	h := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		close(entered)
		<-r.Context().Done() // ends when the connection is closed
	})
	addr, stop, done := start(t, h, nil, lim)
	go func() {
		if res, err := http.Get("http://" + addr); err == nil {
			_ = res.Body.Close()
		}
	}()
	within(t, 5*time.Second, entered)
	stop()
	require.ErrorContains(t, within(t, 5*time.Second, done), "cut off after 50ms")
}

// Browsers open connections ahead of need, and Shutdown would wait five seconds.
func TestStopDoesNotWaitForUnusedConnections(t *testing.T) {
	addr, stop, done := start(t, New(files(t), options), nil, usual)
	unused, err := net.Dial("tcp", addr)
	require.NoError(t, err)
	defer func() { _ = unused.Close() }()
	res, err := http.Get("http://" + addr) // by now the first has been accepted
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	stop()
	assert.NoError(t, within(t, 3*time.Second, done))
}

func TestServeTellsOfABrokenListener(t *testing.T) {
	ln, err := Listen("localhost:0")
	require.NoError(t, err)
	require.NoError(t, ln.Close())
	require.ErrorContains(t, Serve(t.Context(), ln, http.NotFoundHandler(), nil), "serving on 127.0.0.1:")
}

// lockedBuffer is a log that a server writes while a test reads.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestServersOwnErrorsAreLoggedAtWarn(t *testing.T) {
	var out lockedBuffer
	log := slog.New(slog.NewTextHandler(&out, nil))
	h := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a bug") })
	addr, stop, done := start(t, h, log, usual)
	_, err := http.Get("http://" + addr)
	require.Error(t, err)
	stop()
	require.NoError(t, within(t, 5*time.Second, done))
	assert.Contains(t, out.String(), "level=WARN")
	assert.Contains(t, out.String(), "a bug")
}
