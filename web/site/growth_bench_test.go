package site

import (
	"fmt"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"bukti/stories/grown"
	"bukti/web/static/basemap"
)

// BenchmarkGrowth tells what each further claim costs: how many bytes, compressed
// as they are sent, the last moment's page and the ledger grow by, and how long
// a page takes to render. Stories grow by claims like those of the built-in one, said on
// any of its days, with words of their own.
func BenchmarkGrowth(b *testing.B) {
	world, err := basemap.World()
	require.NoError(b, err)
	loaded, problems := loadStories()
	require.Empty(b, problems)
	real := loaded["real"]
	lang := "en"
	last := real.Story.Moments[len(real.Story.Moments)-1].ID
	paths := []string{lang + "/" + last + "/index.html", lang + "/claims/index.html"}
	var before []int
	for _, more := range []int{0, 10, 100, 1000} {
		larger := grown.Story(real, lang, real.Story.First+9, more)
		b.Run(fmt.Sprintf("more=%d", more), func(b *testing.B) {
			var s *Site
			for b.Loop() {
				s, err = Build(larger, Options{World: world, Program: &fakeProgram})
				require.NoError(b, err)
			}
			pages := 0
			for _, f := range s.Files.All() {
				if strings.HasSuffix(f.Path, ".html") {
					pages++
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*pages), "ms/page")
			for i, path := range paths {
				f, ok := s.Files.Get(path)
				require.True(b, ok, path)
				size := compressed(f.Body, brotli.BestCompression)
				if more == 0 {
					before = append(before, size)
					continue
				}
				b.ReportMetric(float64(size-before[i])/float64(more), []string{"B/claim-in-moment", "B/claim-in-ledger"}[i])
			}
		})
	}
}
