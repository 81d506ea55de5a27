// Package errors stands in for go-app's: an error is its message and what it wraps,
// without the source line and JSON.
package errors

import "bukti/cmd/wasmbuild/standin/fmt"

// Error is a message with what else is known.
type Error struct {
	message string
	wrapped error
}

// New makes an error of a message.
func New(message string) Error { return Error{message: message} }

// WithTag adds a name and a value to the message.
func (e Error) WithTag(name string, value any) Error {
	e.message += ", " + name + " " + fmt.Sprint(value)
	return e
}

// Wrap adds the cause.
func (e Error) Wrap(err error) Error {
	e.wrapped = err
	return e
}

// Error is the message with its cause.
func (e Error) Error() string {
	if e.wrapped == nil {
		return e.message
	}
	return e.message + ": " + e.wrapped.Error()
}

// Unwrap is the cause.
func (e Error) Unwrap() error { return e.wrapped }
