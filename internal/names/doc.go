// Package names says who is meant. Within one report it finds the mentions of
// persons, organisations, places and other sources, decides which of them are
// one, and gives every attribution its speaker (Resolve). Across reports it
// decides which entities are one identity (Same, Link), however their names are
// spelt or in whatever script.
//
// Invariants:
//
//   - Everything is a pure function of its arguments, and Link gives the same
//     identities whatever the order of its mentions.
//   - A surname, a pronoun or a bare description never joins entities of
//     different reports.
//   - Every join carries reasons that can be shown, and a ruling wins over any
//     of them: a wrong join invents a witness, a missing one merely leaves the
//     interval of origins wider.
//   - Every span re-reads to the words it stands for.
package names
