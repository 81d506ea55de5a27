package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"bukti/app/view"
)

// hostile are messages of every wrong kind, as an expression. What the structured
// clone lets through, anybody may send.
const hostile = `[
	null, undefined, true, 42, NaN, -1, Infinity, 1n << 200n, "", "\0", "x".repeat(1e6), [], [[[]]], {}, new Map([["bukti", 1]]), new Date(NaN), /x/g, new ArrayBuffer(8), new Error("x"),
	(() => { const round = {}; round.bukti = round; round.sentinel = round; return round; })(),
	...["bukti", "sentinel", "message", "secret", "type", "height", "datawrapper-height"].flatMap((name) => [null, 0, "x".repeat(1e5), [], {}, NaN].map((value) => ({[name]: value}))),
	...[NaN, -1, 0, Infinity, 1e300, 20000, "500", [500], {}, null, true, {valueOf: 500}, "1e3", new Number(500)].map((height) => ({bukti: {height, moment: "x", title: "x"}})),
	{bukti: null}, {bukti: 5}, {bukti: "height"}, {bukti: []}, {bukti: {get height() { return NaN }}},
	{sentinel: "amp", type: {}}, {sentinel: "amp", type: "embed-size", height: 1e9}, {sentinel: ["amp"], type: "frames-init"}, {message: "ready"}, {message: "ready", secret: {}},
	"[iFrameSizer]", "[iFrameSizer]" + ":".repeat(1e5), "[iFrameSizer]a:b:c:d:e:f:g:h:i:j:k:l:m", "[iFrameSizer]" + "x".repeat(300) + ":8:false:false:32:true:true:8:bodyOffset:x:x:x:x",
	"pymxPYMx", "pymxPYMxnullxPYMxwidthxPYMx", "pymxPYMxxPYMxwidthxPYMx" + "9".repeat(1e5), '{"context":"iframe.resize","height":-5}', "{", "resize ", "RESIZE", "javascript:alert(1)", "<img src=x onerror=alert(1)>",
]`

// counting records on a host's page what embeds tell it.
const counting = `<script>
	window.told = [];
	addEventListener("message", ({data}) => told.push(data));
	window.heights = () => told.filter((m) => m?.bukti).map((m) => m.bukti.height);
</script>`

