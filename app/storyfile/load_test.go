package storyfile

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
	"bukti/stories"
)

func TestLoadLighthouse(t *testing.T) {
	loaded, problems := Load(os.DirFS(lighthouse))
	require.Empty(t, errorLines(problems))
	s := loaded.Story
	assert.Equal(t, []string{"en", "id"}, loaded.Languages)
	assert.Equal(t, story.Claim{
		ID: "keepers-900-ledge", Actor: "keepers", Said: story.DateOf(2019, 5, 20), About: story.Period{From: story.DateOf(2019, 5, 18)},
		Stance: story.Asserts, Series: "counted-ledge", Figure: 900, Qualifier: story.MoreThan, Places: []string{"north-ledge"},
		Sources: []string{"tidebook-0521"}, PartOf: "keepers-1300", Reported: true,
	}, *s.Claim("keepers-900-ledge"))
	assert.Equal(t, story.Place{
		ID: "lamphaven", Lat: 46.9, Lon: -27.9, Precision: story.Town,
		Roles: []story.PlaceRole{
			{Role: story.Capital},
			{Role: story.Departure, Claims: []string{"harbour-boats"}},
			{Role: story.SaidHere, Claims: []string{"harbour-fog"}},
		},
	}, *s.Place("lamphaven"))
	first := s.Moments[0]
	assert.Equal(t, first.From, first.To, "a moment without an end is one day")
	assert.Equal(t, "ltr", loaded.Texts["id"].Dir)
	assert.Equal(t, "hampir 1.300", loaded.Texts["id"].Figure(1300, story.Nearly), "the interface's texts are merged in")
	assert.Equal(t, "Tubir Utara", loaded.Texts["id"].Get("place.north-ledge"))
	assert.Equal(t, "The Harbour Office denies that there are gulls at all. The keepers say that they cannot tell in this fog.",
		loaded.Texts["en"].Get("moment.no-gulls.text"))
}

// The lighthouse story is the one that other tests stand on: it has one of everything.
func TestLighthouseHasOneOfEverything(t *testing.T) {
	loaded, problems := Load(os.DirFS(lighthouse))
	require.Empty(t, errorLines(problems))
	var stances []story.Stance
	var qualifiers []story.Qualifier
	for _, c := range loaded.Story.Claims {
		stances = append(stances, c.Stance)
		if c.HasFigure() {
			qualifiers = append(qualifiers, c.Qualifier)
		}
	}
	assert.Subset(t, stances, story.Stances)
	assert.ElementsMatch(t, qualifiers, story.Qualifiers)
}

// The starter is an editor's only manual: it names every field, in use or in a comment.
func TestStarterExplainsEveryField(t *testing.T) {
	loaded, problems := Load(stories.Starter())
	require.Empty(t, errorLines(problems))
	assert.False(t, loaded.Texts["en"].Translated(loaded.Story.Claim("city-4000")), "an English quote in English")
	fields := map[string][]string{
		"story.yaml": {
			"id", "version", "licence", "languages", "machine-translated", "opening", "axis", "first", "last", "horizon", "views",
			"centre", "west", "south", "east", "north", "actors", "hue", "shape", "sources", "publisher", "date", "tier", "title", "url",
			"series", "planned", "part-of", "main", "from", "actor", "claims", "said", "about", "to", "stance", "figure", "qualifier",
			"supersedes", "contested", "reported", "quote-lang", "places", "lat", "lon", "precision", "roles", "routes", "via", "mode",
			"moments", "lead", "focus", "view", "corrections", "on",
		},
	}
	for _, g := range textGroups {
		fields["en.yaml"] = append(append(fields["en.yaml"], g.allFields()...), g.name)
	}
	fields["en.yaml"] = slices.DeleteFunc(fields["en.yaml"], func(f string) bool { return f == "route" }) // as plain as a place's
	for name, names := range fields {
		data, err := fs.ReadFile(stories.Starter(), name)
		require.NoError(t, err)
		for _, field := range names {
			assert.Regexp(t, `(?m)\b`+field+`\b`, string(data), "%s says nothing of %s", name, field)
		}
	}
}

func TestPackedLighthouse(t *testing.T) {
	loaded, problems := Load(os.DirFS(lighthouse))
	require.Empty(t, errorLines(problems))
	for _, lang := range loaded.Languages {
		s, texts, err := story.Unpack(loaded.Story.Pack(loaded.Texts[lang]))
		require.NoError(t, err)
		assert.Equal(t, loaded.Story, s)
		assert.Equal(t, loaded.Texts[lang], texts)
	}
}

