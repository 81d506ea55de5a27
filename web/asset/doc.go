// Package asset holds a finished site in memory: files with their addresses,
// types and ready-compressed bodies.
//
// It is what web/site fills, what web/server serves and what WriteDir exports.
// It knows nothing of HTTP or of stories.
package asset
