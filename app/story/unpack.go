package story

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

// Unpack reads what Pack wrote, in the form described there, and indexes the
// story. Data of another version, cut off or malformed gives an error that names
// the line; the story is then nil.
func Unpack(data []byte) (*Story, *Texts, error) {
	version, rest, _ := strings.Cut(string(data), "\n")
	if version != packVersion {
		return nil, nil, errors.New("story data: the first line is not " + packVersion + "; rebuild the site so that program and data match")
	}
	u := unpacker{story: &Story{}, texts: &Texts{Keys: map[string]string{}}, seen: map[string]int{}}
	for line := 0; rest != ""; line++ {
		var record string
		var whole bool
		record, rest, whole = strings.Cut(rest, "\n")
		if u.seen["end"] > 0 {
			u.fail("data after the end")
		} else if !whole {
			u.fail("cut off in the middle of a record")
		} else {
			u.read(record, line)
		}
		if u.problem != "" {
			return nil, nil, errors.New("story data, line " + strconv.Itoa(line+2) + ": " + u.problem)
		}
	}
	for _, kind := range []string{"story", "language", "end"} {
		if u.seen[kind] != 1 {
			return nil, nil, errors.New("story data: " + strconv.Itoa(u.seen[kind]) + " records of the kind " + kind + ", not 1")
		}
	}
	u.story.Index()
	return u.story, u.texts, nil
}

// unpacker reads one record after the other. Its first problem stays; the readers
// of fields go on with zero values so that a record is one expression.
type unpacker struct {
	story   *Story
	texts   *Texts
	seen    map[string]int // records by kind
	fields  []string
	problem string
}

// packFields is the number of fields after the kind.
var packFields = map[string]int{
	"story": 7, "actor": 3, "source": 6, "series": 4, "claim": 16, "place": 4, "role": 2, "route": 6, "view": 6,
	"moment": 6, "main": 3, "correction": 3, "language": 3, "text": 2, "end": 1,
}

func (u *unpacker) read(record string, before int) {
	fields := strings.Split(record, "\t")
	kind := fields[0]
	want, known := packFields[kind]
	if !known {
		u.fail("unknown kind of record " + strconv.Quote(kind))
		return
	}
	if u.fields = fields[1:]; len(u.fields) != want {
		u.fail(kind + " has " + strconv.Itoa(len(u.fields)) + " fields, not " + strconv.Itoa(want))
		return
	}
	u.seen[kind]++
	s := u.story
	// Go evaluates the calls of one expression from left to right, so the fields
	// below stand in the order of the record.
	switch kind {
	case "story":
		s.ID, s.Version, s.Licence, s.Opening, s.First, s.Last, s.Horizon = u.text(), u.text(), u.text(), u.text(), u.date(), u.date(), u.date()
	case "actor":
		s.Actors = append(s.Actors, Actor{ID: u.text(), Shape: Shape(u.text()), Hue: u.int()})
	case "source":
		s.Sources = append(s.Sources, Source{ID: u.text(), Publisher: u.text(), Title: u.text(), Date: u.date(), Tier: Tier(u.text()), URL: u.text()})
	case "series":
		s.Series = append(s.Series, Series{ID: u.text(), Axis: u.text(), Planned: u.bool(), PartOf: u.text()})
	case "claim":
		s.Claims = append(s.Claims, Claim{
			ID: u.text(), Actor: u.text(), Said: u.date(), About: Period{From: u.date(), To: u.date()}, Stance: Stance(u.text()),
			Series: u.text(), Figure: u.int(), Qualifier: Qualifier(u.text()), Places: u.list(), Sources: u.list(),
			Supersedes: u.text(), PartOf: u.text(), Contested: u.bool(), Reported: u.bool(), QuoteLang: u.text(),
		})
	case "place":
		s.Places = append(s.Places, Place{ID: u.text(), Lat: u.float(), Lon: u.float(), Precision: Precision(u.text())})
	case "role":
		if len(s.Places) == 0 {
			u.fail("a role before any place")
			return
		}
		p := &s.Places[len(s.Places)-1]
		p.Roles = append(p.Roles, PlaceRole{Role: Role(u.text()), Claims: u.list()})
	case "route":
		s.Routes = append(s.Routes, Route{ID: u.text(), From: u.text(), To: u.text(), Mode: Mode(u.text()), Via: u.points(), Claims: u.list()})
	case "view":
		s.Views = append(s.Views, View{ID: u.text(), West: u.float(), South: u.float(), East: u.float(), North: u.float(), Centre: u.point(u.text())})
	case "moment":
		s.Moments = append(s.Moments, Moment{ID: u.text(), From: u.date(), To: u.date(), Lead: u.text(), Focus: u.list(), View: u.text()})
	case "main":
		s.Mains = append(s.Mains, Main{From: u.date(), Series: u.text(), Actor: u.text()})
	case "correction":
		s.Corrections = append(s.Corrections, Correction{ID: u.text(), On: u.date(), Claims: u.list()})
	case "language":
		u.texts.Lang, u.texts.Dir, u.texts.Machine = u.text(), u.text(), u.bool()
	case "text":
		key := u.text()
		if u.texts.Has(key) {
			u.fail("a second text for " + strconv.Quote(key))
		}
		u.texts.Keys[key] = u.text()
	case "end":
		if n := u.int(); n != before {
			u.fail(strconv.Itoa(before) + " records, not the " + strconv.Itoa(n) + " that were written")
		}
	}
}

func (u *unpacker) fail(problem string) {
	if u.problem == "" {
		u.problem = problem
	}
}

func (u *unpacker) text() string {
	field := u.fields[0]
	u.fields = u.fields[1:]
	if !strings.Contains(field, `\`) {
		return field
	}
	var b strings.Builder
	for i := 0; i < len(field); i++ {
		if field[i] != '\\' {
			b.WriteByte(field[i])
			continue
		}
		i++
		plain := -1
		if i < len(field) {
			plain = strings.IndexByte(`\tn`, field[i])
		}
		if plain < 0 {
			u.fail("unknown escape in " + strconv.Quote(field))
			return ""
		}
		b.WriteByte("\\\t\n"[plain])
	}
	return b.String()
}

func (u *unpacker) date() Date {
	field := u.text()
	if field == "" {
		return 0
	}
	d, err := ParseDate(field)
	if err != nil {
		u.fail(strconv.Quote(field) + " is " + ErrDate.Error())
	}
	return d
}

func (u *unpacker) int() int {
	field := u.text()
	n, err := strconv.Atoi(field)
	if err != nil {
		u.fail(strconv.Quote(field) + " is not a whole number")
	}
	return n
}

func (u *unpacker) float() float64 { return u.parseFloat(u.text()) }

func (u *unpacker) parseFloat(field string) float64 {
	f, err := strconv.ParseFloat(field, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		u.fail(strconv.Quote(field) + " is not a number")
	}
	return f
}

func (u *unpacker) bool() bool {
	field := u.text()
	if field != "" && field != "1" {
		u.fail(strconv.Quote(field) + " is neither 1 nor empty")
	}
	return field == "1"
}

func (u *unpacker) list() []string {
	field := u.text()
	if field == "" {
		return nil
	}
	return strings.Split(field, ",")
}

func (u *unpacker) point(field string) LonLat {
	lon, lat, _ := strings.Cut(field, " ")
	return LonLat{Lon: u.parseFloat(lon), Lat: u.parseFloat(lat)}
}

func (u *unpacker) points() []LonLat {
	var points []LonLat
	for _, point := range u.list() {
		points = append(points, u.point(point))
	}
	return points
}
