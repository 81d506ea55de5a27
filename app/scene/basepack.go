package scene

import (
	"errors"
	"strconv"
	"strings"

	"bukti/app/scene/geo"
)

// ErrBases is returned for data that PackBases did not write.
var ErrBases = errors.New("not a base map file of this version")

const basesHeader = "bukti-map 1"

// PackBases writes base maps for the browser: a line for each view with its id,
// its frame (centre in degrees; scale, origin, width and height in units) and its
// paths, separated by tabs.
func PackBases(bases Bases) string {
	var b strings.Builder
	b.WriteString(basesHeader + "\n")
	for _, base := range bases {
		f := base.Frame
		fields := []string{base.View}
		for _, v := range []float64{f.Lon0, f.Lat0, f.Scale, f.X, f.Y, f.Width, f.Height} {
			fields = append(fields, strconv.FormatFloat(v, 'g', -1, 64))
		}
		b.WriteString(strings.Join(append(fields, base.Land, base.Borders), "\t") + "\n")
	}
	return b.String()
}

// UnpackBases reads what PackBases wrote. It returns ErrBases for anything else.
func UnpackBases(data string) (Bases, error) {
	lines := strings.Split(data, "\n")
	if lines[0] != basesHeader || lines[len(lines)-1] != "" {
		return nil, ErrBases
	}
	var bases Bases
	for _, line := range lines[1 : len(lines)-1] {
		fields := strings.Split(line, "\t")
		if len(fields) != 10 {
			return nil, ErrBases
		}
		var n [7]float64
		for i := range n {
			v, err := strconv.ParseFloat(fields[i+1], 64)
			if err != nil {
				return nil, ErrBases
			}
			n[i] = v
		}
		bases = append(bases, Base{
			View:  fields[0],
			Frame: geo.Frame{Projection: geo.Projection{Lon0: n[0], Lat0: n[1]}, Scale: n[2], X: n[3], Y: n[4], Width: n[5], Height: n[6]},
			Land:  fields[8], Borders: fields[9],
		})
	}
	return bases, nil
}
