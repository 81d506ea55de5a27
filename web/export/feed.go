package export

import (
	"encoding/xml"
	"net/url"
	"slices"

	"bukti/app/story"
	"bukti/app/view"
)

// FeedName is the feed's path.
const FeedName = "feed.xml"

// feed is an Atom feed, RFC 4287.
type feed struct {
	XMLName   xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string     `xml:"xml:lang,attr"`
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Subtitle  string     `xml:"subtitle"`
	Updated   string     `xml:"updated"`
	Author    string     `xml:"author>name"`
	Links     []feedLink `xml:"link"`
	Rights    string     `xml:"rights"`
	Generator string     `xml:"generator"`
	Entries   []entry    `xml:"entry"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type entry struct {
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	Link      feedLink `xml:"link"`
	Content   string   `xml:"content"` // of type text, which is the default
}

// Feed writes the story's moments and corrections as an Atom feed in the default
// language, the latest first: who follows it learns of new moments and of every
// correction. Links are relative to the feed where no address is known.
func Feed(p Publication) ([]byte, error) {
	s, lang := p.Story, p.Languages[0]
	t := p.Texts[lang]
	f := feed{
		Lang: lang, ID: tag(s.ID, "", ""),
		Title: plain(t, "story.title"), Subtitle: plain(t, "story.description"),
		Updated: instant(modified(s)), Author: p.author(), Rights: s.Licence, Generator: "bukti",
		Links: []feedLink{p.pageLink(view.Address{Lang: lang})},
	}
	if p.BaseURL != "" {
		f.Links = append(f.Links, feedLink{"self", "application/atom+xml", p.BaseURL + FeedName})
	}
	f.Entries = append(p.correctionEntries(t), p.momentEntries(t)...)
	return document(f)
}

// author fills an element that RFC 4287 demands. A story does not name who publishes
// it: the site's host comes nearest, and the story's id is at least not wrong.
func (p Publication) author() string {
	if u, err := url.Parse(p.BaseURL); err == nil && u.Host != "" {
		return u.Host
	}
	return p.Story.ID
}

func (p Publication) pageLink(a view.Address) feedLink {
	return feedLink{"alternate", "text/html", p.link("", a.Path())}
}

// momentEntries are the moments, the last first. What is known of when they were
// published and changed is the version they stand in.
func (p Publication) momentEntries(t *story.Texts) []entry {
	day := instant(issued(p.Story))
	var entries []entry
	for _, m := range slices.Backward(p.Story.Moments) {
		entries = append(entries, entry{
			tag(p.Story.ID, "moment", m.ID), plain(t, "moment."+m.ID+".title"), day, day,
			p.pageLink(view.Address{Lang: t.Lang, Moment: m.ID}), plain(t, "moment."+m.ID+".text"),
		})
	}
	return entries
}

// correctionEntries are the corrections, the latest first, each with a link to where
// the first of its claims is told that a moment has in its focus.
func (p Publication) correctionEntries(t *story.Texts) []entry {
	corrections := slices.Clone(p.Story.Corrections)
	slices.SortStableFunc(corrections, func(a, b story.Correction) int { return int(b.On) - int(a.On) })
	var entries []entry
	for _, c := range corrections {
		at := view.Address{Lang: t.Lang}
		for _, claim := range c.Claims {
			if m := p.Story.MomentOf(claim); m != nil {
				at.Moment = m.ID
				break
			}
		}
		entries = append(entries, entry{
			tag(p.Story.ID, "correction", c.ID), t.Get("corrections.title") + ": " + t.Date(c.On), instant(c.On), instant(c.On),
			p.pageLink(at), plain(t, "correction."+c.ID),
		})
	}
	return entries
}
