package server

import (
	"cmp"
	"slices"
	"strings"

	"bukti/web/asset"
)

// security knows the headers that limit what a browser does with a response.
// This file is the one place where they are decided.
type security struct {
	languages []string
	framers   string // who may show embeds in a frame
}

func newSecurity(opt Options) *security {
	framers := cmp.Or(opt.FrameAncestors, "*")
	if framers != "*" && framers != "'none'" {
		framers = "'self' " + framers // the embed dialog's preview
	}
	return &security{opt.Languages, framers}
}

// headers returns the security headers for a response of a MIME type at a URL
// path. The policy is a page's own.
//
//   - X-Content-Type-Options, always: a type is what we say, not what a browser
//     guesses.
//   - Referrer-Policy, always, as style sheets and workers have their own: other
//     hosts learn which site a reader came from, not what was read there.
//   - Cross-Origin-Resource-Policy: whole pages are nobody else's resource. All
//     the rest is public and made for others to embed, the files that an embed
//     is drawn with included: a host page may sandbox its iframe, whose origin
//     then is opaque, and "same-origin" would leave the embed without style.
//   - Content-Security-Policy, for documents: see pagePolicy. SVG and XML are
//     documents too when opened by themselves; they may style themselves and
//     nothing else. Scripts have none: in a worker's script it would be the
//     worker's.
//   - Permissions-Policy, for documents: nothing here needs a device, a position
//     or a purse; neither does anything that might get in.
//   - Origin-Agent-Cluster, for documents: a host of the same site, such as another
//     name under the newsroom's domain, gets no task of the embed's on its thread
//     where the browser has a process to spare.
//
// No Cross-Origin-Opener-Policy: whoever opens a page may keep a handle on its window, in
// which there is nothing of the reader's; from a blank tab a browser had to change processes
// for it and showed the pictures some 200 ms later (docs/performance.md).
func (s *security) headers(mime, urlPath, policy string) []field {
	embed := s.isEmbed(urlPath)
	switch asset.MediaType(mime) {
	case "text/html":
		head := basics("same-origin")
		if embed {
			head = basics("cross-origin")
		}
		return append(head, fields(
			"Content-Security-Policy", s.pagePolicy(urlPath, policy),
			"Permissions-Policy", permissions,
			"Origin-Agent-Cluster", "?1",
		)...)
	case "image/svg+xml", "application/xml", "text/xml", "application/atom+xml":
		return append(append(basics("cross-origin"), fields(
			"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
			"Permissions-Policy", permissions,
			"Origin-Agent-Cluster", "?1",
		)...), openToAll...)
	}
	return append(basics("cross-origin"), openToAll...)
}

// openToAll lets scripts of other origins read what is public anyway: the data, and
// the program's files for an embed whose host gave it an opaque origin.
var openToAll = fields("Access-Control-Allow-Origin", "*")

// plainSecurity is for short texts and for responses without a body.
func plainSecurity() []field {
	return append(basics("same-origin"), fields(
		"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
	)...)
}

func basics(resourcePolicy string) []field {
	return fields(
		"X-Content-Type-Options", "nosniff",
		"Referrer-Policy", "strict-origin-when-cross-origin",
		"Cross-Origin-Resource-Policy", resourcePolicy,
	)
}

// permissions denies features by their names in the registry of the W3C
// Permissions Policy; a name that a browser doesn't know, it skips.
const permissions = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), " +
	"midi=(), display-capture=(), browsing-topics=()"

// pagePolicy is the Content-Security-Policy of an HTML page: its own, which
// the page carries in a <meta> element too, and who may frame it, which only a
// header can say.
func (s *security) pagePolicy(urlPath, policy string) string {
	ancestors := "frame-ancestors " + s.frameAncestors(urlPath)
	if policy == "" {
		return ancestors
	}
	return policy + "; " + ancestors
}

// frameAncestors says who may show a page in a frame: those who are allowed to an
// embed, nobody another page.
func (s *security) frameAncestors(urlPath string) string {
	if s.isEmbed(urlPath) {
		return s.framers
	}
	return "'none'"
}

// isEmbed is true at and below "/{lang}/embed/".
func (s *security) isEmbed(urlPath string) bool {
	lang, rest, _ := strings.Cut(strings.TrimPrefix(urlPath, "/"), "/")
	return slices.Contains(s.languages, lang) && strings.HasPrefix(rest, "embed/")
}
