package main

import (
	"fmt"
	"net/url"
	"strings"
)

// parseBaseURL checks a site's public address and puts a slash at its end. An
// empty one stays empty.
func parseBaseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || u.ForceQuery || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", fmt.Errorf("--base-url %q is not the address of a site; write it like https://news.example/explainer/", s)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}
