// Package oembed describes the site's pages to content management systems in the words
// of oEmbed 1.0 (oembed.com): an editor pastes the address of a page, and the system
// puts the embed into the article.
//
// The answer's markup is made to come through sanitisers: a link in a blockquote, for
// those who strip frames, and one frame with attributes that WordPress lets pass. It
// has no script.
package oembed
