// Package attribution finds who is said to say what: in each report the
// attributions (source, cue and content spans, nested to any useful depth,
// with stance, hedges, medium and go-betweens), and the credits by which a
// report names another publisher as where its words come from.
//
// Two engines work one upon the other. Rules over words, tags and quotations
// read a paragraph as units, a unit being a word or a whole quotation, so that
// a sentence inside a quotation never breaks the sentence around it, and again
// inside each content they found (attribute.go). A trained Model then looks at
// the words and at what the rules made of them, and decides where the outermost
// spans begin and end and which belong together (engine.go): a chain gives
// candidates, rankers weigh them against one another, a linker joins them.
// revise.go lays the two together; Point says how far the model is believed.
// Both keep these invariants, whatever the text:
//
//   - spans lie inside the text on character borders, and the source, cue and
//     content of one attribution are disjoint;
//   - a nested attribution lies inside a content of its parent, which comes
//     before it in the list;
//   - a source is never invented. Where nobody is named the Source is empty,
//     and where two could be meant there is no attribution at all: people
//     publish counts that stand on these, and a wrong speaker is worse than
//     none.
//
// Spans follow the conventions of PolNeAR (Newell, Margolin, Ruths, LREC
// 2018): a source is the whole noun phrase with its appositions, a cue has its
// auxiliaries, negation and colon, a content has its "that" and its quotation
// marks but not the full stop that ends its sentence.
package attribution
