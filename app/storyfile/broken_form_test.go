package storyfile

import "testing"

// What has the wrong form: keys, kinds of value, words, days, numbers.
func TestBrokenForm(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{
			"unknown key of the story",
			[]edit{{"story.yaml", "licence:", "^license:"}},
			[]string{`story.yaml:@: "license" is not a key of the story; did you mean "licence"?`},
		},
		{
			"unknown key without a near one",
			[]edit{{"story.yaml", "opening: two-counts", "opening: two-counts\n^colour: red"}},
			[]string{`story.yaml:@: "colour" is not a key of the story; use one of id, version, licence, languages, machine-translated, opening, axis, views, actors, sources, series, main, claims, places, routes, moments, corrections`},
		},
		{
			"unknown key of a claim",
			[]edit{{"story.yaml", "    reported: true", "    ^reproted: true"}},
			[]string{`story.yaml:@: "reproted" is not a key of claim keepers-900-ledge; did you mean "reported"?`},
		},
		{
			"misspelt figure",
			[]edit{{"story.yaml", "figure: 240", "^figur: 240"}},
			[]string{`story.yaml:@: "figur" is not a key of claim wardens-240; did you mean "figure"?`},
		},
		{
			"missing version",
			[]edit{{"story.yaml", "version: 2026-11-24\n", ""}, {"story.yaml", "id: lighthouse", "^id: lighthouse"}},
			[]string{`story.yaml:@: the story has no version; add "version: 2026-11-24"`},
		},
		{
			"missing licence",
			[]edit{{"story.yaml", "licence: CC0-1.0\n", ""}, {"story.yaml", "id: lighthouse", "^id: lighthouse"}},
			[]string{`story.yaml:@: the story has no licence; add "licence: CC-BY-4.0"`},
		},
		{
			"empty licence",
			[]edit{{"story.yaml", "licence: CC0-1.0", `licence: ^""`}},
			[]string{"story.yaml:@: licence of the story is empty; write it, or leave the key out if it is optional"},
		},
		{
			"licence without a value",
			[]edit{{"story.yaml", "licence: CC0-1.0", "licence:^"}},
			[]string{"story.yaml:@: licence of the story is empty; write it, or leave the key out if it is optional"},
		},
		{
			"version not a text",
			[]edit{{"story.yaml", "version: 2026-11-24", "version: ^7"}},
			[]string{"story.yaml:@: version of the story is a whole number, not text; put it in quotes if it is meant as text"},
		},
		{
			"missing actor of a claim",
			[]edit{{"story.yaml", "  keepers-closure:\n    actor: keepers\n", "  ^keepers-closure:\n"}},
			[]string{`story.yaml:@: claim keepers-closure has no actor; add "actor: the id of an actor"`},
		},
		{
			"claim that is a text",
			[]edit{{"story.yaml", "  keepers-closure:\n    actor: keepers\n    said: 2019-05-17\n    stance: demands\n    sources: [lamp-letter-0517]\n", "  keepers-closure: ^soon\n"}},
			[]string{"story.yaml:@: claim keepers-closure is text, not a group of keys; write the keys actor, said, about, stance, series, figure, qualifier, places, sources, supersedes, part-of, contested, reported, quote-lang"},
		},
		{
			"corrections that are a list",
			[]edit{{"story.yaml", "corrections:\n  boats-in-april: {on: 2019-06-02, claims: [harbour-boats]}", "corrections: ^[]"}},
			[]string{"story.yaml:@: corrections of the story is a list, not a group of correction ids; write one key for each correction"},
		},
		{
			"duplicate claim",
			[]edit{{"story.yaml", "  keepers-closure:\n", "  ^harbour-none:\n"}},
			[]string{
				`en.yaml:70:3: story.yaml has no claim "keepers-closure"; did you mean "keepers-unsure"?`,
				`id.yaml:70:3: story.yaml has no claim "keepers-closure"; did you mean "keepers-unsure"?`,
				`story.yaml:@: "harbour-none" stands twice in claims of the story, first on line 46; rename one of them or remove it`,
			},
		},
		{
			"duplicate key",
			[]edit{{"story.yaml", "    said: 2019-05-17\n", "    said: 2019-05-17\n    ^said: 2019-05-17\n"}},
			[]string{`story.yaml:@: "said" stands twice in claim keepers-closure, first on line 94; rename one of them or remove it`},
		},
		{
			"misspelt optional group",
			[]edit{{"story.yaml", "\nroutes:", "\n^rutes:"}},
			[]string{`story.yaml:@: "rutes" is not a key of the story; did you mean "routes"?`},
		},
		{
			"id in capitals",
			[]edit{{"story.yaml", "  wardens: {hue: 1", "  ^Wardens: {hue: 1"}},
			[]string{`story.yaml:@: "Wardens" is not an id; write lower-case letters, digits and hyphens`},
		},
		{
			"listed twice",
			[]edit{{"story.yaml", "sources: [keepers-0520, tidebook-0521]", "sources: [keepers-0520, ^keepers-0520]"}},
			[]string{`story.yaml:@: "keepers-0520" is listed twice; remove one of them`},
		},
		{
			"list that is a word",
			[]edit{{"story.yaml", "sources: [lamp-letter-0517]", "sources: ^lamp-letter-0517"}},
			[]string{"story.yaml:@: sources of claim keepers-closure is text, not a list; write a list, such as [first-id, second-id]"},
		},
		{
			"merge key",
			[]edit{{"story.yaml", "  keepers: {hue: 6, shape: diamond}", "  keepers: {^<<: {}, hue: 6, shape: diamond}"}},
			[]string{"story.yaml:@: a key that is not a plain word; write the key out; anchors, aliases, tags and merges are not used here"},
		},
		{
			"alias",
			[]edit{{"story.yaml", "stance: demands", "stance: ^*demands"}},
			[]string{"story.yaml:@: stance of claim keepers-closure is an anchor, an alias or a tag, not a stance; use one of asserts, confirms, cannot-confirm, deflects, denies, demands"},
		},
		{
			"bad stance",
			[]edit{{"story.yaml", "stance: deflects", "stance: ^deflect"}},
			[]string{`story.yaml:@: "deflect" is not a stance; did you mean "deflects"? use one of asserts, confirms, cannot-confirm, deflects, denies, demands`},
		},
		{
			"bad stance without a near one",
			[]edit{{"story.yaml", "stance: deflects", "stance: ^shrugs"}},
			[]string{`story.yaml:@: "shrugs" is not a stance; use one of asserts, confirms, cannot-confirm, deflects, denies, demands`},
		},
		{
			"stance that is a number",
			[]edit{{"story.yaml", "stance: deflects", "stance: ^1"}},
			[]string{"story.yaml:@: stance of claim harbour-fog is a whole number, not a stance; use one of asserts, confirms, cannot-confirm, deflects, denies, demands"},
		},
		{
			"bad qualifier",
			[]edit{{"story.yaml", "qualifier: up-to", "qualifier: ^upto"}},
			[]string{`story.yaml:@: "upto" is not a qualifier; did you mean "up-to"? use one of exactly, about, at-least, more-than, up-to, nearly`},
		},
		{
			"bad tier",
			[]edit{{"story.yaml", "date: 2019-05-10, tier: newspaper", "date: 2019-05-10, tier: ^blog"}},
			[]string{`story.yaml:@: "blog" is not a tier; use one of primary, wire, newspaper, weak`},
		},
		{
			"bad shape",
			[]edit{{"story.yaml", "shape: square", "shape: ^sqare"}},
			[]string{`story.yaml:@: "sqare" is not a shape; did you mean "square"? use one of circle, square, diamond, triangle, cross`},
		},
		{
			"bad precision",
			[]edit{{"story.yaml", "precision: area", "precision: ^city"}},
			[]string{`story.yaml:@: "city" is not a precision; use one of town, area, region`},
		},
		{
			"bad role",
			[]edit{{"story.yaml", "training: [keepers-1300]", "^trainign: [keepers-1300]"}},
			[]string{`story.yaml:@: "trainign" is not a role; did you mean "training"? use one of training, departure, arrival, deployment, capital, said-here`},
		},
		{
			"bad mode",
			[]edit{{"story.yaml", "mode: ship", "mode: ^train"}},
			[]string{`story.yaml:@: "train" is not a mode; use one of ship, unknown`},
		},
		{
			"hue beyond the palette",
			[]edit{{"story.yaml", "hue: 6", "hue: ^9"}},
			[]string{"story.yaml:@: there is no hue 9; use a whole number from 1 to 8"},
		},
		{
			"hue that is a word",
			[]edit{{"story.yaml", "hue: 6", "hue: ^red"}},
			[]string{"story.yaml:@: hue of actor keepers is text, not a whole number; write plain digits, such as 1500"},
		},
		{
			"day that does not exist",
			[]edit{{"story.yaml", "said: 2019-05-17", "said: ^2019-02-30"}},
			[]string{"story.yaml:@: 2019-02-30 is not a day of the calendar; the last day of that month is 2019-02-28"},
		},
		{
			"month that does not exist",
			[]edit{{"story.yaml", "said: 2019-05-17", "said: ^2019-13-01"}},
			[]string{"story.yaml:@: 2019-13-01 is not a day of the calendar; months go from 01 to 12"},
		},
		{
			"day zero",
			[]edit{{"story.yaml", "said: 2019-05-17", "said: ^2019-05-00"}},
			[]string{"story.yaml:@: 2019-05-00 is not a day of the calendar; days go from 01"},
		},
		{
			"day in another form",
			[]edit{{"story.yaml", "said: 2019-05-17", "said: ^17 May 2019"}},
			[]string{`story.yaml:@: "17 May 2019" is not a day; write it as YYYY-MM-DD`},
		},
		{
			"day that is a number",
			[]edit{{"story.yaml", "said: 2019-05-17", "said: ^20190517"}},
			[]string{"story.yaml:@: said of claim keepers-closure is a whole number, not a day; write it as YYYY-MM-DD"},
		},
		{
			"day that stands for none",
			[]edit{{"story.yaml", "on: 2019-06-02", "on: ^1970-01-01"}},
			[]string{"story.yaml:@: 1970-01-01 cannot be used: the program takes it for no date; use another day"},
		},
		{
			"about ends before it begins",
			[]edit{{"story.yaml", "to: 2019-05-02}", "to: ^2019-04-30}"}},
			[]string{"story.yaml:@: to of about of claim wardens-120, 2019-04-30, is before its from, 2019-05-01; use 2019-05-01 or a later day"},
		},
		{
			"about without a beginning",
			[]edit{{"story.yaml", "about: {from: 2019-05-01, to: 2019-05-02}", "about: ^{to: 2019-05-02}"}},
			[]string{`story.yaml:@: about of claim wardens-120 has no from; add "from: 2024-10-18"`},
		},
		{
			"axis ends before it begins",
			[]edit{{"story.yaml", "last: 2019-05-31", "last: ^2019-04-30"}},
			[]string{"story.yaml:@: last of the axis, 2019-04-30, is before its first, 2019-05-01; use 2019-05-01 or a later day"},
		},
		{
			"horizon before the end",
			[]edit{{"story.yaml", "horizon: 2019-07-31", "horizon: ^2019-05-30"}},
			[]string{"story.yaml:@: horizon of the axis, 2019-05-30, is before its last, 2019-05-31; use 2019-05-31 or a later day"},
		},
		{
			"moment ends before it begins",
			[]edit{{"story.yaml", "from: 2019-05-14, to: 2019-05-20", "from: 2019-05-21, to: ^2019-05-20"}},
			[]string{"story.yaml:@: to of moment two-counts, 2019-05-20, is before its from, 2019-05-21; use 2019-05-21 or a later day"},
		},
		{
			"figure zero",
			[]edit{{"story.yaml", "figure: 240", "figure: ^0"}},
			[]string{"story.yaml:@: figure of claim wardens-240 is 0; write a whole number above 0, or leave series, figure and qualifier out"},
		},
		{
			"figure below zero",
			[]edit{{"story.yaml", "figure: 240", "figure: ^-240"}},
			[]string{"story.yaml:@: figure of claim wardens-240 is -240; write a whole number above 0, or leave series, figure and qualifier out"},
		},
		{
			"figure with a fraction",
			[]edit{{"story.yaml", "figure: 240", "figure: ^240.5"}},
			[]string{"story.yaml:@: figure of claim wardens-240 is a number, not a whole number; write plain digits, such as 1500"},
		},
		{
			"figure with a separator",
			[]edit{{"story.yaml", "figure: 1300", "figure: ^1,300"}},
			[]string{"story.yaml:@: figure of claim keepers-1300 is text, not a whole number; write plain digits, such as 1500"},
		},
		{
			"figure that YAML reads in base eight",
			[]edit{{"story.yaml", "figure: 240", "figure: ^0240"}},
			[]string{"story.yaml:@: figure of claim wardens-240 is written as 0240; write plain digits, such as 1500"},
		},
		{
			"figure too large",
			[]edit{{"story.yaml", "figure: 240", "figure: ^99999999999999999999"}},
			[]string{"story.yaml:@: figure of claim wardens-240 is text, not a whole number; write plain digits, such as 1500"},
		},
		{
			"figure beyond the largest",
			[]edit{{"story.yaml", "figure: 240", "figure: ^1000000000001"}},
			[]string{"story.yaml:@: figure of claim wardens-240 is 1000000000001, more than 1000000000000; count in thousands or millions, and say so in the name of the series"},
		},
		{
			"the largest figure",
			[]edit{{"story.yaml", "figure: 240", "figure: 1000000000000"}},
			nil,
		},
		{
			"planned that is a word",
			[]edit{{"story.yaml", "planned: true", "planned: ^yes"}},
			[]string{"story.yaml:@: planned of series reserve is text, not true or false; write true, or remove the key"},
		},
		{
			"latitude off the earth",
			[]edit{{"story.yaml", "lat: 47.2142", "lat: ^147.2142"}},
			[]string{"story.yaml:@: 147.2142 is not a latitude; a latitude goes from -90 to 90"},
		},
		{
			"longitude off the earth",
			[]edit{{"story.yaml", "lon: -27.5031", "lon: ^-270.5031"}},
			[]string{"story.yaml:@: -270.5031 is not a longitude; a longitude goes from -180 to 180"},
		},
		{
			"latitude that is a word",
			[]edit{{"story.yaml", "lat: 47.2142", "lat: ^north"}},
			[]string{"story.yaml:@: lat of place north-ledge is text, not a number in plain digits; write it such as 131.8869"},
		},
		{
			"latitude that is no number",
			[]edit{{"story.yaml", "lat: 47.2142", "lat: ^.nan"}},
			[]string{"story.yaml:@: lat of place north-ledge is an infinite or undefined number, not a number in plain digits; write it such as 131.8869"},
		},
		{
			"point with the latitude first",
			[]edit{{"story.yaml", "[-27.8, 47]", "[47, ^-127.8]"}},
			[]string{"story.yaml:@: -127.8 is not a latitude; a latitude goes from -90 to 90"},
		},
		{
			"point with one number",
			[]edit{{"story.yaml", "[-27.8, 47]", "^[-27.8]"}},
			[]string{"story.yaml:@: a point of via of route mail-boat has 1 numbers; write two, longitude first: [128.5, 39.6]"},
		},
		{
			"view without an edge",
			[]edit{{"story.yaml", "  ledge: {west: -27.7, south: 47.1, ", "  ^ledge: {west: -27.7, "}},
			[]string{`story.yaml:@: view ledge has no south; add "south: 37"`},
		},
		{
			"view turned round",
			[]edit{{"story.yaml", "east: -27.3", "east: ^-28.3"}},
			[]string{"story.yaml:@: east of view ledge is not east of its west; write the western edge as west and the eastern one as east; only a view across 180°, such as from 170 to -170, has the greater number as west"},
		},
		{
			"view without a width",
			[]edit{{"story.yaml", "east: -27.3", "east: ^-27.7"}},
			[]string{"story.yaml:@: east of view ledge is not east of its west; write the western edge as west and the eastern one as east; only a view across 180°, such as from 170 to -170, has the greater number as west"},
		},
		{
			"view across the antimeridian",
			[]edit{{"story.yaml", "ledge: {west: -27.7, south: 47.1, east: -27.3,", "ledge: {west: 170, south: 47.1, east: -170,"}},
			nil,
		},
		{
			"centre with one number",
			[]edit{{"story.yaml", "centre: [-27.6, 47.1]", "centre: ^[47.1]"}},
			[]string{"story.yaml:@: centre of view overview has 1 numbers; write two, longitude first: [128.5, 39.6]"},
		},
		{
			"centre of a view with edges",
			[]edit{{"story.yaml", "north: 47.3}", "north: 47.3, centre: ^[-27.5, 47.2]}"}},
			[]string{"story.yaml:@: view ledge has edges and a centre; remove the centre; only the view of all the story has one, as its map is projected around it"},
		},
		{
			"address without a scheme",
			[]edit{{"story.yaml", `url: "https://example.org/harbour/4-may"`, `url: ^"example.org/harbour/4-may"`}},
			[]string{`story.yaml:@: "example.org/harbour/4-may" is not a web address; write it with https:// or http:// in small letters, or leave url out when no address is known`},
		},
		{
			"address of a script",
			[]edit{{"story.yaml", `url: "https://example.org/harbour/4-may"`, `url: ^"javascript:alert(1)"`}},
			[]string{`story.yaml:@: "javascript:alert(1)" is not a web address; write it with https:// or http:// in small letters, or leave url out when no address is known`},
		},
		{
			"address with a scheme in capitals",
			[]edit{{"story.yaml", `url: "https://example.org/harbour/4-may"`, `url: ^"HTTPS://example.org/harbour/4-may"`}},
			[]string{`story.yaml:@: "HTTPS://example.org/harbour/4-may" is not a web address; write it with https:// or http:// in small letters, or leave url out when no address is known`},
		},
		{
			"language of a quote in another form",
			[]edit{{"story.yaml", "quote-lang: id", "quote-lang: ^en_US"}},
			[]string{`story.yaml:@: "en_US" is not a language; write its BCP 47 tag, such as en or pt-BR`},
		},
		{
			"language of a quote with a region",
			[]edit{{"story.yaml", "quote-lang: id", "quote-lang: pt-BR"}},
			nil,
		},
		{
			"no language",
			[]edit{{"story.yaml", "languages: [en, id]", "languages: ^[]"}},
			[]string{"story.yaml:@: the story has no language; list at least one, such as [en]"},
		},
		{
			"language twice",
			[]edit{{"story.yaml", "languages: [en, id]", "languages: [en, id, ^en]"}},
			[]string{`story.yaml:@: "en" is listed twice; remove one of them`},
		},
	} {
		t.Run(test.name, func(t *testing.T) { expectProblems(t, test.edits, test.want...) })
	}
}
