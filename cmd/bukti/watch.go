package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"bukti/web/site"
)

// glance is the time between two looks at the story's files. They are looked at, not
// watched through the system: editors and network drives differ in what they report.
const glance = 500 * time.Millisecond

// watch renders the story anew whenever its files have changed and shows it. While it
// has problems, they are told and the last good site stays. The files' state that was
// rendered first is seen.
func (c *serveCommand) watch(ctx context.Context, s *streams, seen string, show func(*site.Site)) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(glance):
		}
		now := stamp(c.Story)
		if now == seen {
			continue
		}
		seen = now
		built, err := buildSite(c.Story, c.options(), s)
		if err == nil {
			err = compress(built)
		}
		if err != nil {
			fmt.Fprintf(s.err, "bukti: %v; the last good state is still served\n", err)
			continue
		}
		show(built)
		fmt.Fprintln(s.out, "rendered anew")
	}
}

// stamp tells the state of a folder's files: their names, sizes and times.
func stamp(dir string) string {
	var b strings.Builder
	_ = fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			fmt.Fprintln(&b, path, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return b.String()
}
