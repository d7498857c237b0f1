// Package reuse finds which report takes its text from which: it reduces each
// report to a Print, finds the pairs of prints that share wording, decides for
// each pair what the one did with the other (copy, excerpt, rewrite,
// translation, forward, reply) and follows quotations through their variants.
//
// Its invariants, and why:
//
//   - Only what a report says takes part: mastheads, headlines, captions and
//     furniture are alike between reports that have nothing to do with one
//     another.
//   - The order in which reports are given changes nothing. Whatever could
//     depend on it is decided by time, by content, and at last by path.
//   - Derivations are direct and form a forest but for merged texts: a report
//     has the parent that explains most of its words, and another one only for
//     a run of words that the first does not explain.
//   - Credit alone makes no derivation. A name and a short quotation are a
//     citation; shared wording, a mark of forwarding, or credit for the story
//     as a whole is what counts.
//
// It is pure: values in, values out.
package reuse
