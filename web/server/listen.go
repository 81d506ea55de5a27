package server

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
)

// DefaultAddress is what a suggestion falls back to.
const DefaultAddress = "localhost:8000"

// Listen opens a TCP port given as "host:port"; an empty host means all of the
// machine's addresses, port 0 a free one. Its errors say what to do, and wrap
// the system's.
func Listen(addr string) (net.Listener, error) {
	if _, _, err := split(addr); err != nil {
		return nil, err
	}
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, &listenError{explain(addr, err), err}
	}
	return ln, nil
}

// listenError has a message for people and a cause for programs.
type listenError struct {
	message string
	cause   error
}

func (e *listenError) Error() string { return e.message }
func (e *listenError) Unwrap() error { return e.cause }

// Windows reports these by numbers of its own, which package syscall does not
// name on other systems.
const (
	windowsAccess    = syscall.Errno(10013) // WSAEACCES
	windowsInUse     = syscall.Errno(10048) // WSAEADDRINUSE
	windowsNoAddress = syscall.Errno(10049) // WSAEADDRNOTAVAIL
)

// explain says why an address in good form could not be listened on.
func explain(addr string, err error) string {
	host, port, _ := split(addr)
	place := host
	if place == "" {
		place = "all addresses"
	}
	is := func(targets ...syscall.Errno) bool {
		for _, t := range targets {
			if errors.Is(err, t) {
				return true
			}
		}
		return false
	}
	var dns *net.DNSError
	switch {
	case is(syscall.EADDRINUSE, windowsInUse):
		return fmt.Sprintf("port %d on %s is taken; choose another with --listen %s", port, place, suggest(host, port))
	case is(syscall.EACCES, syscall.EPERM, windowsAccess):
		return fmt.Sprintf("port %d on %s needs rights that this program does not have; choose one from 1024 up with --listen %s", port, place, suggest(host, port))
	case is(syscall.EADDRNOTAVAIL, windowsNoAddress):
		return fmt.Sprintf("%s is not an address of this machine; choose one that is with --listen, for example --listen %s", host, suggest("localhost", port-1))
	case errors.As(err, &dns):
		return fmt.Sprintf("the host %q is not known here; choose one of this machine's with --listen, for example --listen %s", host, suggest("localhost", port-1))
	}
	return fmt.Sprintf("can't listen on %s: %v; choose another address with --listen %s", addr, err, suggest(host, port))
}

// split takes an address apart, or says how it should look.
func split(addr string) (host string, port int, err error) {
	host, text, err := net.SplitHostPort(addr)
	if err != nil {
		return "", 0, &listenError{fmt.Sprintf("%q is not an address to listen on; write host:port, for example --listen %s", addr, DefaultAddress), err}
	}
	number, err := strconv.ParseUint(text, 10, 16)
	if err != nil {
		return "", 0, &listenError{fmt.Sprintf("%q in the address %q is not a port; write a number from 0 to 65535, for example --listen %s", text, addr, net.JoinHostPort(host, "8000")), err}
	}
	return host, int(number), nil
}

// suggest returns an address on the same host with the next port that anybody
// may open.
func suggest(host string, port int) string {
	next := port + 1
	if next < 1024 || next > 65535 {
		next = 8000
	}
	return net.JoinHostPort(host, strconv.Itoa(next))
}
