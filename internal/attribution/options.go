package attribution

import "hearsay/internal/syntax"

// Options say how a document is read.
type Options struct {
	Point Point
	Trees *syntax.Trees // of the document; nil for the fast way, which sees less
	Model *Model        // nil for Default
}

func (o Options) model() *Model {
	if o.Model != nil {
		return o.Model
	}
	return Default()
}
