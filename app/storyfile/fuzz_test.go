package storyfile

import (
	"bytes"
	"testing"
	"testing/fstest"

	"bukti/app/story"
)

// Whatever somebody writes into story.yaml gives a story or problems, never a
// panic; each problem has words and a place in the file; what loads, packs.
func FuzzLoad(f *testing.F) {
	base := folder(f)
	f.Add(base["story.yaml"].Data)
	for _, seed := range []string{
		"", "~", "[]", "a: &b [*b]", "claims: {x: {figure: 01}}", "? [a]\n: b", "claims:\n - {", "%YAML 1.2\n---\n...\n---\n", "!!map {}: x",
		"id: \"\\ud800\"", "views: {overview: {west: .inf}}", "places: {a: {lat: 1, lon: 1, roles: {capital: ~}}}", "- - - -\n- :", "languages: [*x, {}]",
		"claims: {a: {supersedes: b}, b: {supersedes: a}}", "series: {a: {part-of: a}}", "\t", "\rx", "a: |\n\tb", "'", "routes: {r: {via: [[], [1], [x, y]]}}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r")) + 1
		loaded, problems := Load(fstest.MapFS{"story.yaml": {Data: data}, "en.yaml": base["en.yaml"], "id.yaml": base["id.yaml"]})
		if (loaded == nil) != (len(problems) > 0) {
			t.Fatalf("loaded %v with %d problems", loaded != nil, len(problems))
		}
		for _, p := range problems {
			if p.What == "" || p.Remedy == "" || p.Line < 1 || p.Column < 1 || p.File == "story.yaml" && p.Line > lines {
				t.Fatalf("a problem without a place or words: %+v", p)
			}
		}
		if loaded == nil {
			return
		}
		for _, lang := range loaded.Languages {
			if _, _, err := story.Unpack(loaded.Story.Pack(loaded.Texts[lang])); err != nil {
				t.Fatal(err)
			}
		}
	})
}
