package server

import (
	"net"
	"net/http"
	"sync"
)

// unused are the connections on which nothing has come yet. Browsers open some
// ahead of need; Shutdown gives each five seconds to say something, and whoever
// pressed Ctrl-C would have to wait for them.
type unused struct{ conns sync.Map }

// track is a ConnState function of http.Server.
func (u *unused) track(c net.Conn, state http.ConnState) {
	if state == http.StateNew {
		u.conns.Store(c, nil)
		return
	}
	u.conns.Delete(c)
}

func (u *unused) close() {
	u.conns.Range(func(c, _ any) bool {
		_ = c.(net.Conn).Close()
		return true
	})
}
