package export

import "bukti/app/story"

// issued is the day that a story's version stands for. Versions are dates by
// convention, with something after it when there are two on one day; of one that
// is not, the last day on which anything recorded was said or published takes the
// place. A build has no clock: the same story must give the same bytes.
func issued(s *story.Story) story.Date {
	const form = "2006-01-02"
	if len(s.Version) >= len(form) {
		if day, err := story.ParseDate(s.Version[:len(form)]); err == nil {
			return day
		}
	}
	var last story.Date
	for _, c := range s.Claims {
		last = max(last, c.Said)
	}
	for _, o := range s.Sources {
		last = max(last, o.Date)
	}
	return last
}

// modified is the day of the last change: of the version, or of a correction that
// is younger.
func modified(s *story.Story) story.Date {
	last := issued(s)
	for _, c := range s.Corrections {
		last = max(last, c.On)
	}
	return last
}

// instant writes a day as RFC 3339 wants it. The data have days and no hours, so
// it is the day's start in UTC.
func instant(d story.Date) string { return d.String() + "T00:00:00Z" }
