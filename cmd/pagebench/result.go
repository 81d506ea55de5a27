package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// result is every figure of a page's visits.
type result struct {
	Name    string
	Figures map[string][]float64 // by metric, one a visit
}

func (r result) add(metric string, value float64) {
	r.Figures[metric] = append(r.Figures[metric], value)
}

// metrics are the table's columns, in the order in which a reader meets them.
var metrics = []struct{ name, format string }{
	{"first-paint", "%.0f ms"},    // first contentful paint
	{"visible", "%.0f ms"},        // both pictures have marks
	{"visible-bytes", "%.0f B"},   // transferred until then, heads included
	{"blocking", "%.0f ms"},       // by tasks longer than 50 ms, before the reader does anything
	{"shift", "%.4f"},             // cumulative layout shift, the take-over included
	{"bytes", "%.0f B"},           // transferred in all before the reader does anything
	{"requests", "%.0f"},          // until then
	{"foreign", "%.0f"},           // requests to other origins, take-over included
	{"step", "%.0f ms"},           // from pressing "next" to the new moment's status
	{"take-over", "%.0f ms"},      // from a touch on the chart to a page that can be explored
	{"take-over-task", "%.0f ms"}, // the longest task on the way
	{"again-visible", "%.0f ms"},  // both pictures have marks, on a second visit
	{"again", "%.0f ms"},          // its take-over
	{"again-task", "%.0f ms"},
	{"again-bytes", "%.0f B"}, // transferred by the second visit
}

// table writes medians with the least and greatest value.
func table(out io.Writer, results []result) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "median (least–greatest)\t")
	for _, r := range results {
		fmt.Fprintf(w, "%s\t", r.Name)
	}
	fmt.Fprintln(w)
	for _, m := range metrics {
		fmt.Fprintf(w, "%s\t", m.name)
		for _, r := range results {
			v := slices.Sorted(slices.Values(r.Figures[m.name]))
			if len(v) == 0 {
				fmt.Fprint(w, "–\t")
				continue
			}
			fmt.Fprintf(w, m.format+" (%.4g–%.4g)\t", v[len(v)/2], v[0], v[len(v)-1])
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}
