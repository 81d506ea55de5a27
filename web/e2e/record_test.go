package e2e

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// record is what a tab has asked the network for and said on its console.
type record struct {
	mu       sync.Mutex
	origins  []string // that may be asked besides the site
	requests []string
	said     []string // every console message, exception, and request that failed
}

// note is called for every event of the tab.
func (r *record) note(event any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		r.requests = append(r.requests, e.Request.URL)
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			r.said = append(r.said, fmt.Sprintf("status %d for %s", e.Response.Status, e.Response.URL))
		}
	case *network.EventLoadingFailed:
		if !e.Canceled { // by going to another page
			r.said = append(r.said, "request failed: "+e.ErrorText)
		}
	case *runtime.EventConsoleAPICalled:
		r.said = append(r.said, fmt.Sprintf("console.%s: %s", e.Type, words(e.Args)))
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		r.said = append(r.said, "exception: "+text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			r.said = append(r.said, fmt.Sprintf("%s %s: %s %s", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL))
		}
	}
}

func words(args []*runtime.RemoteObject) string {
	var all []string
	for _, a := range args {
		if a.Value != nil {
			all = append(all, string(a.Value))
		} else {
			all = append(all, a.Description)
		}
	}
	return strings.Join(all, " ")
}

// problems lists what should not have been: anything on the console, requests that
// failed or went to another origin. What contains one of the expected words is none.
func (r *record) problems(root string, expected []string) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	// In a frame without an origin, browsers note that they cannot set that origin apart.
	expected = append([]string{"Origin-Agent-Cluster"}, expected...)
	list := slices.DeleteFunc(slices.Clone(r.said), func(said string) bool {
		return slices.ContainsFunc(expected, func(words string) bool { return strings.Contains(said, words) })
	})
	for _, url := range r.requests {
		other := slices.ContainsFunc(r.origins, func(origin string) bool { return strings.HasPrefix(url, origin) })
		if !other && !strings.HasPrefix(url, root) && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "about:") {
			list = append(list, "request to another place: "+url)
		}
	}
	return list
}

// asked tells whether the tab has requested a path of the site.
func (r *record) asked(url string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Contains(r.requests, url)
}