// The form of a file is not its meaning.
func TestLoadOtherForms(t *testing.T) {
	plain, problems := Load(folder(t))
	require.Empty(t, problems)
	for name, change := range map[string]func([]byte) []byte{
		"byte order mark":      func(b []byte) []byte { return append([]byte("\ufeff"), b...) },
		"carriage returns":     func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) },
		"start of a document":  func(b []byte) []byte { return append([]byte("---\n"), b...) },
		"YAML directive":       func(b []byte) []byte { return append([]byte("%YAML 1.2\n---\n"), b...) },
		"no newline at end":    func(b []byte) []byte { return bytes.TrimRight(b, "\n") },
		"comments between all": func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n  "), []byte("\n  # note\n  ")) },
	} {
		t.Run(name, func(t *testing.T) {
			f := folder(t)
			for _, file := range f {
				if name == "comments between all" && bytes.Contains(file.Data, []byte(">-")) {
					continue // inside a folded text it would be text
				}
				file.Data = change(file.Data)
			}
			loaded, problems := Load(f)
			require.Empty(t, errorLines(problems))
			assert.Equal(t, plain, loaded)
		})
	}
}

func TestSeveralProblemsInSeveralFiles(t *testing.T) {
	f := folder(t)
	for _, e := range []edit{
		{"story.yaml", "actor: wardens\n    said: 2019-05-03", "actor: warden\n    said: 2019-05-32"},
		{"story.yaml", "sources: [lamp-letter-0517]", "sources: []"},
		{"story.yaml", "languages: [en, id]", "languages: [en, id, xx]"},
		{"en.yaml", "  ledge: {title: The North Ledge, label: North Ledge}\n", ""},
		{"en.yaml", "label: Two counts", "label: Two counts at once"},
		{"id.yaml", "question: Berapa banyak", `question: "Berapa" banyak`},
	} {
		e.apply(t, f)
	}
	loaded, problems := Load(f)
	assert.Nil(t, loaded)
	assert.Equal(t, []string{
		`en.yaml:36:12: label of moment two-counts has 18 characters; shorten it to 14: it stands on the chart's axis`,
		`id.yaml:3:22: not YAML: value is not allowed in this context. map key-value is pre-defined; correct the syntax; indentation, quotes or brackets may be off`,
		`story.yaml:6:21: the interface does not speak "xx"; use one of ar, en, id, ko, uk`,
		`story.yaml:6:21: the language "xx" has no file; write xx.yaml, or remove xx from languages`,
		`story.yaml:11:3: view ledge has no texts in en.yaml; add view.ledge with title, label to en.yaml`,
		`story.yaml:36:12: there is no actor "warden"; did you mean "wardens"?`,
		`story.yaml:37:11: 2019-05-32 is not a day of the calendar; the last day of that month is 2019-05-31`,
		`story.yaml:96:14: claim keepers-closure has no source; list the ids of those who published it under its sources, or remove the claim`,
	}, errorLines(problems))
}

func TestStoryThatIsNotYAMLHidesNoOther(t *testing.T) {
	f := folder(t)
	edit{"story.yaml", "actors:\n", "actors: [\n"}.apply(t, f)
	edit{"en.yaml", "label: First count", `label: ""`}.apply(t, f)
	_, problems := Load(f)
	require.Len(t, problems, 2)
	assert.Equal(t, "en.yaml:27:12: label of moment first-count is empty; write it, or leave the key out if it is optional", problems[0].Error())
	assert.True(t, strings.HasPrefix(problems[1].Error(), "story.yaml:16:1: not YAML: "), problems[1].Error())
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(fstest.MapFS)
		want   string
	}{
		{
			"no story",
			func(f fstest.MapFS) { delete(f, "story.yaml") },
			"story.yaml:1:1: the story cannot be read: there is no such file; name a folder that has a story.yaml",
		},
		{
			"story that is a folder",
			func(f fstest.MapFS) { f["story.yaml"] = &fstest.MapFile{Mode: fs.ModeDir} },
			"story.yaml:1:1: the story cannot be read: invalid argument; name a folder that has a story.yaml",
		},
		{
			"language that is a folder",
			func(f fstest.MapFS) { f["id.yaml"] = &fstest.MapFile{Mode: fs.ModeDir} },
			"id.yaml:1:1: the file cannot be read: invalid argument; make it a file that can be read",
		},
		{
			"not UTF-8",
			func(f fstest.MapFS) { f["id.yaml"] = &fstest.MapFile{Data: []byte("story:\n  title: caf\xe9\n")} },
			"id.yaml:2:13: the file is not UTF-8 text; save it as UTF-8",
		},
		{
			"empty file",
			func(f fstest.MapFS) { f["id.yaml"] = &fstest.MapFile{Data: []byte("# nothing yet\n")} },
			"id.yaml:1:1: the file is empty; write the keys that it must have",
		},
		{
			"two documents",
			func(f fstest.MapFS) { f["id.yaml"] = &fstest.MapFile{Data: []byte("story: {}\n---\nactor: {}\n")} },
			`id.yaml:3:1: a second document in one file; remove the line "---" before it, or the document`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := folder(t)
			test.change(f)
			loaded, problems := Load(f)
			assert.Nil(t, loaded)
			assert.Equal(t, []string{test.want}, errorLines(problems))
		})
	}
	t.Run("no folder", func(t *testing.T) {
		_, problems := Load(os.DirFS(lighthouse + "/nowhere"))
		assert.Equal(t, []string{"story.yaml:1:1: the story cannot be read: there is no such file; name a folder that has a story.yaml"}, errorLines(problems))
	})
}
