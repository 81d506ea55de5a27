package storyfile

import "testing"

// What has the right form and is still wrong.
func TestBrokenMeaning(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{
			"claim without sources",
			[]edit{{"story.yaml", "    sources: [lamp-letter-0517]\n", ""}, {"story.yaml", "  keepers-closure:", "  ^keepers-closure:"}},
			[]string{"story.yaml:@: claim keepers-closure has no source; list the ids of those who published it under its sources, or remove the claim"},
		},
		{
			"claim with an empty list of sources",
			[]edit{{"story.yaml", "sources: [lamp-letter-0517]", "sources: ^[]"}},
			[]string{"story.yaml:@: claim keepers-closure has no source; list the ids of those who published it under its sources, or remove the claim"},
		},
		{
			"unknown actor",
			[]edit{{"story.yaml", "  wardens-240:\n    actor: wardens", "  wardens-240:\n    actor: ^warden"}},
			[]string{`story.yaml:@: there is no actor "warden"; did you mean "wardens"?`},
		},
		{
			"unknown actor without a near one",
			[]edit{{"story.yaml", "  harbour-fog:\n    actor: harbour", "  harbour-fog:\n    actor: ^mayor"}},
			[]string{`story.yaml:@: there is no actor "mayor"; use one of wardens, harbour, keepers, or add it under actors`},
		},
		{
			"unknown source",
			[]edit{{"story.yaml", "sources: [keepers-0520, tidebook-0521]", "sources: [keepers-0520, ^tidebook-0520]"}},
			[]string{`story.yaml:@: there is no source "tidebook-0520"; did you mean "tidebook-0510"?`},
		},
		{
			"unknown series",
			[]edit{{"story.yaml", "series: boats", "series: ^boat"}},
			[]string{`story.yaml:@: there is no series "boat"; did you mean "boats"?`},
		},
		{
			"unknown place of a claim",
			[]edit{{"story.yaml", "places: [lamphaven, north-ledge]", "places: [lamphaven, ^nort-ledge]"}},
			[]string{`story.yaml:@: there is no place "nort-ledge"; did you mean "north-ledge"?`},
		},
		{
			"unknown claim of a role",
			[]edit{{"story.yaml", "arrival: [wardens-120, harbour-boats]", "arrival: [wardens-120, ^harbour-boat]"}},
			[]string{`story.yaml:@: there is no claim "harbour-boat"; did you mean "harbour-boats"?`},
		},
		{
			"unknown claim of a route",
			[]edit{{"story.yaml", "claims: [wardens-240]", "claims: [^wardens-24]"}},
			[]string{`story.yaml:@: there is no claim "wardens-24"; did you mean "wardens-240"?`},
		},
		{
			"unknown claim of a correction",
			[]edit{{"story.yaml", "on: 2019-06-02, claims: [harbour-boats]", "on: 2019-06-02, claims: [^nobody-said-so]"}},
			[]string{`story.yaml:@: there is no claim "nobody-said-so"; use one of wardens-120, harbour-none, keepers-unsure, harbour-boats, wardens-reserve, wardens-240, harbour-fog, keepers-closure, keepers-1300, keepers-900-ledge, or add it under claims`},
		},
		{
			"unknown claim superseded",
			[]edit{{"story.yaml", "supersedes: wardens-120", "supersedes: ^warden-120"}},
			[]string{`story.yaml:@: there is no claim "warden-120"; did you mean "wardens-120"?`},
		},
		{
			"unknown whole",
			[]edit{{"story.yaml", "part-of: keepers-1300", "part-of: ^keepers-130"}},
			[]string{`story.yaml:@: there is no claim "keepers-130"; did you mean "keepers-1300"?`},
		},
		{
			"unknown series of a series",
			[]edit{{"story.yaml", "part-of: counted}", "part-of: ^conted}"}},
			[]string{`story.yaml:@: there is no series "conted"; did you mean "counted"?`},
		},
		{
			"unknown view",
			[]edit{{"story.yaml", "focus: [wardens-120], view: ledge", "focus: [wardens-120], view: ^edge"}},
			[]string{`story.yaml:@: there is no view "edge"; did you mean "ledge"?`},
		},
		{
			"unknown opening",
			[]edit{{"story.yaml", "opening: two-counts", "opening: ^two-count"}},
			[]string{`story.yaml:@: there is no moment "two-count"; did you mean "two-counts"?`},
		},
		{
			"unknown end of a route",
			[]edit{{"story.yaml", "from: merrow-rock, to: north-ledge", "from: ^marrow-rock, to: north-ledge"}},
			[]string{`story.yaml:@: there is no place "marrow-rock"; did you mean "merrow-rock"?`},
		},
		{
			"unknown series of main",
			[]edit{{"story.yaml", "from: 2019-05-20, series: counted,", "from: 2019-05-20, series: ^count,"}},
			[]string{`story.yaml:@: there is no series "count"; did you mean "counted"?`},
		},
		{
			"unknown actor of main",
			[]edit{{"story.yaml", "series: counted, actor: keepers}", "series: counted, actor: ^keeper}"}},
			[]string{`story.yaml:@: there is no actor "keeper"; did you mean "keepers"?`},
		},
		{
			"planned series of main",
			[]edit{{"story.yaml", "from: 2019-05-20, series: counted,", "from: 2019-05-20, series: ^reserve,"}},
			[]string{"story.yaml:@: the main line is of the planned series reserve; name a series of what was reported as there; a planned one has no line"},
		},
		{
			"figure without a qualifier",
			[]edit{{"story.yaml", "figure: 240\n    qualifier: at-least", "figure: 240"}, {"story.yaml", "series: counted\n    figure: 240", "series: ^counted\n    figure: 240"}},
			[]string{"story.yaml:@: claim wardens-240 has a series but no qualifier; add how exact the figure is, one of exactly, about, at-least, more-than, up-to, nearly"},
		},
		{
			"figure without a series",
			[]edit{{"story.yaml", "    series: counted\n    figure: 240", "    figure: ^240"}},
			[]string{"story.yaml:@: claim wardens-240 has a figure but no series; add the id of the series that the figure belongs to"},
		},
		{
			"qualifier alone",
			[]edit{{"story.yaml", "    series: counted\n    figure: 240\n    qualifier: at-least", "    qualifier: ^at-least"}},
			[]string{
				"story.yaml:@: claim wardens-240 has a qualifier but no figure; add the figure, or leave all of series, figure and qualifier out",
				"story.yaml:@: claim wardens-240 has a qualifier but no series; add the id of the series that the figure belongs to",
			},
		},
		{
			"claims out of order",
			[]edit{{"story.yaml", "    said: 2019-05-08\n", "    said: ^2019-05-05\n"}},
			[]string{"story.yaml:@: claim harbour-boats, said 2019-05-05, comes after claim keepers-unsure, said 2019-05-06; move it up: claims stand in the order in which they were said"},
		},
		{
			"claim after the axis",
			[]edit{{"story.yaml", "last: 2019-05-31", "last: 2019-05-20"}, {"story.yaml", "    said: 2019-05-20\n    about: {from: 2019-05-18}\n    stance: asserts", "    said: ^2019-05-21\n    about: {from: 2019-05-18}\n    stance: asserts"}, {"story.yaml", "keepers-1300, keepers-900-ledge, wardens-reserve]", "keepers-1300, wardens-reserve]"}},
			[]string{"story.yaml:@: claim keepers-900-ledge was said 2019-05-21, after the last day of the axis, 2019-05-20; correct the day, or end the axis on 2019-05-21 or later"},
		},
		{
			"claim before the axis, which is background",
			[]edit{{"story.yaml", "first: 2019-05-01", "first: 2019-05-04"}, {"story.yaml", "first-count: {from: 2019-05-03", "first-count: {from: 2019-05-04"}},
			nil,
		},
		{
			"moment before the axis",
			[]edit{{"story.yaml", "first: 2019-05-01", "first: 2019-05-04"}, {"story.yaml", "first-count: {from: 2019-05-03", "first-count: {from: ^2019-05-03"}},
			[]string{"story.yaml:@: from of moment first-count, 2019-05-03, is not on the axis, which goes from 2019-05-04 to 2019-05-31; correct the day, or let the axis reach it"},
		},
		{
			"moment that ends after the axis",
			[]edit{{"story.yaml", "to: 2019-05-20, lead", "to: ^2019-06-01, lead"}},
			[]string{"story.yaml:@: to of moment two-counts, 2019-06-01, is not on the axis, which goes from 2019-05-01 to 2019-05-31; correct the day, or let the axis reach it"},
		},
		{
			"all claims before the axis",
			[]edit{{"story.yaml", "axis: {first: 2019-05-01, last: 2019-05-31", "axis: {first: 2019-05-21, last: 2019-05-31"}},
			[]string{
				"story.yaml:128:23: from of moment first-count, 2019-05-03, is not on the axis, which goes from 2019-05-21 to 2019-05-31; correct the day, or let the axis reach it",
				"story.yaml:129:20: from of moment no-gulls, 2019-05-04, is not on the axis, which goes from 2019-05-21 to 2019-05-31; correct the day, or let the axis reach it",
				"story.yaml:129:36: to of moment no-gulls, 2019-05-08, is not on the axis, which goes from 2019-05-21 to 2019-05-31; correct the day, or let the axis reach it",
				"story.yaml:130:22: from of moment two-counts, 2019-05-14, is not on the axis, which goes from 2019-05-21 to 2019-05-31; correct the day, or let the axis reach it",
				"story.yaml:130:38: to of moment two-counts, 2019-05-20, is not on the axis, which goes from 2019-05-21 to 2019-05-31; correct the day, or let the axis reach it",
			},
		},
		{
			"actors with the same marks",
			[]edit{{"story.yaml", "keepers: {hue: 6, shape: diamond}", "^keepers: {hue: 1, shape: circle}"}},
			[]string{"story.yaml:@: actor keepers has the hue and the shape of actor wardens: nothing tells their marks apart; give one of them another hue or shape"},
		},
		{
			"source older than the claim",
			[]edit{{"story.yaml", "date: 2019-05-21, tier: newspaper", "date: 2019-05-19, tier: newspaper"}, {"story.yaml", "sources: [keepers-0520, tidebook-0521]", "sources: [keepers-0520, ^tidebook-0521]"}},
			[]string{
				"story.yaml:@: the source is older than the claim: tidebook-0521 is of 2019-05-19, claim keepers-1300 was said 2019-05-20; correct one of the two days, or name the source that published it",
				"story.yaml:117:15: the source is older than the claim: tidebook-0521 is of 2019-05-19, claim keepers-900-ledge was said 2019-05-20; correct one of the two days, or name the source that published it",
			},
		},
		{
			"role without claims",
			[]edit{{"story.yaml", "deployment: [keepers-900-ledge]", "^deployment: []"}},
			[]string{"story.yaml:@: role deployment of place north-ledge has no claim; list the claims that name the place so, or remove the role"},
		},
		{
			"route without claims",
			[]edit{{"story.yaml", "claims: [wardens-240]", "claims: ^[]"}},
			[]string{"story.yaml:@: route flight has no claim; list the claims that speak of the journey, or remove the route"},
		},
		{
			"route with no list of claims",
			[]edit{{"story.yaml", ", claims: [wardens-240]", ""}, {"story.yaml", "  flight:", "  ^flight:"}},
			[]string{"story.yaml:@: route flight has no claim; list the claims that speak of the journey, or remove the route"},
		},
		{
			"supersedes another actor's claim",
			[]edit{{"story.yaml", "supersedes: wardens-120", "supersedes: ^harbour-none"}},
			[]string{"story.yaml:@: claim wardens-240 of wardens supersedes claim harbour-none of harbour; an actor can only replace its own claim: remove supersedes, or name one of wardens"},
		},
		{
			"supersedes a planned claim",
			[]edit{{"story.yaml", "supersedes: wardens-120", "supersedes: ^wardens-reserve"}},
			[]string{"story.yaml:@: a planned and a present claim on one line: wardens-240 is of the series counted, wardens-reserve of reserve; what is announced does not become what is there: remove supersedes"},
		},
		{
			"supersedes another series",
			[]edit{{"story.yaml", "part-of: keepers-1300", "supersedes: ^keepers-1300"}},
			[]string{"story.yaml:@: claim keepers-900-ledge (series counted-ledge) supersedes claim keepers-1300 (series counted); a claim can only replace one of its own series: remove supersedes, or name a claim of the same series"},
		},
		{
			"supersedes a claim without a figure",
			[]edit{{"story.yaml", "part-of: keepers-1300", "supersedes: ^keepers-unsure"}},
			[]string{"story.yaml:@: claim keepers-900-ledge (series counted-ledge) supersedes claim keepers-unsure (no series); a claim can only replace one of its own series: remove supersedes, or name a claim of the same series"},
		},
		{
			"supersedes a later claim",
			[]edit{{"story.yaml", "    quote-lang: id", "    supersedes: ^wardens-240"}, {"story.yaml", "    supersedes: wardens-120\n", ""}},
			[]string{"story.yaml:@: claim wardens-120, said 2019-05-03, supersedes claim wardens-240, said later, 2019-05-14; name a claim said no later than 2019-05-03"},
		},
		{
			"supersedes itself",
			[]edit{{"story.yaml", "supersedes: wardens-120", "supersedes: ^wardens-240"}},
			[]string{"story.yaml:@: supersedes goes in a circle: wardens-240 → wardens-240; remove one of its supersedes"},
		},
		{
			"part of a later claim",
			[]edit{{"story.yaml", "    contested: true\n  harbour-fog:", "    part-of: ^keepers-1300\n  harbour-fog:"}},
			[]string{"story.yaml:@: claim wardens-240, said 2019-05-14, is part of claim keepers-1300, said later, 2019-05-20; name a claim said no later than 2019-05-14"},
		},
		{
			"part of a claim on another axis",
			[]edit{{"story.yaml", "part-of: keepers-1300", "part-of: ^harbour-boats"}},
			[]string{"story.yaml:@: claim keepers-900-ledge counts nests and is part of claim harbour-boats, which counts boats; remove part-of, or name a claim on the same axis"},
		},
		{
			"part of a claim without a figure",
			[]edit{{"story.yaml", "part-of: keepers-1300", "part-of: ^harbour-none"}},
			[]string{"story.yaml:@: claim keepers-900-ledge is part of claim harbour-none, but harbour-none has no figure; only a figure can be contained in another: remove part-of"},
		},
		{
			"part of each other",
			[]edit{{"story.yaml", "    sources: [keepers-0520, tidebook-0521]\n", "    sources: [keepers-0520, tidebook-0521]\n    part-of: ^keepers-900-ledge\n"}},
			[]string{"story.yaml:@: part-of goes in a circle: keepers-1300 → keepers-900-ledge → keepers-1300; remove one of its part-of"},
		},
		{
			"series on another axis",
			[]edit{{"story.yaml", "counted-ledge: {axis: nests, part-of: counted}", "counted-ledge: {axis: nests, part-of: ^boats}"}},
			[]string{"story.yaml:@: series counted-ledge counts nests and is part of series boats, which counts boats; remove part-of, or give both the same axis"},
		},
		{
			"series part of itself",
			[]edit{{"story.yaml", "part-of: counted}", "part-of: ^counted-ledge}"}},
			[]string{"story.yaml:@: part-of goes in a circle: counted-ledge → counted-ledge; remove one of its part-of"},
		},
		{
			"two figures on one day",
			[]edit{{"story.yaml", "series: counted-ledge\n    figure: 900", "series: counted\n    figure: ^900"}},
			[]string{"story.yaml:@: keepers said two figures for counted on 2019-05-20: 1300 in claim keepers-1300 and 900 in claim keepers-900-ledge; keep the one that holds, or give the other a series of its own"},
		},
		{
			"moments with the addresses of other pages",
			[]edit{{"story.yaml", "  first-count: {from", "  ^embed: {from"}, {"en.yaml", "\n  first-count:", "\n  embed:"}, {"id.yaml", "\n  first-count:", "\n  embed:"}},
			[]string{"story.yaml:@: moment embed has the address of the page of the embeds; give it another id, such as embed-told"},
		},
		{
			"moment without a focus",
			[]edit{{"story.yaml", "focus: [wardens-120]", "focus: ^[]"}},
			[]string{"story.yaml:@: moment first-count points to no claim; list the claims that it is about under its focus, or remove the moment"},
		},
		{
			"moment with no list of claims",
			[]edit{{"story.yaml", ", focus: [wardens-120]", ""}, {"story.yaml", "  first-count: {from", "  ^first-count: {from"}},
			[]string{"story.yaml:@: moment first-count points to no claim; list the claims that it is about under its focus, or remove the moment"},
		},
		{
			"moment with an unknown claim",
			[]edit{{"story.yaml", "focus: [wardens-120]", "focus: [wardens-120, ^wardens-12]"}},
			[]string{`story.yaml:@: there is no claim "wardens-12"; did you mean "wardens-120"?`},
		},
		{
			"lead outside the focus",
			[]edit{{"story.yaml", "lead: harbour-none", "lead: ^wardens-120"}},
			[]string{"story.yaml:@: claim wardens-120 leads moment no-gulls and is not in its focus; add it to the focus, or lead with one of harbour-none, keepers-unsure, harbour-boats"},
		},
		{
			"unknown lead",
			[]edit{{"story.yaml", "lead: harbour-none", "lead: ^harbour-nun"}},
			[]string{`story.yaml:@: there is no claim "harbour-nun"; did you mean "harbour-none"?`},
		},
		{
			"claim said after the moment",
			[]edit{{"story.yaml", "focus: [wardens-120]", "focus: [wardens-120, ^wardens-240]"}},
			[]string{"story.yaml:@: claim wardens-240 was said 2019-05-14, after the end of moment first-count, 2019-05-03; move it to a later moment, or end this one on 2019-05-14"},
		},
		{
			"moments out of order",
			[]edit{{"story.yaml", "two-counts: {from: 2019-05-14, to: 2019-05-20, lead: keepers-1300, focus: [wardens-240, keepers-1300, keepers-900-ledge, wardens-reserve]", "two-counts: {from: ^2019-05-03, lead: wardens-120, focus: [wardens-120]"}},
			[]string{"story.yaml:@: moment two-counts, of 2019-05-03, comes after moment no-gulls, of 2019-05-04 to 2019-05-08; move it up: moments go forward in time, by their last day"},
		},
		{
			"no overview",
			[]edit{{"story.yaml", "  overview: {centre: [-27.6, 47.1]}", "  overview: {west: -30, south: 46, east: -26, north: 48}"}, {"story.yaml", "views:\n  o", "views:\n  ^o"}},
			[]string{`story.yaml:@: no view shows all the story; add one without edges, such as "overview: {}"`},
		},
		{
			"two overviews",
			[]edit{{"story.yaml", "  ledge: {west: -27.7, south: 47.1, east: -27.3, north: 47.3}", "  ^ledge: {}"}},
			[]string{"story.yaml:@: more than one view shows all the story: overview, ledge; give this one its edges (west, south, east, north) or remove it"},
		},
	} {
		t.Run(test.name, func(t *testing.T) { expectProblems(t, test.edits, test.want...) })
	}
}
