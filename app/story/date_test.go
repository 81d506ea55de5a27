package story

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The oracle for calendar arithmetic is package time, from year -1 to 3000.
func TestDatesAreThoseOfPackageTime(t *testing.T) {
	first := DateOf(-1, 1, 1)
	last := DateOf(3000, 12, 31)
	day := time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := first; d <= last; d++ {
		y, m, dd := d.Civil()
		if y != day.Year() || m != int(day.Month()) || dd != day.Day() {
			t.Fatalf("%d is %d-%d-%d, not %s", d, y, m, dd, day)
		}
		if got := DateOf(y, m, dd); got != d {
			t.Fatalf("%d-%d-%d is %d, not %d", y, m, dd, got, d)
		}
		day = day.AddDate(0, 0, 1)
	}
	assert.Equal(t, "3001-01-01", day.Format(time.DateOnly), "every day of the range was compared")
}

func TestDateOfKnownDays(t *testing.T) {
	for _, test := range []struct {
		date Date
		days int64
		text string
	}{
		{DateOf(1970, 1, 2), 1, "1970-01-02"},
		{DateOf(1969, 12, 31), -1, "1969-12-31"},
		{DateOf(2000, 2, 29), 11016, "2000-02-29"},
		{DateOf(2024, 10, 18), 20014, "2024-10-18"},
		{DateOf(1, 1, 1), -719162, "0001-01-01"},
		{DateOf(9999, 12, 31), 2932896, "9999-12-31"},
	} {
		assert.Equal(t, test.days, int64(test.date), test.text)
		assert.Equal(t, test.text, test.date.String())
	}
	assert.Empty(t, Date(0).String(), "the zero value is no date")
	assert.Equal(t, DateOf(2024, 3, 1), DateOf(2024, 2, 30), "a day beyond the month runs over")
	assert.Equal(t, DateOf(2025, 1, 1), DateOf(2024, 13, 1), "so does a month beyond the year")
}

func TestParseDateRefuses(t *testing.T) {
	for _, text := range []string{
		"", "2024", "2024-10", "2024-10-1", "2024-10-018", "2024/10/18", "18-10-2024", "2024-10-18 ", " 2024-10-18", "+024-10-18",
		"2024-1a-18", "２024-10-18", "2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31", "2024-00-10", "2024-13-01", "2024-99-99", "2024-10-00",
	} {
		_, err := ParseDate(text)
		assert.ErrorIs(t, err, ErrDate, text)
	}
}

func TestParseDateReadsWhatStringWrites(t *testing.T) {
	for d := DateOf(0, 1, 1); d <= DateOf(9999, 12, 31); d += 11 {
		if d == 0 {
			continue
		}
		got, err := ParseDate(d.String())
		require.NoError(t, err, d)
		require.Equal(t, d, got)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"2024-10-18", "2024-02-29", "2023-02-29", "0000-01-01", "9999-12-31", "2024-00-00", "2024-1-1", "\xff\xff\xff\xff-\xff\xff-\xff\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDate(text)
		oracle, oracleErr := time.Parse(time.DateOnly, text)
		if (err == nil) != (oracleErr == nil) {
			t.Fatalf("%q: %v, package time: %v", text, err, oracleErr)
		}
		if err != nil {
			return
		}
		if days := oracle.Unix() / 86400; int64(d) != days {
			t.Fatalf("%q is %d, package time: %d", text, d, days)
		}
	})
}
