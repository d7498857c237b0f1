package attribution

import "hearsay/internal/syntax"

// Options say how a document is read.
type Options struct {
	Point Point
	Trees *syntax.Trees // of the document; nil for the fast way, which sees less
	Model *Model        // nil for Default

	// Outlet gives the common name of an outlet that the case knows by some
	// name; nil if it knows none.
	Outlet func(name string) (string, bool)

	// FirstName tells whether a word is somebody's first name; nil if it is
	// not known of any.
	FirstName func(word string) bool

	// Explain is told of each attribution why it is as it is, a sentence a
	// reason; nil where nobody asks.
	Explain func(id string, why []string)
}

func (o Options) model() *Model {
	if o.Model != nil {
		return o.Model
	}
	return Default()
}
