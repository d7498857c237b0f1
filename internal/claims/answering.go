package claims

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// answeringFile holds the learnt weight of each kind of evidence, a line each,
// written by TrainAnswering.
//
//go:embed answering.txt
var answeringFile string

// answering is a logistic model: the log of the odds that a statement answers
// a query.
type answering struct {
	bias    float64
	weights evidence
}

func (a *answering) score(e evidence) float64 {
	sum := a.bias
	for i, v := range e {
		sum += a.weights[i] * v
	}
	return sum
}

// String prints the model so that parseAnswering reads it back.
func (a *answering) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "bias %.2f\n", a.bias)
	for i, name := range evidenceNames {
		fmt.Fprintf(&b, "%s %.2f\n", name, a.weights[i])
	}
	return b.String()
}

func parseAnswering(file string) (*answering, error) {
	a := &answering{}
	for line := range strings.Lines(file) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("weights of evidence: %q: %w", line, err)
		}
		at := &a.bias
		for i, known := range evidenceNames {
			if known == name {
				at = &a.weights[i]
			}
		}
		*at = v
	}
	return a, nil
}

// WithAnswering is w with another model of what answers a query, as
// TrainAnswering printed it.
func (w *Weights) WithAnswering(file string) (*Weights, error) {
	model, err := parseAnswering(file)
	if err != nil {
		return nil, err
	}
	other := *w
	other.answering = model
	return &other, nil
}
