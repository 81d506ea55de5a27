package asset

import (
	"bytes"
	"strings"
)

// RootToken stands for the way back to the root of the site in the 404 pages and in the
// page for what is not saved on a device, at the start of attribute values:
// href="{{root}}en/". All other pages know how deep they are; these are shown at
// addresses of any depth.
const RootToken = "{{root}}"

// ExpandRoot puts a way back to the root, which ends in a slash, in the place of
// every RootToken. The server does it for each request; an export, whose host
// shows one file at every depth, has to settle for the path of its base URL.
func ExpandRoot(body []byte, root string) []byte {
	return bytes.ReplaceAll(body, []byte(RootToken), []byte(root))
}

// maxDepth bounds how often "../" is repeated, so that a request of 8,000
// slashes can't ask for a page of megabytes.
const maxDepth = 64

// RootFrom returns the relative way from an address to the root of the site:
// "./" from "/x", "../" from "/en/x" and from "/en/". The path is the one the
// browser resolves links against: still escaped, as "%2F" is no step down. From
// absurdly deep addresses it is "/", which is right unless the site is below a
// folder of its host.
func RootFrom(escapedPath string) string {
	depth := strings.Count(escapedPath, "/") - 1
	switch {
	case depth <= 0:
		return "./"
	case depth > maxDepth:
		return "/"
	}
	return strings.Repeat("../", depth)
}
