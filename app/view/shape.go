package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// shape draws an actor's sign around the origin.
func shape(form story.Shape, r float64, attrs at) app.UI {
	if d := ShapePath(form, r); d != "" {
		return path(attrs, d)
	}
	return s("circle", append(at{"r", num(r)}, attrs...))
}

// ShapePath is an actor's sign around the origin as a path of SVG; none for the
// circle, which is an element of its own. Forms are of equal area to the eye, so that
// none looks like more.
func ShapePath(form story.Shape, r float64) string {
	switch form {
	case story.Square:
		a := r * 0.88
		return "M" + num(-a) + " " + num(-a) + "h" + num(2*a) + "v" + num(2*a) + "h" + num(-2*a) + "z"
	case story.Diamond:
		a := r * 1.2
		return "M0 " + num(-a) + "L" + num(a) + " 0L0 " + num(a) + "L" + num(-a) + " 0z"
	case story.Triangle:
		a := r * 1.15
		return "M0 " + num(-a) + "L" + num(a) + " " + num(a*0.8) + "H" + num(-a) + "z"
	case story.Cross:
		a, b := r*1.1, r*0.38
		return "M" + num(-b) + " " + num(-a) + "h" + num(2*b) + "v" + num(a-b) + "h" + num(a-b) + "v" + num(2*b) + "h" + num(b-a) + "v" + num(a-b) + "h" + num(-2*b) + "v" + num(b-a) + "h" + num(b-a) + "v" + num(-2*b) + "h" + num(a-b) + "z"
	}
	return ""
}

func path(attrs at, d string) app.UI { return s("path", append(at{"d", d}, attrs...)) }

// QualifierGlyph draws how exact a figure is, above and below its mark: an arrow
// up for "at least", a longer one set off for "more than", a ceiling for "up to", a
// ceiling nearly reached for "nearly", a soft span for "about", nothing for
// "exactly".
func QualifierGlyph(q story.Qualifier) string {
	switch q {
	case story.AtLeast:
		return "M0-7V-14M-3-11L0-14L3-11"
	case story.MoreThan:
		return "M0-9V-17M-3-14L0-17L3-14M-3-8H3"
	case story.UpTo:
		return "M-5-9H5M0 7V13M-3 10L0 13L3 10"
	case story.Nearly:
		return "M-5-9H5"
	case story.About:
		return "M-5-9q2.5-3 5 0t5 0"
	}
	return ""
}
