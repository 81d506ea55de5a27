package storyfile

import "testing"

// What is wrong with languages and their texts.
func TestBrokenTexts(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{
			"text missing",
			[]edit{{"en.yaml", "  ledge: {title: The North Ledge, label: North Ledge}\n", ""}, {"story.yaml", "  ledge: {", "  ^ledge: {"}},
			[]string{"story.yaml:@: view ledge has no texts in en.yaml; add view.ledge with title, label to en.yaml"},
		},
		{
			"field missing",
			[]edit{{"en.yaml", "    label: Two counts\n", ""}, {"story.yaml", "  two-counts: {", "  ^two-counts: {"}},
			[]string{"story.yaml:@: moment two-counts has no label in en.yaml; add moment.two-counts.label to en.yaml"},
		},
		{
			"thing missing",
			[]edit{{"id.yaml", "  harbour: {name: Kantor Pelabuhan Merrow, short: Pelabuhan}\n", ""}, {"story.yaml", "  harbour: {hue", "  ^harbour: {hue"}},
			[]string{"story.yaml:@: actor harbour has no texts in id.yaml; add actor.harbour with name, short to id.yaml"},
		},
		{
			"title missing",
			[]edit{{"en.yaml", "  title: The gulls of Merrow Light (an invented story)\n", ""}, {"story.yaml", "id: lighthouse", "id: ^lighthouse"}},
			[]string{"story.yaml:@: story has no title in en.yaml; add story.title to en.yaml"},
		},
		{
			"policy missing",
			[]edit{{"en.yaml", "  borders: The island does not exist and has no borders.\n", ""}, {"story.yaml", "id: lighthouse", "id: ^lighthouse"}},
			[]string{"story.yaml:@: policy has no borders in en.yaml; add policy.borders to en.yaml"},
		},
		{
			"moment's text telling of later days",
			[]edit{{"en.yaml", "    text: The wardens row out to the ledge", "    text: ^The wardens, not [the keepers](keepers-1300), row out to the ledge"}},
			[]string{"en.yaml:@: moment first-count ends on 2019-05-03 and tells of claim keepers-1300, said on 2019-05-20; leave the claim to a later moment"},
		},
		{
			"text for an unknown claim",
			[]edit{{"en.yaml", "policy:\n", "  ^keepers-closer: {speaker: Nobody}\npolicy:\n"}},
			[]string{`en.yaml:@: story.yaml has no claim "keepers-closer"; did you mean "keepers-closure"?`},
		},
		{
			"text for an unknown place",
			[]edit{{"en.yaml", "  lamphaven: Lamphaven\n", "  lamphaven: Lamphaven\n  ^atlantis: Atlantis\n"}},
			[]string{`en.yaml:@: story.yaml has no place "atlantis"; remove the text`},
		},
		{
			"unknown group",
			[]edit{{"en.yaml", "correction:\n", "^headline: x\ncorrection:\n"}},
			[]string{`en.yaml:@: "headline" is not a key of the file; use one of story, actor, place, series, view, route, moment, claim, policy, correction`},
		},
		{
			"misspelt group",
			[]edit{{"en.yaml", "\nclaim:", "\n^claims:"}},
			[]string{`en.yaml:@: "claims" is not a key of the file; did you mean "claim"?`},
		},
		{
			"misspelt field",
			[]edit{{"en.yaml", "    note: Counted from a boat.", "    ^notes: Counted from a boat."}},
			[]string{`en.yaml:@: "notes" is not a key of claim wardens-120; did you mean "note"?`},
		},
		{
			"misspelt required field",
			[]edit{{"en.yaml", "    label: First count", "    ^lable: First count"}},
			[]string{`en.yaml:@: "lable" is not a key of moment first-count; did you mean "label"?`},
		},
		{
			"empty text",
			[]edit{{"en.yaml", "label: First count", `label: ^" "`}},
			[]string{"en.yaml:@: label of moment first-count is empty; write it, or leave the key out if it is optional"},
		},
		{
			"text left blank",
			[]edit{{"en.yaml", "label: First count", "label:^"}},
			[]string{"en.yaml:@: label of moment first-count is empty; write it, or leave the key out if it is optional"},
		},
		{
			"text that is a number",
			[]edit{{"en.yaml", "label: First count", "label: ^1"}},
			[]string{"en.yaml:@: label of moment first-count is a whole number, not text; put it in quotes if it is meant as text"},
		},
		{
			"text that is a group",
			[]edit{{"en.yaml", "label: First count", "label: ^{a: b}"}},
			[]string{"en.yaml:@: label of moment first-count is a group of keys, not text; put it in quotes if it is meant as text"},
		},
		{
			"texts that are a text",
			[]edit{{"en.yaml", "wardens: {name: Merrow Bird Wardens, short: Wardens}", "wardens: ^Wardens"}},
			[]string{"en.yaml:@: actor wardens is text, not a group of keys; write the keys name, short"},
		},
		{
			"label too long",
			[]edit{{"en.yaml", "label: First count", "label: ^The first count"}},
			[]string{"en.yaml:@: label of moment first-count has 15 characters; shorten it to 14: it stands on the chart's axis"},
		},
		{
			"control character",
			[]edit{{"en.yaml", "label: First count", "label: ^\"First\\u0007count\""}},
			[]string{"en.yaml:@: label of moment first-count contains the control character U+0007; remove it; a text is one paragraph, which >- folds out of several lines"},
		},
		{
			"two paragraphs",
			[]edit{{"en.yaml", "    text: >-\n      The Harbour Office denies that there are gulls at all.\n", "    text: ^>-\n      The Harbour Office denies that there are gulls at all.\n\n"}},
			[]string{"en.yaml:@: text of moment no-gulls contains the control character U+000A; remove it; a text is one paragraph, which >- folds out of several lines"},
		},
		{
			"reference to an unknown claim",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [at least 240](warden-240)"}},
			[]string{`en.yaml:@: there is no claim "warden-240" for the words "at least 240"; did you mean "wardens-240"?`},
		},
		{
			"reference with an id in another form",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [at least 240](Wardens_240)"}},
			[]string{`en.yaml:@: "[at least 240](Wardens_240)" does not tie its words to a claim; did you mean "[at least 240](wardens-240)"?`},
		},
		{
			"reference with a space between",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [at least 240] (wardens-240)"}},
			[]string{`en.yaml:@: "[at least 240] (wardens-240)" does not tie its words to a claim; did you mean "[at least 240](wardens-240)"?`},
		},
		{
			"reference with a space and an id in another form",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [at least 240] (Wardens_240)"}},
			[]string{`en.yaml:@: "[at least 240] (Wardens_240)" does not tie its words to a claim; did you mean "[at least 240](wardens-240)"?`},
		},
		{
			"reference with spaces around the id",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [at least 240]( wardens-240 )"}},
			[]string{`en.yaml:@: "[at least 240]( wardens-240 )" does not tie its words to a claim; did you mean "[at least 240](wardens-240)"?`},
		},
		{
			"reference without its last bracket",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [at least 240](wardens-240"}},
			[]string{`en.yaml:@: "[at least 240](wardens-240 nests, the keepers " does not tie its words to a claim; did you mean "[at least 240](wardens-240)"?`},
		},
		{
			"reference without words",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [](wardens-240)"}},
			[]string{`en.yaml:@: "[](wardens-240)" does not tie its words to a claim; write it like [about 4,000](the-claim), or the words without brackets`},
		},
		{
			"reference without an id",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [at least 240]()"}},
			[]string{`en.yaml:@: "[at least 240]()" does not tie its words to a claim; write it like [about 4,000](the-claim), or the words without brackets`},
		},
		{
			"reference to a web address",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: ^The wardens say [at least 240](https://example.org/)"}},
			[]string{`en.yaml:@: "[at least 240](https://example.org/)" does not tie its words to a claim; write it like [about 4,000](the-claim), or the words without brackets`},
		},
		{
			"brackets of prose",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: The wardens say [at least] 240 (sic), [the ledge] (Merrow), [sic] (1) and (so) [on], [two] [three], [sic](!), [sic](as they say), [속보](종합)"}},
			nil,
		},
		{
			"brackets that are no reference",
			[]edit{{"en.yaml", "    text: The wardens say [at least 240](wardens-240)", "    text: The wardens say [at least] (240)"}},
			nil,
		},
		{
			"optional text in one language",
			[]edit{{"en.yaml", "    quote: Have you seen the fog?\n", ""}, {"id.yaml", "    quote: Sudahkah", "    quote: ^Sudahkah"}},
			[]string{`id.yaml:@: claim harbour-fog has a "quote" here and none in en.yaml; add claim.harbour-fog.quote to en.yaml, or remove it here`},
		},
		{
			"language without a file",
			[]edit{{"story.yaml", "languages: [en, id]", "languages: [en, id, ^xx]"}},
			[]string{
				`story.yaml:@: the interface does not speak "xx"; use one of ar, en, id, ko, uk`,
				`story.yaml:@: the language "xx" has no file; write xx.yaml, or remove xx from languages`,
			},
		},
		{
			"file of no language",
			[]edit{{"story.yaml", "languages: [en, id]", "languages: [en]"}},
			[]string{`id.yaml:1:1: "id" is not among the languages of story.yaml; add it to languages there, or remove this file`},
		},
		{
			"syntax of a language file",
			[]edit{{"en.yaml", "question: How", `question: ^"How`}},
			[]string{"en.yaml:44:13: not YAML: value is not allowed in this context. map key-value is pre-defined; correct the syntax; indentation, quotes or brackets may be off"},
		},
	} {
		t.Run(test.name, func(t *testing.T) { expectProblems(t, test.edits, test.want...) })
	}
}
