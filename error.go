package hearsay

import (
	"errors"
	"fmt"
)

// Code classes the errors that a person may read. Everything else is internal.
type Code string

const (
	CodeInternal   Code = "internal"
	CodeUsage      Code = "usage"      // the command was called wrongly
	CodeUnreadable Code = "unreadable" // an input could not be read
	CodeTooLarge   Code = "too-large"
	CodeUnknown    Code = "unknown-format"
	CodeNotFound   Code = "not-found"
	CodeRefused    Code = "refused" // refused for safety: private address, robots.txt
	CodeCase       Code = "case"    // the case file is locked, corrupt or of a newer version
	CodeNoMatch    Code = "no-match"
	CodeUnanalyzed Code = "unanalyzed" // read, but the analysis failed: a fault of hearsay
)

// Error is an error for a person: what went wrong with which thing, and what
// to do about it.
type Error struct {
	Code   Code
	Path   string // file, place in it, or address; may be empty
	Reason string // a sentence without the path and without a full stop
	Remedy string // what to do, in the imperative
	Err    error  // the cause, for logs
}

func (e *Error) Error() string {
	s := e.Reason
	if e.Path != "" {
		s = e.Path + ": " + s
	}
	if e.Remedy != "" {
		s += "; " + e.Remedy
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error for path; the remedy is set with Do.
func Errorf(code Code, path, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{Code: code, Path: path, Reason: err.Error(), Err: errors.Unwrap(err)}
}

// Do sets the remedy and returns e.
func (e *Error) Do(remedy string) *Error {
	e.Remedy = remedy
	return e
}

// CodeOf is the code of err, CodeInternal if it has none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// Problem is an input that could not be read, or only in part. It is kept in
// the case and shown in the coverage of every answer.
type Problem struct {
	Path   string `json:"path"`
	Code   Code   `json:"code"`
	Reason string `json:"reason"`
	Remedy string `json:"remedy,omitempty"`
	Part   bool   `json:"partial,omitempty"` // something of it was read
}

// ProblemOf turns an error met while reading path into a Problem.
func ProblemOf(path string, err error) Problem {
	var e *Error
	if errors.As(err, &e) {
		if e.Path != "" {
			path = e.Path
		}
		return Problem{Path: path, Code: e.Code, Reason: e.Reason, Remedy: e.Remedy}
	}
	return Problem{Path: path, Code: CodeInternal, Reason: err.Error()}
}
