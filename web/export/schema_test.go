package export

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

// This is no validator of JSON Schema. It sees that the schema and the file name the
// same keys and the same words; what a validator adds (patterns, formats, counts)
// was tried with Ajv 8, draft 2020-12, whose verdicts on the changed files of
// TestChangedFilesAreTold were the same.
type schemaReader struct {
	defs map[string]any
	used map[string]bool // properties of the schema that the file has
	bad  []string
}

func readSchema(t *testing.T) (*schemaReader, map[string]any) {
	t.Helper()
	var root map[string]any
	require.NoError(t, json.Unmarshal(Schema(), &root))
	return &schemaReader{defs: root["$defs"].(map[string]any), used: map[string]bool{}}, root
}

func (r *schemaReader) problem(at, format string, args ...any) {
	r.bad = append(r.bad, at+": "+fmt.Sprintf(format, args...))
}

// read compares a value with its part of the schema. at is where the value is in the
// file, name where the part is in the schema.
func (r *schemaReader) read(part map[string]any, name string, value any, at string) {
	if ref, ok := part["$ref"].(string); ok {
		name = strings.TrimPrefix(ref, "#/$defs/")
		part = r.defs[name].(map[string]any)
	}
	if enum, ok := part["enum"].([]any); ok && !slices.Contains(enum, value) {
		r.problem(at, "%v is not in the list", value)
	}
	if fixed, ok := part["const"]; ok && fixed != value {
		r.problem(at, "%v is not %v", value, fixed)
	}
	if kind, ok := part["type"].(string); ok && kind != kindOf(value) {
		r.problem(at, "a value of the type %s, not %s", kindOf(value), kind)
	}
	switch v := value.(type) {
	case []any:
		for i, item := range v {
			r.read(part["items"].(map[string]any), name, item, fmt.Sprintf("%s/%d", at, i))
		}
	case map[string]any:
		r.readObject(part, name, v, at)
	}
}

func (r *schemaReader) readObject(part map[string]any, name string, value map[string]any, at string) {
	if part["additionalProperties"] != false {
		r.problem(name, "allows keys that it does not describe")
	}
	if required, ok := part["required"].([]any); ok {
		for _, key := range required {
			if _, there := value[key.(string)]; !there {
				r.problem(at, "has no %s", key)
			}
		}
	}
	properties, _ := part["properties"].(map[string]any)
	patterns, _ := part["patternProperties"].(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(value)) {
		next, known := properties[key].(map[string]any)
		for pattern, p := range patterns {
			if regexp.MustCompile(pattern).MatchString(key) {
				next, known = p.(map[string]any), true
			}
		}
		if !known {
			r.problem(at, "the schema does not know %s", key)
			continue
		}
		r.used[name+"."+key] = true
		r.read(next, name+"."+key, value[key], at+"/"+key)
	}
}

func kindOf(value any) string {
	switch v := value.(type) {
	case map[string]any:
		return "object"
	case []any:
		return "array"
	case string:
		return "string"
	case bool:
		return "boolean"
	case float64:
		if v == float64(int64(v)) {
			return "integer"
		}
		return "number"
	}
	return "null"
}

func TestSchemaDescribesTheFile(t *testing.T) {
	r, root := readSchema(t)
	for id, p := range stock(t) {
		out, err := ClaimsJSON(p)
		require.NoError(t, err)
		var file any
		require.NoError(t, json.Unmarshal(out, &file))
		r.read(root, "", file, id)
	}
	assert.Empty(t, r.bad)

	describe := func(name string, part any) {
		properties, _ := part.(map[string]any)["properties"].(map[string]any)
		for key := range properties {
			assert.True(t, r.used[name+"."+key], "no claims.json has %s.%s", name, key)
		}
	}
	describe("", root)
	for name, part := range r.defs {
		describe(name, part)
	}
}

func TestSchemaHasTheModelsWords(t *testing.T) {
	r, _ := readSchema(t)
	for _, tt := range []struct {
		def, key string
		words    any
	}{
		{"claim", "stance", story.Stances},
		{"figure", "qualifier", story.Qualifiers},
		{"source", "tier", []story.Tier{story.Primary, story.Wire, story.Newspaper, story.Weak}},
	} {
		want, err := json.Marshal(tt.words)
		require.NoError(t, err)
		got, err := json.Marshal(r.defs[tt.def].(map[string]any)["properties"].(map[string]any)[tt.key].(map[string]any)["enum"])
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), "%s.%s", tt.def, tt.key)
	}
}

func TestChangedFilesAreTold(t *testing.T) {
	out, err := ClaimsJSON(fictional(t))
	require.NoError(t, err)
	for _, tt := range []struct {
		name, why string
		change    func(file map[string]any, claim map[string]any)
	}{
		{"a key too many", "does not know rating", func(_, c map[string]any) { c["rating"] = "false" }},
		{"a key too few", "has no sources", func(_, c map[string]any) { delete(c, "sources") }},
		{"another stance", "not in the list", func(_, c map[string]any) { c["stance"] = "lies" }},
		{"a figure without its qualifier", "has no qualifier", func(_, c map[string]any) { delete(c["figure"].(map[string]any), "qualifier") }},
		{"a figure as text", "not integer", func(_, c map[string]any) { c["figure"].(map[string]any)["number"] = "120" }},
		{"nothing as a value", "not string", func(_, c map[string]any) { c["said"] = nil }},
		{"no licence", "has no licence", func(f, _ map[string]any) { delete(f, "licence") }},
		{"another schema", "is not story.schema.json", func(f, _ map[string]any) { f["$schema"] = "x" }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, root := readSchema(t)
			var file map[string]any
			require.NoError(t, json.Unmarshal(out, &file))
			tt.change(file, file["claims"].([]any)[0].(map[string]any))
			r.read(root, "", file, "")
			require.Len(t, r.bad, 1)
			assert.Contains(t, r.bad[0], tt.why)
		})
	}
}
