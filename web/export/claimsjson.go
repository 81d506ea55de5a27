package export

import (
	"encoding/json"
	"fmt"

	"bukti/app/story"
)

// claimsFile is the form of claims.json, which story.schema.json describes. What a
// claim does not have is left out.
type claimsFile struct {
	Schema      string             `json:"$schema"`
	Story       string             `json:"story"`
	Version     string             `json:"version"`
	Licence     string             `json:"licence"`
	Languages   []string           `json:"languages"`
	Machine     []string           `json:"machine_translated"`
	Title       words              `json:"title"`
	Description words              `json:"description"`
	Actors      []actorRecord      `json:"actors"`
	Series      []seriesRecord     `json:"series"`
	Claims      []claimRecord      `json:"claims"`
	Corrections []correctionRecord `json:"corrections"`
}

type actorRecord struct {
	ID    string `json:"id"`
	Name  words  `json:"name"`
	Short words  `json:"short"`
}

type seriesRecord struct {
	ID      string `json:"id"`
	Axis    string `json:"axis"`
	Planned bool   `json:"planned"`
	PartOf  string `json:"part_of,omitempty"`
	Name    words  `json:"name"`
}

type claimRecord struct {
	ID            string                `json:"id"`
	Actor         string                `json:"actor"`
	Said          string                `json:"said"`
	About         *periodRecord         `json:"about,omitempty"`
	Stance        story.Stance          `json:"stance"`
	Figure        *figureRecord         `json:"figure,omitempty"`
	QuoteLanguage string                `json:"quote_language,omitempty"`
	Texts         map[string]claimTexts `json:"texts"`
	Places        []string              `json:"places"`
	Sources       []sourceRecord        `json:"sources"`
	Supersedes    string                `json:"supersedes,omitempty"`
	PartOf        string                `json:"part_of,omitempty"`
	Contested     bool                  `json:"contested"`
	Reported      bool                  `json:"reported"`
}

type periodRecord struct {
	From string `json:"from"`
	To   string `json:"to,omitempty"`
}

// figureRecord keeps together what is not to be told apart.
type figureRecord struct {
	Qualifier story.Qualifier `json:"qualifier"`
	Number    int             `json:"number"`
	Series    string          `json:"series"`
}

type claimTexts struct {
	Speaker         string `json:"speaker"`
	Role            string `json:"role,omitempty"`
	Through         string `json:"through,omitempty"`
	Position        string `json:"position,omitempty"`
	About           string `json:"about,omitempty"`
	Summary         string `json:"summary"`
	Quote           string `json:"quote,omitempty"`
	QuoteTranslated bool   `json:"quote_translated,omitempty"`
	Note            string `json:"note,omitempty"`
}

type sourceRecord struct {
	ID        string     `json:"id"`
	Publisher string     `json:"publisher"`
	Title     string     `json:"title,omitempty"`
	Date      string     `json:"date"`
	Tier      story.Tier `json:"tier"`
	URL       string     `json:"url,omitempty"`
}

type correctionRecord struct {
	ID     string   `json:"id"`
	On     string   `json:"on"`
	Claims []string `json:"claims"`
	Text   words    `json:"text"`
}

// ClaimsJSON writes the claims with their sources, and what they refer to. A claim
// carries its sources with it, so that one that is taken out of the file still
// tells where it is from.
func ClaimsJSON(p Publication) ([]byte, error) {
	s := p.Story
	f := claimsFile{
		Schema: SchemaName, Story: s.ID, Version: s.Version, Licence: s.Licence, Languages: list(p.Languages), Machine: p.machine(),
		Title: p.words("story.title"), Description: p.words("story.description"),
		Actors: []actorRecord{}, Series: []seriesRecord{}, Claims: []claimRecord{}, Corrections: []correctionRecord{},
	}
	for _, a := range s.Actors {
		f.Actors = append(f.Actors, actorRecord{a.ID, p.words("actor." + a.ID + ".name"), p.words("actor." + a.ID + ".short")})
	}
	for _, e := range s.Series {
		f.Series = append(f.Series, seriesRecord{e.ID, e.Axis, e.Planned, e.PartOf, p.words("series." + e.ID + ".name")})
	}
	for i := range s.Claims {
		f.Claims = append(f.Claims, p.claimRecord(&s.Claims[i]))
	}
	for _, c := range s.Corrections {
		f.Corrections = append(f.Corrections, correctionRecord{c.ID, c.On.String(), list(c.Claims), p.words("correction." + c.ID)})
	}
	return indented(f)
}

// machine are the languages whose texts no editor has checked.
func (p Publication) machine() []string {
	languages := []string{}
	for _, lang := range p.Languages {
		if p.Texts[lang].Machine {
			languages = append(languages, lang)
		}
	}
	return languages
}

func (p Publication) claimRecord(c *story.Claim) claimRecord {
	r := claimRecord{
		ID: c.ID, Actor: c.Actor, Said: c.Said.String(), Stance: c.Stance, QuoteLanguage: c.QuoteLang,
		Texts: map[string]claimTexts{}, Places: list(c.Places), Sources: []sourceRecord{},
		Supersedes: c.Supersedes, PartOf: c.PartOf, Contested: c.Contested, Reported: c.Reported,
	}
	if c.About.From != 0 {
		r.About = &periodRecord{c.About.From.String(), c.About.To.String()}
	}
	if c.HasFigure() {
		r.Figure = &figureRecord{c.Qualifier, c.Figure, c.Series}
	}
	for _, lang := range p.Languages {
		t, key := p.Texts[lang], "claim."+c.ID+"."
		r.Texts[lang] = claimTexts{
			plain(t, key+"speaker"), optional(t, key+"role"), optional(t, key+"through"),
			optional(t, key+"position"), optional(t, key+"about"),
			plain(t, key+"summary"), optional(t, key+"quote"), t.Translated(c), optional(t, key+"note"),
		}
	}
	for _, id := range c.Sources {
		o := p.Story.Source(id)
		r.Sources = append(r.Sources, sourceRecord{o.ID, o.Publisher, o.Title, o.Date.String(), o.Tier, o.URL})
	}
	return r
}

// indented writes JSON that a person can read, with a line break at its end. The
// characters <, > and & are escaped, as encoding/json does by default: the file
// stays harmless where somebody pastes it into a page.
func indented(v any) ([]byte, error) {
	out, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return append(out, '\n'), nil
}
