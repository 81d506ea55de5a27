package story

import (
	"errors"
	"strconv"
)

// Date is a calendar day, counted in days since 1970-01-01 of the proleptic
// Gregorian calendar. The zero value means "no date given": no story of this
// engine turns on that day. Dates are local to whoever spoke; there is no clock.
type Date int32

// ErrDate is returned by ParseDate for anything but an existing day.
var ErrDate = errors.New("not a date of the form YYYY-MM-DD that exists")

// DateOf returns the day of a year, a month (1 to 12) and a day of the month.
// Days outside the month run over into the next, as in a calendar's arithmetic.
//
// The formula is the civil-from-days algorithm in its inverse form: years start
// in March so that the leap day comes last.
func DateOf(year, month, day int) Date {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*(month-3)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return Date(era*146097 + dayOfEra - 719468)
}

// Civil returns the year, month (1 to 12) and day of the month.
func (d Date) Civil() (year, month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = dayOfYear - (153*m+2)/5 + 1
	month = m + 3
	year = yearOfEra + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// ParseDate reads a day written as YYYY-MM-DD. It returns ErrDate for other
// forms and for days that do not exist, such as 2024-02-30.
func ParseDate(s string) (Date, error) {
	if len(s) != len("2024-10-18") || s[4] != '-' || s[7] != '-' {
		return 0, ErrDate
	}
	var parts [3]int
	for i, field := range []string{s[:4], s[5:7], s[8:]} {
		for _, digit := range []byte(field) {
			if digit < '0' || digit > '9' {
				return 0, ErrDate
			}
			parts[i] = parts[i]*10 + int(digit-'0')
		}
	}
	d := DateOf(parts[0], parts[1], parts[2])
	if y, m, day := d.Civil(); y != parts[0] || m != parts[1] || day != parts[2] {
		return 0, ErrDate
	}
	return d, nil
}

// String writes the day as YYYY-MM-DD, and nothing for the zero value.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Civil()
	return pad(y, 4) + "-" + pad(m, 2) + "-" + pad(day, 2)
}

// Period is a span of days, both ends included. A zero To means that the
// speaker gave no end.
type Period struct {
	From, To Date
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
