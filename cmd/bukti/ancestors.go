package main

import (
	"fmt"
	"regexp"
	"strings"
)

// ancestor is a source of frame-ancestors in CSP level 3: a scheme, a host with an
// optional scheme, wildcard and port, or 'self'. It has no path.
var ancestor = regexp.MustCompile(`^(\*|'self'|https?:|(https?://)?(\*\.)?[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*(:(\d+|\*))?)$`)

// checkAncestors checks a list of those who may show embeds. 'none' stands alone.
func checkAncestors(list string) error {
	sources := strings.Fields(list)
	if len(sources) == 1 && sources[0] == "'none'" {
		return nil
	}
	for _, source := range sources {
		if !ancestor.MatchString(source) {
			return fmt.Errorf("--frame-ancestors: %q names no origin; write them like \"https://news.example https://*.news.example\", or * for everybody", source)
		}
	}
	return nil
}
