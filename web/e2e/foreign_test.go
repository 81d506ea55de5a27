//go:build audit

package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"bukti/app/view"
)

// foreign is a browser of another make.
type foreign struct {
	t    *testing.T
	run  func(script string) (json.RawMessage, error) // what the script hands to its last argument
	open func(url string) error
	show func() ([]byte, error) // the window as a PNG
}

var foreigners = map[string]func(*testing.T) *foreign{"Firefox": startFirefox, "WebKit": startWebKit}

// timeouts are WebDriver's. https://www.w3.org/TR/webdriver2/#timeouts
var timeouts = map[string]any{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds()}

// valueOf unwraps a result.
func valueOf(result json.RawMessage) (json.RawMessage, error) {
	var wrapped struct{ Value json.RawMessage }
	err := json.Unmarshal(result, &wrapped)
	return wrapped.Value, err
}

// visit types an address, and waits until the page is there.
func (f *foreign) visit(url string) {
	f.t.Helper()
	require.NoError(f.t, f.open(url), url)
}

// ask returns the value of an expression in the page; a promise is waited for.
func ask[T any](f *foreign, expression string) T {
	f.t.Helper()
	v, err := asked[T](f, expression)
	require.NoError(f.t, err, expression)
	return v
}

func asked[T any](f *foreign, expression string) (value T, err error) {
	result, err := f.run(`const done = arguments[arguments.length - 1];
		(async () => (` + expression + `))().then((value) => done({value}), (error) => done({error: String(error)}));`)
	if err != nil {
		return value, err
	}
	var answer struct {
		Value T
		Error string
	}
	if err := json.Unmarshal(result, &answer); err != nil {
		return value, err
	}
	if answer.Error != "" {
		return value, errors.New(answer.Error)
	}
	return answer.Value, nil
}

// until waits until an expression is true. The page may be on its way to another.
func (f *foreign) until(condition string) {
	f.t.Helper()
	require.Eventually(f.t, func() bool {
		ok, err := asked[bool](f, condition)
		return err == nil && ok
	}, patience, 50*time.Millisecond, condition)
}

// In other browsers too each line of text in the pictures is one line, in its order from
// right to left as well: WebKit once tore the figures of Arabic labels apart.
func TestAuditLabels(t *testing.T) {
	for name, start := range foreigners {
		t.Run(name, func(t *testing.T) {
			f := start(t)
			for _, e := range published.editions() {
				f.visit(published.url + e.path)
				got := ask[reading](f, readLabels)
				assert.Positive(t, got.Lines, e.name())
				assert.Empty(t, got.Torn, e.name())
				assert.Empty(t, got.Reversed, e.name())
			}
		})
	}
}

// In other browsers too the program takes the page over without making a node anew, and
// steps and cards work. The pictures are for eyes.
func TestAuditTakeOver(t *testing.T) {
	album := filepath.Join(root, "dist/audit")
	require.NoError(t, os.MkdirAll(album, 0o755))
	for name, start := range foreigners {
		t.Run(name, func(t *testing.T) {
			f := start(t)
			st := published.Story
			for _, lang := range published.Languages {
				texts := published.Texts[lang]
				f.visit(published.url + view.Address{Lang: lang, Moment: st.Moments[0].ID}.Path())
				ask[any](f, `document.querySelector(".chart .fluid").dispatchEvent(new PointerEvent("pointerdown", {bubbles: true, pointerType: "touch"}))`)
				f.until(`document.documentElement.dataset.app === "ready"`)
				assert.Equal(t, 0, ask[int](f, `performance.getEntriesByName("bukti-adopted")[0].detail.made`), lang)
				ask[any](f, `document.querySelector(".stepper .next").click()`)
				f.until(fmt.Sprintf(`document.querySelector("[data-bench=status]").textContent.includes(%q)`, view.NewFinding(st, texts, 1).Title))
				ask[any](f, `document.querySelector(".marks .m.on").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))`)
				f.until(`document.querySelector("#card:popover-open")?.dataset.claim === document.querySelector(".marks .m.on").dataset.claim`)
				picture, err := f.show()
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(filepath.Join(album, name+"-"+lang+".png"), picture, 0o644))
			}
		})
	}
}
