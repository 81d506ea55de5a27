package storyfile

import (
	"fmt"
	"slices"
	"strings"
)

// listedAtMost is how many ids a remedy lists; of more, nobody reads the list.
const listedAtMost = 12

// didYouMean is the remedy for a word that is none of the known ones: the nearest
// one when there is a near one, else the other remedy.
func didYouMean(word string, known []string, other string) string {
	if near := nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return other
}

// orAddIt is the other remedy for an id: one of those that there are, when they are
// few, or a new one.
func orAddIt(defined []string, group string) string {
	if len(defined) == 0 || len(defined) > listedAtMost {
		return "add it under " + group
	}
	return "use one of " + strings.Join(defined, ", ") + ", or add it under " + group
}

// oneOfThese is the remedy for a word outside a closed vocabulary.
func oneOfThese(word string, known []string) string {
	all := "use one of " + strings.Join(known, ", ")
	if near := nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q? %s", near, all)
	}
	return all
}

// nearest returns the known word with the fewest changed letters, and "" when more
// than a third of the longer one's would have to change: a wild guess helps nobody.
func nearest(word string, known []string) string {
	letters := []rune(word)
	best, least := "", len(letters)+1
	for _, k := range known {
		other := []rune(k)
		d := distance(letters, other)
		if d < least && d <= max(1, max(len(letters), len(other))/3) {
			best, least = k, d
		}
	}
	return best
}

// distance counts the letters to insert, delete, change or swap with their
// neighbour to get from a to b: the optimal string alignment distance.
func distance(a, b []rune) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}

// words turns a vocabulary of the model into plain words.
func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

func known(word string, list []string) bool { return slices.Contains(list, word) }
