package export

import (
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func feedOf(t *testing.T, p Publication) feed {
	t.Helper()
	out, err := Feed(p)
	require.NoError(t, err)
	var f feed
	require.NoError(t, xml.Unmarshal(out, &f))
	return f
}

func TestFeedOfTheFictionalStory(t *testing.T) {
	for _, tt := range []struct{ base, author, links string }{
		{"", "lighthouse", "alternate en/"},
		{base, "news.example", "alternate " + base + "en/, self " + base + "feed.xml"},
	} {
		p := fictional(t)
		p.BaseURL = tt.base
		f := feedOf(t, p)
		assert.Equal(t, "tag:bukti.invalid,2024:lighthouse", f.ID)
		assert.Equal(t, "2026-11-24T00:00:00Z", f.Updated)
		assert.Equal(t, tt.author, f.Author)
		assert.Equal(t, "CC0-1.0", f.Rights)
		var links []string
		for _, l := range f.Links {
			links = append(links, l.Rel+" "+l.Href)
		}
		assert.Equal(t, tt.links, strings.Join(links, ", "))
		require.Len(t, f.Entries, len(p.Story.Moments)+len(p.Story.Corrections))
		assert.Equal(t, entry{
			"tag:bukti.invalid,2024:lighthouse/correction/boats-in-april", "Corrections: 2 June 2019",
			"2019-06-02T00:00:00Z", "2019-06-02T00:00:00Z",
			feedLink{"alternate", "text/html", tt.base + "en/no-gulls/"},
			"The boats landed in April, not in March.",
		}, f.Entries[0], "its claim is in the focus of no-gulls")
		assert.Equal(t, entry{
			"tag:bukti.invalid,2024:lighthouse/moment/two-counts", "Two counts that do not agree",
			"2026-11-24T00:00:00Z", "2026-11-24T00:00:00Z",
			feedLink{"alternate", "text/html", tt.base + "en/two-counts/"},
			"The wardens say at least 240 nests, the keepers nearly 1,300. The two are not added up and not averaged.",
		}, f.Entries[1])
	}
}

// RFC 4287, sections 4.1.1 and 4.1.2: what a feed and an entry must have.
func TestFeedsAreAtom(t *testing.T) {
	for id, p := range stock(t) {
		out, err := Feed(p)
		require.NoError(t, err)
		assert.True(t, strings.HasPrefix(string(out), xml.Header+`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="`+p.Languages[0]+`">`), id)
		f := feedOf(t, p)
		ids := map[string]bool{f.ID: true}
		for _, e := range f.Entries {
			assert.False(t, ids[e.ID], "%s stands twice", e.ID)
			ids[e.ID] = true
			assert.NotEmpty(t, e.Title)
			assert.NotEmpty(t, e.Content)
			for _, at := range []string{e.Published, e.Updated} {
				_, err := time.Parse(time.RFC3339, at)
				assert.NoError(t, err)
				assert.LessOrEqual(t, at, f.Updated)
			}
		}
	}
}

func TestFeedKeepsTexts(t *testing.T) {
	for name, text := range hardTexts {
		t.Run(name, func(t *testing.T) {
			f := feedOf(t, saying(text))
			assert.Equal(t, []string{text, text, text, text, text}, []string{f.Title, f.Subtitle, f.Entries[0].Content, f.Entries[1].Title, f.Entries[1].Content})
		})
	}
	f := feedOf(t, saying("a\x00b\x1bc\uffff"))
	assert.Equal(t, "a\ufffdb\ufffdc\ufffd", f.Title, "what XML cannot contain")
}

func TestLatestCorrectionComesFirst(t *testing.T) {
	p := fictional(t)
	first := p.Story.Corrections[0]
	later := first
	later.ID, later.On, later.Claims = "later", first.On+1, nil
	p.Story.Corrections = append(p.Story.Corrections, later)
	f := feedOf(t, p)
	assert.True(t, strings.HasSuffix(f.Entries[0].ID, "/later"))
	assert.Equal(t, "en/", f.Entries[0].Link.Href, "a correction of no claim in focus leads to the front page")
}
