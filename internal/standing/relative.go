package standing

import (
	"slices"
	"strings"

	"hearsay"
)

// ownVoice is what the outlet says with nobody quoted.
func (l *local) ownVoice(content []hearsay.Span) hearsay.Statement {
	st := hearsay.Statement{Report: l.report.ID, Content: content, Stance: hearsay.Asserts, Chain: l.head, End: hearsay.EndUnattributed}
	if l.analysis.Genre.OwnVoice() && len(l.head) == 1 {
		st.End = hearsay.EndNamed
	}
	return st
}

// untouched is the part of a clause that no attribution has a part in: all of
// "the school was hit; the patrol saw a hole" where the second alone is
// attributed, and what stands before a relative clause ("police broke up a
// protest against a mill that campaigners say poisons the river").
func (l *local) untouched(clause []hearsay.Span, touching []int) []hearsay.Span {
	first := -1 // where the first attribution begins
	for _, i := range touching {
		for _, part := range l.extents[i] {
			if slices.ContainsFunc(clause, part.Overlaps) && (first < 0 || part.Start < first) {
				first = part.Start
			}
		}
	}
	if first < 0 {
		return clause
	}
	if len(clause) != 1 || first <= clause[0].Start {
		return nil
	}
	main := strings.TrimRight(l.report.Text[clause[0].Start:first], " \t\n")
	at := strings.LastIndexAny(main, " \t\n")
	if at < 0 || !relative[main[at+1:]] || wordCount(main[:at]) < mainWords {
		return nil
	}
	return []hearsay.Span{{Start: clause[0].Start, End: clause[0].Start + len(strings.TrimRight(main[:at], " \t\n,"))}}
}

// mainWords is how many words stand at least before a relative clause where
// they tell something: fewer are the frame of what is told ("it is thought
// that").
const mainWords = 6

var relative = map[string]bool{"that": true, "which": true, "who": true, "whom": true, "where": true}
