package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bukti/app/scene"
	"bukti/app/story"
)

// MapID is the map's id on a page.
const MapID = "map"

// mapKey is what a map shows.
type mapKey struct {
	View  string
	Index int
	Known int // how many claims had been said
	At    scene.At
}

// within is the key of a view within another; nothing while a part that lags behind is
// still elsewhere.
func (k mapKey) within(overview, view string) mapKey {
	if k.View != overview {
		return mapKey{}
	}
	k.View = view
	return k
}

// maps is the map of the moment's view and the close views that go with it.
func (p *Page) maps() app.UI {
	m, t := p.Model, p.Model.Texts
	far, near := p.part(PartMap), p.part(PartCloseView)
	key := func(part partState, at scene.At) mapKey { return mapKey{p.view(part), part.Index, part.Known, at} }
	return h("figure", at{"id", MapID, "class", "map", "data-bench", "map"},
		h("figcaption", nil,
			h("h3", nil, txt(t.Get("view."+p.view(far)+".title"))),
			h("p", nil, txt(t.Get("map.key"))),
		),
		&Map{Model: m, Address: far.State.Address, Actor: far.State.Actor, Key: key(far, p.State.At), Names: key(p.part(PartMapNames), p.State.At)},
		&closeViews{Model: m, Address: near.State.Address, Actor: near.State.Actor, First: key(near, scene.At{}), Others: key(p.part(PartCloseViews), scene.At{})},
	)
}

// Map is the map of a view with its controls. Coasts, borders and routes scale with
// the picture; signs and names keep their size.
type Map struct {
	app.Compo

	Model   *Model
	Address Address
	Actor   string
	Key     mapKey
	Names   mapKey // what the names show
}

// Render draws the map.
func (c *Map) Render() app.UI {
	m, t := c.Model, c.Model.Texts
	sc := m.mapScene(c.Key)
	return h("div", nil,
		h("div", at{"class", "pane"},
			shapeOf(sc),
			s("svg", at{"class", "fluid", "width", "100%", "height", "100%", "role", "group", "tabindex", "0", "data-view", c.Key.View, "aria-label", t.Fill("map.alt", "view", t.Get("view."+c.Key.View+".title"))}, picture(m, c.Address, c.Actor, c.Key, c.Names.within(c.Key.View, c.Key.View))...),
			h("div", at{"class", "zoom"},
				h("button", at{"type", "button", "data-act", "zoom-in", "aria-label", t.Get("map.in")}, sign(signEnlarge)),
				h("button", at{"type", "button", "data-act", "zoom-out", "aria-label", t.Get("map.out")}, sign(signShrink)),
				h("button", at{"type", "button", "data-act", "zoom-reset", "aria-label", t.Get("map.reset")}, sign(signWhole)),
			),
		),
		h("p", at{"class", "hint"}, txt(t.Get("map.hint"))),
		notes(t, sc),
	)
}

// closeViews are the parts of an overview in which the moment's claims name a place,
// each as a map of its own: in the overview those places lie too close for names.
type closeViews struct {
	app.Compo

	Model   *Model
	Address Address
	Actor   string
	First   mapKey // of the overview, for the first
	Others  mapKey // and for those after it
}

// Render draws the maps.
func (c *closeViews) Render() app.UI {
	var panes []app.UI
	first, others := c.views(c.First), c.views(c.Others.within(c.First.View, c.First.View))
	for _, view := range first[:min(1, len(first))] {
		panes = append(panes, c.pane(c.First, view))
	}
	for _, view := range others[min(1, len(others)):] {
		panes = append(panes, c.pane(c.Others, view))
	}
	return h("div", at{"class", "insets"}, panes...)
}

// views are those of an overview's insets that claims in focus name.
func (c *closeViews) views(of mapKey) (views []string) {
	m := c.Model
	if of.View == "" || c.Address.Embed == EmbedAll { // which has no room for them
		return nil
	}
	for _, in := range scene.Insets(m.Story, m.Bases.Of(of.View).Frame, of.View, m.dayOf(of.Known), m.focus(of.Index)) {
		if in.Focus {
			views = append(views, in.View)
		}
	}
	return views
}

