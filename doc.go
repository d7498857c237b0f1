// Package hearsay is the vocabulary of the tool: what a report is, what it
// attributes to whom, how statements travel from hand to hand, and what a
// claim stands on. It holds values, predicates and Validate methods, imports
// nothing of this module, and does no work. The words are those of
// docs/counting.md.
//
// Three invariants hold everywhere:
//
//   - A report's Text never changes. Everything found in it is a Span, a
//     half-open pair of byte offsets into that text, on character borders.
//   - Ids are content hashes. Reading a thing twice changes nothing, and two
//     machines agree.
//   - What a machine derived can be dropped and derived again. What a person
//     said (Outlet tables, settings, Rulings) is kept apart and wins.
package hearsay
