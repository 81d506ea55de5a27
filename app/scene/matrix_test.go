package scene

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/story"
)

func TestMatrixHasEveryClaimOnce(t *testing.T) {
	forEveryDay(t, func(t *testing.T, s *story.Story, _ *story.Texts, day story.Date) {
		m := NewMatrix(s, day)
		counted, want := 0, 0
		for _, row := range m.Rows {
			require.Len(t, row.Cells, len(m.Days))
			inRow := 0
			for i, cell := range row.Cells {
				for _, p := range cell {
					require.Equal(t, row.Actor, p.Claim.Actor)
					require.Equal(t, m.Days[i], p.Claim.Said)
					require.LessOrEqual(t, p.Claim.Said, day)
					require.Positive(t, p.Count)
					inRow += p.Count
				}
			}
			require.Positive(t, inRow, "no row for who said nothing")
			counted += inRow
		}
		for _, c := range s.AsOf(day) {
			if c.Said >= s.First {
				want++
			}
		}
		require.Equal(t, want, counted)
		for i := 1; i < len(m.Days); i++ {
			require.Greater(t, m.Days[i], m.Days[i-1])
		}
	})
}

// An actor's positions, "!" where they changed.
func TestMatrixOfTheFictionalStory(t *testing.T) {
	s := loadedStories(t)["fictional"].Story
	rows := map[string]string{}
	for _, row := range NewMatrix(s, s.Last).Rows {
		var positions []string
		for _, cell := range row.Cells {
			for _, p := range cell {
				text := string(p.Claim.Stance)
				if p.Changed {
					text += "!"
				}
				positions = append(positions, text)
			}
		}
		rows[row.Actor] = strings.Join(positions, " ")
	}
	assert.Equal(t, map[string]string{
		"wardens": "asserts asserts asserts",
		"harbour": "denies asserts! deflects!",
		"keepers": "cannot-confirm demands confirms! asserts",
	}, rows)
}
