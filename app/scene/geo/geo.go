// Package geo turns places on Earth into pixels: an equal-area projection, frames that crop it, and a pipeline that
// draws coasts and borders as short SVG paths.
//
// The pipeline is a chain of plain functions, in the order the data travels:
//
//	lon/lat ── Frame.ProjectRing ──▶ pixels ── Box.ClipRing ──▶ inside the frame ── SimplifyRing ──▶ few points ── PathBuilder.Ring ──▶ SVG
//
// (and the same with …Line for open lines). World.Draw runs it over a whole base map.
//
// The package is pure and imports little of the standard library, because it is compiled into the browser's
// WebAssembly.
package geo
