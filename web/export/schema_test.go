package export

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

// compiled is the published schema, as a validator reads it.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource(SchemaName, parsed(t, Schema())))
	schema, err := compiler.Compile(SchemaName)
	require.NoError(t, err)
	return schema
}

// parsed is a JSON text as the validator wants it: with its numbers as written.
func parsed(t *testing.T, text []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	return value
}

func schemaDefs(t *testing.T) map[string]any {
	t.Helper()
	return parsed(t, Schema()).(map[string]any)["$defs"].(map[string]any)
}

func TestSchemaDescribesTheFile(t *testing.T) {
	schema := compiled(t)
	keys := map[string]bool{}
	for id, p := range stock(t) {
		out, err := ClaimsJSON(p)
		require.NoError(t, err)
		file := parsed(t, out)
		assert.NoError(t, schema.Validate(file), id)
		collectKeys(file, keys)
	}
	parts := schemaDefs(t)
	parts[""] = parsed(t, Schema())
	for name, part := range parts {
		part := part.(map[string]any)
		if part["type"] == "object" {
			assert.Equal(t, false, part["additionalProperties"], "%q allows keys that it does not describe", name)
		}
		properties, _ := part["properties"].(map[string]any)
		for key := range properties {
			assert.True(t, keys[key], "no claims.json has %s.%s", name, key)
		}
	}
}

// collectKeys notes the keys of every object in a value.
func collectKeys(value any, keys map[string]bool) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			collectKeys(item, keys)
		}
	case map[string]any:
		for key, item := range v {
			keys[key] = true
			collectKeys(item, keys)
		}
	}
}

// In some stories nobody gives a figure.
func TestSchemaAllowsAStoryWithoutSeries(t *testing.T) {
	p := fictional(t)
	p.Story.Series = nil
	for i := range p.Story.Claims {
		p.Story.Claims[i].Series = ""
	}
	out, err := ClaimsJSON(p)
	require.NoError(t, err)
	assert.NotContains(t, string(out), `"figure"`)
	assert.NoError(t, compiled(t).Validate(parsed(t, out)))
}

func TestSchemaHasTheModelsWords(t *testing.T) {
	defs := schemaDefs(t)
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
		got, err := json.Marshal(defs[tt.def].(map[string]any)["properties"].(map[string]any)[tt.key].(map[string]any)["enum"])
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), "%s.%s", tt.def, tt.key)
	}
}

func TestSchemaRefusesBrokenFiles(t *testing.T) {
	schema := compiled(t)
	out, err := ClaimsJSON(fictional(t))
	require.NoError(t, err)
	type object = map[string]any
	for _, tt := range []struct {
		name, at, why string
		change        func(file, claim object)
	}{
		{"a key too many", "/claims/0", "'rating' not allowed", func(_, c object) { c["rating"] = "false" }},
		{"a key too few", "/claims/0", "missing property 'sources'", func(_, c object) { delete(c, "sources") }},
		{"no source", "/claims/0/sources", "minItems", func(_, c object) { c["sources"] = []any{} }},
		{"another stance", "/claims/0/stance", "must be one of", func(_, c object) { c["stance"] = "lies" }},
		{"a figure without its qualifier", "/claims/0/figure", "missing property 'qualifier'", func(_, c object) { delete(c["figure"].(object), "qualifier") }},
		{"another qualifier", "/claims/0/figure/qualifier", "must be one of", func(_, c object) { c["figure"].(object)["qualifier"] = "roughly" }},
		{"a figure as text", "/claims/0/figure/number", "want integer", func(_, c object) { c["figure"].(object)["number"] = "120" }},
		{"a figure of nothing", "/claims/0/figure/number", "minimum", func(_, c object) { c["figure"].(object)["number"] = json.Number("0") }},
		{"half a person", "/claims/0/figure/number", "want integer", func(_, c object) { c["figure"].(object)["number"] = json.Number("1.5") }},
		{"nothing as a value", "/claims/0/said", "want string", func(_, c object) { c["said"] = nil }},
		{"a day that there is not", "/claims/0/said", "not valid date", func(_, c object) { c["said"] = "2026-02-30" }},
		{"an address that runs", "/claims/0/sources/0/url", "pattern", func(_, c object) { c["sources"].([]any)[0].(object)["url"] = "javascript:alert(1)" }},
		{"no text", "/claims/0/texts", "minProperties", func(_, c object) { c["texts"] = object{} }},
		{"no licence", "", "missing property 'licence'", func(f, _ object) { delete(f, "licence") }},
		{"no claims", "/claims", "minItems", func(f, _ object) { f["claims"] = []any{} }},
		{"another schema", "/$schema", "must be 'story.schema.json'", func(f, _ object) { f["$schema"] = "x" }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := parsed(t, out).(object)
			tt.change(file, file["claims"].([]any)[0].(object))
			err := schema.Validate(file)
			require.Error(t, err)
			assert.Contains(t, err.Error(), "at '"+tt.at+"'")
			assert.Contains(t, err.Error(), tt.why)
		})
	}
}
