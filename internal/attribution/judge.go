package attribution

import "hearsay/internal/linear"

// judge ranks candidates, round by round, and says which belong together; each
// round sees what the one before made of a candidate's rivals and partners.
type judge struct {
	rankers []*linear.Logistic // one a round
	linkers []*linear.Logistic // of a round for the next one, and of the last for the triples
	sure    calibration        // of the chances that the last ranker gives
}

// Rounds of the two judges of a model: the full one sees trees, the fast one
// does without.
const (
	fullRounds = 2
	fastRounds = 1
)

func newJudge(parts []string) *judge {
	j := &judge{sure: newCalibration(parts[0])}
	for k := 1; k+1 < len(parts); k += 2 {
		j.rankers = append(j.rankers, linear.NewLogistic(parts[k]))
		j.linkers = append(j.linkers, linear.NewLogistic(parts[k+1]))
	}
	return j
}

// parts are the judge as parts of a model file.
func (j *judge) parts() []string {
	out := []string{j.sure.bytes()}
	for k := range j.rankers {
		out = append(out, j.rankers[k].Table(), j.linkers[k].Table())
	}
	return out
}

// last is the linker that joins triples.
func (j *judge) last() *linear.Logistic { return j.linkers[len(j.linkers)-1] }

// judgeOf is the judge for a document with trees or without.
func (m *Model) judgeOf(v *view) *judge {
	if v.tree == nil {
		return m.fast
	}
	return m.full
}
