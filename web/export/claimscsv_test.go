package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// table reads a CSV file as a program would: rows by column.
func table(t *testing.T, p Publication) []map[string]string {
	t.Helper()
	out, err := ClaimsCSV(p)
	require.NoError(t, err)
	body, marked := bytes.CutPrefix(out, []byte("\xef\xbb\xbf"))
	require.True(t, marked, "a spreadsheet needs the byte order mark")
	rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll() // refuses rows of different lengths
	require.NoError(t, err)
	var all []map[string]string
	for _, row := range rows[1:] {
		named := map[string]string{}
		for i, column := range rows[0] {
			require.NotContains(t, named, column, "a column that stands twice")
			named[column] = row[i]
		}
		all = append(all, named)
	}
	return all
}

func TestCSVOfTheFictionalStory(t *testing.T) {
	p := fictional(t)
	p.Languages = []string{"en"}
	out, err := ClaimsCSV(p)
	require.NoError(t, err)
	lines := strings.Split(string(out), "\r\n")
	require.Len(t, lines, 1+len(p.Story.Claims)+1, "RFC 4180: CRLF after each row")
	assert.Empty(t, lines[len(lines)-1])
	for _, tt := range []struct {
		line int
		want string
	}{
		{0, "\ufeffid,said,about_from,about_to,actor,stance,series,axis,planned,figure,qualifier,actor_name_en,speaker_en,role_en,through_en,position_en,about_en,summary_en,quote_en,quote_is_en,note_en,quote_language,places,sources,supersedes,part_of,contested,reported,licence,version"},
		{1, `wardens-120,2019-05-03,2019-05-01,2019-05-02,wardens,asserts,counted,nests,false,120,about,Merrow Bird Wardens,Oda Fennimore,head warden,,,,The head warden says that there are about 120 nests on the ledge.,We stopped counting when the fog came: about 120.,translation,Counted from a boat.,id,north-ledge,"The Merrow Tidebook, 2019-05-03",,,false,false,CC0-1.0,2026-11-24`},
		{2, `harbour-none,2019-05-04,,,harbour,denies,,,,,,Merrow Harbour Office,Harbour Office,,,,,The Harbour Office denies that any gull nests on Merrow.,There are no gulls on Merrow.,translation,,,,"Merrow Harbour Office, 2019-05-04, https://example.org/harbour/4-may | Foghorn Wire, 2019-05-08, http://example.org/foghorn?id=58",,,false,false,CC0-1.0,2026-11-24`},
		{10, `keepers-900-ledge,2019-05-20,2019-05-18,,keepers,asserts,counted-ledge,nests,false,900,more-than,Guild of Lamp Keepers,Guild of Lamp Keepers,,The Merrow Tidebook,,,The keepers are reported to count more than 900 of them on the ledge.,,,"Part of the nearly 1,300, never added to them.",,north-ledge,"The Merrow Tidebook, 2019-05-21",,keepers-1300,false,true,CC0-1.0,2026-11-24`},
	} {
		assert.Equal(t, tt.want, lines[tt.line])
	}
}

// What a figure must never go without stands in its row, in every language.
func TestCSVRowsAreComplete(t *testing.T) {
	for id, p := range stock(t) {
		rows := table(t, p)
		require.Len(t, rows, len(p.Story.Claims), id)
		for i, row := range rows {
			assert.Equal(t, p.Story.Claims[i].ID, row["id"])
			assert.NotEmpty(t, row["sources"], row["id"])
			assert.Equal(t, row["figure"] == "", row["qualifier"] == "", row["id"])
			assert.Equal(t, row["figure"] == "", row["axis"] == "", row["id"])
			for _, lang := range p.Languages {
				for _, column := range []string{"actor_name_", "speaker_", "summary_"} {
					assert.NotEmpty(t, row[column+lang], "%s of %s", column+lang, row["id"])
				}
			}
		}
	}
}

// unguarded takes away the apostrophe that ClaimsCSV's documentation speaks of.
func unguarded(text string) string {
	if rest := strings.TrimLeft(text, "'"); rest != text && strings.IndexFunc(rest, func(r rune) bool { return strings.ContainsRune(cellTriggers, r) }) == 0 {
		return text[1:]
	}
	return text
}

func TestCSVKeepsTexts(t *testing.T) {
	for name, text := range hardTexts {
		t.Run(name, func(t *testing.T) {
			row := table(t, saying(text))[0]
			for _, column := range []string{"actor_name_en", "speaker_ar", "role_en", "through_en", "summary_ar", "quote_en", "note_ar"} {
				assert.Equal(t, text, unguarded(row[column]), column)
				first := []rune(row[column])[0]
				assert.False(t, strings.ContainsRune(cellTriggers, first), "%q is a formula to a spreadsheet", row[column])
			}
			assert.Equal(t, text+", 2030-01-02", unguarded(row["sources"]))
		})
	}
}

func TestCell(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"'", "'"},
		{"words", "words"},
		{"a=b", "a=b"},
		{" =1", " =1"}, // a space makes it a text
		{"=1", "'=1"},
		{"+1", "'+1"},
		{"-1", "'-1"},
		{"@x", "'@x"},
		{"\tx", "'\tx"},
		{"\rx", "'\nx"},
		{"\r\nx", "'\nx"},
		{"\nx", "'\nx"},
		{"\x00x", "'\x00x"},
		{"－1", "'－1"},
		{"'=1", "''=1"},
		{"'tis", "'tis"},
		{"a\r\nb\rc\nd", "a\nb\nc\nd"},
	} {
		assert.Equal(t, tt.want, cell(tt.text), "%q", tt.text)
	}
}
