package reuse

import (
	"fmt"

	"hearsay"
)

// retoldShare is the share of a text's distinct content words that a report
// which it credits as a whole must have.
const retoldShare = 0.15

// credited adds a rewrite for each credit for a story as a whole: from the
// report of the credited outlet that has most of the words. A credit whose
// report is not in the case makes nothing.
func (l *lineage) credited() {
	for to := range l.docs {
		for _, n := range l.named[to] {
			if n.kind == hearsay.CreditWhole && !l.linked(to, n.outlet) {
				l.retold(to, n)
			}
		}
	}
}

// linked tells whether to has a link to a report of the outlet.
func (l *lineage) linked(to int, outlet string) bool {
	for _, k := range l.links[to] {
		if l.docs[k.from].Outlet == outlet {
			return true
		}
	}
	return false
}

func (l *lineage) retold(to int, n naming) {
	content := contentWords(&l.docs[to].Print)
	best, most := -1, 0.0
	for _, from := range l.by[n.outlet] {
		if l.docs[from].Lang != l.docs[to].Lang || !l.couldRead(to, from) || l.elder(to, from) {
			continue
		}
		if s := sharedContent(content, &l.docs[from].Print); s > most {
			best, most = from, s
		}
	}
	if best < 0 || most < retoldShare {
		return
	}
	a, b := &l.docs[best].Print, &l.docs[to].Print
	rs := runs(a, b)
	k := link{from: best, to: to, kind: hearsay.Rewrite, runs: rs, explained: repeated(rs), credit: n.kind, creditAt: n.at,
		overlap: share(repeated(rs), int32(max(len(b.Words)-ShingleLen+1, 1))), aligned: aligned(a, b, passages(rs))}
	k.why = append(l.creditWhy(k), fmt.Sprintf("has %.0f %% of its words", 100*most))
	l.links[to] = append(l.links[to], k)
}

// contentWords are the distinct words of p that say something.
func contentWords(p *Print) map[uint32]bool {
	set := map[uint32]bool{}
	for i, w := range p.Words {
		if p.Flags[i]&Stop == 0 && p.Lens[i] > 2 {
			set[w] = true
		}
	}
	return set
}

// sharedContent is the share of content that p has too.
func sharedContent(content map[uint32]bool, p *Print) float64 {
	seen := map[uint32]bool{}
	for _, w := range p.Words {
		if content[w] {
			seen[w] = true
		}
	}
	return share(len(seen), int32(len(content)))
}
