package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/story"
)

// claimList is an embed's claims of the moment: a line for each, which opens. That of
// the figure in large type is open.
type claimList struct {
	app.Compo

	Model *Model
	State State
	Index int
}

// Render draws the list.
func (c *claimList) Render() app.UI {
	focus := c.Model.focus(c.Index)
	if len(focus) == 0 {
		return h("section", at{"class", "claims"})
	}
	lead := c.Model.Story.Moments[c.Index].Lead
	return h("section", at{"class", "claims", "aria-labelledby", "claims-title"},
		h("h2", at{"id", "claims-title"}, txt(c.Model.Texts.Get("claims.title"))),
		h("ul", nil, each(focus, func(_ int, id string) app.UI {
			return h("li", at{"data-claim", id}, c.claim(c.Model.Story.Claim(id), id == lead))
		})...),
	)
}

func (c *claimList) claim(claim *story.Claim, open bool) app.UI {
	return h("details", at{"open", flag(open)},
		h("summary", nil, append(whoSaid(c.Model, claim), h("strong", nil, txt(c.Model.Texts.Alone(claim))))...),
		h("div", at{"id", "claim-" + claim.ID}, whatWasSaid(c.Model, c.State, c.Index, claim)...))
}
