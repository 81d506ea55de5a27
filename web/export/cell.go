package export

import "strings"

// cellTriggers are the characters at the start of a cell that make a spreadsheet
// take it for a formula: those of OWASP's page on CSV injection and of its ASVS 5.0,
// requirement 1.2.10, with the full-width forms that some East Asian settings read
// alike.
const cellTriggers = "=+-@\t\r\n\x00＝＋－＠"

// cell makes a text safe for a spreadsheet: one that would be taken for a formula
// gets an apostrophe in front, which is OWASP's advice. So that nothing is lost, a
// text that already has apostrophes before such a character gets one more: who
// wants the exact text takes one apostrophe away from each cell that starts with
// apostrophes and one of those characters.
//
// Only the start of a cell is guarded. A spreadsheet that is told to split at
// semicolons, which RFC 4180 does not know, makes cells of its own.
//
// Line breaks become "\n", which the writer turns into CRLF; it would drop a lone CR.
func cell(text string) string {
	if rest := strings.TrimLeft(text, "'"); rest != "" && strings.ContainsRune(cellTriggers, []rune(rest)[0]) {
		text = "'" + text
	}
	return lineBreaks.Replace(text)
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")
