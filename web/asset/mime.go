package asset

import (
	"path"
	"strings"
)

// The MIME types of a site. They are a table of our own because
// mime.TypeByExtension asks the machine it runs on, and the same story must give
// the same site everywhere.
//
// JSON types have no charset: RFC 8259 section 11 defines none and section 8.1
// fixes UTF-8.
const (
	TypeHTML     = "text/html; charset=utf-8"
	TypeCSS      = "text/css; charset=utf-8"
	TypeJS       = "text/javascript; charset=utf-8" // RFC 9239
	TypeWASM     = "application/wasm"               // exactly so, or browsers refuse to compile while streaming
	TypeSVG      = "image/svg+xml; charset=utf-8"
	TypePNG      = "image/png"
	TypeWebP     = "image/webp" // RFC 9649
	TypeJSON     = "application/json"
	TypeGeoJSON  = "application/geo+json"      // RFC 7946
	TypeManifest = "application/manifest+json" // W3C Web Application Manifest
	TypeCSV      = "text/csv; charset=utf-8"
	TypeXML      = "application/xml; charset=utf-8"
	TypeText     = "text/plain; charset=utf-8"
	TypeUnknown  = "application/octet-stream"
)

var typeByExtension = map[string]string{
	".html":        TypeHTML,
	".css":         TypeCSS,
	".js":          TypeJS,
	".wasm":        TypeWASM,
	".svg":         TypeSVG,
	".png":         TypePNG,
	".webp":        TypeWebP,
	".json":        TypeJSON,
	".geojson":     TypeGeoJSON,
	".webmanifest": TypeManifest,
	".csv":         TypeCSV,
	".xml":         TypeXML,
	".txt":         TypeText,
}

// TypeOf returns the MIME type for a file name or path by its extension,
// whatever its case, and TypeUnknown for one that is not in the table.
func TypeOf(name string) string {
	if t, ok := typeByExtension[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return TypeUnknown
}

// MediaType returns a MIME type without its parameters: "text/html".
func MediaType(mime string) string {
	media, _, _ := strings.Cut(mime, ";")
	return strings.ToLower(strings.TrimSpace(media))
}
