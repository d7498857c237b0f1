package reuse

import (
	"slices"

	"hearsay"
)

// longestOwn counts the words of the longest passage that is the elder's own:
// not a quotation that both could have heard, unless the elder translated it
// or the younger credits the elder beside it, and not a formula such as a
// disclaimer. Words of the younger marked in taken do not count.
func (l *lineage) longestOwn(from, to int, rs []run, taken []bool) int {
	a := &l.docs[from].Print
	translation := l.isTranslation(from)
	longest := 0
	for _, p := range passages(rs) {
		all := translation || l.creditsPassage(from, to, p)
		n := 0
		for k := range min(p.a1-p.a0, p.b1-p.b0) {
			free := taken == nil || !taken[p.b0+k]
			if free && (all || a.Flags[p.a0+k]&Quoted == 0) {
				n++
			}
		}
		if n = min(n, p.n); n > longest && (n < ExcerptLen || !l.isFormula(from, to, p)) {
			longest = n
		}
	}
	return longest
}

// besideWords is how far from a passage its credit may stand.
const besideWords = 80

// creditsPassage tells whether the younger names the outlet of the elder
// beside the passage, or credits it for all that it prints.
func (l *lineage) creditsPassage(from, to int, p passage) bool {
	outlet := l.docs[from].Outlet
	return outlet != "" && slices.ContainsFunc(l.named[to], func(n naming) bool {
		if n.outlet != outlet {
			return false
		}
		return n.at < 0 || creditRank(n.kind) > creditRank(hearsay.CreditLink) ||
			n.at >= p.b0-besideWords && n.at < p.b1+besideWords
	})
}

// verbatim counts the words in runs that are long enough for an excerpt
// without a single change.
func verbatim(rs []run) int {
	n := 0
	for _, r := range rs {
		if r.n >= ExcerptLen {
			n += r.n
		}
	}
	return n
}

// isTranslation tells whether doc i is a translation.
func (l *lineage) isTranslation(i int) bool {
	return l.own[i] || slices.ContainsFunc(l.links[i], func(k link) bool { return k.kind == hearsay.Translation })
}
