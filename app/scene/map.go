package scene

import (
	"cmp"
	"slices"
	"strconv"

	"bukti/app/scene/geo"
	"bukti/app/story"
)

// Map is the map of one view: what places and routes were named by the end of a
// day. Positions are fractions of the picture's width and height.
type Map struct {
	View    string
	Base    Base
	Window  Window // the part of the base map that is seen
	Sites   []Site
	Routes  []Way
	Insets  []Inset
	Labels  []Label
	Outside []string // places where claims in focus were spoken that lie outside the frame
	Scale   ScaleBar
}

// Site is a place with a sign for each actor who named it.
type Site struct {
	Place  string
	X, Y   float64
	Region bool // the place is an area, not a point: a soft disc
	Small  bool // part of an inset: without a name here
	Signs  []Sign
	Folded Fold   // of actors for whose signs there is no room
	Name   string // for those who hear the map
}

// Fold is one sign that stands for several actors' namings of a place.
type Fold struct {
	Claims []string // none: nothing is folded
	DX     float64  // px
	Text   string   // how many they are
	Name   string   // for those who hear the map
}

// Sign is one actor's naming of a place.
type Sign struct {
	Claim  string
	Claims []string // all of the actor's claims that name the place
	Shape  story.Shape
	Hue    int
	DX     float64 // px
	Hollow bool    // not stationed: a departure, an arrival or a plan
	Focus  bool
}

// Way is a schematic route as a path in the frame's units.
type Way struct {
	Route string
	Claim string
	Ship  bool
	Hue   int
	Focus bool
	D     string
}

// Inset is a part of the map that has a view of its own: a quadrilateral in
// fractions.
type Inset struct {
	View   string
	Focus  bool // a claim in focus names a place in it
	Corner [4]geo.Point
}

// ScaleBar is a round distance on the map.
type ScaleBar struct {
	Kilometres float64
	Width      float64 // fraction
}

// Sizes of marks on the map, px.
const (
	signRadius = 4.5
	signGap    = 10.0
	maxSigns   = 6 // that a place has room for beside each other; of more, the last ones fold
	maxTold    = 8 // namings that a place's name tells; the list of places tells all
)

// widths are those at which labels of a map are placed, narrowest first: a label
// that finds no room in one may appear from the next on.
var widths = []float64{MinWidth, 440, 620, 1200}

// widest is the width up to which pictures are laid out.
const widest = 1920.0

// NewMap lays out the map of a moment's view as known at the end of a day.
func NewMap(s *story.Story, t *story.Texts, bases Bases, view string, day story.Date, focus []string, look At) Map {
	base := bases.Of(view)
	m := Map{View: view, Base: base}
	if base.Frame.Width == 0 {
		return m
	}
	m.Window = Look(base.Frame, look)
	f := m.Window.frame(base.Frame)
	km, px := geo.ScaleBar(f)
	m.Scale = ScaleBar{km, px / f.Width}
	m.Insets = Insets(s, f, view, day, focus)
	if m.Window.Width < base.Frame.Width/2 {
		m.Insets = nil // near enough to tell the places of an inset apart
	}
	for i := range s.Places {
		p := &s.Places[i]
		at := f.Project(geo.LonLat{Lon: p.Lon, Lat: p.Lat})
		site := siteOf(s, t, p, day, focus)
		if !f.Contains(at) {
			if spokenInFocus(p, focus) && !base.Frame.Contains(base.Frame.Project(geo.LonLat{Lon: p.Lon, Lat: p.Lat})) {
				m.Outside = append(m.Outside, p.ID)
			}
			continue
		}
		if len(site.Signs) == 0 && !isCapital(p) && !spokenInFocus(p, focus) {
			continue
		}
		site.X, site.Y = at.X/f.Width, at.Y/f.Height
		site.spread(t)
		for _, in := range m.Insets {
			site.Small = site.Small || inBox(s, in.View, p)
		}
		m.Sites = append(m.Sites, site)
	}
	m.Routes = ways(s, base.Frame, day, focus)
	m.Labels = mapLabels(t, m)
	return m
}

