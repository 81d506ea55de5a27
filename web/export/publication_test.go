package export

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
	"bukti/app/storyfile"
	"bukti/app/view"
	"bukti/stories"
)

const base = "https://news.example/gulls/"

// load reads a story with the languages that it lists; files of others, which an
// editor may have begun, are not looked at.
func load(t testing.TB, folder fs.FS) Publication {
	t.Helper()
	loaded, problems := storyfile.Load(folder)
	require.Empty(t, problems)
	return Publication{Story: loaded.Story, Languages: loaded.Languages, Texts: loaded.Texts}
}

func fictional(t testing.TB) Publication { return load(t, stories.Fictional()) }

// stock are both stories that come with the program, by id.
func stock(t testing.TB) map[string]Publication {
	all := map[string]Publication{}
	for _, folder := range []fs.FS{stories.Fictional(), stories.BuiltIn()} {
		p := load(t, folder)
		all[p.Story.ID] = p
	}
	return all
}

// saying is a small story, all of whose texts are the given one: names, titles,
// quotes and the publisher.
func saying(text string) Publication {
	s := &story.Story{
		ID: "small", Version: "2030-02-03", Licence: "CC-BY-4.0", Opening: "start",
		Actors:      []story.Actor{{ID: "speaker", Shape: story.Circle, Hue: 1}},
		Sources:     []story.Source{{ID: "paper", Publisher: text, Title: text, Date: story.DateOf(2030, 1, 2), Tier: story.Wire}},
		Series:      []story.Series{{ID: "counted", Axis: "nests"}},
		Claims:      []story.Claim{{ID: "claim", Actor: "speaker", Said: story.DateOf(2030, 1, 2), Stance: story.Asserts, Series: "counted", Figure: 3000, Qualifier: story.About, Sources: []string{"paper"}}},
		Places:      []story.Place{{ID: "here", Lat: 10, Lon: 20, Precision: story.Town, Roles: []story.PlaceRole{{Role: story.Capital}}}, {ID: "there", Lat: 11, Lon: 21, Precision: story.Town}},
		Routes:      []story.Route{{ID: "way", From: "here", To: "there", Mode: story.Unknown, Claims: []string{"claim"}}},
		Moments:     []story.Moment{{ID: "start", Lead: "claim", Focus: []string{"claim"}}},
		Corrections: []story.Correction{{ID: "slip", On: story.DateOf(2030, 3, 4), Claims: []string{"claim"}}},
	}
	s.Index()
	p := Publication{Story: s, Languages: []string{"ar", "en"}, Texts: map[string]*story.Texts{}}
	for lang, dir := range map[string]string{"ar": "rtl", "en": "ltr"} {
		keys := map[string]string{"corrections.title": "Corrections", "locale.date": "{d} {month} {y}", "locale.month.3": "March"}
		for _, key := range []string{
			"story.title", "story.description", "actor.speaker.name", "actor.speaker.short", "series.counted.name",
			"claim.claim.speaker", "claim.claim.role", "claim.claim.through", "claim.claim.position", "claim.claim.about", "claim.claim.summary", "claim.claim.quote", "claim.claim.note",
			"place.here", "place.there", "route.way", "moment.start.title", "moment.start.text", "correction.slip",
		} {
			keys[key] = text
		}
		p.Texts[lang] = &story.Texts{Lang: lang, Dir: dir, Keys: keys}
	}
	return p
}

