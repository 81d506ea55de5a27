package story

// Place is a point or area that claims speak of.
type Place struct {
	ID        string
	Lat, Lon  float64 // degrees, WGS84
	Precision Precision
	Roles     []PlaceRole
}

// Precision says what the coordinates stand for.
type Precision string

// The precisions.
const (
	Town   Precision = "town"
	Area   Precision = "area"
	Region Precision = "region"
)

// PlaceRole is what a place is in the story, and on whose word.
type PlaceRole struct {
	Role   Role
	Claims []string // the claims that name it so; none for capitals
}

// Role is the part that a place plays.
type Role string

// The roles.
const (
	Training   Role = "training"
	Departure  Role = "departure"
	Arrival    Role = "arrival"
	Deployment Role = "deployment"
	Capital    Role = "capital"
	SaidHere   Role = "said-here"
)

// Roles lists them all.
var Roles = []Role{Training, Departure, Arrival, Deployment, Capital, SaidHere}

// Route is a schematic way between two places. Its width is not a quantity.
type Route struct {
	ID       string
	From, To string
	Via      []LonLat // points of the sea lane, for a ship
	Mode     Mode
	Claims   []string
}

// LonLat is a point in degrees, WGS84.
type LonLat struct{ Lon, Lat float64 }

// Mode is how a route was travelled, as far as anybody said.
type Mode string

// The modes.
const (
	Ship    Mode = "ship"
	Unknown Mode = "unknown" // rail or air: nobody said
)

// View is a part of the map that a moment can show. A view without a box is the
// overview of all the story; one with West > East crosses the antimeridian.
type View struct {
	ID                       string
	West, South, East, North float64 // degrees
	Centre                   LonLat  // of the overview's projection
}

// Overview tells whether the view is the one of all the story.
func (v View) Overview() bool { return v.West == v.East }
