package export

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

func claimsOf(t *testing.T, p Publication) claimsFile {
	t.Helper()
	out, err := ClaimsJSON(p)
	require.NoError(t, err)
	var f claimsFile
	require.NoError(t, json.Unmarshal(out, &f))
	return f
}

func TestJSONOfTheFictionalStory(t *testing.T) {
	p := fictional(t)
	f := claimsOf(t, p)
	assert.Equal(t, "lighthouse", f.Story)
	assert.Equal(t, "2026-11-24", f.Version)
	assert.Equal(t, "CC0-1.0", f.Licence)
	assert.Equal(t, p.Languages, f.Languages)
	assert.Equal(t, "The gulls of Merrow Light (an invented story)", f.Title["en"])
	assert.Equal(t, []correctionRecord{{"boats-in-april", "2019-06-02", []string{"harbour-boats"}, p.words("correction.boats-in-april")}}, f.Corrections)
	assert.Equal(t, seriesRecord{"counted-ledge", "nests", false, "counted", p.words("series.counted-ledge.name")}, f.Series[1])
	require.Len(t, f.Claims, len(p.Story.Claims))

	first := f.Claims[0]
	assert.Equal(t, &figureRecord{story.About, 120, "counted"}, first.Figure)
	assert.Equal(t, &periodRecord{"2019-05-01", "2019-05-02"}, first.About)
	assert.Equal(t, "id", first.QuoteLanguage)
	assert.Equal(t, []sourceRecord{{"tidebook-0503", "The Merrow Tidebook", "Gulls are back on the ledge", "2019-05-03", story.Newspaper, ""}}, first.Sources)
	assert.Equal(t, claimTexts{
		Speaker: "Oda Fennimore", Role: "head warden", Summary: "The head warden says that there are about 120 nests on the ledge.",
		Quote: "We stopped counting when the fog came: about 120.", QuoteTranslated: true, Note: "Counted from a boat.",
	}, first.Texts["en"])

	denial := f.Claims[1]
	assert.Nil(t, denial.Figure)
	assert.Nil(t, denial.About)
	assert.Equal(t, "https://example.org/harbour/4-may", denial.Sources[0].URL)
	assert.Equal(t, &periodRecord{"2019-05-18", ""}, f.Claims[8].About, "no end was given")
	assert.Equal(t, "keepers-1300", f.Claims[9].PartOf)
	assert.Equal(t, "wardens-120", f.Claims[5].Supersedes)
}

func TestJSONKeepsTexts(t *testing.T) {
	for name, text := range hardTexts {
		t.Run(name, func(t *testing.T) {
			p := saying(text)
			f := claimsOf(t, p)
			want := claimTexts{text, text, text, text, text, text, text, true, text}
			assert.Equal(t, map[string]claimTexts{"ar": want, "en": want}, f.Claims[0].Texts)
			assert.Equal(t, words{"ar": text, "en": text}, f.Title)
			assert.Equal(t, text, f.Claims[0].Sources[0].Title)
			out, err := ClaimsJSON(p)
			require.NoError(t, err)
			assert.NotContains(t, string(out), "<")
		})
	}
}
