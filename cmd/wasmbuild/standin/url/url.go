//go:build js

// Package url stands in for the standard library's net/url: it asks the browser.
package url

import "syscall/js"

// URL is an address. Its parts are written as in the address, not decoded.
type URL struct {
	Scheme, Host, Path, Fragment string

	opaque bool // a mailto: or the like
	query  string
}

type invalid string

func (e invalid) Error() string { return "not an address: " + string(e) }

// Parse reads an address, as seen from the page.
func Parse(raw string) (u *URL, err error) {
	defer func() {
		if recover() != nil {
			err = invalid(raw)
		}
	}()
	v := js.Global().Get("URL").New(raw, js.Global().Get("document").Get("baseURI"))
	part := func(name, lead string) string {
		s := v.Get(name).String()
		if len(s) >= len(lead) && s[:len(lead)] == lead {
			s = s[len(lead):]
		}
		return s
	}
	u = &URL{Host: part("host", ""), Path: part("pathname", ""), Fragment: part("hash", "#"), query: part("search", "")}
	scheme := part("protocol", "")
	u.Scheme = scheme[:len(scheme)-1]
	u.opaque = u.Host == "" && u.Scheme != "file"
	return u, nil
}

// String is the address as it is written.
func (u *URL) String() string {
	s := u.Scheme + ":"
	if !u.opaque {
		s += "//" + u.Host
	}
	s += u.Path + u.query
	if u.Fragment != "" {
		s += "#" + u.Fragment
	}
	return s
}

// Hostname is the host without its port.
func (u *URL) Hostname() string {
	for i := len(u.Host) - 1; i >= 0; i-- {
		if u.Host[i] == ':' {
			return u.Host[:i]
		}
		if u.Host[i] < '0' || u.Host[i] > '9' {
			break
		}
	}
	return u.Host
}
