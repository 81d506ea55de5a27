// Package picture draws a moment as a card of 1200 × 630 pixels that stands alone on
// a social network or beside a link: what was said, by whom, on what day, and the
// chart of what had been said by then. The scene is the page's own; nothing said later
// is in it.
//
// A card is a drawing of shapes and lines of text. SVG writes it as it is, with text
// as text. PNG, which networks ask for, draws the same shapes, and the text with the
// fonts of package font: nothing depends on the machine, and the same story gives the
// same bytes.
package picture
