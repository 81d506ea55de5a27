package storyfile

import (
	"fmt"
	"math"

	"bukti/app/story"
)

// readView reads a part of the map by its four edges. One without edges is the
// overview, whose map is projected around its centre.
func readView(e entry) story.View {
	r := e.record("west", "south", "east", "north", "centre")
	centre := r.optional("centre")
	view := story.View{ID: e.id}
	switch {
	case !r.read():
		view.West = math.NaN() // whether it is the overview is not known
		return view
	case len(r.fields) == 0 || len(r.fields) == 1 && centre.given():
		view.Centre = readPoint(centre)
		return view
	case centre.given():
		centre.problem(fmt.Sprintf("%s has edges and a centre", e.noun), "remove the centre; only the view of all the story has one, as its map is projected around it")
	}
	view.West, view.South = readLongitude(r.need("west", "122")), readLatitude(r.need("south", "37"))
	view.East, view.North = readLongitude(r.need("east", "137")), readLatitude(r.need("north", "52"))
	if len(r.fields) >= 4 {
		// Across the antimeridian west is the greater number; such a box of more than half
		// the earth is one turned round.
		if view.West == view.East || view.West > view.East && view.West-view.East < 180 {
			r.optional("east").problem(fmt.Sprintf("%s is not east of its west", r.optional("east").noun),
				"write the western edge as west and the eastern one as east; only a view across 180°, such as from 170 to -170, has the greater number as west")
			view.West = math.NaN() // or it would be taken for the overview
		}
		if view.South >= view.North {
			r.optional("north").problem(fmt.Sprintf("%s is not north of its south", r.optional("north").noun), "write the southern edge as south and the northern one as north")
		}
	}
	return view
}
