package storyfile

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"bukti/app/story"
)

// storyName is the file that makes a folder a story.
const storyName = "story.yaml"

// Loaded is a story without problems, with its words.
type Loaded struct {
	Story       *story.Story
	Languages   []string                // the default one first
	Texts       map[string]*story.Texts // by language, the interface's texts included
	Screenshots map[string][]Screenshot // by language; none where there are none
}

// Load reads the story in a folder. It reports every problem of every file, in the
// order of file, line and column; with any problem there is no Loaded.
func Load(fsys fs.FS) (*Loaded, []Problem) {
	r := &report{}
	data, err := fs.ReadFile(fsys, storyName)
	if err != nil {
		r.add(position{storyName, 1, 1}, "the story cannot be read: "+reason(err), "name a folder that has a "+storyName)
		return nil, r.problems
	}
	l := &loader{fsys: fsys, report: r, files: map[string]*languageFile{}}
	if l.doc = parse(storyName, data, r); l.doc != nil {
		l.story, l.languages, l.machine = readStory(l.doc)
		check(l.story, l.doc)
	}
	l.readLanguageFiles()
	l.checkLanguages()
	l.screenshots = l.readScreenshots()
	if len(r.problems) > 0 {
		return nil, r.sorted()
	}
	return l.loaded(), nil
}

// loader holds what is known of a folder while it is read.
type loader struct {
	fsys      fs.FS
	report    *report
	doc       *document // of story.yaml; nil when it could not be parsed
	story     *story.Story
	languages []string
	machine   []string                 // those translated by machine
	files     map[string]*languageFile // by language; nil when the file could not be parsed

	screenshots map[string][]Screenshot // by language
}

// readLanguageFiles reads each YAML file beside story.yaml, those that are missing
// being checkLanguages' concern.
func (l *loader) readLanguageFiles() {
	names, err := fs.Glob(l.fsys, "*.yaml")
	if err != nil {
		return // only a bad pattern gives an error
	}
	listed := l.doc != nil && !l.doc.broken["languages"]
	for _, name := range names {
		lang := strings.TrimSuffix(name, ".yaml")
		if name == storyName {
			continue
		}
		if listed && !known(lang, l.languages) {
			l.report.add(position{name, 1, 1}, fmt.Sprintf("%q is not among the languages of %s", lang, storyName), "add it to languages there, or remove this file")
			continue
		}
		l.files[lang] = nil
		data, err := fs.ReadFile(l.fsys, name)
		if err != nil {
			l.report.add(position{name, 1, 1}, "the file cannot be read: "+reason(err), "make it a file that can be read")
			continue
		}
		if d := parse(name, data, l.report); d != nil {
			l.files[lang] = readTexts(d, l.doc)
		}
	}
}

// checkLanguages sees that each language of the story has its file and that they
// say the same.
func (l *loader) checkLanguages() {
	var read []*languageFile
	sound := l.story // for checks that make sense only of a story without problems
	if len(l.report.problems) > 0 {
		sound = nil
	}
	for i, lang := range l.languages {
		if lang == "" {
			continue // reported
		}
		at := l.doc.position("languages", fmt.Sprint(i))
		file, exists := l.files[lang]
		if !exists {
			l.report.add(at, fmt.Sprintf("the language %q has no file", lang), fmt.Sprintf("write %s.yaml, or remove %s from languages", lang, lang))
		}
		if spoken := interfaceLanguages(); !known(lang, spoken) {
			l.report.add(at, fmt.Sprintf("the interface does not speak %q", lang), "use one of "+strings.Join(spoken, ", "))
		}
		if file != nil {
			checkMissing(l.doc, file)
			checkReferences(l.doc, file, sound)
			read = append(read, file)
		}
	}
	checkOptional(read)
}

func (l *loader) loaded() *Loaded {
	out := &Loaded{Story: l.story, Languages: l.languages, Texts: map[string]*story.Texts{}, Screenshots: l.screenshots}
	for _, lang := range l.languages {
		out.Texts[lang] = l.files[lang].merged(lang, readInterface(lang, l.report))
		out.Texts[lang].Machine = known(lang, l.machine)
	}
	return out
}

// reason is why a file could not be read, without the path of this machine.
func reason(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "it is not allowed"
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return err.Error()
}
