package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// spans turns a text with references to claims into text and links to them.
func spans(text string) []app.UI {
	var ui []app.UI
	for _, sp := range story.Spans(text) {
		if sp.Claim == "" {
			ui = append(ui, txt(sp.Text))
		} else {
			ui = append(ui, h("a", at{"class", "ref", "href", "#claim-" + sp.Claim, "data-claim", sp.Claim}, txt(sp.Text)))
		}
	}
	return ui
}
