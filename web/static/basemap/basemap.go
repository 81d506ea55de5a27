// Package basemap carries the base map of the whole world inside the program. PROVENANCE.md tells where it comes from,
// under what licence and with what borders.
package basemap

import (
	_ "embed"
	"sync"

	"bukti/app/scene/geo"
)

//go:embed world.bin
var encoded []byte

var decode = sync.OnceValues(func() (*geo.World, error) { return geo.DecodeWorld(encoded) })

// World is the base map, decoded on first use. An error means that world.bin and package geo are of different versions.
func World() (*geo.World, error) { return decode() }
