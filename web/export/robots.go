package export

// Robots lets every crawler read everything (RFC 9309) and names the site map where
// there is one. Crawlers look for it at the root of a host only: for a site in a
// folder, a host's own file has to name the site map.
func Robots(p Publication) []byte {
	text := "User-agent: *\nAllow: /\n"
	if p.BaseURL != "" {
		text += "\nSitemap: " + p.BaseURL + SitemapName + "\n"
	}
	return []byte(text)
}
