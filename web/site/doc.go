// Package site turns a loaded story into every file that is published: pages,
// data, style and the browser's program, in memory and always with the same
// bytes for the same input.
package site
