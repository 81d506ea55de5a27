package story

// Story is one contested question with everything that was said about it. It is
// built once, by storyfile from YAML or by Unpack from the site's data, and only
// read from then on; Index must have been called.
type Story struct {
	ID      string
	Version string // the editor's version of the data, a date by convention
	Licence string // of the story's texts and data, an SPDX identifier
	Opening string // the moment that the front page shows
	First   Date   // the first day on the chart's axis
	Last    Date   // the last day drawn to scale
	Horizon Date   // the day that the compressed end of the axis reaches, or 0
	Actors  []Actor
	Sources []Source
	Series  []Series
	Claims  []Claim // in the order in which they were said
	Places  []Place
	Routes  []Route
	Views   []View
	Moments []Moment // in the order of the telling
	Mains   []Main

	Corrections []Correction

	claims  map[string]*Claim
	actors  map[string]*Actor
	sources map[string]*Source
	series  map[string]*Series
	places  map[string]*Place
	moments map[string]int
}

// Actor is a state or body that speaks.
type Actor struct {
	ID    string
	Shape Shape // told apart by shape as well as by colour
	Hue   int   // 1 to 8: an entry of the style sheet's palette for actors
}

// Shape is the form of an actor's marks.
type Shape string

// The shapes that the scenes can draw.
const (
	Circle   Shape = "circle"
	Square   Shape = "square"
	Diamond  Shape = "diamond"
	Triangle Shape = "triangle"
	Cross    Shape = "cross"
)

// Source is a publication in which a claim can be read.
type Source struct {
	ID        string
	Publisher string
	Title     string // as published, when known
	Date      Date
	Tier      Tier
	URL       string // empty when no address is known
}

// Tier says how near a source is to the speaker.
type Tier string

// The tiers, nearest first.
const (
	Primary   Tier = "primary"
	Wire      Tier = "wire"
	Newspaper Tier = "newspaper"
	Weak      Tier = "weak"
)

// Series is a kind of figure. Claims of one series may share an axis and, when
// one actor makes them, a line.
type Series struct {
	ID      string
	Axis    string // series with different axes are never drawn in one chart
	Planned bool   // announced or prepared, not reported as there: drawn hollow, without a line
	PartOf  string // the series whose figures contain these, never added to it
}

// Correction is a dated change of something already published.
type Correction struct {
	ID     string
	On     Date
	Claims []string
}

// Main names the actor whose line is the story's strong one from a day on.
type Main struct {
	From   Date
	Series string
	Actor  string
}

// Index builds the look-up tables. It must be called once, before any query.
func (s *Story) Index() {
	s.claims = make(map[string]*Claim, len(s.Claims))
	for i := range s.Claims {
		s.claims[s.Claims[i].ID] = &s.Claims[i]
	}
	s.actors = make(map[string]*Actor, len(s.Actors))
	for i := range s.Actors {
		s.actors[s.Actors[i].ID] = &s.Actors[i]
	}
	s.sources = make(map[string]*Source, len(s.Sources))
	for i := range s.Sources {
		s.sources[s.Sources[i].ID] = &s.Sources[i]
	}
	s.series = make(map[string]*Series, len(s.Series))
	for i := range s.Series {
		s.series[s.Series[i].ID] = &s.Series[i]
	}
	s.places = make(map[string]*Place, len(s.Places))
	for i := range s.Places {
		s.places[s.Places[i].ID] = &s.Places[i]
	}
	s.moments = make(map[string]int, len(s.Moments))
	for i := range s.Moments {
		s.moments[s.Moments[i].ID] = i
	}
}

// Claim returns the claim of that id, or nil.
func (s *Story) Claim(id string) *Claim { return s.claims[id] }

// Actor returns the actor of that id, or nil.
func (s *Story) Actor(id string) *Actor { return s.actors[id] }

// Source returns the source of that id, or nil.
func (s *Story) Source(id string) *Source { return s.sources[id] }

// SeriesOf returns the series of that id, or nil.
func (s *Story) SeriesOf(id string) *Series { return s.series[id] }

// Planned tells whether a claim's figure is of what is to come.
func (s *Story) Planned(c *Claim) bool {
	series := s.SeriesOf(c.Series)
	return series != nil && series.Planned
}

// Place returns the place of that id, or nil.
func (s *Story) Place(id string) *Place { return s.places[id] }

// MomentIndex returns the position of a moment in the telling, or -1.
func (s *Story) MomentIndex(id string) int {
	if i, ok := s.moments[id]; ok {
		return i
	}
	return -1
}
