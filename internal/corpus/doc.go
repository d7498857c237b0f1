// Package corpus keeps the attribution corpus of this repository: reading the
// marked texts in which it is written, checking them, writing the stand-off
// form in which it is published, and comparing two annotations of one text.
//
// A marked text is a short header, an empty line, and the text with brackets
// in it:
//
//	genre: wire
//	outlet: The Harbour Post
//	date: 2019-04-02
//	@lund Ada Lund; the chief engineer
//
//	[s1 Lund] [c1 said] [t1 a nurse [c2.?.d had denied] [t2 that he slept]].
//
// A bracket opens with a letter (s source, c cue, t content, v go-between),
// the number of its attribution ("1+2" where two share it) and, on a cue or a
// go-between, what is to be said of the attribution: a speaker and flags.
// In a text that is marked for speakers alone each bracket is a quotation or a
// turn, "[t1.lund.k=pronoun …]", and k says how the text tells who speaks.
// Every other bracket is a character of the text. The parent of an attribution
// is not written: it is the innermost content that its cue stands in.
//
// Invariants of a document that Check passes: each span lies in the text on
// borders of words; the source, cue and content of one attribution are
// disjoint; spans nest or are apart, and never cross; a nested attribution
// lies wholly in one content of its parent; every attribution has a content,
// and a cue, or else a source, and a speaker where it has a source.
package corpus
