package view

import (
	"strconv"
	"strings"

	"bukti/app/scene"
	"bukti/app/story"
)

// Address is a page's place in the site: its language and moment, either of which
// may be empty, and for a page that others show in a frame what it shows: "", "en/",
// "en/first-count/", "en/embed/chart/first-count/".
type Address struct {
	Lang, Moment string
	Embed        Embed
}

// Path writes the address relative to the site's root.
func (a Address) Path() string {
	if a.Lang == "" {
		return ""
	}
	path := a.Lang + "/" + a.Embed.folder()
	if a.Moment != "" {
		path += a.Moment + "/"
	}
	return path
}

// Root returns the relative link from the page to the site's root.
func (a Address) Root() string {
	depth := strings.Count(a.Path(), "/")
	if depth == 0 {
		return "./"
	}
	return strings.Repeat("../", depth)
}

// Full is the address of the page that is no embed and tells the same.
func (a Address) Full() Address { return Address{Lang: a.Lang, Moment: a.Moment} }

// ParseAddress reads a path relative to the site's root. ok is false for a path
// that no page of the language has.
func ParseAddress(st *story.Story, lang, path string) (a Address, ok bool) {
	rest, found := strings.CutPrefix(path, lang+"/")
	if !found {
		return Address{}, path == ""
	}
	a.Lang = lang
	a.Embed, rest = cutEmbed(rest)
	if rest == "" {
		return a, true
	}
	a.Moment, found = strings.CutSuffix(rest, "/")
	return a, found && (st.MomentIndex(a.Moment) >= 0 || a.Moment == LedgerPage && a.Embed == "")
}

// State is everything that an address says: the page and, in the query, how it is
// looked at.
type State struct {
	Address
	AsOf  story.Date  // 0: the moment's own day
	Basis story.Basis // never empty
	Actor string      // the actor to point out, or ""
	Claim string      // the claim whose card is open, or ""
	At    scene.At    // where the map is looked at
}

// parseAt reads "lon,lat,zoom". Anything that is not on the map is the zero value.
func parseAt(text string) scene.At {
	parts := strings.Split(text, ",")
	if len(parts) != 3 {
		return scene.At{}
	}
	var n [3]float64
	for i, p := range parts {
		v, err := strconv.ParseFloat(p, 64)
		if err != nil || v != v {
			return scene.At{}
		}
		n[i] = v
	}
	if n[0] < -180 || n[0] > 180 || n[1] < -90 || n[1] > 90 || n[2] <= 1 || n[2] > scene.MaxZoom {
		return scene.At{}
	}
	return scene.At{Lon: n[0], Lat: n[1], Zoom: n[2]}
}

// ParseState reads an address and its query. A value that is unknown or broken
// counts as absent: a reader who follows a damaged link gets the page all the same.
func ParseState(st *story.Story, a Address, query string) State {
	state := State{Address: a, Basis: story.AsSaid}
	value := func(name string) string { return queryValue(query, name) }
	if story.Basis(value("basis")) == story.AsHappened {
		state.Basis = story.AsHappened
	}
	if d, err := story.ParseDate(value("asof")); err == nil && d >= st.First && d <= st.Last {
		state.AsOf = d
	}
	if id := value("actor"); st.Actor(id) != nil {
		state.Actor = id
	}
	if c := st.Claim(value("claim")); c != nil && c.Said <= state.Resolve(st).Day {
		state.Claim = c.ID
	}
	state.At = parseAt(value("at"))
	return state
}

// Query writes the state's query, with its question mark, or nothing for the
// defaults.
func (s State) Query() string {
	q := ""
	if s.AsOf != 0 {
		q += "&asof=" + s.AsOf.String()
	}
	if s.Basis == story.AsHappened {
		q += "&basis=" + string(s.Basis)
	}
	if s.Actor != "" {
		q += "&actor=" + s.Actor
	}
	if s.Claim != "" {
		q += "&claim=" + s.Claim
	}
	if s.At != (scene.At{}) {
		q += "&at=" + num(s.At.Lon) + "," + num(s.At.Lat) + "," + num(s.At.Zoom)
	}
	if q == "" {
		return ""
	}
	return "?" + q[1:]
}

// Shown is what a state amounts to for a story.
type Shown struct {
	Index int            // the moment's position, -1 when the day is before all of them
	Day   story.Date     // what was said up to this day is shown
	Focus []string       // claims in focus that had been said by then
	Lead  *story.Claim   // the claim in large type; nil when nothing had been said
	Said  []*story.Claim // the claims in focus
}

// Resolve finds what a state shows. A day given by the reader decides: the moment
// is then the last one that had ended by that day, so that no text tells of what
// was said later.
func (s State) Resolve(st *story.Story) Shown {
	sh := Shown{}
	sh.Index, sh.Day = s.stands(st)
	if sh.Index < 0 {
		return sh
	}
	m := st.Moments[sh.Index]
	sh.Focus = m.Focus
	sh.Lead = st.Claim(m.Lead)
	for _, id := range m.Focus {
		sh.Said = append(sh.Said, st.Claim(id))
	}
	return sh
}

// stands finds the moment and the day of what a state shows.
func (s State) stands(st *story.Story) (index int, day story.Date) {
	id := s.Moment
	if id == "" || id == LedgerPage {
		id = st.Opening
	}
	index = st.MomentIndex(id)
	if index < 0 { // an address that nobody checked
		index = st.MomentIndex(st.Opening)
	}
	if s.AsOf == 0 {
		return index, st.Moments[index].To
	}
	index = -1
	for i := range st.Moments {
		if st.Moments[i].To <= s.AsOf {
			index = i
		}
	}
	return index, s.AsOf
}
