package story

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPackedFormat(t *testing.T) {
	s := &Story{
		ID: "x", Version: "1", Licence: "CC0-1.0", Opening: "m", First: DateOf(2019, 5, 1), Last: DateOf(2019, 5, 31),
		Claims: []Claim{{ID: "c", Actor: "a", Said: DateOf(2019, 5, 3), Stance: Asserts, Series: "n", Figure: 120, Qualifier: About, Sources: []string{"s", "t"}, Contested: true}},
		Places: []Place{{ID: "p", Lat: 47.25, Lon: -27.5, Precision: Town, Roles: []PlaceRole{{Role: Capital}}}},
		Routes: []Route{{ID: "r", From: "p", To: "q", Mode: Ship, Via: []LonLat{{-27.8, 47}, {-27.6, 47.1}}, Claims: []string{"c"}}},
		Views:  []View{{ID: "overview", Centre: LonLat{-27.5, 47}}},
	}
	texts := &Texts{Lang: "en", Dir: "ltr", Keys: map[string]string{"b": "tab\tline\nback\\slash", "a": "é"}}
	assert.Equal(t, strings.Join([]string{
		"bukti-story 1",
		"story\tx\t1\tCC0-1.0\tm\t2019-05-01\t2019-05-31\t",
		"claim\tc\ta\t2019-05-03\t\t\tasserts\tn\t120\tabout\t\ts,t\t\t\t1\t\t",
		"place\tp\t47.25\t-27.5\ttown",
		"role\tcapital\t",
		"route\tr\tp\tq\tship\t-27.8 47,-27.6 47.1\tc",
		"view\toverview\t0\t0\t0\t0\t-27.5 47",
		"language\ten\tltr\t",
		"text\ta\té",
		`text	b	tab\tline\nback\\slash`,
		"end\t9",
		"",
	}, "\n"), string(s.Pack(texts)))
}

func TestUnpackReadsWhatPackWrites(t *testing.T) {
	forRandomStories(t, func(t *testing.T, r *rand.Rand, s *Story) {
		texts := randomTexts(r)
		data := s.Pack(texts)
		require.Equal(t, data, s.Pack(texts), "the same bytes each time")
		got, gotTexts, err := Unpack(data)
		require.NoError(t, err)
		require.Equal(t, s, got, "look-up tables included")
		require.Equal(t, texts, gotTexts)
	})
}

func TestUnpackRefuses(t *testing.T) {
	packed := strings.Join([]string{
		"bukti-story 1",
		"story\tx\t1\tCC0-1.0\tm\t2019-05-01\t2019-05-31\t",
		"actor\ta\tcircle\t1",
		"claim\tc\ta\t2019-05-03\t\t\tasserts\tn\t120\tabout\t\ts,t\t\t\t1\t\t",
		"place\tp\t47.25\t-27.5\ttown",
		"role\tcapital\t",
		"route\tr\tp\tq\tship\t-27.8 47,-27.6 47.1\tc",
		"language\ten\tltr\t",
		"text\ta\té",
		`text	b	tab\tline\nback\\slash`,
		"end\t9",
		"",
	}, "\n")
	for _, test := range []struct{ name, old, new, want string }{
		{"nothing", "*", "", "story data: the first line is not bukti-story 1; rebuild the site so that program and data match"},
		{"another version", "bukti-story 1", "bukti-story 2", "story data: the first line is not bukti-story 1; rebuild the site so that program and data match"},
		{"an error page", "*", "<!doctype html>\n", "story data: the first line is not bukti-story 1; rebuild the site so that program and data match"},
		{"unknown record", "role\t", "rule\t", `story data, line 6: unknown kind of record "rule"`},
		{"too few fields", "\tasserts", "", "story data, line 4: claim has 15 fields, not 16"},
		{"too many fields", "\tasserts", "\tasserts\t", "story data, line 4: claim has 17 fields, not 16"},
		{"day that does not exist", "2019-05-03", "2019-02-30", `story data, line 4: "2019-02-30" is not a date of the form YYYY-MM-DD that exists`},
		{"figure that is none", "\t120\t", "\tmany\t", `story data, line 4: "many" is not a whole number`},
		{"truth that is none", "\t1\t\t\nplace", "\tyes\t\t\nplace", `story data, line 4: "yes" is neither 1 nor empty`},
		{"coordinate that is none", "47.25", "NaN", `story data, line 5: "NaN" is not a number`},
		{"point that is none", "-27.8 47", "-27.8", `story data, line 7: "" is not a number`},
		{"role before any place", "place\tp\t47.25\t-27.5\ttown\n", "", "story data, line 5: a role before any place"},
		{"unknown escape", `\t`, `\x`, `story data, line 10: unknown escape in "tab\\xline\\nback\\\\slash"`},
		{"escape at the end", `back\\slash`, `back\`, `story data, line 10: unknown escape in "tab\\tline\\nback\\"`},
		{"text twice", "text\tb", "text\ta", `story data, line 10: a second text for "a"`},
		{"a record lost", "text\ta\té\n", "", "story data, line 10: 8 records, not the 9 that were written"},
		{"no end", "end\t9\n", "", "story data: 0 records of the kind end, not 1"},
		{"cut off in a record", "\nend\t9\n", "", "story data, line 10: cut off in the middle of a record"},
		{"more after the end", "end\t9\n", "end\t9\ntext\tc\td\n", "story data, line 12: data after the end"},
		{"no story", "story\tx\t1\tCC0-1.0\tm\t2019-05-01\t2019-05-31\t\nactor", "actor", "story data, line 10: 8 records, not the 9 that were written"},
		{"two stories", "actor\ta\tcircle\t1", "story\tx\t1\tCC0-1.0\tm\t2019-05-01\t2019-05-31\t", "story data: 2 records of the kind story, not 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := test.new
			if test.old != "*" {
				require.Equal(t, 1, strings.Count(packed, test.old), "%q must stand once", test.old)
				data = strings.Replace(packed, test.old, test.new, 1)
			}
			got, _, err := Unpack([]byte(data))
			require.EqualError(t, err, test.want)
			assert.Nil(t, got)
		})
	}
}

// A download that stops anywhere is no story with fewer claims.
func TestUnpackRefusesEveryPrefix(t *testing.T) {
	s := threeDays()
	data := s.Pack(english())
	for n := range data {
		got, _, err := Unpack(data[:n])
		require.Error(t, err, n)
		require.Nil(t, got)
	}
}

// Whatever the bytes, Unpack gives an error or a story that packs to the same again.
func FuzzUnpack(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 5 {
		f.Add(randomStory(r).Pack(randomTexts(r)))
	}
	f.Add([]byte("bukti-story 1\nend\t0\n"))
	f.Add([]byte("bukti-story 1\nstory\t\\\nroute\t\t\t\t\t, ,\t\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, texts, err := Unpack(data)
		if err != nil {
			return
		}
		once := s.Pack(texts)
		again, againTexts, err := Unpack(once)
		if err != nil {
			t.Fatalf("what was packed cannot be read: %v", err)
		}
		if !bytes.Equal(once, again.Pack(againTexts)) {
			t.Fatal("packing twice gives other bytes")
		}
	})
}
