// Package linear holds linear models over sparse features: a chain of labels
// (a conditional random field, Lafferty et al. 2001) and a logistic
// classifier, with their trainers. Things that lie on a line and overlap are
// classified together, since one of them at most is right: the classifier then
// is a semi-Markov conditional random field (Sarawagi and Cohen 2004) over them.
//
// A feature is a hash of 32 bits. Trained weights are small integers in tables
// that are read in place from the bytes of a model file, so that loading costs
// nothing, and every score is a sum of integers. What becomes of a score, a
// probability, is computed from products and sums of float64 in a fixed order
// without fused steps: the same on every platform.
package linear

// Feature is the hash of a feature.
type Feature = uint32

// Mix makes a feature of two hashes; the order matters.
func Mix(a, b uint32) Feature {
	h := uint64(a^0x9e3779b9)*0xff51afd7ed558ccd + uint64(b)*0xc4ceb9fe1a85ec53
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return uint32(h >> 32)
}
