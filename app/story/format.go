package story

import (
	"strconv"
	"strings"
)

// Number writes a whole number in Western digits with the language's group
// separator (CLDR: locale.group, locale.grouping-minimum).
func (t *Texts) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = digits[:1], digits[1:]
	}
	// CLDR's minimumGroupingDigits: with 2, as in Polish, four digits stay together.
	if len(digits) > 3 && (len(digits) > 4 || t.Get("locale.grouping-minimum") == "1") {
		var b strings.Builder
		for i, d := range digits {
			if i > 0 && (len(digits)-i)%3 == 0 {
				b.WriteString(t.Get("locale.group"))
			}
			b.WriteRune(d)
		}
		digits = b.String()
	}
	return sign + digits
}

// Figure writes a number with its qualifier, which it never goes without: "about
// 3,000", "nearly 11,000".
func (t *Texts) Figure(n int, q Qualifier) string {
	return t.Fill("qualifier."+string(q), "n", t.Number(n))
}

// Day writes a day and its month: "18 October". Texts name the months under
// "locale.month.1" to "locale.month.12" and order them by "locale.day".
func (t *Texts) Day(d Date) string { return t.date("locale.day", "locale.month.", d) }

// ShortDay writes a day with its month's short name: "18 Oct".
func (t *Texts) ShortDay(d Date) string { return t.date("locale.day", "locale.month-short.", d) }

// Date writes a day with its year: "18 October 2024".
func (t *Texts) Date(d Date) string { return t.date("locale.date", "locale.month.", d) }

// Span writes a period of days with its year: "21–22 October 2024", "30 September –
// 2 October 2024". A language says days of one month by "locale.day-span", of {d} and
// {to} or of {from} and {d2}, whichever end carries its month, and days of one year by
// "locale.year-span", of {from} and {to} or of {dated} and {last}.
func (t *Texts) Span(from, to Date) string {
	if to == 0 || to == from {
		return t.Date(from)
	}
	y1, m1, d1 := from.Civil()
	y2, m2, d2 := to.Civil()
	switch {
	case y1 == y2 && m1 == m2:
		return t.Fill("locale.day-span", "d", strconv.Itoa(d1), "to", t.Date(to), "from", t.Date(from), "d2", strconv.Itoa(d2))
	case y1 == y2:
		return t.Fill("locale.year-span", "from", t.Day(from), "to", t.Date(to), "dated", t.Date(from), "last", t.Day(to))
	}
	return t.Fill("locale.span", "from", t.Date(from), "to", t.Date(to))
}

func (t *Texts) date(pattern, months string, d Date) string {
	y, m, day := d.Civil()
	return t.Fill(pattern, "d", strconv.Itoa(day), "month", t.Get(months+strconv.Itoa(m)), "y", strconv.Itoa(y))
}

func fill(text string, pairs ...string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}
