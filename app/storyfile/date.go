package storyfile

import (
	"fmt"
	"strconv"
	"strings"

	"bukti/app/story"
)

// date returns a day.
func (v value) date() story.Date {
	if !v.given() {
		return 0
	}
	s, ok := v.raw()
	if !ok {
		v.wrongKind("a day", "write it as YYYY-MM-DD")
		return 0
	}
	d, err := story.ParseDate(s)
	switch {
	case err != nil && dateShape(s):
		v.problem(s+" is not a day of the calendar", dayThatExists(s))
	case err != nil:
		v.problem(fmt.Sprintf("%q is not a day", s), "write it as YYYY-MM-DD")
	case d == 0:
		v.problem(s+" cannot be used: the program takes it for no date", "use another day")
	}
	return d
}

func dateShape(s string) bool {
	mask := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return '9'
		}
		return c
	}, s)
	return mask == "9999-99-99"
}

// dayThatExists names the month's last day for a day beyond it.
func dayThatExists(s string) string {
	year, _ := strconv.Atoi(s[:4])
	month, _ := strconv.Atoi(s[5:7])
	day, _ := strconv.Atoi(s[8:])
	if month < 1 || month > 12 {
		return "months go from 01 to 12"
	}
	if day == 0 {
		return "days go from 01"
	}
	last := story.DateOf(year, month+1, 1) - 1
	return "the last day of that month is " + last.String()
}
