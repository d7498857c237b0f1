package attribution

// Point says where between finding much and being right an answer stands.
type Point uint8

const (
	// Balanced finds as many spans as serve F1: for programs that read the
	// attributions of a text and look at their scores.
	Balanced Point = iota
	// Careful is for counts that people publish: what the rules found gives way
	// only to what the model is fairly sure of.
	Careful
)

// limits are the chances, as shares of spans that are right, from which on a
// point believes the model.
type limits struct {
	pick   [parts]float64 // to pick a span among its rivals
	rescue [parts]float64 // to take a source or cue, of those left, for the sake of what belongs to it
	rule   float64        // what a span that the rules found has ahead of others
	amend  float64        // to give a finding of the rules other spans
	add    float64        // to add what the rules did not find
	hold   float64        // to keep what only the rules found
}

func (p Point) limits() limits {
	if p == Careful {
		return limits{pick: [parts]float64{0.27, 0.27, 0.23}, rescue: [parts]float64{PartSource: 1, PartCue: 0.15}, rule: 0.1, amend: 0.5, add: 0.65}
	}
	return limits{pick: [parts]float64{0.28, 0.32, 0.33}, rescue: [parts]float64{PartSource: 0.15, PartCue: 0.25}, hold: 0.3}
}

// careful tells whether the rules are to be believed before the model.
func (l limits) careful() bool { return l.rule > 0 }
