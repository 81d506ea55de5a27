package view

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/scene"
	"bukti/app/story"
)

func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		address    Address
		path, root string
	}{
		{Address{}, "", "./"},
		{Address{Lang: "en"}, "en/", "../"},
		{Address{Lang: "en", Moment: "no-gulls"}, "en/no-gulls/", "../../"},
		{Address{Lang: "zh-Hant", Moment: "x"}, "zh-Hant/x/", "../../"},
		{Address{Lang: "en", Embed: EmbedAll}, "en/embed/", "../../"},
		{Address{Lang: "en", Moment: "no-gulls", Embed: EmbedAll}, "en/embed/no-gulls/", "../../../"},
		{Address{Lang: "en", Moment: "no-gulls", Embed: EmbedMap}, "en/embed/map/no-gulls/", "../../../../"},
	} {
		assert.Equal(t, test.path, test.address.Path())
		assert.Equal(t, test.root, test.address.Root())
	}
}

func TestParseAddress(t *testing.T) {
	for _, test := range []struct {
		path string
		want Address
		ok   bool
	}{
		{"", Address{}, true},
		{"en/", Address{Lang: "en"}, true},
		{"en/no-gulls/", Address{Lang: "en", Moment: "no-gulls"}, true},
		{"en/claims/", Address{Lang: "en", Moment: LedgerPage}, true},
		{"en/claims", Address{Lang: "en", Moment: LedgerPage}, false},
		{"en", Address{}, false},
		{"en/no-gulls", Address{Lang: "en", Moment: "no-gulls"}, false},
		{"en/nowhere/", Address{Lang: "en", Moment: "nowhere"}, false},
		{"en//", Address{Lang: "en"}, false},
		{"en/embed/", Address{Lang: "en", Embed: EmbedAll}, true},
		{"en/embed/no-gulls/", Address{Lang: "en", Moment: "no-gulls", Embed: EmbedAll}, true},
		{"en/embed/chart/", Address{Lang: "en", Embed: EmbedChart}, true},
		{"en/embed/map/no-gulls/", Address{Lang: "en", Moment: "no-gulls", Embed: EmbedMap}, true},
		{"en/embed/claims/", Address{Lang: "en", Embed: EmbedClaims}, true},
		{"en/embed/claims/claims/", Address{}, false}, // the ledger is no embed
		{"en/embed/all/", Address{}, false},           // has no name in addresses
		{"en/embed/table/", Address{}, false},
		{"en/embed/map", Address{}, false},
		{"en/embed", Address{}, false},
		{"en/embed/map/chart/no-gulls/", Address{}, false},
		{"embed/", Address{}, false},
		{"en/no-gulls/more/", Address{Lang: "en", Moment: "no-gulls/more"}, false},
		{"en/NO-GULLS/", Address{Lang: "en", Moment: "NO-GULLS"}, false},
		{"/en/", Address{}, false},
		{"id/", Address{}, false}, // of another language
		{"index.html", Address{}, false},
		{"\xff/", Address{}, false},
	} {
		got, ok := ParseAddress(fictional(t), "en", test.path)
		assert.Equal(t, test.ok, ok, test.path)
		if ok {
			assert.Equal(t, test.want, got, test.path)
			assert.Equal(t, test.path, got.Path())
		}
	}
}

func TestParseState(t *testing.T) {
	at := Address{Lang: "en", Moment: "no-gulls"}
	plain := State{Address: at, Basis: story.AsSaid}
	with := func(change func(s *State)) State {
		s := plain
		change(&s)
		return s
	}
	day := func(d int) story.Date { return story.DateOf(2019, 5, d) }
	for _, test := range []struct {
		query string
		want  State
		again string // the query that is written for it
	}{
		{"", plain, ""},
		{"basis=said", plain, ""},
		{"basis=happened", with(func(s *State) { s.Basis = story.AsHappened }), "?basis=happened"},
		{"basis=nonsense", plain, ""},
		{"asof=2019-05-09", with(func(s *State) { s.AsOf = day(9) }), "?asof=2019-05-09"},
		{"asof=2019-05-01", with(func(s *State) { s.AsOf = day(1) }), "?asof=2019-05-01"},
		{"asof=2019-04-30", plain, ""}, // before the axis
		{"asof=2019-06-01", plain, ""}, // after it
		{"asof=2019-02-30", plain, ""},
		{"asof=yesterday", plain, ""},
		{"asof=2019-05-09&asof=2019-05-10", with(func(s *State) { s.AsOf = day(9) }), "?asof=2019-05-09"},
		{"basis=happened&asof=2019-05-09", with(func(s *State) { s.AsOf, s.Basis = day(9), story.AsHappened }), "?asof=2019-05-09&basis=happened"},
		{"actor=wardens", with(func(s *State) { s.Actor = "wardens" }), "?actor=wardens"},
		{"actor=nobody", plain, ""},
		{"actor=", plain, ""},
		{"claim=harbour-none", with(func(s *State) { s.Claim = "harbour-none" }), "?claim=harbour-none"},
		{"claim=keepers-1300", plain, ""}, // said after the moment
		{"claim=harbour-none&asof=2019-05-03", with(func(s *State) { s.AsOf = day(3) }), "?asof=2019-05-03"},
		{"claim=nothing", plain, ""},
		{"at=-27.5,47.2,4", with(func(s *State) { s.At = scene.At{Lon: -27.5, Lat: 47.2, Zoom: 4} }), "?at=-27.5,47.2,4"},
		{"at=-27.5%2C47.2%2C4", with(func(s *State) { s.At = scene.At{Lon: -27.5, Lat: 47.2, Zoom: 4} }), "?at=-27.5,47.2,4"},
		{"at=-27.5,47.2,1", plain, ""}, // no enlargement
		{"at=-27.5,47.2,13", plain, ""},
		{"at=181,47.2,4", plain, ""},
		{"at=-27.5,-91,4", plain, ""},
		{"at=-27.5,47.2", plain, ""},
		{"at=-27.5,47.2,4,1", plain, ""},
		{"at=NaN,47.2,4", plain, ""},
		{"at=1,NaN,4", plain, ""},
		{"at=1,2,NaN", plain, ""},
		{"at=1,2,Inf", plain, ""},
		{"at=west,north,near", plain, ""},
		{"%zz&basis=happened", with(func(s *State) { s.Basis = story.AsHappened }), "?basis=happened"},
		{"a;b&c", plain, ""},
		{"utm_source=x&fbclid=y", plain, ""},
	} {
		got := ParseState(fictional(t), at, test.query)
		assert.Equal(t, test.want, got, test.query)
		assert.Equal(t, test.again, got.Query(), test.query)
	}
}