// siteOf gathers the signs of a place: one for each actor who had named it by the
// day, filled where soldiers are said to be stationed, hollow where they are said
// to have passed or are only to come.
func siteOf(s *story.Story, t *story.Texts, p *story.Place, day story.Date, focus []string) Site {
	site := Site{Place: p.ID, Region: p.Precision == story.Region, Name: t.PlaceName(p)}
	byActor := map[string]int{}
	told := 0
	for _, r := range p.Roles {
		if r.Role == story.Capital || r.Role == story.SaidHere {
			continue
		}
		for _, id := range r.Claims {
			c := s.Claim(id)
			if c.Said > day {
				continue
			}
			stationed := (r.Role == story.Training || r.Role == story.Deployment) && !s.Planned(c)
			inFocus := slices.Contains(focus, id)
			if told++; told <= maxTold {
				site.Name += t.Get("locale.clause") + t.Fill("spoken.site", "role", t.NamedAs(s, r.Role, c), "actor", t.Get("actor."+c.Actor+".name"), "day", t.Day(c.Said))
			}
			if i, ok := byActor[c.Actor]; ok {
				if !slices.Contains(site.Signs[i].Claims, id) {
					site.Signs[i].Claims = append(site.Signs[i].Claims, id)
				}
				site.Signs[i].Hollow = site.Signs[i].Hollow && !stationed
				if inFocus && !site.Signs[i].Focus {
					site.Signs[i].Focus, site.Signs[i].Claim = true, id
				}
				continue
			}
			byActor[c.Actor] = len(site.Signs)
			a := s.Actor(c.Actor)
			site.Signs = append(site.Signs, Sign{Claim: id, Claims: []string{id}, Shape: a.Shape, Hue: a.Hue, Hollow: !stationed, Focus: inFocus})
		}
	}
	if told > maxTold {
		site.Name += t.Get("locale.clause") + t.Fill("chart.several", "n", t.Number(told))
	}
	return site
}

// spread sets a place's signs side by side, those in focus first where there are too
// many for all, and within the narrowest map.
func (s *Site) spread(t *story.Texts) {
	if len(s.Signs) > maxSigns {
		slices.SortStableFunc(s.Signs, inFocusFirst)
		for _, sign := range s.Signs[maxSigns-1:] {
			s.Folded.Claims = append(s.Folded.Claims, sign.Claims...)
		}
		s.Signs = s.Signs[:maxSigns-1]
		s.Folded.Text = t.Fill("chart.several", "n", t.Number(len(s.Folded.Claims)))
		s.Folded.Name = t.Get("place."+s.Place) + t.Get("locale.list") + s.Folded.Text
	}
	middle, half := s.middle()
	for i := range s.Signs {
		s.Signs[i].DX = middle - half + signRadius + float64(i)*signGap
	}
	s.Folded.DX = middle + half - signRadius
}

func inFocusFirst(a, b Sign) int {
	switch {
	case a.Focus == b.Focus:
		return 0
	case a.Focus:
		return -1
	}
	return 1
}

// middle is the middle of a place's signs, px from the place, and half of their width.
func (s *Site) middle() (dx, half float64) {
	n := len(s.Signs)
	if len(s.Folded.Claims) > 0 {
		n++
	}
	half = signRadius + signGap*float64(max(0, n-1))/2
	return max(0, half-s.X*MinWidth) - max(0, half-(1-s.X)*MinWidth), half
}

func isCapital(p *story.Place) bool {
	return slices.ContainsFunc(p.Roles, func(r story.PlaceRole) bool { return r.Role == story.Capital })
}

func spokenInFocus(p *story.Place, focus []string) bool {
	for _, r := range p.Roles {
		if r.Role != story.SaidHere {
			continue
		}
		for _, id := range r.Claims {
			if slices.Contains(focus, id) {
				return true
			}
		}
	}
	return false
}

// Insets returns the other views' boxes that an overview shows, once something in
// them has been named.
func Insets(s *story.Story, f geo.Frame, view string, day story.Date, focus []string) []Inset {
	var ins []Inset
	for _, v := range s.Views {
		if v.ID == view || v.Overview() || !overview(s, view) {
			continue
		}
		in := Inset{View: v.ID}
		named := false
		for _, id := range namedIn(s, v.ID) {
			named = named || s.Claim(id).Said <= day
			in.Focus = in.Focus || slices.Contains(focus, id)
		}
		if !named {
			continue
		}
		for i, c := range []geo.LonLat{{Lon: v.West, Lat: v.North}, {Lon: v.East, Lat: v.North}, {Lon: v.East, Lat: v.South}, {Lon: v.West, Lat: v.South}} {
			at := f.Project(c)
			in.Corner[i] = geo.Point{X: at.X / f.Width, Y: at.Y / f.Height}
		}
		ins = append(ins, in)
	}
	return ins
}

func overview(s *story.Story, view string) bool {
	return slices.ContainsFunc(s.Views, func(v story.View) bool { return v.ID == view && v.Overview() })
}

// inBox tells whether a place lies in a view's box, which crosses the antimeridian if
// its west is the greater number.
func inBox(s *story.Story, view string, p *story.Place) bool {
	return slices.ContainsFunc(s.Views, func(v story.View) bool {
		across := p.Lon >= v.West && p.Lon <= v.East
		if v.West > v.East {
			across = p.Lon >= v.West || p.Lon <= v.East
		}
		return v.ID == view && across && p.Lat >= v.South && p.Lat <= v.North
	})
}

// namedIn is the claims that name a place in a view as something other than a
// capital or where somebody spoke.
func namedIn(s *story.Story, view string) []string {
	var claims []string
	for i := range s.Places {
		if !inBox(s, view, &s.Places[i]) {
			continue
		}
		for _, r := range s.Places[i].Roles {
			if r.Role != story.Capital && r.Role != story.SaidHere {
				claims = append(claims, r.Claims...)
			}
		}
	}
	return claims
}

