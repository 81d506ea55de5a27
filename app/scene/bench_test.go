package scene

import (
	"fmt"
	"testing"

	"bukti/app/story"
)

var benchClaims = []int{10, 100, 1000}

func benchStory(b *testing.B, claims int) (*story.Story, *story.Texts) {
	b.Helper()
	return generated{
		claims: claims, actors: 8, days: 30 + claims/10, figures: figuresOfEverySize, nameRunes: 8, focus: 6, places: 15,
	}.make(b, 1)
}

func BenchmarkChart(b *testing.B) {
	b.Run("real", func(b *testing.B) {
		loaded := loadedStories(b)["real"]
		s := loaded.Story
		m := s.Moments[len(s.Moments)-1]
		b.ReportAllocs()
		for b.Loop() {
			chartOf(s, loaded.Texts["en"], until(m), story.AsSaid, m.Focus)
		}
	})
	for _, claims := range benchClaims {
		s, texts := benchStory(b, claims)
		b.Run(fmt.Sprint(claims), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				chartOf(s, texts, s.Last, story.AsSaid, s.Moments[0].Focus)
			}
		})
	}
}

func BenchmarkMap(b *testing.B) {
	for _, claims := range benchClaims {
		s, texts := benchStory(b, claims)
		bases := testBases(s, 0.75)
		b.Run(fmt.Sprint(claims), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NewMap(s, texts, bases, "all", s.Last, s.Moments[0].Focus, At{})
			}
		})
	}
}
