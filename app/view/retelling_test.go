package view

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/story"
)

// On paper a moment's page tells the moments up to its own, the front page all, each
// with day, figure or stance, speaker, text and the addresses of its sources.
func TestRetelling(t *testing.T) {
	check := func(t *testing.T, p shownPage) {
		st, texts := p.loaded.Story, p.model.Texts
		want := st.Moments[:p.shown.Index+1]
		if p.state.Moment == "" && p.state.AsOf == 0 {
			want = st.Moments
		}
		sections := withClass(p.root, "retelling")
		require.Len(t, sections, 1)
		items := all(sections[0], func(n *html.Node) bool { return n.Data == "li" })
		require.Len(t, items, len(want))
		for i, m := range want {
			text, lead := textOf(items[i]), st.Claim(m.Lead)
			wanted := []string{
				texts.Span(m.From, m.To), texts.Get("moment." + m.ID + ".title"), story.Plain(texts.Get("moment." + m.ID + ".text")),
				texts.Get("actor." + lead.Actor + ".name"), texts.Get("claim." + lead.ID + ".speaker"),
			}
			if lead.HasFigure() {
				wanted = append(wanted, texts.Figure(lead.Figure, lead.Qualifier), texts.Get("series."+lead.Series+".lead"))
			} else {
				wanted = append(wanted, texts.Get("stance."+string(lead.Stance)))
			}
			for _, id := range lead.Sources {
				wanted = append(wanted, st.Source(id).Publisher, st.Source(id).URL)
			}
			for _, w := range wanted {
				assert.Contains(t, text, words(w), m.ID)
			}
		}
	}
	forEveryPage(t, check)
	forEveryAsOf(t, check)
}
