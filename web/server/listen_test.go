package server

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestListenOnATakenPort(t *testing.T) {
	first, err := Listen("localhost:0")
	require.NoError(t, err)
	defer func() { _ = first.Close() }()
	port := first.Addr().(*net.TCPAddr).Port

	_, err = Listen("localhost:" + strconv.Itoa(port))
	next := port + 1
	if next > 65535 {
		next = 8000
	}
	require.EqualError(t, err, fmt.Sprintf("port %d on localhost is taken; choose another with --listen localhost:%d", port, next))
	assert.ErrorIs(t, err, syscall.EADDRINUSE)
}

func TestListenRefusesAddresses(t *testing.T) {
	for _, tt := range []struct{ addr, want string }{
		{"", `"" is not an address to listen on; write host:port, for example --listen localhost:8000`},
		{"8000", `"8000" is not an address to listen on; write host:port, for example --listen localhost:8000`},
		{"::1:8000", `"::1:8000" is not an address to listen on; write host:port, for example --listen localhost:8000`},
		{"localhost:http", `"http" in the address "localhost:http" is not a port; write a number from 0 to 65535, for example --listen localhost:8000`},
		{"localhost:", `"" in the address "localhost:" is not a port; write a number from 0 to 65535, for example --listen localhost:8000`},
		{"[::1]:65536", `"65536" in the address "[::1]:65536" is not a port; write a number from 0 to 65535, for example --listen [::1]:8000`},
		// TEST-NET-1 of RFC 5737, which no machine has.
		{"192.0.2.1:8080", "192.0.2.1 is not an address of this machine; choose one that is with --listen, for example --listen localhost:8080"},
	} {
		_, err := Listen(tt.addr)
		assert.EqualError(t, err, tt.want)
	}
}

func TestExplain(t *testing.T) {
	system := func(errno syscall.Errno) error {
		return &net.OpError{Op: "listen", Net: "tcp", Err: errno}
	}
	for _, tt := range []struct {
		addr string
		err  error
		want string
	}{
		{"localhost:8000", system(syscall.EADDRINUSE), "port 8000 on localhost is taken; choose another with --listen localhost:8001"},
		{"localhost:8000", system(windowsInUse), "port 8000 on localhost is taken; choose another with --listen localhost:8001"},
		{":65535", system(syscall.EADDRINUSE), "port 65535 on all addresses is taken; choose another with --listen :8000"},
		{"[::1]:8000", system(syscall.EADDRINUSE), "port 8000 on ::1 is taken; choose another with --listen [::1]:8001"},
		{"localhost:80", system(syscall.EACCES), "port 80 on localhost needs rights that this program does not have; choose one from 1024 up with --listen localhost:8000"},
		{"localhost:80", system(windowsAccess), "port 80 on localhost needs rights that this program does not have; choose one from 1024 up with --listen localhost:8000"},
		{"nowhere.invalid:8000", &net.OpError{Op: "listen", Err: &net.DNSError{Err: "no such host"}}, `the host "nowhere.invalid" is not known here; choose one of this machine's with --listen, for example --listen localhost:8000`},
		{"localhost:8000", errors.New("no luck"), "can't listen on localhost:8000: no luck; choose another address with --listen localhost:8001"},
	} {
		assert.Equal(t, tt.want, explain(tt.addr, tt.err))
	}
}
