// Package context stands in for the standard library's: the engine of a page runs as
// long as the page.
package context

// Context is how long something may run.
type Context interface {
	Done() <-chan struct{}
}

type background struct{}

// Background is a context that never ends.
func Background() Context { return background{} }

func (background) Done() <-chan struct{} { return nil }