func FuzzParseState(f *testing.F) {
	for _, query := range []string{
		"", "basis=happened&asof=2019-05-09&actor=wardens&claim=wardens-120&at=-27.5,47.2,4",
		"asof=2019-05-03&claim=keepers-1300", "at=1e1,0x1p4,+3", "at=-0.004,0.005,1.01", "%", "a=b;c", "asof=\xff", "claim=&actor=&at=,,",
	} {
		f.Add("en/no-gulls/", query)
		f.Add("", query)
		f.Add("en/claims/", query)
	}
	f.Fuzz(func(t *testing.T, path, query string) {
		st := fictional(t)
		a, ok := ParseAddress(st, "en", path)
		if !ok {
			return
		}
		s := ParseState(st, a, query)
		require.NotEmpty(t, s.Basis)
		sh := s.Resolve(st)
		if s.Claim != "" {
			require.LessOrEqual(t, st.Claim(s.Claim).Said, sh.Day)
		}
		if s.At.Zoom > 1 && s.At.Zoom < 1.005 {
			return // written as 1, no enlargement
		}
		// What is written reads back as the same, but for the map's place, which is
		// written with two decimals.
		again := ParseState(st, a, trimMark(s.Query()))
		require.Equal(t, s.Query(), again.Query())
		require.InDelta(t, s.At.Lon, again.At.Lon, 0.0051)
		require.InDelta(t, s.At.Lat, again.At.Lat, 0.0051)
		require.InDelta(t, s.At.Zoom, again.At.Zoom, 0.0051)
		again.At = s.At
		require.Equal(t, s, again)
	})
}

func trimMark(query string) string {
	if query == "" {
		return ""
	}
	return query[1:]
}

func TestResolve(t *testing.T) {
	day := func(d int) story.Date { return story.DateOf(2019, 5, d) }
	for _, test := range []struct {
		name    string
		address Address
		query   string
		index   int
		day     story.Date
		lead    string
	}{
		{"the front page shows the opening", Address{Lang: "en"}, "", 2, day(20), "keepers-1300"},
		{"so does the site's root", Address{}, "", 2, day(20), "keepers-1300"},
		{"behind the ledger too", Address{Lang: "en", Moment: LedgerPage}, "", 2, day(20), "keepers-1300"},
		{"a moment of one day", Address{Lang: "en", Moment: "first-count"}, "", 0, day(3), "wardens-120"},
		{"a moment of several days is told at its end", Address{Lang: "en", Moment: "no-gulls"}, "", 1, day(8), "harbour-none"},
		{"before anything was said", Address{Lang: "en", Moment: "no-gulls"}, "asof=2019-05-02", -1, day(2), ""},
		{"the day decides, not the moment", Address{Lang: "en", Moment: "two-counts"}, "asof=2019-05-03", 0, day(3), "wardens-120"},
		{"within a moment, the one before is told", Address{Lang: "en", Moment: "no-gulls"}, "asof=2019-05-07", 0, day(7), "wardens-120"},
		{"between two moments", Address{Lang: "en", Moment: "no-gulls"}, "asof=2019-05-13", 1, day(13), "harbour-none"},
		{"the last day", Address{Lang: "en", Moment: "first-count"}, "asof=2019-05-31", 2, day(31), "keepers-1300"},
	} {
		t.Run(test.name, func(t *testing.T) {
			st := fictional(t)
			sh := ParseState(st, test.address, test.query).Resolve(st)
			assert.Equal(t, test.index, sh.Index)
			assert.Equal(t, test.day, sh.Day)
			if test.lead == "" {
				assert.Nil(t, sh.Lead)
				assert.Empty(t, sh.Focus)
				assert.Empty(t, sh.Said)
				return
			}
			assert.Equal(t, test.lead, sh.Lead.ID)
			require.Len(t, sh.Said, len(sh.Focus))
		})
	}
}

func TestResolveTellsNothingLater(t *testing.T) {
	for _, loaded := range loadedStories(t) {
		st := loaded.Story
		for day := st.First; day <= st.Last; day++ {
			for _, m := range st.Moments {
				sh := ParseState(st, Address{Lang: "en", Moment: m.ID}, "asof="+day.String()).Resolve(st)
				require.Equal(t, day, sh.Day)
				for _, c := range sh.Said {
					require.LessOrEqual(t, c.Said, day, c.ID)
				}
				if sh.Index >= 0 {
					require.LessOrEqual(t, st.Moments[sh.Index].To, day)
					require.LessOrEqual(t, sh.Lead.Said, day)
				}
				if next := sh.Index + 1; next < len(st.Moments) {
					require.Greater(t, st.Moments[next].To, day, "and it is the last such moment")
				}
			}
		}
	}
}
