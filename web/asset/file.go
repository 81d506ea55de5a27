package asset

// File is one file of a site. Its slices are shared, not copied: once a file is
// in a Set nobody may change their bytes.
type File struct {
	// Path is where the file is, slash-separated and without a leading slash:
	// "en/index.html".
	Path string

	// Type is the MIME type with its charset, as sent in Content-Type. Set.Add
	// fills an empty one from the extension.
	Type string

	// Body is the file itself, not compressed.
	Body []byte

	// Brotli (RFC 7932) and Gzip (RFC 1952) are the same body compressed. Each
	// is optional: ready-made, filled by Compress, or nil where it would not be
	// smaller.
	Brotli, Gzip []byte

	// Policy is the Content-Security-Policy of an HTML page, as the page carries it
	// in a <meta> element too.
	Policy string

	// Quick says that the file is one of so many that the best compression of all of
	// them would take too long; what is sent is about an eighth larger.
	Quick bool

	// Immutable says that the name contains a hash of the content (HashedName),
	// so that a copy may be kept for a year without asking again.
	Immutable bool
}
