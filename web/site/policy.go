package site

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// policy is the Content-Security-Policy of a page whose inline style and speculation
// rules, if it has any, have the given hashes: everything from this site and nothing from another,
// WebAssembly compiled, no eval of JavaScript, no inline script. "data:" images are
// for small drawings in style sheets. A page with the embed dialog previews the site's embeds.
func policy(styleHash, rulesHash string, previews bool) string {
	if rulesHash != "" {
		rulesHash = " '" + rulesHash + "'"
	}
	directives := []string{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'" + rulesHash,
		"style-src 'self' '" + styleHash + "'",
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
	}
	if previews {
		directives = append(directives, "frame-src 'self'")
	}
	return strings.Join(directives, "; ")
}

// inlineHash is the hash of an inline element's text as a policy names it.
func inlineHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
