package storyfile

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const lighthouse = "../../stories/lighthouse"

// folder returns a copy of the lighthouse story to break.
func folder(t testing.TB) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, name := range []string{"story.yaml", "en.yaml", "id.yaml"} {
		data, err := os.ReadFile(lighthouse + "/" + name)
		require.NoError(t, err)
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

// edit changes one place of a file. A ^ in the new text marks where a problem
// should be reported; it is taken out and its position returned as "line:column".
type edit struct{ file, old, new string }

func (e edit) apply(t testing.TB, f fstest.MapFS) (at string) {
	t.Helper()
	before := string(f[e.file].Data)
	require.Equal(t, 1, strings.Count(before, e.old), "%q must stand once in %s", e.old, e.file)
	after := strings.Replace(before, e.old, e.new, 1)
	if left, right, ok := strings.Cut(after, "^"); ok {
		line := strings.Count(left, "\n") + 1
		column := len([]rune(left[strings.LastIndex(left, "\n")+1:])) + 1
		at, after = strconv.Itoa(line)+":"+strconv.Itoa(column), left+right
	}
	f[e.file] = &fstest.MapFile{Data: []byte(after)}
	return at
}

func errorLines(problems []Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Error())
	}
	return out
}

// expectProblems loads a story with edits and compares all that is reported. In the
// expectation, @ stands for the position that an edit has marked.
func expectProblems(t *testing.T, edits []edit, want ...string) {
	t.Helper()
	f := folder(t)
	at := ""
	for _, e := range edits {
		if marked := e.apply(t, f); marked != "" {
			at = marked
		}
	}
	for i := range want {
		want[i] = strings.Replace(want[i], ":@:", ":"+at+":", 1)
	}
	loaded, problems := Load(f)
	assert.Equal(t, want, errorLines(problems))
	if len(want) > 0 {
		assert.Nil(t, loaded)
	}
}
