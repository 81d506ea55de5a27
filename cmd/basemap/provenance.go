package main

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// provenance is the text of PROVENANCE.md: where the base map comes from, under what licence, and what was done to it.
func provenance(w *world, encoded []byte) string {
	points := 0
	for _, arc := range w.arcs {
		points += len(arc)
	}
	return strings.NewReplacer(
		"{package}", source.Name,
		"{version}", source.Version,
		"{integrity}", source.Integrity,
		"{file}", strings.TrimPrefix(sourceFile, "package/"),
		"{bytes}", fmt.Sprint(len(encoded)),
		"{sha256}", fmt.Sprintf("%x", sha256.Sum256(encoded)),
		"{arcs}", fmt.Sprint(len(w.arcs)),
		"{points}", fmt.Sprint(points),
		"{land}", fmt.Sprint(len(w.land)),
		"{borders}", fmt.Sprint(len(w.borders)),
		"{countries}", fmt.Sprint(len(w.countries)),
		"{units}", fmt.Sprint(unitsPerDegree),
	).Replace(provenanceText)
}

const provenanceText = "# Where `world.bin` comes from\n" + `
Made by ` + "`go run ./cmd/basemap`" + `, which also writes this file. Don't edit either by hand.

| | |
| --- | --- |
| source | npm package ` + "`{package}` {version}, file `{file}`" + ` |
| integrity | ` + "`{integrity}`" + ` |
| licence | BSD-3-Clause, as the package's ` + "`package.json`" + ` states. The package names no copyright holder and has no licence file; its README says it is derived from Mike Bostock's world-atlas, whose notice is below |
| derived from | Natural Earth 1:50m (naturalearthdata.com), public domain |
| result | ` + "`world.bin`" + `, {bytes} bytes, SHA-256 ` + "`{sha256}`" + ` |
| content | {arcs} arcs with {points} points; {land} land rings, {borders} border lines, {countries} countries |

## What was done to it
Coordinates were rounded to 1/{units} degree. Rings without extent on that grid were dropped. Arcs that two countries share
became border lines, joined end to end. The file's format is described at ` + "`geo.DecodeWorld`" + `.

To make it again: ` + "`go run ./cmd/basemap`" + `, with npm installed, or with ` + "`-package FILE.tgz`" + ` and no network. The package
file is refused unless its integrity is the one above. The same package gives the same bytes.

## Border policy
Crimea is part of Ukraine (UN General Assembly resolution 68/262). Western Sahara is shown apart from Morocco. The generator
refuses a source that shows Simferopol, Sevastopol, Kerch or Donetsk outside Ukraine, Kunashir outside Russia, or Laayoune
outside Western Sahara; ` + "`basemap_test.go`" + ` holds the committed file to the same. All other outlines are the source's, which
draws some disputed areas as separate units (Kosovo, Northern Cyprus, Palestine, Siachen Glacier, Somaliland, Taiwan).
Nothing in bukti takes a position by them.

## Licence notice
Copyright (c) 2013-2016, Michael Bostock. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met:

* Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
* Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
  disclaimer in the documentation and/or other materials provided with the distribution.
* The name Michael Bostock may not be used to endorse or promote products derived from this software without specific prior
  written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING,
BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
SHALL MICHAEL BOSTOCK BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING,
BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
`