func (c *closeViews) pane(of mapKey, view string) app.UI {
	return &closeView{Model: c.Model, Address: c.Address, Actor: c.Actor, Key: of.within(of.View, view)}
}

// closeView is one of them.
type closeView struct {
	app.Compo

	Model   *Model
	Address Address
	Actor   string
	Key     mapKey
}

// Render draws the map.
func (c *closeView) Render() app.UI {
	m, t := c.Model, c.Model.Texts
	title := t.Get("view." + c.Key.View + ".title")
	return h("div", at{"class", "close"},
		h("p", at{"class", "closeup"}, txt(title)),
		h("div", at{"class", "pane"}, shapeOf(m.mapScene(c.Key)), s("svg", at{
			"class", "fluid", "width", "100%", "height", "100%", "role", "group",
			"aria-label", t.Fill("map.alt", "view", title),
		}, picture(m, c.Address, c.Actor, c.Key, c.Key)...)))
}

// shapeOf gives a picture its proportions: only the view box of an empty one does,
// while the marks of another are placed in percent.
func shapeOf(sc *scene.Map) app.UI {
	f := sc.Base.Frame
	return s("svg", at{"class", "shape", "viewBox", "0 0 " + num(f.Width) + " " + num(f.Height), "aria-hidden", "true"})
}

// picture is everything in a map's picture.
func picture(m *Model, address Address, actor string, key, names mapKey) []app.UI {
	sc := m.mapScene(key)
	// Groups, so that one part's growing does not shift the others' nodes.
	var boxes []app.UI
	for _, in := range sc.Insets {
		boxes = append(boxes, inset(in)...)
	}
	sites := each(sc.Sites, func(_ int, site scene.Site) app.UI {
		return &mapSite{Model: m, Address: address, Actor: actor, Site: site}
	})
	return []app.UI{base(m, sc), s("g", nil, boxes...), s("g", nil, sites...), &mapNames{Model: m, Key: names}, scaleBar(m.Texts, sc.Scale)}
}

// mapNames are the names on a map.
type mapNames struct {
	app.Compo

	Model *Model
	Key   mapKey // without a view: none
}

// Render draws the names.
func (c *mapNames) Render() app.UI {
	if c.Key.View == "" {
		return s("g", nil)
	}
	return s("g", nil, each(c.Model.mapScene(c.Key).Labels, func(_ int, l scene.Label) app.UI { return &mapLabel{Label: l} })...)
}

func base(m *Model, sc *scene.Map) app.UI {
	parts := nodes(2 + len(sc.Routes))
	parts = append(parts,
		path(at{"class", "land"}, sc.Base.Land),
		path(at{"class", "border"}, sc.Base.Borders))
	for _, r := range sc.Routes {
		class := "way" + hueClass(r.Hue)
		if r.Ship {
			class += " ship"
		}
		if r.Focus {
			class += " on"
		}
		parts = append(parts, s("path", at{"class", class, "d", r.D, "data-claim", r.Claim},
			s("title", nil, txt(m.Texts.Get("route."+r.Route)))))
	}
	w := sc.Window
	return s("svg", at{"class", "base", "width", "100%", "height", "100%", "viewBox", num(w.X) + " " + num(w.Y) + " " + num(w.Width) + " " + num(w.Height)}, parts...)
}

func inset(in scene.Inset) []app.UI {
	sides := nodes(4)
	for i, a := range in.Corner {
		b := in.Corner[(i+1)%4]
		sides = append(sides, s("line", at{"class", "inset", "x1", Percent(a.X), "y1", Percent(a.Y), "x2", Percent(b.X), "y2", Percent(b.Y)}))
	}
	return sides
}

// mapSite is a place with its signs, a component so that one that has not changed
// costs a comparison only.
type mapSite struct {
	app.Compo

	Model   *Model
	Address Address
	Actor   string
	Site    scene.Site
}

