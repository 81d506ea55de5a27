package server

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"bukti/web/asset"
)

const notFoundName = "404.html"

// notFound answers for all addresses without a file, with a page in the
// language of the reader.
type notFound struct {
	languages []string
	matcher   language.Matcher // nil without languages
	pages     map[string]*asset.File
	security  *security
	noPage    *response
}

func newNotFound(set *asset.Set, languages []string, sec *security) *notFound {
	n := &notFound{
		languages: languages,
		pages:     map[string]*asset.File{},
		security:  sec,
		noPage:    plain(http.StatusNotFound, "not found", cacheCheck, "X-Robots-Tag", "noindex"),
	}
	var tags []language.Tag
	for _, lang := range languages {
		tags = append(tags, language.Make(lang))
		if f, ok := set.Get(lang + "/" + notFoundName); ok {
			n.pages[lang] = f
		}
	}
	if len(tags) > 0 {
		n.matcher = language.NewMatcher(tags)
	}
	if f, ok := set.Get(notFoundName); ok {
		n.pages[""] = f
	}
	return n
}

// owns is true for the files that are 404 pages. They are never sent with status
// 200, nor compressed, as every depth of address has its own links.
func (n *notFound) owns(path string) bool {
	dir, isPage := strings.CutSuffix(path, notFoundName)
	return isPage && (dir == "" || slices.Contains(n.languages, strings.TrimSuffix(dir, "/")))
}

// answer makes the page for one address.
func (n *notFound) answer(r *http.Request) *response {
	lang, asked := n.language(r)
	page, ok := n.pages[lang]
	if !ok {
		page, ok = n.pages[""]
	}
	if !ok {
		return n.noPage
	}
	body := page.Body
	if bytes.Contains(body, []byte(asset.RootToken)) {
		body = asset.ExpandRoot(body, asset.RootFrom(r.URL.EscapedPath()))
	}
	head := append(fields(
		"Content-Type", asset.TypeHTML,
		"Content-Length", strconv.Itoa(len(body)),
		"Cache-Control", cacheCheck,
		"X-Robots-Tag", "noindex",
	), n.security.headers(asset.TypeHTML, r.URL.Path, page.Policy)...)
	if asked {
		head = append(head, fields("Vary", "Accept-Language")...)
	}
	return &response{http.StatusNotFound, head, body}
}

// longestAcceptLanguage is in bytes; readers' browsers send less than a tenth.
const longestAcceptLanguage = 1000

// language returns the language of the address, or the best for the reader's
// Accept-Language (RFC 9110 section 12.5.4) and that it was asked for. One that
// is malformed, or names nothing we have, gives the default.
func (n *notFound) language(r *http.Request) (lang string, asked bool) {
	first, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if slices.Contains(n.languages, first) {
		return first, false
	}
	if n.matcher == nil {
		return "", false
	}
	header := strings.Join(r.Header["Accept-Language"], ",")
	if len(header) > longestAcceptLanguage {
		return n.languages[0], true
	}
	wanted, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		return n.languages[0], true
	}
	_, index, _ := n.matcher.Match(wanted...)
	return n.languages[index], true
}
