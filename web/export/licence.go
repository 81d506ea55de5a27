package export

import "strings"

// creativeCommons are the licences of the Creative Commons suite that have an
// address of their own, by SPDX identifier up to the version.
var creativeCommons = map[string]string{
	"CC0":         "publicdomain/zero",
	"CC-BY":       "licenses/by",
	"CC-BY-SA":    "licenses/by-sa",
	"CC-BY-NC":    "licenses/by-nc",
	"CC-BY-ND":    "licenses/by-nd",
	"CC-BY-NC-SA": "licenses/by-nc-sa",
	"CC-BY-NC-ND": "licenses/by-nc-nd",
}

// licenceURL returns the address of a licence's text for its SPDX identifier: the
// licensor's own for Creative Commons, SPDX's for the rest, and none for what
// cannot be an identifier (SPDX specification 2.3, annex D).
func licenceURL(id string) string {
	if i := strings.LastIndexByte(id, '-'); i >= 0 {
		if path, ok := creativeCommons[id[:i]]; ok {
			return "https://creativecommons.org/" + path + "/" + id[i+1:] + "/"
		}
	}
	if id == "" || strings.Trim(id, spdxCharacters) != "" {
		return ""
	}
	return "https://spdx.org/licenses/" + id + ".html"
}

const spdxCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."
