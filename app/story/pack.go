package story

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// The data file that the browser reads: one story with the texts of one language.
//
// It is a table of text, because the packages that read JSON, CSV or YAML would
// each weigh more in the WebAssembly binary than all of this one:
//
//   - The first line is packVersion.
//   - Every other line is a record: fields separated by tabs, ended by a newline.
//     The first field names the kind of record, its number of fields is fixed.
//   - In a field, \t \n \\ stand for a tab, a newline and a backslash.
//   - A day is YYYY-MM-DD or empty; a truth is 1 or empty; a list is joined by
//     commas, which ids cannot contain; a point is "lon lat".
//   - A role belongs to the place before it.
//   - The last record is "end" with the number of records before it: a download
//     that was cut off must not pass for a story with fewer claims.
const packVersion = "bukti-story 1"

// Pack writes the story and its texts for Unpack to read. The same story and texts
// give the same bytes.
func (s *Story) Pack(t *Texts) []byte {
	var w packer
	w.WriteString(packVersion + "\n")
	w.record("story", s.ID, s.Version, s.Licence, s.Opening, s.First.String(), s.Last.String(), s.Horizon.String())
	for _, a := range s.Actors {
		w.record("actor", a.ID, string(a.Shape), strconv.Itoa(a.Hue))
	}
	for _, o := range s.Sources {
		w.record("source", o.ID, o.Publisher, o.Title, o.Date.String(), string(o.Tier), o.URL)
	}
	for _, e := range s.Series {
		w.record("series", e.ID, e.Axis, packBool(e.Planned), e.PartOf)
	}
	for _, c := range s.Claims {
		w.record("claim", c.ID, c.Actor, c.Said.String(), c.About.From.String(), c.About.To.String(), string(c.Stance),
			c.Series, strconv.Itoa(c.Figure), string(c.Qualifier), packList(c.Places), packList(c.Sources),
			c.Supersedes, c.PartOf, packBool(c.Contested), packBool(c.Reported), c.QuoteLang)
	}
	for _, p := range s.Places {
		w.record("place", p.ID, packFloat(p.Lat), packFloat(p.Lon), string(p.Precision))
		for _, r := range p.Roles {
			w.record("role", string(r.Role), packList(r.Claims))
		}
	}
	for _, r := range s.Routes {
		w.record("route", r.ID, r.From, r.To, string(r.Mode), packPoints(r.Via), packList(r.Claims))
	}
	for _, v := range s.Views {
		w.record("view", v.ID, packFloat(v.West), packFloat(v.South), packFloat(v.East), packFloat(v.North), packPoint(v.Centre))
	}
	for _, m := range s.Moments {
		w.record("moment", m.ID, m.From.String(), m.To.String(), m.Lead, packList(m.Focus), m.View)
	}
	for _, m := range s.Mains {
		w.record("main", m.From.String(), m.Series, m.Actor)
	}
	for _, c := range s.Corrections {
		w.record("correction", c.ID, c.On.String(), packList(c.Claims))
	}
	w.record("language", t.Lang, t.Dir, packBool(t.Machine))
	for _, key := range slices.Sorted(maps.Keys(t.Keys)) {
		w.record("text", key, t.Keys[key])
	}
	w.record("end", strconv.Itoa(w.records))
	return []byte(w.String())
}

type packer struct {
	strings.Builder
	records int
}

var packEscapes = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`)

func (w *packer) record(kind string, fields ...string) {
	w.WriteString(kind)
	for _, f := range fields {
		w.WriteByte('\t')
		w.WriteString(packEscapes.Replace(f))
	}
	w.WriteByte('\n')
	w.records++
}

func packList(ids []string) string { return strings.Join(ids, ",") }

func packFloat(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

func packBool(b bool) string {
	if b {
		return "1"
	}
	return ""
}

func packPoint(p LonLat) string { return packFloat(p.Lon) + " " + packFloat(p.Lat) }

func packPoints(points []LonLat) string {
	parts := make([]string, len(points))
	for i, p := range points {
		parts[i] = packPoint(p)
	}
	return packList(parts)
}
