package export

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"bukti/app/story"
)

// byteOrderMark makes Excel read a CSV file as UTF-8, and LibreOffice propose it,
// where both would otherwise take the machine's old code page. RFC 4180 is silent;
// the WHATWG's "UTF-8 decode" and the W3C's Model for Tabular Data drop it, and so
// do browsers, pandas, R and DuckDB. The file is for spreadsheets: programs that
// stumble over the mark (Python's is encoding="utf-8-sig") have the JSON.
const byteOrderMark = "\ufeff"

// listSeparator stands between places and between sources of a claim. An id has no
// bar, and neither has an address (RFC 3986).
const listSeparator = " | "

// ClaimsCSV writes one row for each claim, in the order in which they were said, as
// RFC 4180: commas, CRLF, quotes where needed, a header. The columns:
//
//	id               the claim's id, which the page's address bar shows too
//	said             the day it was said, YYYY-MM-DD
//	about_from       the first day that it is about; empty: the day it was said
//	about_to         the last day that it is about; empty: the speaker gave no end
//	actor            the id of the state or body that speaks
//	stance           asserts, confirms, cannot-confirm, deflects, denies, demands
//	series           the kind of figure; empty, as the next four, without a figure
//	axis             what is counted: only figures of one axis can be compared
//	planned          true for what is announced or prepared, not reported as there
//	figure           the number, in digits only
//	qualifier        how exact it is: a figure is not to be quoted without it
//	  for each language, with its tag in the place of LANG:
//	actor_name_LANG  the actor's name (actor_LANG would be actor_id in Indonesian)
//	speaker_LANG     who spoke for it
//	role_LANG        the speaker's office, where it is named
//	through_LANG     by whose mouth it became known, where that is somebody else
//	position_LANG    the stance more exactly, where its bare word would say too much
//	about_LANG       the time that it is about in words, where the speaker named no days
//	summary_LANG     what was said, in our words
//	quote_LANG       in the speaker's words, or a translation of them
//	quote_is_LANG    original or translation; empty without a quote
//	note_LANG        what to know before quoting it
//	  and again once:
//	quote_language   the language that the quote was said in, a BCP 47 tag
//	places           ids of places, separated by " | "
//	sources          publisher, day and address where it is known, separated by ", ";
//	                 sources are separated by " | "
//	supersedes       the same actor's earlier claim that this one replaces
//	part_of          the claim whose figure contains this one: never add the two
//	contested        true where others give another figure for the same days
//	reported         true where the sources attribute it, without a statement to see
//	licence          of this table, an SPDX identifier
//	version          of the story's data
//
// Texts that a spreadsheet would take for formulas have an apostrophe in front: see
// cell.
func ClaimsCSV(p Publication) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(byteOrderMark)
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	var names []string
	for _, f := range p.csvFields(&story.Claim{}) {
		names = append(names, f.column)
	}
	rows := [][]string{names}
	for i := range p.Story.Claims {
		var row []string
		for _, f := range p.csvFields(&p.Story.Claims[i]) {
			row = append(row, cell(f.text))
		}
		rows = append(rows, row)
	}
	err := w.WriteAll(rows)
	return out.Bytes(), err
}

// csvField is a claim's text under one column.
type csvField struct{ column, text string }

func (p Publication) csvFields(c *story.Claim) []csvField {
	axis, planned, figure := "", "", ""
	if series := p.Story.SeriesOf(c.Series); series != nil {
		axis, planned, figure = series.Axis, strconv.FormatBool(series.Planned), strconv.Itoa(c.Figure)
	}
	fields := []csvField{
		{"id", c.ID},
		{"said", c.Said.String()},
		{"about_from", c.About.From.String()},
		{"about_to", c.About.To.String()},
		{"actor", c.Actor},
		{"stance", string(c.Stance)},
		{"series", c.Series},
		{"axis", axis},
		{"planned", planned},
		{"figure", figure},
		{"qualifier", string(c.Qualifier)},
	}
	for _, lang := range p.Languages {
		t := p.Texts[lang]
		fields = append(fields, csvField{"actor_name_" + lang, plain(t, "actor."+c.Actor+".name")})
		for _, part := range []string{"speaker", "role", "through", "position", "about", "summary", "quote", "note"} {
			fields = append(fields, csvField{part + "_" + lang, optional(t, "claim."+c.ID+"."+part)})
			if part == "quote" {
				fields = append(fields, csvField{"quote_is_" + lang, quoteIs(t, c)})
			}
		}
	}
	return append(fields,
		csvField{"quote_language", c.QuoteLang},
		csvField{"places", strings.Join(c.Places, listSeparator)},
		csvField{"sources", p.csvSources(c)},
		csvField{"supersedes", c.Supersedes},
		csvField{"part_of", c.PartOf},
		csvField{"contested", strconv.FormatBool(c.Contested)},
		csvField{"reported", strconv.FormatBool(c.Reported)},
		csvField{"licence", p.Story.Licence},
		csvField{"version", p.Story.Version},
	)
}

func quoteIs(t *story.Texts, c *story.Claim) string {
	switch {
	case !t.Has("claim." + c.ID + ".quote"):
		return ""
	case t.Translated(c):
		return "translation"
	}
	return "original"
}

func (p Publication) csvSources(c *story.Claim) string {
	var sources []string
	for _, id := range c.Sources {
		o := p.Story.Source(id)
		text := o.Publisher + ", " + o.Date.String()
		if o.URL != "" {
			text += ", " + o.URL
		}
		sources = append(sources, text)
	}
	return strings.Join(sources, listSeparator)
}
