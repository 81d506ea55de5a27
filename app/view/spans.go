package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// spans turns a text with references to claims into text and links to them.
func (m *Model) spans(s State, index int, text string) []app.UI {
	var ui []app.UI
	for _, sp := range story.Spans(text) {
		if sp.Claim == "" {
			ui = append(ui, txt(sp.Text))
			continue
		}
		ui = append(ui, h("a", append(m.claimAnchor(s, m.inFocus(index, sp.Claim), sp.Claim), "class", "ref", "data-claim", sp.Claim), txt(sp.Text)))
	}
	return ui
}
