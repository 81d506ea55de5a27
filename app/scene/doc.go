// Package scene decides where things go: it turns a story, a day and a language
// into marks, lines and labels with positions, classes and claim ids. Scenes are
// plain values without markup, which a test can print and a person can read.
//
// Pictures are fluid: a horizontal position is a fraction of the picture's width
// plus an offset in CSS pixels, so one drawing serves every width while text and
// marks keep their size. Labels are placed for the narrowest width, MinWidth. As a
// picture grows, anchors only move apart, so what is free of collisions there
// stays free of them at every greater width. A chart of chartWide has labels of its
// own, for there is more room.
package scene

// MinWidth is the narrowest picture, in CSS pixels, that labels are placed for: a
// phone of 320 px less the page's margins.
const MinWidth = 288