// Hostile and broken messages change nothing in an embed: it says no more than before,
// and what it says when it is asked properly is the same.
func TestHostileMessagesToAnEmbed(t *testing.T) {
	a := view.Address{Lang: "en", Embed: view.EmbedClaims}
	for name, frame := range map[string]string{
		"plain":     `<iframe src="%[1]s"></iframe>`,
		"pym":       `<iframe src="%[1]s?childId=p"></iframe>`,
		"wordpress": `<iframe src="%[1]s#?secret=abcdefghij"></iframe>`,
		"sandboxed": `<iframe sandbox="allow-scripts" src="%[1]s"></iframe>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := host(t, counting+fill(frame, a)+`<iframe id="other" srcdoc=""></iframe>`, options{width: 400, height: 800})
			settled := `new Promise((rest) => setTimeout(rest, 500)).then(() => told.length)`
			p.until(`heights().length > 0 && document.readyState === "complete"`)
			before := eval[int](p, settled)
			height := eval[float64](p, `heights().at(-1)`)

			eval[any](p, `(() => { for (const m of `+hostile+`) frames[0].postMessage(m, "*") })()`)
			assert.Equal(t, before, eval[int](p, settled), "it answers what is no question")

			// Proper questions, but not the host's.
			eval[any](p, `(() => {
				const script = document.querySelector("#other").contentDocument.createElement("script");
				script.textContent = 'for (const m of ["resize", {sentinel: "amp", type: "frames-init"}]) parent.frames[0].postMessage(m, "*")';
				document.querySelector("#other").contentDocument.body.append(script);
			})()`)
			assert.Equal(t, before, eval[int](p, settled), "it answers another frame")

			// A flood of proper questions is answered once a frame.
			eval[any](p, `(() => { for (let i = 0; i < 10000; i++) frames[0].postMessage("resize", "*") })()`)
			p.until(fmt.Sprintf(`told.length > %d`, before))
			assert.Less(t, eval[int](p, settled)-before, 400, "messages for ten thousand questions")
			assert.Equal(t, []float64{height}, eval[[]float64](p, `[...new Set(heights())].slice(-1)`))
		})
	}
}

// A site that a story attribute leads to may send what it likes: a host's page keeps its
// room and its calm, and the element goes on working.
func TestHostileMessagesToTheElement(t *testing.T) {
	evil := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!doctype html><link rel="icon" href="data:,"><script>
			onmessage = () => parent.postMessage({bukti: {height: 321, moment: "m", title: "told"}}, "*");
			for (const m of `+hostile+`) parent.postMessage(m, "*");
			parent.postMessage("all", "*");
		</script>`)
	}))
	t.Cleanup(evil.Close)
	p := host(t, counting+`<script>
		window.events = [];
		for (const type of ["bukti:ready", "bukti:moment"]) addEventListener(type, ({detail}) => events.push(JSON.stringify(detail)));
	</script>`+below+`<bukti-embed story="`+evil.URL+`/"><p>inside</p></bukti-embed><script src="`+published.url+`embed.js"></script><iframe id="other" srcdoc=""></iframe>`,
		options{width: 400, height: 800, origins: []string{evil.URL}})
	p.until(`told.includes("all")`)
	now := func() []string {
		return eval[[]string](p, `e2e.frames(3).then(() => [document.querySelector("bukti-embed").style.cssText, String(document.querySelector("bukti-embed").clientHeight), `+framed+`.title, JSON.stringify(events)])`)
	}
	kept := now()
	assert.Equal(t, "[]", kept[3])
	assert.NotEqual(t, "500", kept[1])
	assert.NotEqual(t, "x", kept[2])

	// From the host's own page and from another frame, however well formed.
	eval[any](p, `(() => {
		postMessage({bukti: {height: 77, moment: "x", title: "x"}}, "*");
		const script = document.querySelector("#other").contentDocument.createElement("script");
		script.textContent = 'parent.postMessage({bukti: {height: 78, moment: "x", title: "x"}}, "*")';
		document.querySelector("#other").contentDocument.body.append(script);
		for (const m of `+hostile+`) postMessage(m, "*");
		postMessage("own", "*");
	})()`)
	p.until(`told.includes("own") && told.some((m) => m?.bukti?.height === 78)`)
	assert.Equal(t, kept, now())

	eval[any](p, framed+`.contentWindow.postMessage("go", "*")`)
	p.until(`document.querySelector("bukti-embed").clientHeight === 321`)
	assert.Equal(t, []string{"told", `["{\"height\":321}"]`}, now()[2:])
}

// What attributes say is never more than a choice among what there is.
func TestElementFallsBack(t *testing.T) {
	st := published.Story
	first := published.Languages[0]
	for attributes, want := range map[string]string{
		``: "en/embed/",
		`lang="xx" view="everything" moment="never" theme="x"`:    first + "/embed/?theme=x",
		`lang="" view="" moment=""`:                               first + "/embed/",
		`view="../claims" moment="../../" lang="en/"`:             first + "/embed/",
		`story="javascript:alert(1)" view="map"`:                  "en/embed/map/",
		`story="http://[" view="map"`:                             "en/embed/map/",
		`story="data:text/html,x" view="map"`:                     "en/embed/map/",
		`view="claims" moment="` + st.Moments[0].ID + `"`:         "en/embed/claims/" + st.Moments[0].ID + "/",
		`asof="never&x=y#z" basis="<b>"`:                          "en/embed/?asof=never%26x%3Dy%23z&basis=%3Cb%3E",
		`lang="` + strings.Repeat("x", 10000) + `" switcher`:      first + "/embed/?switcher=",
		`theme="dark" transparent asof="2024-10-20" lang="id"`:    "id/embed/?theme=dark&asof=2024-10-20&transparent=",
		`onload="x" src="https://elsewhere.invalid/" srcdoc="no"`: "en/embed/",
	} {
		t.Run(attributes[:min(60, len(attributes))], func(t *testing.T) {
			p := host(t, `<bukti-embed `+attributes+`></bukti-embed><script src="`+published.url+`embed.js"></script>`, options{width: 400, height: 800})
			p.until(framed + `?.src === "` + published.url + want + `"`)
			p.until(`document.querySelector("bukti-embed").clientHeight > 300`)
		})
	}
}
