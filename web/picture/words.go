package picture

// indent is the room for the bar beside the figure, px.
const indent = 24

// column sets the words one below the other. It can also only measure them.
type column struct {
	*layout
	scale float64
	y     float64 // where the last line stands
	draw  bool
}

// words sets the story's title, the moment's date and title, and its figure with
// qualifier and speaker, as large as their place allows.
func (c *layout) words() {
	scale := 1.16
	for scale > 0.5 && !c.fits(scale) {
		scale -= 0.04
	}
	col := column{c, scale, partsTop, true}
	col.set()
}

// fits tells whether the words have room. The figure stands on one line unless that
// made everything small.
func (c *layout) fits(scale float64) bool {
	col := column{c, scale, partsTop, false}
	col.set()
	return col.y <= partsFoot && (scale < 0.8 || c.setter.width(c.style(serif, mainSize*scale, "ink"), c.finding.Main) <= wordsEdge-margin-indent)
}

const mainSize = 70

func (c *column) set() {
	f := c.finding
	c.lines(regular, 22, 29, "soft", 0, c.texts.Get("story.title"))
	c.space(22)
	c.lines(bold, 25, 33, "accent", 0, f.Date)
	c.space(4)
	c.lines(serif, 42, 50, "ink", 0, f.Title)
	c.space(26)
	top := c.y
	if f.Claim.HasFigure() {
		c.lines(serif, mainSize, 76, "ink", indent, f.Main)
		c.space(6)
		c.lines(bold, 25, 33, "ink", indent, f.About)
		c.space(6)
		c.who()
	} else {
		c.who()
		c.lines(serif, 56, 68, "ink", indent, f.Main)
		c.space(6)
		c.lines(regular, 25, 33, "ink", indent, f.About)
	}
	c.lines(bold, 22, 31, "accent", indent, f.Flags)
	c.space(12)
	if !c.draw {
		return
	}
	const bar = 7
	x := c.x(margin)
	if c.rtl {
		x -= bar
	}
	top += 8 * c.scale
	c.shape("rect", "x", num(x), "y", num(top), "width", num(bar), "height", num(c.y-top), "fill", c.ink.hue(c.story.Actor(f.Claim.Actor).Hue))
}

func (c *column) space(px float64) { c.y += px * c.scale }

func (c *column) lines(face face, size, leading float64, fill string, from float64, text string) {
	st := c.style(face, size*c.scale, fill)
	for _, l := range c.setter.wrap(st, text, wordsEdge-margin-from) {
		c.y += leading * c.scale
		if c.draw {
			c.write(st, c.x(margin+from), c.y, l)
		}
	}
}

// who names the speaker, behind the sign that the chart has for them.
func (c *column) who() {
	const sign = 24 // its room
	top := c.y
	c.lines(regular, 23, 31, "soft", indent+sign*c.scale, c.finding.Who)
	if c.draw {
		actor := c.story.Actor(c.finding.Claim.Actor)
		c.sign(actor.Shape, c.x(margin+indent+8*c.scale), top+23*c.scale, 7.5*c.scale, c.ink.hue(actor.Hue), "", "")
	}
}
