// Package syntax gives the words of a document their parts of speech, lemmas
// and dependency trees.
//
// The tagger is an averaged perceptron that goes from left to right over a
// sentence and never back (Collins 2002, with the greedy decoding of Honnibal
// 2013). The parser goes over it once more, as greedily: an arc-hybrid
// transition system, trained with a dynamic oracle (Goldberg and Nivre 2013) on
// tags that a tagger gave which had not seen the sentence. One table of weights
// chooses the step, another the relation of the dependency that the step makes.
//
// A Model holds tables of weights of one byte. A file has them without their
// empty slots, so that loading is little more than to copy rows to their
// places; nothing in a Model can change. All sums are of whole numbers: the
// same text gives the same tags and trees on every platform. Train makes one
// from treebanks in CoNLL-U; the one that is embedded is described in
// docs/model-card.md, and its figures stand in quality.txt.
//
// Tags are those of Universal Dependencies: forms of "be" are AUX even as a
// copula, "to" before a verb is PART, names are PROPN.
package syntax
