package story

// Basis is which day of a claim puts its figure on the time axis.
type Basis string

// The two bases.
const (
	AsSaid     Basis = "said"     // the day it was said
	AsHappened Basis = "happened" // the first day that it is about
)

// Day returns the day on which the claim stands under a basis.
func (c *Claim) Day(b Basis) Date {
	if b == AsHappened && c.About.From != 0 {
		return c.About.From
	}
	return c.Said
}

// AsOf returns the claims that had been said by the end of a day, in the order in
// which they were said. Nothing said later is among them, whatever it is about.
func (s *Story) AsOf(day Date) []*Claim {
	known := make([]*Claim, s.Known(day))
	for i := range known {
		known[i] = &s.Claims[i]
	}
	return known
}

// Known returns how many claims had been said by the end of a day: the first so many of
// the story's.
func (s *Story) Known(day Date) int {
	n := 0
	for n < len(s.Claims) && s.Claims[n].Said <= day {
		n++
	}
	return n
}

// Filter selects claims; a zero field selects all.
type Filter struct {
	Actor  string
	Series string
	Stance Stance
	On     Date // said on this day
}

// Select returns those of the claims that fit the filter, in their order.
func Select(claims []*Claim, f Filter) []*Claim {
	var fit []*Claim
	for _, c := range claims {
		if (f.Actor == "" || c.Actor == f.Actor) &&
			(f.Series == "" || c.Series == f.Series) &&
			(f.Stance == "" || c.Stance == f.Stance) &&
			(f.On == 0 || c.Said == f.On) {
			fit = append(fit, c)
		}
	}
	return fit
}
