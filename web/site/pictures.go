package site

import (
	"fmt"
	"runtime"
	"sync"

	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/picture"
)

// shellImage is the picture by which other sites show a page.
type shellImage struct {
	URL, Alt      string
	Width, Height int
}

// image is the picture of the moment that a page shows. Networks follow whole
// addresses only.
func (b *builder) image(lang string, a view.Address) *shellImage {
	if b.options.BaseURL == "" {
		return nil
	}
	st := b.story.Story
	i := view.ShownMoment(st, a)
	return &shellImage{
		URL:   b.options.BaseURL + view.ImagePath(lang, st.Moments[i].ID, ".png"),
		Alt:   view.NewFinding(st, b.story.Texts[lang], i).Alt(),
		Width: picture.Width, Height: picture.Height,
	}
}

// pictures adds the card of every moment in every language, drawn on all CPUs.
func (b *builder) pictures() error {
	moments := b.story.Story.Moments
	cards := make([]picture.Card, len(moments)*len(b.story.Languages))
	errs := make([]error, len(cards))
	queue := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(cards)) {
		workers.Go(func() {
			for i := range queue {
				cards[i], errs[i] = picture.Draw(b.story.Story, b.story.Texts[b.story.Languages[i/len(moments)]], i%len(moments))
			}
		})
	}
	for i := range cards {
		queue <- i
	}
	close(queue)
	workers.Wait()
	for i, card := range cards {
		lang, moment := b.story.Languages[i/len(moments)], moments[i%len(moments)].ID
		if errs[i] != nil {
			return fmt.Errorf("the picture of %s in %s: %w", moment, lang, errs[i])
		}
		for _, f := range []asset.File{
			{Path: view.ImagePath(lang, moment, ".svg"), Body: card.SVG},
			{Path: view.ImagePath(lang, moment, ".png"), Body: card.PNG},
		} {
			if err := b.files.Add(f); err != nil {
				return err
			}
		}
	}
	return nil
}