// Render draws the place.
func (c *mapSite) Render() app.UI {
	site := c.Site
	parts := nodes(2 + len(site.Signs))
	parts = append(parts, s("title", nil, txt(site.Name)))
	switch {
	case site.Region && len(site.Signs) > 0 && !site.Small:
		parts = append(parts, s("circle", at{"class", "region", "r", "22"}))
	case len(site.Signs) == 0:
		parts = append(parts, s("circle", at{"class", "town", "r", "2.5"}))
	}
	for i, sign := range site.Signs {
		if site.Small {
			if i == 0 {
				parts = append(parts, dot(site.Signs))
			}
			continue
		}
		parts = append(parts, c.sign(sign, site.Name))
	}
	if f := site.Folded; len(f.Claims) > 0 && !site.Small {
		parts = append(parts, s("a", append(c.Model.ledgerAnchor(State{Address: c.Address}, f.Claims), "class", "many", "aria-label", f.Name, "tabindex", "-1"),
			s("g", at{"transform", "translate(" + num(f.DX) + ")"}, bundleParts("")...)))
	}
	return s("svg", at{"class", "site", "x", Percent(site.X), "y", Percent(site.Y)}, parts...)
}

// dot stands for the signs of a place that is told apart in a view of its own: for one of
// where they are said to be, or hollow where there is none.
func dot(signs []scene.Sign) app.UI {
	sign, class := signs[0], "dot o"
	for _, other := range signs {
		if !other.Hollow {
			sign, class = other, "dot"
			break
		}
	}
	return s("circle", at{"class", class + hueClass(sign.Hue), "r", "2.5", "data-claim", sign.Claim})
}

func (c *mapSite) sign(sign scene.Sign, name string) app.UI {
	class := "m" + hueClass(sign.Hue)
	if sign.Focus {
		class += " on"
	}
	if sign.Hollow {
		class += " o"
	}
	if a := c.Actor; a != "" && c.Model.Story.Claim(sign.Claim).Actor != a {
		class += " dim"
	}
	shift := ""
	if sign.DX != 0 {
		shift = "translate(" + num(sign.DX) + ")"
	}
	return s("a", append(c.Model.claimAnchor(State{Address: c.Address}, sign.Focus, sign.Claim), "class", class, "data-claim", sign.Claim, "aria-label", name, "tabindex", "-1"),
		s("circle", at{"class", "hit", "r", "12", "transform", shift}),
		shape(sign.Shape, 4.5, at{"class", "f", "transform", shift}))
}

// mapLabel is one name on the map, a component for the same reason.
type mapLabel struct {
	app.Compo

	Label scene.Label
}

// Render draws the name.
func (c *mapLabel) Render() app.UI { return label(c.Label, Percent(c.Label.X), Percent(c.Label.Y)) }

func scaleBar(t *story.Texts, sb scene.ScaleBar) app.UI {
	length := t.Fill("map.scale", "n", t.Number(int(sb.Kilometres+0.5)))
	if sb.Kilometres < 1 {
		length = t.Fill("map.scale-metres", "n", t.Number(int(sb.Kilometres*1000+0.5)))
	}
	return s("svg", at{"class", "scale", "x", "2%", "y", "97%"},
		s("line", at{"x1", "0", "x2", Percent(sb.Width), "y1", "0", "y2", "0"}),
		s("text", at{"y", "-5"}, txt(length)))
}

// outside tells of the places beyond the map's edge.
func outside(t *story.Texts, sc *scene.Map) string {
	names := ""
	for i, id := range sc.Outside {
		if i > 0 {
			names += t.Get("locale.list")
		}
		names += t.Get("place." + id)
	}
	return t.Fill("map.outside", "places", names)
}

// notes are what the map cannot draw: places beyond its edge where claims of the
// moment were spoken, and what is schematic about the routes.
func notes(t *story.Texts, sc *scene.Map) app.UI {
	var notes []app.UI
	if len(sc.Outside) > 0 {
		notes = append(notes, h("p", nil, txt(outside(t, sc))))
	}
	if len(sc.Routes) > 0 {
		notes = append(notes, h("p", nil, txt(t.Get("map.schematic"))))
	}
	return h("div", at{"class", "notes"}, notes...)
}
