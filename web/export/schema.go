package export

import (
	"bytes"
	_ "embed" // for the schema
)

// SchemaName is the schema's file name. claims.json names it in "$schema", relative
// to itself, which editors follow.
const SchemaName = "story.schema.json"

//go:embed story.schema.json
var schema []byte

// Schema returns the JSON Schema, draft 2020-12, of what ClaimsJSON writes for any
// story. It has no "$id": nobody knows where the site will be.
func Schema() []byte { return bytes.Clone(schema) }
