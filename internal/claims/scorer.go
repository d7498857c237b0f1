package claims

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
)

//go:embed scorer.txt
var scorerWeights string

// Scorer weighs evidence: it gives the probability that a statement speaks of
// what a query says, for it or against it.
type Scorer struct {
	bias    float64
	weights Evidence
}

// LoadScorer reads the weights that the binary carries.
func LoadScorer() (*Scorer, error) { return parseScorer(scorerWeights) }

// Score is the probability, 0 to 1.
func (s *Scorer) Score(e Evidence) float64 {
	sum := s.bias
	for i, x := range e {
		sum += s.weights[i] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

// String prints the weights, one a line, each behind the name of its feature.
func (s *Scorer) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.3f\tbias\n", s.bias)
	for i, name := range featureNames {
		fmt.Fprintf(&b, "%.3f\t%s\n", s.weights[i], name)
	}
	return b.String()
}

func parseScorer(printed string) (*Scorer, error) {
	s := &Scorer{}
	place := map[string]*float64{"bias": &s.bias}
	for i, name := range featureNames {
		place[name] = &s.weights[i]
	}
	for line := range strings.Lines(printed) {
		number, name, _ := strings.Cut(strings.TrimSpace(line), "\t")
		x, err := strconv.ParseFloat(number, 64)
		if err != nil || place[name] == nil {
			return nil, fmt.Errorf("scorer of claims: %q is no weight", line)
		}
		*place[name] = x
		delete(place, name)
	}
	if len(place) > 0 {
		return nil, fmt.Errorf("scorer of claims: %d weights are missing", len(place))
	}
	return s, nil
}
