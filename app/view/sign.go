package view

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Signs on buttons, in a box of 16 × 16. They are drawn, since hardly any phone's usual font has
// them, and a second font costs more time than all of the first picture's text.
const (
	signPrevious = "M10 3L5 8l5 5"
	signNext     = "M6 3l5 5-5 5"
	signMore     = "M4 6l4 4 4-4"
	signEnlarge  = "M8 3v10M3 8h10"
	signShrink   = "M3 8h10"
	signClose    = "M3 3l10 10M13 3L3 13"
	signWhole    = "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
)

// sign draws one of them.
func sign(d string) app.UI {
	return s("svg", at{"class", "sign", "viewBox", "0 0 16 16", "width", "16", "height", "16", "aria-hidden", "true"}, path(nil, d))
}
