package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPackageOf(t *testing.T) {
	packages := []string{"bukti/app/view", "bukti/app", "runtime", "runtime/debug", goApp + "/pkg/app"}
	for function, want := range map[string]string{
		"bukti_app_view.__Page_.Render": "bukti/app/view",
		"runtime.mallocgc":              "runtime",
		"runtime_debug.f":               "runtime/debug",
		"github.com_maxence_charriere_go_app_v10_pkg_app.Route": goApp + "/pkg/app",
		"type_.eq.bukti_app_view.State":                         "(compiler)",
		"":                                                      "(compiler)",
	} {
		assert.Equal(t, want, packageOf(function, packages), function)
	}
}
