package reuse

import "hearsay"

// longestOwn counts the words of the longest passage that is the elder's own:
// not a quotation that both could have heard, unless the elder translated it
// or the younger credits the elder, and not a formula such as a disclaimer.
// Words of the younger marked in taken do not count.
func (l *lineage) longestOwn(from, to int, ps []passage, taken []bool) int {
	a := &l.docs[from].Print
	credit, _ := l.creditOf(to, from)
	all := credit != "" || l.isTranslation(from)
	longest := 0
	for _, p := range ps {
		if l.isFormula(from, to, p) {
			continue
		}
		n := 0
		for k := range min(p.a1-p.a0, p.b1-p.b0) {
			free := taken == nil || !taken[p.b0+k]
			if free && (all || a.Flags[p.a0+k]&Quoted == 0) {
				n++
			}
		}
		longest = max(longest, min(n, p.n))
	}
	return longest
}

// isTranslation tells whether a doc says that it translated what it prints.
func (l *lineage) isTranslation(i int) bool {
	for _, c := range l.docs[i].Credits {
		if c.Kind == hearsay.CreditTranslation {
			return true
		}
	}
	for _, k := range l.links[i] {
		if k.kind == hearsay.Translation {
			return true
		}
	}
	return false
}
