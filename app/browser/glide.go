//go:build js

package browser

import (
	"math"
	"strconv"
	"syscall/js"

	"bukti/app/view"
)

// glideTime is how long a mark takes to its next place, ms; the step lines, in the
// style sheet, take as long.
const glideTime = 500

// glides tells whether marks may stand elsewhere in another state, and the reader has
// not asked for less motion.
func glides(from, to view.State) bool {
	return (from.Address != to.Address || from.Basis != to.Basis) &&
		!js.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Bool()
}

// movable is a mark or a label of the chart, and where it stands, px from the chart's
// corner.
type movable struct {
	element js.Value
	point
}

// movables are what is seen of the chart's marks and labels, by kind and claim.
func movables() map[string]movable {
	all := map[string]movable{}
	plot := query(".plot")
	if plot.IsNull() {
		return all
	}
	corner := plot.Call("getBoundingClientRect")
	for _, kind := range []string{".m .f", ".l .b"} {
		signs := plot.Call("querySelectorAll", kind)
		for i := range signs.Length() {
			sign := signs.Index(i)
			box := sign.Call("getBoundingClientRect")
			if box.Get("width").Float() == 0 {
				continue // for a chart of another width
			}
			holder := sign.Call("closest", "[data-claim]")
			all[kind+holder.Get("dataset").Get("claim").String()] = movable{holder, point{
				box.Get("left").Float() - corner.Get("left").Float(),
				box.Get("top").Float() - corner.Get("top").Float(),
			}}
		}
	}
	return all
}

// glide lets marks and labels go to their places from where they stood, so that the eye
// can follow each, and the new ones appear. Their places are attributes of nested
// pictures, which style sheets cannot move.
func glide(before map[string]movable) {
	for key, now := range movables() {
		from, there := before[key]
		dx, dy := from.x-now.x, from.y-now.y
		if there && math.Hypot(dx, dy) < 1 {
			continue
		}
		appear := map[string]any{"offset": 0, "opacity": 0}
		start := appear
		if there {
			start = map[string]any{"offset": 0, "transform": "translate(" + px(dx) + "," + px(dy) + ")"}
		}
		moved := now.element.Get("children") // of a label; a mark's one picture cannot be moved itself
		if now.element.Get("localName").String() == "a" {
			moved = js.ValueOf([]any{now.element})
		}
		for i := range moved.Length() {
			part, begins := moved.Index(i), start
			if part.Get("localName").String() == "path" {
				begins = appear // a leader, whose ends go different ways
			}
			part.Call("animate", []any{begins}, map[string]any{"duration": glideTime, "easing": "ease"})
		}
	}
}

func px(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) + "px" }
