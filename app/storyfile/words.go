package storyfile

import "bukti/app/story"

// The closed vocabularies that the model does not list itself.
var (
	shapes     = []story.Shape{story.Circle, story.Square, story.Diamond, story.Triangle, story.Cross}
	tiers      = []story.Tier{story.Primary, story.Wire, story.Newspaper, story.Weak}
	precisions = []story.Precision{story.Town, story.Area, story.Region}
	modes      = []story.Mode{story.Ship, story.Unknown}
)

const (
	maxHue   = 8  // entries of the style sheet's palette for actors
	maxLabel = 14 // characters of a moment's label that fit under the chart's axis

	maxFigure = 1_000_000_000_000 // whose levels still fit beside a phone's chart
)
