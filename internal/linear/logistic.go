package linear

// Logistic gives a probability to a thing with features. It never changes,
// and may be shared.
type Logistic struct{ slots slots }

// NewLogistic makes a classifier of the table that its Table gave.
func NewLogistic(table string) *Logistic { return &Logistic{newSlots(table)} }

// Table is the table of the classifier, to be stored.
func (m *Logistic) Table() string { return m.slots.data }

// fineness is how many steps of a weight make one Unit.
const fineness = 16

// Score is the logit of a thing, in Units.
func (m *Logistic) Score(features []Feature) int32 {
	return m.slots.sum(features) / fineness
}

// mostLogit bounds logits whose odds are multiplied (see Choice): the product
// must stay a number.
const mostLogit = 15

// Odds are the odds, e to the logit, of a thing with a score in Units. Logits
// beyond mostLogit count as that.
func Odds(score int32) float64 { return Exp(min(max(score, -mostLogit*Unit), mostLogit*Unit)) }
