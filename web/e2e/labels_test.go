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
						const boxes = [...figure.querySelectorAll(".l text")].filter(e2e.visible)
							.map((e) => [e, e2e.box(e)]).filter(([, r]) => r.width > 0);
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
