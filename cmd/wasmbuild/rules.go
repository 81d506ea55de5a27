package main

// cuts are what go-app's engine names although our program never uses it: state,
// actions between components, the storage that both write to, routes by pattern, and
// addresses that count as foreign.
var cuts = []string{"states", "actions", "localStorage", "sessionStorage", "routesWithRegexp", "internalURL"}

// standIns are our own packages in place of heavy ones that go-app uses little of.
var standIns = map[string]string{
	goApp + "/pkg/errors": "bukti/cmd/wasmbuild/standin/errors",
	"context":             "bukti/cmd/wasmbuild/standin/context",
	"fmt":                 "bukti/cmd/wasmbuild/standin/fmt",
	"net/url":             "bukti/cmd/wasmbuild/standin/url",
	"os":                  "bukti/cmd/wasmbuild/standin/os",
	"syscall/js":          "bukti/cmd/wasmbuild/standin/js",
	"time":                "bukti/cmd/wasmbuild/standin/time",
}

// slender are the files whose interfaces lose the methods that nobody names: each
// element has an interface of a hundred methods. Elsewhere an interface also tells
// types apart, and losing a method would make it fit others.
var slender = map[string]bool{"html_gen.go": true}
