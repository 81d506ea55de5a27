package asset

import (
	"crypto/sha256"
	"encoding/base32"
	"path"
	"strings"
)

// hashLength is in characters of five bits: 60 bits keep two of a million
// versions of a file apart with room to spare, and a name stays readable.
const hashLength = 12

// Lower case because some hosts and file systems don't tell case apart.
var hashAlphabet = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Hash returns a short name for a content: the first 12 characters of the
// base32 form of its SHA-256. It tells versions apart; it is no proof against
// forgery.
func Hash(body []byte) string {
	sum := sha256.Sum256(body)
	return hashAlphabet.EncodeToString(sum[:])[:hashLength]
}

// HashedName puts the hash of a content into a file name or path, before its
// extension: "app.css" becomes "app.<hash>.css". A file of that name may be
// Immutable.
func HashedName(name string, body []byte) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + Hash(body) + ext
}
