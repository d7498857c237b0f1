package reuse

// Pair is two prints that share wording, by their places in the slice given to
// Pairs; A < B.
type Pair struct {
	A, B    int
	Jaccard float64 // shared shingles by the shingles of either, 0 to 1
	InA     float64 // share of A's shingles found in B: how much of A is in B
	InB     float64 // share of B's shingles found in A
	Shared  int     // distinct shingles in both
	Run     int     // words in the longest run that both have
}

// The counting rules' bounds for two reports that are one text.
const (
	sameJaccard     = 0.5
	sameContainment = 0.8
)

// ExcerptLen is the number of words in the shortest run that is an excerpt.
const ExcerptLen = 20

// SameText tells whether the counting rules take the two reports as one text:
// half of their shingles are shared, or one holds four fifths of the other.
func SameText(p Pair) bool {
	return p.Jaccard >= sameJaccard || p.InA >= sameContainment || p.InB >= sameContainment
}
