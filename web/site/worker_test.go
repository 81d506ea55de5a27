package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"bukti/app/story"
	"bukti/app/view"
	"bukti/web/asset"
	"bukti/web/static/basemap"
)

// versionOf reads what a site's worker knows.
func versionOf(t testing.TB, s *Site) version {
	t.Helper()
	f, ok := s.Files.Get(workerName)
	require.True(t, ok)
	var v version
	require.NoError(t, json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(f.Body, []byte("const site=")))).Decode(&v))
	return v
}

// listOf reads the list of a language's files: digest and size by type and path.
func listOf(t testing.TB, s *Site, v version, lang string) map[string]map[string][2]any {
	t.Helper()
	f, ok := s.Files.Get(v.Languages[lang].List)
	require.True(t, ok)
	assert.Equal(t, contentDigest(f.Body), v.Languages[lang].Digest)
	var list map[string]map[string][2]any
	require.NoError(t, json.Unmarshal(f.Body, &list))
	return list
}

// A language's list has all its pages and whatever they and the worker refer to,
// nothing of another language, and tells what is in each file.
func TestWorkerLists(t *testing.T) {
	for _, name := range []string{"real with program", "fictional with program"} {
		b := builtSites(t)[name]
		v := versionOf(t, b.site)
		assert.Equal(t, b.loaded.Languages[0], v.First)
		assert.Equal(t, [2]int{len(fakeProgram.Wasm), len(fakeProgram.Gzip)}, v.Program)
		require.Len(t, v.Languages, len(b.loaded.Languages))
		for _, lang := range b.loaded.Languages {
			t.Run(name+"/"+lang, func(t *testing.T) {
				list := listOf(t, b.site, v, lang)
				listed, size := map[string]bool{}, 0
				for kind, files := range list {
					for path, facts := range files {
						f, ok := b.site.Files.Get(path)
						if kind == "html" {
							f, ok = b.site.Files.Get(path + "index.html")
						}
						require.True(t, ok, path)
						assert.Equal(t, contentDigest(f.Body), facts[0], path)
						assert.EqualValues(t, len(f.Body), facts[1], path)
						assert.Contains(t, f.Type, kind, path)
						listed[f.Path] = true
						if kind != "wasm" {
							size += len(f.Body)
						}
					}
				}
				assert.Equal(t, size, v.Languages[lang].Size)
				for _, needed := range []string{v.Languages[lang].Device, v.Languages[lang].Lost} {
					assert.True(t, listed[needed], needed)
				}
				for _, p := range pagesOf(t, b) {
					mine := !p.lost() && p.langOf() == lang && !strings.Contains(p.path, "/embed/")
					assert.Equal(t, mine, listed[p.path], p.path)
					if !mine {
						continue
					}
					for _, l := range linksOf(p.root) {
						file, _, ok := target(t, p.path, l.to)
						if ok && strings.HasPrefix(file, "assets/") && attr(l.node, "rel") != "apple-touch-icon" {
							assert.True(t, listed[file], "%s needs %s", p.path, file)
						}
					}
				}
			})
		}
	}
}

// The version changes with any file that is kept, and the worker stays small.
func TestWorkerVersion(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	b := builtSites(t)["real with program"]
	before := versionOf(t, b.site)
	again, err := Build(b.loaded, Options{World: world, Program: &fakeProgram})
	require.NoError(t, err)
	assert.Equal(t, before, versionOf(t, again))
	other := fakeProgram
	other.Wasm = append(slices.Clone(other.Wasm), 0)
	changed, err := Build(b.loaded, Options{World: world, Program: &other})
	require.NoError(t, err)
	assert.NotEqual(t, before.Version, versionOf(t, changed).Version)

	f, _ := b.site.Files.Get(workerName)
	assert.Equal(t, asset.TypeJS, f.Type)
	assert.False(t, f.Immutable)
	var packed bytes.Buffer
	w := brotli.NewWriterLevel(&packed, brotli.BestCompression)
	_, err = w.Write(f.Body)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	assert.LessOrEqual(t, packed.Len(), 3<<10, "sw.js with brotli")
}

// A site that retires its worker publishes one that undoes everything, and pages that
// keep nothing.
func TestRetire(t *testing.T) {
	world, err := basemap.World()
	require.NoError(t, err)
	s, err := Build(builtSites(t)["fictional"].loaded, Options{World: world, Program: &fakeProgram, Retire: true})
	require.NoError(t, err)
	f, ok := s.Files.Get(workerName)
	require.True(t, ok)
	assert.Contains(t, string(f.Body), "unregister")
	assert.NotContains(t, string(f.Body), "const site=")
	for _, f := range s.Files.All() {
		assert.NotContains(t, string(f.Body), "data-device", f.Path)
	}
}

// What a reader is told of changes follows the facts, not the language that they are
// told in.
func TestKeptClaims(t *testing.T) {
	b := builtSites(t)["real with program"]
	read := func(lang string) keptData {
		f, ok := b.site.Files.Get(versionOf(t, b.site).Languages[lang].Device)
		require.True(t, ok)
		var data keptData
		require.NoError(t, json.Unmarshal(f.Body, &data))
		return data
	}
	first := read(b.loaded.Languages[0])
	require.Len(t, first.Claims, len(b.loaded.Story.Claims))
	for _, lang := range b.loaded.Languages {
		data, texts := read(lang), b.loaded.Texts[lang]
		_, ok := b.site.Files.Get(data.Style)
		assert.True(t, ok)
		assert.Len(t, data.Months, 12)
		for id, d := range data.Claims {
			claim := b.loaded.Story.Claim(id)
			other := first.Claims[id]
			assert.Equal(t, other[:2], d[:2], "%s in %s", id, lang)
			assert.Contains(t, d[2], view.Gist(texts, claim))
			assert.Contains(t, d[2], texts.Day(claim.Said))
		}
	}
	a := *b.loaded.Story.Claim("nis-1500")
	facts := figureOf(&a)
	for _, change := range []func(*story.Claim){
		func(c *story.Claim) { c.Figure++ },
		func(c *story.Claim) { c.Qualifier = story.UpTo },
	} {
		c := a
		change(&c)
		assert.NotEqual(t, facts, figureOf(&c))
	}
}

// Texts that count have the plural forms that CLDR gives their language.
func TestCountedTextsHaveTheirForms(t *testing.T) {
	names := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}
	loaded := builtSites(t)["real"].loaded
	for _, lang := range loaded.Languages {
		for _, key := range []string{"added", "corrected", "revised", "withdrawn"} {
			forms := map[string]string{}
			for _, form := range strings.Split(loaded.Texts[lang].Get("device."+key), "|") {
				name, text, ok := strings.Cut(form, "=")
				require.True(t, ok, form)
				forms[name] = text
			}
			for n := 1; n < 200; n++ {
				form := names[plural.Cardinal.MatchPlural(language.MustParse(lang), n, 0, 0, 0, 0)]
				if assert.Contains(t, forms, form, "%s %s %d", lang, key, n) && n > 2 {
					assert.Contains(t, forms[form], "{n}", fmt.Sprint(lang, " ", key, " ", n))
				}
			}
			assert.Contains(t, forms, "other")
		}
	}
}