// hardTexts are what has broken other people's files.
var hardTexts = map[string]string{
	"plain":                     "about 3,000; no more",
	"quotes and commas":         `He said "no", then "yes", 'perhaps'`,
	"a quote alone":             `"`,
	"line breaks":               "one\ntwo\n\nthree",
	"a formula":                 `=HYPERLINK("http://x.example";"y")`,
	"a sum":                     "+1+1",
	"a difference":              "-1",
	"a function":                "@SUM(1)",
	"a tab before a formula":    "\t=1",
	"a full-width formula":      "＝1+1",
	"an apostrophe":             "'tis",
	"a guarded formula":         "'=1",
	"a twice guarded formula":   "''@1",
	"right to left":             "\u200fقال \u2067نحو 3000\u2069 جندي\u200e",
	"emoji":                     "👩🏽‍🔬🇰🇵 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
	"the end of a script":       `</script><script>alert(1)</script>`,
	"a comment in a script":     `<!--<script>`,
	"the end of a CDATA":        `]]>&amp;<![CDATA[`,
	"JavaScript's line breaks":  "a\u2028b\u2029c",
	"the list separator":        "one | two",
	"backslashes":               `C:\new\u0041`,
	"brackets of no reference":  "[sic] (see) [a](B)",
	"a template":                "{{root}} {{.}} ${x} %7b",
	"a byte order mark in text": "\ufeffx",
}

func TestReferencesBecomeWords(t *testing.T) {
	p := saying("In all [about 3,000](claim) [sic].")
	p.Story.Sources[0].Publisher, p.Story.Sources[0].Title = "Paper", "" // no texts of the story's
	for name, write := range writers {
		out, err := write(p)
		require.NoError(t, err, name)
		assert.Contains(t, string(out), "In all about 3,000 [sic].", name)
		assert.NotContains(t, string(out), "](claim)", name)
	}
}

// writers are all that write texts of a story.
var writers = map[string]func(Publication) ([]byte, error){
	"claims.csv":     ClaimsCSV,
	"claims.json":    ClaimsJSON,
	"places.geojson": PlacesGeoJSON,
	"feed.xml":       Feed,
	"JSON-LD": func(p Publication) ([]byte, error) {
		return JSONLD(p, "en", view.Address{Lang: "en", Moment: p.Story.Opening})
	},
}

func TestSameBytesEveryTime(t *testing.T) {
	for id, p := range stock(t) {
		p.BaseURL = base
		for name, write := range writers {
			first, err := write(p)
			require.NoError(t, err)
			for range 5 {
				again, err := write(p)
				require.NoError(t, err)
				require.Equal(t, string(first), string(again), "%s of %s", name, id)
			}
		}
	}
}

// A story with nothing that may be left out gives files all the same.
func TestStoryWithoutOptionalParts(t *testing.T) {
	loaded, problems := storyfile.Load(fstest.MapFS{
		"story.yaml": {Data: []byte(`
id: bare
version: first
licence: in words, not SPDX
languages: [en]
opening: start
axis: {first: 2030-01-01, last: 2030-01-31}
views: {overview: {}}
actors: {speaker: {hue: 1, shape: circle}}
sources: {paper: {publisher: Paper, date: 2030-01-03, tier: weak}}
series: {counted: {axis: nests}}
claims: {word: {actor: speaker, said: 2030-01-02, stance: denies, sources: [paper]}}
moments: {start: {from: 2030-01-02, lead: word, focus: [word], view: overview}}
`)},
		"en.yaml": {Data: []byte(`
story: {title: Bare, question: Why?, description: Nothing more than needed.}
actor: {speaker: {name: Speaker, short: S}}
series: {counted: {name: nests, lead: nests}}
view: {overview: {title: All, label: All}}
moment: {start: {title: Start, label: Start, text: It starts.}}
claim: {word: {speaker: Somebody, summary: Somebody denies it.}}
policy: {borders: None., figures: None., translation: None.}
`)},
	})
	require.Empty(t, problems)
	p := Publication{Story: loaded.Story, Languages: loaded.Languages, Texts: loaded.Texts}
	for name, write := range writers {
		out, err := write(p)
		require.NoError(t, err, name)
		assert.NotContains(t, string(out), "null", name)
		assert.NotContains(t, string(out), "claim.word", "%s has the key of a text that is not there", name)
	}
	assert.Equal(t, "2030-01-03", issued(p.Story).String(), "the source's day, as the version is no date")
}
