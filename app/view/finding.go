package view

import "bukti/app/story"

// Finding is what a moment tells in few words, for where they stand alone: in a
// picture, in another site's card, in an article's code. The figure has its
// qualifier and its speaker there too.
type Finding struct {
	Claim *story.Claim // the one in large type
	Title string       // of the moment
	Date  string
	Main  string // the figure, or the stance of a claim without one
	About string // what the figure counts, or what was said
	Who   string
	Flags string // contested, reported by agencies; may be empty
	Said  string // all of it as one sentence
}

// NewFinding tells the moment at an index.
func NewFinding(st *story.Story, t *story.Texts, index int) Finding {
	m := st.Moments[index]
	claim := st.Claim(m.Lead)
	summary := story.Plain(t.Get("claim." + claim.ID + ".summary"))
	f := Finding{
		Claim: claim,
		Title: t.Get("moment." + m.ID + ".title"),
		Date:  t.Span(m.From, m.To),
		Main:  t.Position(claim),
		About: summary,
		Who:   says(t, claim),
		Flags: t.Flags(claim),
	}
	if claim.HasFigure() {
		f.Main, f.About = t.Figure(claim.Figure, claim.Qualifier), t.Get("series."+claim.Series+".lead")
	}
	f.Said = f.Date + ": " + summary
	if f.Flags != "" {
		f.Said += " (" + f.Flags + ")"
	}
	return f
}

// Alt is the text in the place of the moment's picture.
func (f Finding) Alt() string { return f.Title + " – " + f.Said }

// DataState names the version and the licence of the story's data.
func DataState(st *story.Story, t *story.Texts) string {
	return t.Fill("page.data", "version", Version(st, t), "licence", st.Licence)
}

// Version is the editor's version of the data in words: a date where it is one.
func Version(st *story.Story, t *story.Texts) string {
	if d, err := story.ParseDate(st.Version); err == nil {
		return t.Date(d)
	}
	return st.Version
}

// ImagePath is where the picture of a moment is in a site; the extension says in which
// form.
func ImagePath(lang, moment, extension string) string {
	return "image/" + lang + "/" + moment + extension
}

// ShownMoment is the moment that the page at an address shows.
func ShownMoment(st *story.Story, a Address) int {
	return max(0, State{Address: a}.Resolve(st).Index)
}
