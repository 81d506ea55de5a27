package geo

import (
	"fmt"
	"regexp"
	"strconv"
)

// Outline is one subpath of an SVG path, in absolute whole pixels.
type Outline struct {
	Points [][2]int
	Closed bool
}

var (
	pathToken  = regexp.MustCompile(`[a-zA-Z]|-?[0-9]+| |.`)
	needless   = regexp.MustCompile(` -|  |[a-z] | [a-z]| $|^ |(?:^|[^0-9])0[0-9]|--|-0`)
	repetition = regexp.MustCompile(`h-?\d+h|v-?\d+v|m-?\d+[ -]\d+l`)
)

// ReadPath reads a path of relative commands m, l, h, v and z, by SVG 2, chapter 9.3, independently of PathBuilder. It is
// strict: characters that could be saved are errors.
func ReadPath(d string) ([]Outline, error) {
	for _, waste := range []*regexp.Regexp{needless, repetition} {
		if found := waste.FindStringIndex(d); found != nil {
			return nil, fmt.Errorf("needless characters in %q at %d", d[max(0, found[0]-8):min(len(d), found[1]+8)], found[0])
		}
	}
	var outlines []Outline
	var command string
	var numbers []int
	var at [2]int
	for _, token := range pathToken.FindAllString(d, -1) {
		switch token {
		case " ":
			continue
		case "m", "l", "h", "v", "z":
			if len(numbers) > 0 {
				return nil, fmt.Errorf("%s has half a pair", command)
			}
			if command = token; token == "z" {
				last := &outlines[len(outlines)-1]
				last.Closed = true
				at = last.Points[0]
			}
			continue
		}
		n, err := strconv.Atoi(token)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, n)
		switch {
		case command == "h":
			at[0] += n
		case command == "v":
			at[1] += n
		case (command == "m" || command == "l") && len(numbers) < 2:
			continue
		case command == "m" || command == "l":
			at[0] += numbers[0]
			at[1] += numbers[1]
		default:
			return nil, fmt.Errorf("a number after %q", command)
		}
		numbers = nil
		if command == "m" {
			outlines = append(outlines, Outline{})
			command = "l"
		}
		last := &outlines[len(outlines)-1]
		last.Points = append(last.Points, at)
	}
	if len(numbers) > 0 {
		return nil, fmt.Errorf("the path ends in half a pair")
	}
	return outlines, nil
}
