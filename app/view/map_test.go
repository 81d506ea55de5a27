package view

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/assert"

	"bukti/app/scene"
)

func TestScaleBarSaysItsLength(t *testing.T) {
	for _, test := range []struct {
		km   float64
		want string
	}{
		{0.01, "10 m"},
		{0.5, "500 m"},
		{1, "1 km"},
		{2000, "2,000 km"},
	} {
		drawn := app.HTMLString(scaleBar(fictionalLoaded(t).Texts["en"], scene.ScaleBar{Kilometres: test.km, Width: 0.2}))
		assert.Contains(t, drawn, ">"+test.want+"<", test.km)
	}
}
