package story

// Claim is one statement: who said it, on what day, about which period, with
// what figure or none. Its words (speaker, summary, quote, note) are texts, one
// set per language, under the keys "claim.ID.…".
//
// A claim is born when its actor speaks (Said) and is never edited into another:
// a later figure of the same actor is a new claim that names this one in
// Supersedes, so that what was known on an earlier day can always be told.
type Claim struct {
	ID         string
	Actor      string
	Said       Date
	About      Period // zero: the day it was said
	Stance     Stance
	Series     string // empty for a claim without a figure
	Figure     int
	Qualifier  Qualifier
	Places     []string
	Sources    []string
	Supersedes string // the same actor's earlier claim that this one replaces
	PartOf     string // the claim whose figure contains this one's: never a sum
	Contested  bool   // other actors give another figure for the same days
	Reported   bool   // attributed to the actor by the sources, not in a statement of its own
	QuoteLang  string // BCP 47 tag of the quote's original, when it has one
}

// HasFigure tells whether the claim gives a number.
func (c *Claim) HasFigure() bool { return c.Series != "" }

// Stance is what a speaker does with the question.
type Stance string

// The stances, from the strongest yes to a demand.
const (
	Asserts       Stance = "asserts"
	Confirms      Stance = "confirms"
	CannotConfirm Stance = "cannot-confirm"
	Deflects      Stance = "deflects"
	Denies        Stance = "denies"
	Demands       Stance = "demands"
)

// Stances lists them all, in the order of the chart's lane and of the matrix.
var Stances = []Stance{Asserts, Confirms, CannotConfirm, Deflects, Denies, Demands}

// Qualifier is how exact a figure is. It is never dropped, in text or drawing.
type Qualifier string

// The qualifiers.
const (
	Exactly  Qualifier = "exactly"
	About    Qualifier = "about"
	AtLeast  Qualifier = "at-least"
	MoreThan Qualifier = "more-than"
	UpTo     Qualifier = "up-to"
	Nearly   Qualifier = "nearly"
)

// Qualifiers lists them all.
var Qualifiers = []Qualifier{Exactly, About, AtLeast, MoreThan, UpTo, Nearly}
