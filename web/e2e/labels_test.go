package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The build machine has no fonts and places labels by an estimate. Here they have
// their real size, at every width that changes the layout.
func TestLabelsStandClear(t *testing.T) {
	p := newTab(t, options{noScript: true})
	for _, e := range published.editions() {
		p.t = t
		p.visit(e.path)
		for _, width := range []int64{320, 360, 720, 1200} {
			t.Run(fmt.Sprintf("%s at %d", e.name(), width), func(t *testing.T) {
				p.t = t
				p.resize(width, 900)
				got := eval[struct {
					Labels   int
					Collided []string
					Outside  []string
				}](p, `(() => {
					const slack = 1, collided = [], outside = [];
					let labels = 0;
					const say = (e, r) => JSON.stringify(e.textContent) + " " + [r.left, r.top, r.right, r.bottom].map((v) => Math.round(v)).join(" ");
					for (const figure of document.querySelectorAll("[data-bench=chart], .map .pane")) {
						const kind = figure.dataset.bench ?? "map";
						const frame = kind === "map"
							? e2e.box(figure.querySelector(".fluid"))
							: {left: 0, right: innerWidth, top: -Infinity, bottom: Infinity};
						const boxes = [...figure.querySelectorAll(".l")].map((e) => [e, [...e.querySelectorAll("text")].filter(e2e.visible).map(e2e.box).filter((r) => r.width > 0)])
							.filter(([, lines]) => lines.length > 0).map(([e, lines]) => {
								const left = Math.min(...lines.map((r) => r.left)), right = Math.max(...lines.map((r) => r.right));
								return [e, {left, right, top: Math.min(...lines.map((r) => r.top)), bottom: Math.max(...lines.map((r) => r.bottom))}];
							});
						labels += boxes.length;
						boxes.forEach(([e, r], i) => {
							if (r.left < frame.left - slack || r.right > frame.right + slack || r.top < frame.top - slack || r.bottom > frame.bottom + slack)
								outside.push(kind + ": " + say(e, r));
							for (const [f, s] of boxes.slice(i + 1)) {
								const across = Math.min(r.right, s.right) - Math.max(r.left, s.left), down = Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top);
								if (across > slack && down > slack) collided.push(kind + ": " + say(e, r) + " and " + say(f, s));
							}
						});
					}
					return {labels, collided, outside};
				})()`)
				assert.Positive(t, got.Labels)
				assert.Empty(t, got.Collided, "labels that overlap")
				assert.Empty(t, got.Outside, "labels outside their picture")
				assertNoSidewaysScroll(p)
			})
		}
	}
	p.t = t
}

// reading is what readLabels tells of the lines of text in a page's pictures.
type reading struct {
	Lines, Mixed   int      // all, and those of Arabic words and a number
	Torn, Reversed []string // those of more than one line, and those out of their order
}

// readLabels asks for boxes of words rather than of letters, which WebKit tells as if
// all were read from the left.
const readLabels = `(() => {
	const lines = [...document.querySelectorAll("svg text")].filter((e) => e.getClientRects().length && e.getBoundingClientRect().width > 0);
	const words = (list) => list.map((e) => e.textContent);
	const part = (e, pattern) => {
		const found = pattern.exec(e.textContent), range = document.createRange();
		range.setStart(e.firstChild, found.index);
		range.setEnd(e.firstChild, found.index + found[0].length);
		return range.getBoundingClientRect();
	};
	const torn = lines.filter((e) => e.childNodes.length !== 1 || part(e, /.+/).height > 2 * parseFloat(getComputedStyle(e).fontSize));
	const mixed = lines.filter((e) => /\d/.test(e.textContent) && /\p{Script=Arabic}/u.test(e.textContent));
	return {lines: lines.length, mixed: mixed.length, torn: words(torn), reversed: words(mixed.filter((e) => {
		const [first, last] = [/[\d,]+/, /[\p{Script=Arabic} ]+/u].map((p) => part(e, p)).sort((a, b) => b.left - a.left);
		return (first.left < last.right - 1) || /^\d/.test(e.textContent) !== (part(e, /\d/).left > last.left + 1);
	}))};
})()`

// The pictures run from left to right in every language; their words do not: a number
// before a word stands to the right of it where the word is read from there.
func TestLabelsReadFromTheirSide(t *testing.T) {
	p := newTab(t, options{noScript: true, width: 720})
	for _, path := range []string{"ar/", "ar/first-count/", "ar/embed/map/"} {
		p.visit(path)
		got := eval[reading](p, readLabels)
		assert.Positive(t, got.Mixed, path)
		assert.Empty(t, got.Torn, path)
		assert.Empty(t, got.Reversed, path)
	}
}

// Nor does a publisher's Latin name draw the day behind it to the other side of an Arabic month.
func TestDatesReadFromTheirSide(t *testing.T) {
	p := newTab(t, options{noScript: true, width: 1200})
	for _, path := range []string{"ar/", "ar/claims/"} {
		p.visit(path)
		got := eval[struct{ Dated, Reversed []string }](p, `(() => {
			const dated = [], reversed = [];
			for (const source of document.querySelectorAll(".sources a")) {
				const text = [...source.childNodes].find((n) => n.nodeType === 3), found = /(\d+) (\p{Script=Arabic}+)/u.exec(text?.data ?? "");
				if (!found || !e2e.visible(source)) continue;
				dated.push(source.textContent);
				const [day, month] = [1, 2].map((k) => {
					const words = document.createRange(), from = k === 1 ? found.index : found.index + found[1].length + 1;
					words.setStart(text, from);
					words.setEnd(text, from + found[k].length);
					return words.getBoundingClientRect();
				});
				const gap = day.left - month.right; // a space wide where the day stands right before the month
				if (day.top === month.top && (gap < 0 || gap > 10)) reversed.push(source.textContent);
			}
			return {dated, reversed};
		})()`)
		assert.NotEmpty(t, got.Dated, path)
		assert.Empty(t, got.Reversed, path)
	}
}

// A speaker's sign keeps its distance from the name, on whichever side that stands.
func TestSignsKeepTheirDistance(t *testing.T) {
	p := newTab(t, options{noScript: true, width: 360})
	for _, lang := range published.Languages {
		p.visit(lang + "/")
		distances := eval[[]float64](p, `[...document.querySelectorAll(".lead .who .badge, .apart .badge")].filter(e2e.visible).map((e) => {
			const words = document.createRange(), sign = e2e.box(e);
			words.selectNodeContents(e.nextElementSibling);
			const first = words.getClientRects()[0];
			return Math.max(first.left - sign.right, sign.left - first.right);
		})`)
		assert.NotEmpty(t, distances, lang)
		for _, d := range distances {
			assert.Greater(t, d, 2.0, lang)
		}
	}
}

// Letters that reach beyond their line are not cut off: fonts differ in how far theirs do.
func TestWordsAreNotCut(t *testing.T) {
	p := newTab(t, options{noScript: true})
	for _, path := range []string{"ar/", "uk/first-count/", "ar/claims/", "ar/embed/", "id/embed/"} {
		p.visit(path)
		for _, width := range []int64{360, 668, 1200} {
			p.resize(width, 900)
			assert.Empty(t, eval[[]string](p, `[...document.querySelectorAll("main :not(button, svg, svg *)")].filter((e) => {
				const style = getComputedStyle(e);
				return e2e.visible(e) && style.overflow !== "visible" && style.clipPath === "none" && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
			}).map(e2e.name)`), "%s at %d", path, width)
			assertNoSidewaysScroll(p)
		}
	}
}
