package main

import (
	"fmt"
)

type checkCommand struct {
	Story string `arg:"" optional:"" help:"Folder of the story." type:"path"`
}

// Help is the command's long help text.
func (*checkCommand) Help() string {
	return `Reads a story and reports every problem in it, a line each:

  file:line:column: what is wrong; what would be right

The exit status is 0 when there is none, and 1 otherwise.`
}

// Run checks the story.
func (c *checkCommand) Run(s *streams) error {
	loaded, err := loadStory(c.Story, s.out)
	if err != nil {
		return err
	}
	st := loaded.Story
	fmt.Fprintf(s.out, "%s: %d claims by %d actors from %d sources, %d moments, %d languages: no problems\n",
		st.ID, len(st.Claims), len(st.Actors), len(st.Sources), len(st.Moments), len(loaded.Languages))
	return nil
}
