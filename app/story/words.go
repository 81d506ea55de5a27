package story

// Position is what a claim's speaker does with the question: the story's own words
// for it where the bare stance would say more than was said, as of a denial that
// answered another question.
func (t *Texts) Position(c *Claim) string {
	if key := "claim." + c.ID + ".position"; t.Has(key) {
		return t.Get(key)
	}
	return t.Get("stance." + string(c.Stance))
}

// Gist is a claim in the fewest words: its figure with qualifier and kind, or its
// position.
func (t *Texts) Gist(c *Claim) string {
	if c.HasFigure() {
		return t.Figure(c.Figure, c.Qualifier) + " · " + t.Get("series."+c.Series+".name")
	}
	return t.Position(c)
}

// Flags says what is particular about a claim, that others contest it or that it is
// known by reports only; empty when nothing is.
func (t *Texts) Flags(c *Claim) string {
	var flags string
	if c.Contested {
		flags = t.Get("label.contested")
	}
	if c.Reported {
		if flags != "" {
			flags += " · "
		}
		flags += t.Get("claims.reported")
	}
	return flags
}

// Alone is a claim's gist with its flags, for where nothing else stands beside it.
func (t *Texts) Alone(c *Claim) string {
	if flags := t.Flags(c); flags != "" {
		return t.Gist(c) + " · " + flags
	}
	return t.Gist(c)
}

// Speaker is who spoke for the actor, and through whom.
func (t *Texts) Speaker(c *Claim) string { return t.passedOn(t.Get("claim."+c.ID+".speaker"), c) }

// WithOffice is who spoke for the actor, with the office.
func (t *Texts) WithOffice(c *Claim) string {
	key := "claim." + c.ID
	who := t.Get(key + ".speaker")
	if t.Has(key + ".role") {
		who += t.Get("locale.list") + t.Get(key+".role")
	}
	return who
}

// SpokenBy is who spoke for the actor, with the office, and through whom.
func (t *Texts) SpokenBy(c *Claim) string { return t.passedOn(t.WithOffice(c), c) }

// Through is through whom a claim came; empty when the speaker gave it in person.
func (t *Texts) Through(c *Claim) string {
	if key := "claim." + c.ID + ".through"; t.Has(key) {
		return t.Fill("speaker.through", "who", t.Get(key))
	}
	return ""
}

func (t *Texts) passedOn(who string, c *Claim) string {
	if through := t.Through(c); through != "" {
		return who + t.Get("locale.list") + through
	}
	return who
}

// Spoken says a claim in one breath: day, actor, speaker, gist and flags.
func (t *Texts) Spoken(c *Claim) string {
	return t.Fill("spoken.claim",
		"day", t.Day(c.Said), "actor", t.Get("actor."+c.Actor+".name"), "speaker", t.Speaker(c), "what", t.Alone(c))
}

// Translated tells whether a claim's quote is not in the speaker's own words: unless it
// was spoken in this language and an editor has set the words down. A machine can only
// have translated them back.
func (t *Texts) Translated(c *Claim) bool {
	return t.Has("claim."+c.ID+".quote") && (c.QuoteLang != t.Lang || t.Machine)
}

// AboutTime is the time that a claim is about: in the speaker's words where they name
// no days, and else its days.
func (t *Texts) AboutTime(c *Claim) string {
	if key := "claim." + c.ID + ".about"; t.Has(key) {
		return t.Get(key)
	}
	return t.Span(c.About.From, c.About.To)
}

// PlaceName names a place, and says so where the claims name only its surroundings.
func (t *Texts) PlaceName(p *Place) string {
	name := t.Get("place." + p.ID)
	if p.Precision == Area {
		return t.Fill("places.area", "place", name)
	}
	return name
}

// NamedAs is as what a claim names a place, and whether that is a plan.
func (t *Texts) NamedAs(s *Story, role Role, c *Claim) string {
	as := t.Get("role." + string(role))
	if s.Planned(c) {
		return as + " (" + t.Get("series."+c.Series+".name") + ")"
	}
	return as
}