// ways draws the routes that had been named: through their sea points where it was
// a ship, along the great circle where nobody said how.
func ways(s *story.Story, f geo.Frame, day story.Date, focus []string) []Way {
	var routes []Way
	for _, r := range s.Routes {
		var claim *story.Claim
		for _, id := range r.Claims {
			if c := s.Claim(id); c.Said <= day && (claim == nil || slices.Contains(focus, id)) {
				claim = c
			}
		}
		if claim == nil {
			continue
		}
		from, to := s.Place(r.From), s.Place(r.To)
		a, b := geo.LonLat{Lon: from.Lon, Lat: from.Lat}, geo.LonLat{Lon: to.Lon, Lat: to.Lat}
		way := []geo.LonLat{a}
		for _, v := range r.Via {
			way = append(way, geo.LonLat{Lon: v.Lon, Lat: v.Lat})
		}
		way = append(way, b)
		if len(r.Via) == 0 && r.Mode != story.Ship {
			way = geo.GreatCircle(a, b, 24)
		}
		d := ""
		for i, p := range way {
			at := f.Project(p)
			op := "L"
			if i == 0 {
				op = "M"
			}
			d += op + round(at.X) + " " + round(at.Y)
		}
		routes = append(routes, Way{
			Route: r.ID, Claim: claim.ID, Ship: r.Mode == story.Ship,
			Hue: s.Actor(claim.Actor).Hue, Focus: slices.Contains(focus, claim.ID), D: d,
		})
	}
	return routes
}

// mapLabels names insets, then sites in focus, then the others, then capitals, as
// far as there is room at each of the widths.
func mapLabels(t *story.Texts, m Map) []Label {
	aspect := m.Base.Frame.Height / m.Base.Frame.Width
	placed := labelPlacer{aspect: aspect}
	placed.obstacle(0.02+m.Scale.Width/2, 0.95, 34, 16) // the scale bar, at the lower left
	placed.obstacle(1, 0, 44, 112)                      // the buttons, at the upper right
	for _, site := range m.Sites {
		middle, half := site.middle()
		if site.Small {
			middle, half = 0, 1.5
		}
		placed.fixed = append(placed.fixed, fixed{site.X, site.Y, middle, half + 1.5, signRadius + 1.5})
	}
	for _, in := range m.Insets {
		l := Label{Strong: t.Get("view." + in.View + ".label"), Y: in.Corner[0].Y, X: (in.Corner[0].X + in.Corner[1].X) / 2}
		y := min(in.Corner[0].Y, in.Corner[1].Y)
		low := max(in.Corner[2].Y, in.Corner[3].Y)
		placed.try(&l, []anchored{
			{l.X, y, spot{0, -6, Middle}},
			{in.Corner[1].X, y, spot{0, -6, End}},
			{in.Corner[0].X, y, spot{0, -6, Start}},
			{l.X, low, spot{0, 16, Middle}},
			{in.Corner[2].X, low, spot{0, 16, End}},
			{in.Corner[3].X, low, spot{0, 16, Start}},
			{in.Corner[3].X, (y + low) / 2, spot{-6, 4, End}},
			{in.Corner[2].X, (y + low) / 2, spot{6, 4, Start}},
			{in.Corner[3].X, low, spot{-6, 4, End}},
			{in.Corner[0].X, y, spot{-6, 8, End}},
			{in.Corner[3].X, (y + 3*low) / 4, spot{-6, 4, End}},
			{in.Corner[0].X, (3*y + low) / 4, spot{-6, 4, End}},
		})
	}
	sites := slices.Clone(m.Sites)
	slices.SortStableFunc(sites, func(a, b Site) int { return cmp.Compare(rank(a), rank(b)) })
	for _, site := range sites {
		if site.Small {
			continue
		}
		l := Label{Place: site.Place, Quiet: rank(site) > 1, Strong: t.Get("place." + site.Place)}
		if site.Folded.Text != "" {
			l.Small = []string{site.Folded.Text}
		}
		middle, radius := site.middle()
		var tries []anchored
		for _, sp := range spots(radius, 1+len(l.Small)) {
			sp.dx += middle
			if sp.anchor == Middle {
				sp.dy = sp.dy - radius*sign(sp.dy) + signRadius*sign(sp.dy)
			}
			tries = append(tries, anchored{site.X, site.Y, sp})
		}
		placed.try(&l, tries)
	}
	return placed.labels
}

// rank orders sites by how much their names are needed.
func rank(s Site) int {
	switch {
	case slices.ContainsFunc(s.Signs, func(x Sign) bool { return x.Focus }):
		return 0
	case len(s.Signs) > 0:
		return 1
	}
	return 2
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

func round(x float64) string { return strconv.FormatFloat(x, 'f', 0, 64) }
