// Package syntax gives the words of a document their parts of speech and
// lemmas.
//
// The tagger is an averaged perceptron that goes from left to right over a
// sentence and never back (Collins 2002, with the greedy decoding of Honnibal
// 2013). A Model is a memory image: a table of weights of one byte, read in
// place from the bytes it was loaded from, so that loading costs nothing and
// nothing in it can change. Train makes one from treebanks in CoNLL-U; the one
// that is embedded is described in docs/model-card.md, and its figures stand
// in quality.txt.
//
// Tags are those of Universal Dependencies: forms of "be" are AUX even as a
// copula, "to" before a verb is PART, names are PROPN.
package syntax
