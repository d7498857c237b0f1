package trace

import (
	"slices"

	"hearsay/internal/claims"
)

// Words say what a response was.
func (k ResponseKind) Words() string {
	switch k {
	case Declined:
		return "declined to comment"
	case Silent:
		return "did not respond"
	case Unreached:
		return "could not be reached"
	}
	return "answers"
}

// Heard is a response with the number of further reports that tell the same.
type Heard struct {
	Response
	Others int
}

// Heard folds what several reports tell of one response; the first of them
// tells it.
func (a *Answer) Heard() (folded []*Heard) {
	for _, r := range a.Responses {
		i := slices.IndexFunc(folded, func(x *Heard) bool { return x.By == r.By && x.Kind == r.Kind && r.Kind != Replied })
		switch {
		case i < 0:
			folded = append(folded, &Heard{Response: r})
		case folded[i].Report != r.Report:
			folded[i].Others++
		}
	}
	return folded
}

// Why says how a headline goes beyond its body.
func (h *Headline) Why() (reasons []string) {
	for _, e := range h.Exceeds {
		reasons = append(reasons, excessWords(e))
	}
	return reasons
}

func excessWords(e claims.Excess) string {
	switch e {
	case claims.HedgeDropped:
		return "the body says so only with a hedge"
	case claims.AttributionDropped:
		return "the body only has others say so"
	case claims.NumberChanged:
		return "the body has another number"
	}
	return "the body does not say so"
}
