package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
)

// Map draws the map of a view. Coasts, borders and routes scale with the picture;
// signs and names keep their size.
type Map struct {
	app.Compo

	Story *story.Story
	Texts *story.Texts
	Scene *scene.Map
	Day   story.Date
}

// Render draws the map.
func (m *Map) Render() app.UI {
	t, sc := m.Texts, m.Scene
	f := sc.Base.Frame
	parts := make2(64)
	parts = append(parts, m.base())
	for _, in := range sc.Insets {
		parts = append(parts, m.inset(in)...)
	}
	for _, site := range sc.Sites {
		parts = append(parts, m.site(site))
	}
	for _, l := range sc.Labels {
		parts = append(parts, label(l, "x", percent(l.X), "y", percent(l.Y)))
	}
	parts = append(parts, m.scaleBar())
	return h("figure", at{"class", "map", "data-bench", "map"},
		h("figcaption", nil,
			h("h3", nil, txt(t.Get("view."+sc.View+".title"))),
			h("p", nil, txt(t.Get("map.key"))),
		),
		// The outer picture takes its shape from the view box of an empty one, since
		// only that keeps its proportions while children are placed in percent.
		h("div", at{"class", "pane"},
			s("svg", at{"class", "shape", "viewBox", "0 0 " + num(f.Width) + " " + num(f.Height), "aria-hidden", "true"}),
			s("svg", at{"class", "fluid", "width", "100%", "height", "100%", "role", "img", "aria-label", t.Fill("map.alt", "view", t.Get("view."+sc.View+".title"), "day", t.Date(m.Day))}, parts...),
		),
		m.notes(),
	)
}

func (m *Map) base() app.UI {
	sc := m.Scene
	f := sc.Base.Frame
	parts := make2(2 + len(sc.Routes))
	parts = append(parts,
		path(at{"class", "land"}, sc.Base.Land),
		path(at{"class", "border"}, sc.Base.Borders))
	for _, r := range sc.Routes {
		class := "way h" + num(float64(r.Hue))
		if r.Ship {
			class += " ship"
		}
		if r.Focus {
			class += " on"
		}
		parts = append(parts, s("path", at{"class", class, "d", r.D, "data-claim", r.Claim},
			s("title", nil, txt(m.Texts.Get("route."+r.Route)))))
	}
	return s("svg", at{"class", "base", "width", "100%", "height", "100%", "viewBox", "0 0 " + num(f.Width) + " " + num(f.Height)}, parts...)
}

func (m *Map) inset(in scene.Inset) []app.UI {
	sides := make2(4)
	for i, a := range in.Corner {
		b := in.Corner[(i+1)%4]
		sides = append(sides, s("line", at{"class", "inset", "x1", percent(a.X), "y1", percent(a.Y), "x2", percent(b.X), "y2", percent(b.Y)}))
	}
	return sides
}

func (m *Map) site(site scene.Site) app.UI {
	parts := make2(2 + len(site.Signs))
	parts = append(parts, s("title", nil, txt(site.Name)))
	switch {
	case site.Region && len(site.Signs) > 0 && !site.Small:
		parts = append(parts, s("circle", at{"class", "region", "r", "22"}))
	case len(site.Signs) == 0:
		parts = append(parts, s("circle", at{"class", "town", "r", "2.5"}))
	}
	if site.Small && len(site.Signs) > 0 {
		parts = append(parts, s("circle", at{"class", "dot h" + num(float64(site.Signs[0].Hue)), "r", "2.5", "data-claim", site.Signs[0].Claim}))
	} else {
		for _, sign := range site.Signs {
			class := "m h" + num(float64(sign.Hue))
			if sign.Focus {
				class += " on"
			}
			if sign.Hollow {
				class += " o"
			}
			attrs := at{"class", "f"}
			if sign.DX != 0 {
				attrs = append(attrs, "transform", "translate("+num(sign.DX)+")")
			}
			parts = append(parts, s("g", at{"class", class, "data-claim", sign.Claim}, shape(sign.Shape, 4.5, attrs)))
		}
	}
	return s("svg", at{"class", "site", "x", percent(site.X), "y", percent(site.Y)}, parts...)
}

func (m *Map) scaleBar() app.UI {
	sb := m.Scene.Scale
	return s("svg", at{"class", "scale", "x", "2%", "y", "97%"},
		s("line", at{"x1", "0", "x2", percent(sb.Width), "y1", "0", "y2", "0"}),
		s("text", at{"y", "-5"}, txt(m.Texts.Fill("map.scale", "n", m.Texts.Number(int(sb.Kilometres+0.5))))))
}

// notes are what the map cannot draw: places beyond its edge where claims of the
// moment were spoken, and what is schematic about the routes.
func (m *Map) notes() app.UI {
	t := m.Texts
	var notes []app.UI
	if len(m.Scene.Outside) > 0 {
		names := ""
		for i, id := range m.Scene.Outside {
			if i > 0 {
				names += t.Get("locale.list")
			}
			names += t.Get("place." + id)
		}
		notes = append(notes, h("p", nil, txt(t.Fill("map.outside", "places", names))))
	}
	if len(m.Scene.Routes) > 0 {
		notes = append(notes, h("p", nil, txt(t.Get("map.schematic"))))
	}
	if notes == nil {
		return nil
	}
	return h("div", at{"class", "notes"}, notes...)
}
