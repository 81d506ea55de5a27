package view

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"bukti/app/story"
)

func TestNum(t *testing.T) {
	for _, test := range []struct {
		number float64
		want   string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "0"},
		{-0.001, "0"},
		{1, "1"},
		{10, "10"},
		{100, "100"},
		{-30, "-30"},
		{0.5, "0.5"},
		{0.126, "0.13"},
		{-2.5, "-2.5"},
		{1.005, "1"}, // binary 1.00499…
		{1234567.891, "1234567.89"},
	} {
		assert.Equal(t, test.want, num(test.number), test.number)
	}
	for _, test := range []struct {
		fraction float64
		want     string
	}{{0, "0%"}, {1, "100%"}, {0.5, "50%"}, {2.0 / 3, "66.67%"}, {-0.02, "-2%"}} {
		assert.Equal(t, test.want, Percent(test.fraction))
	}
}

func TestNumReadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 5000 {
		x := (r.Float64() - 0.5) * math.Pow(10, float64(r.IntN(7)))
		got, err := strconv.ParseFloat(num(x), 64)
		require.NoError(t, err)
		require.InDelta(t, x, got, 0.005001)
		require.NotRegexp(t, `\.\d*0$|\.$|^-0$`, num(x))
	}
}

// readBack renders an element with an attribute and reads the value as a browser
// does.
func readBack(t *testing.T, make func(tag string, attrs at, body ...app.UI) app.UI, name, value string) string {
	t.Helper()
	markup := app.HTMLString(make("a", at{name, value}, txt("x")))
	root, err := html.Parse(strings.NewReader(markup))
	require.NoError(t, err)
	links := withTag(root, "a")
	require.Len(t, links, 1, markup)
	require.Equal(t, "x", textOf(links[0]), "nothing of the value %q spills into the text: %s", value, markup)
	return attr(links[0], name)
}

func TestAttributesReadBack(t *testing.T) {
	for _, value := range []string{
		"plain", "two words", `"`, `'`, `\`, `\n`, `\"`, `\\`, "<", ">", "&", "&amp;", "&#34;", "&quot", "true", "false", "TRUE",
		"a\nb", "a\tb", "a\rb", "\x01\x1f", "\x7f", "a\u00a0b", "a\u00adb", "\u200f\u202b\u2066", "\ufeff", "🦭", "👩‍👩‍👧", "日本", "Сеул", "عربي",
		`"><script>alert(1)</script>`, `"onload="x`, "`", "=", "{{root}}en/", "\U0010fffd", "?a=1&b=2&copy=3",
	} {
		for _, name := range []string{"aria-label", "href", "title", "id", "class", "data-claim", "d"} {
			assert.Equal(t, value, readBack(t, h, name, value), "%s=%q", name, value)
			assert.Equal(t, value, readBack(t, s, name, value), "svg %s=%q", name, value)
		}
	}
}

// HTML has no way to write the null character and those from U+0080 to U+009F, and
// go-app trims white space at a value's ends.
func TestRandomAttributesReadBack(t *testing.T) {
	alphabet := []rune("ab \"'\\<>&;#=`\n\t\r\x01\x7f\u00a0\u00ad\u200b\u200f\u2028\ufeff🦭日ع0x{}/")
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 9))
		value := make([]rune, 1+r.IntN(12))
		for i := range value {
			value[i] = alphabet[r.IntN(len(alphabet))]
			if r.IntN(4) == 0 {
				value[i] = 0xa0 + rune(r.IntN(0xd7ff-0xa0))
			}
		}
		want := strings.TrimSpace(string(value))
		if want == "" {
			continue
		}
		require.Equal(t, want, readBack(t, h, "aria-label", want), "%q", want)
	}
}

func TestTextsReadBack(t *testing.T) {
	for _, text := range []string{"<b>", "a & b", "&lt;", `"quoted" \n`, "true", "日本 🦭", "\u200fعربي", "]]>", "-->", "{{.}}"} {
		root, err := html.Parse(strings.NewReader(app.HTMLString(h("p", nil, txt(text)))))
		require.NoError(t, err)
		assert.Equal(t, text, textOf(withTag(root, "p")[0]))
	}
}

func TestBooleanAttributes(t *testing.T) {
	for name := range booleans {
		markup := app.HTMLString(h("details", at{name, "true"}))
		assert.Contains(t, markup, " "+name+">", "its presence alone counts")
	}
	assert.NotContains(t, app.HTMLString(h("p", at{"aria-current", ""})), "aria-current", "an empty value is left out")
}

var allShapes = []story.Shape{story.Circle, story.Square, story.Diamond, story.Triangle, story.Cross}

// outline reads a path of M, L, H, V, h, v and z into its corners.
func outline(t *testing.T, d string) (corners [][2]float64) {
	t.Helper()
	require.Regexp(t, `^M[-\d. ]+([LHVhv][-\d. ]+)+z$`, d, "one closed outline")
	x, y := 0.0, 0.0
	for _, step := range regexp.MustCompile(`([MLHVhv])([-\d. ]+)`).FindAllStringSubmatch(d, -1) {
		var n []float64
		for _, f := range strings.Fields(step[2]) {
			v, err := strconv.ParseFloat(f, 64)
			require.NoError(t, err, d)
			n = append(n, v)
		}
		switch step[1] {
		case "M", "L":
			require.Len(t, n, 2, d)
			x, y = n[0], n[1]
		case "H":
			x = n[0]
		case "V":
			y = n[0]
		case "h":
			x += n[0]
		case "v":
			y += n[0]
		}
		corners = append(corners, [2]float64{x, y})
	}
	return corners
}

func TestShapes(t *testing.T) {
	for _, form := range allShapes {
		for _, r := range []float64{4.5, 5} {
			root, err := html.Parse(strings.NewReader("<svg>" + app.HTMLString(shape(form, r, at{"class", "f"})) + "</svg>"))
			require.NoError(t, err)
			drawn := withClass(root, "f")
			require.Len(t, drawn, 1, form)
			if form == story.Circle {
				assert.Equal(t, "circle", drawn[0].Data)
				assert.Equal(t, num(r), attr(drawn[0], "r"))
				continue
			}
			corners := outline(t, attr(drawn[0], "d"))
			var area, cx float64
			for i, a := range corners {
				b := corners[(i+1)%len(corners)]
				area += a[0]*b[1] - b[0]*a[1]
				cx += a[0]
				assert.LessOrEqual(t, math.Hypot(a[0], a[1]), 1.55*r, "%s stays about its place", form)
			}
			assert.InDelta(t, 0, cx/float64(len(corners)), 0.02, "%s is about the middle", form)
			circle := math.Pi * r * r
			assert.InDelta(t, circle, math.Abs(area)/2, 0.4*circle, "%s looks like no more and no less", form)
		}
	}
}

// Every shape and every qualifier looks different from the others.
func TestSignsAreDistinct(t *testing.T) {
	seen := map[string]story.Shape{}
	for _, form := range allShapes {
		markup := app.HTMLString(shape(form, 5, nil))
		require.NotContains(t, seen, markup)
		seen[markup] = form
	}
	glyphs := map[string]story.Qualifier{}
	for _, q := range story.Qualifiers {
		d := QualifierGlyph(q)
		require.NotContains(t, glyphs, d, q)
		glyphs[d] = q
		if q == story.Exactly {
			assert.Empty(t, d)
			continue
		}
		assert.Regexp(t, `^M-?\d[-\d. MLHVqt]*$`, d, q)
	}
}
