package e2e

import (
	"slices"
	"strings"
	"sync"

	"bukti/app/story"
	"bukti/app/storyfile"
	"bukti/stories"
	"bukti/web/site"
	"bukti/web/static"
	"bukti/web/static/basemap"
)

// The next version of the built-in story's site: one figure is corrected, one claim is
// new, one is revised, and the program is another.
const (
	correctedClaim = "nis-1500"
	revisedClaim   = "nis-3000"
	newClaim       = "nis-3000-again"
)

var nextVersion = sync.OnceValues(func() (*publication, error) {
	loaded, problems := storyfile.Load(stories.BuiltIn())
	if len(problems) > 0 {
		return nil, problems[0]
	}
	s := loaded.Story
	day, err := story.ParseDate(s.Version)
	if err != nil {
		return nil, err
	}
	s.Version = (day + 1).String()
	s.Claim(correctedClaim).Figure = 1600
	s.Claim(revisedClaim).Contested = !s.Claim(revisedClaim).Contested
	at := slices.IndexFunc(s.Claims, func(c story.Claim) bool { return c.ID == revisedClaim })
	added := s.Claims[at]
	added.ID, added.Supersedes = newClaim, ""
	s.Claims = slices.Insert(s.Claims, at+1, added)
	s.Index()
	for _, t := range loaded.Texts {
		for key, text := range t.Keys {
			if rest, ok := strings.CutPrefix(key, "claim."+revisedClaim+"."); ok {
				t.Keys["claim."+newClaim+"."+rest] = text
			}
		}
	}
	world, err := basemap.World()
	if err != nil {
		return nil, err
	}
	// A section that means nothing to the program makes it another file.
	wasm := append(slices.Clone(published.program.Wasm), 0, 5, 4, 'n', 'e', 'x', 't')
	built, err := site.Build(loaded, site.Options{World: world, Program: &static.Program{Wasm: wasm, Support: slices.Clone(published.program.Support)}})
	if err != nil {
		return nil, err
	}
	return &publication{Loaded: loaded, site: built}, nil
})
