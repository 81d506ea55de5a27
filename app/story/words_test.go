package story

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordsOfAClaim(t *testing.T) {
	words := english()
	for key, text := range map[string]string{
		"stance.denies": "denies", "series.there.name": "there", "actor.harbour.name": "Harbour", "actor.harbour.short": "Port",
		"locale.list": ", ", "speaker.through": "through {who}", "label.contested": "contested", "claims.reported": "as agencies report",
		"spoken.claim": "{day}, {actor}, {speaker}: {what}", "places.area": "{place} (area)", "place.reef": "Reef",
		"claim.plain.speaker": "Oda", "claim.narrow.speaker": "Oda", "claim.narrow.position": "denies, asked of gulls",
		"claim.narrow.about": "early May", "claim.count.speaker": "Oda", "claim.count.through": "two wardens", "claim.count.quote": "Nine hundred.",
	} {
		words.Keys[key] = text
	}
	said := DateOf(2024, 10, 18)
	plain := &Claim{ID: "plain", Actor: "harbour", Said: said, Stance: Denies, About: Period{From: said, To: said}}
	narrow := &Claim{ID: "narrow", Actor: "harbour", Said: said, Stance: Denies, About: Period{From: said, To: said}}
	count := &Claim{
		ID: "count", Actor: "harbour", Said: said, Stance: Asserts, Series: "there", Figure: 900, Qualifier: About,
		Contested: true, Reported: true, QuoteLang: "en",
	}
	for _, c := range []struct {
		claim                        *Claim
		position, gist, flags, alone string
		spoken, about                string
	}{
		{plain, "denies", "denies", "", "denies", "18 October, Harbour, Oda: denies", "18 October 2024"},
		{narrow, "denies, asked of gulls", "denies, asked of gulls", "", "denies, asked of gulls", "18 October, Harbour, Oda: denies, asked of gulls", "early May"},
		{
			count, "stance.asserts", "about 900 · there", "contested · as agencies report", "about 900 · there · contested · as agencies report",
			"18 October, Harbour, Oda, through two wardens: about 900 · there · contested · as agencies report", "",
		},
	} {
		assert.Equal(t, c.position, words.Position(c.claim))
		assert.Equal(t, c.gist, words.Gist(c.claim))
		assert.Equal(t, c.flags, words.Flags(c.claim))
		assert.Equal(t, c.alone, words.Alone(c.claim))
		assert.Equal(t, c.spoken, words.Spoken(c.claim))
		if c.claim != count {
			assert.Equal(t, c.about, words.AboutTime(c.claim))
		}
	}

	words.Keys["claim.count.role"] = "head warden"
	assert.Equal(t, "Oda", words.WithOffice(plain))
	assert.Equal(t, "Oda, head warden", words.WithOffice(count))
	assert.Equal(t, "Oda, head warden, through two wardens", words.SpokenBy(count))
	assert.Equal(t, "Oda", words.SpokenBy(plain))

	assert.False(t, words.Translated(plain), "no quote")
	assert.False(t, words.Translated(count))
	words.Machine = true
	assert.True(t, words.Translated(count), "a machine can only have translated it back")
	words.Machine = false
	count.QuoteLang = "ko"
	assert.True(t, words.Translated(count))

	assert.Equal(t, "Reef", words.PlaceName(&Place{ID: "reef", Precision: Town}))
	assert.Equal(t, "Reef (area)", words.PlaceName(&Place{ID: "reef", Precision: Area}))
}

func TestAPlaceIsNamedAsWhatItIsSaidToBe(t *testing.T) {
	words := english("role.training", "named as a training site", "series.coming.name", "planned")
	s := &Story{Series: []Series{{ID: "there"}, {ID: "coming", Planned: true}}}
	s.Index()
	assert.Equal(t, "named as a training site", words.NamedAs(s, Training, &Claim{Series: "there"}))
	assert.Equal(t, "named as a training site", words.NamedAs(s, Training, &Claim{}))
	assert.Equal(t, "named as a training site (planned)", words.NamedAs(s, Training, &Claim{Series: "coming"}))
}

func TestBesideAnswersTheSameQuestion(t *testing.T) {
	day := DateOf(2024, 10, 18)
	s := &Story{
		First:  day,
		Actors: []Actor{{ID: "a"}, {ID: "b"}, {ID: "c"}},
		Series: []Series{{ID: "there", Axis: "soldiers"}, {ID: "boxes", Axis: "boxes"}},
		Claims: []Claim{
			{ID: "denial", Actor: "b", Said: day, Stance: Denies},
			{ID: "count", Actor: "a", Said: day, Stance: Asserts, Series: "there", Figure: 900, Qualifier: About},
			{ID: "count-of-boxes", Actor: "a", Said: day, Stance: Asserts, Series: "boxes", Figure: 90, Qualifier: About},
			{ID: "other-count", Actor: "c", Said: day, Stance: Asserts, Series: "there", Figure: 800, Qualifier: About},
			{ID: "other-boxes", Actor: "c", Said: day, Stance: Asserts, Series: "boxes", Figure: 80, Qualifier: About},
		},
	}
	s.Index()
	for claim, want := range map[string][]string{
		"count":          {"denial", "other-count"},
		"count-of-boxes": {"other-boxes"}, // nobody was asked about boxes
		"denial":         {"count", "other-count"},
	} {
		ids := []string{}
		for _, c := range s.Beside(s.Claim(claim), day) {
			ids = append(ids, c.ID)
		}
		assert.Equal(t, want, ids, claim)
	}
}
