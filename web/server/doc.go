// Package server serves a finished site, an asset.Set, over HTTP.
//
// It never touches a file system: an address is a key of a map, so there is
// nothing that a path could escape from. What can be known before a request is
// worked out in New, headers included; a request then is a look-up, a choice of
// encoding and one write.
//
// The way of a request: Handler (log) → snapshot.answer (method, address) →
// entry.answer (encoding, conditions) or redirect.answer or notFound.answer →
// response.send.
package server
