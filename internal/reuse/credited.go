package reuse

import (
	"fmt"
	"slices"

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
				l.retold(to, n, retoldShare)
			}
		}
		if n, ok := l.leansOn(to); ok && !l.linked(to, n.outlet) {
			l.retold(to, n, leaningShare)
		}
		for _, n := range l.named[to] {
			p := &l.docs[to].Print
			if n.at >= 0 && n.at < len(p.Words)/3 && !l.linked(to, n.outlet) && !p.disputesAt(n.at) {
				l.retold(to, n, namedShare)
			}
		}
	}
}

// disputesAt tells whether the sentence of the name at word i says that
// something is false.
func (p *Print) disputesAt(i int) bool {
	first, last := p.sentenceAround(i)
	return slices.ContainsFunc(p.Words[first:last], func(w uint32) bool { return creditCues[w]&cueDisputes != 0 })
}

// namedShare is the same for a report that names another in its first third,
// however it does. Reports of one event that name each other have up to 0.44.
const namedShare = 0.47

// leaningShare is the same for a report that credits another one for each part
// of its story rather than for the whole.
const leaningShare = 0.28

// leansOn is the outlet that a report names as a reporter, and none other in
// this way, both where it begins and where it ends: "the magazine Aero Weekly
// reports … Aero Weekly writes".
func (l *lineage) leansOn(to int) (n naming, ok bool) {
	p := &l.docs[to].Print
	head, foot := min(headWords, len(p.Words)/3), len(p.Words)*4/5
	for _, first := range l.named[to] {
		if first.at < 0 || !p.reportsAt(first.at) {
			continue
		}
		for _, last := range l.named[to] {
			if last.outlet == first.outlet && first.at < head && last.at >= foot && p.reportsAt(last.at) {
				n, ok = first, true
			}
		}
	}
	return n, ok && !slices.ContainsFunc(l.named[to], func(other naming) bool {
		return other.outlet != n.outlet && other.at >= 0 && p.reportsAt(other.at)
	})
}

// reportsAt tells whether the sentence of the name at word i speaks of it as of
// a reporter: it reports or writes, somebody told it, or it is so according to
// it.
func (p *Print) reportsAt(i int) bool {
	first, last := p.sentenceAround(i)
	for k := max(first, i-reportWords); k < min(last, i+reportWords); k++ {
		if k < i && reportsBefore[p.Words[k]] || k > i && reportsBehind[p.Words[k]] {
			return true
		}
	}
	return false
}

// reportWords is how far from a name the word stands that makes it a reporter.
const reportWords = 6

var (
	reportsBefore = hashSet("according told tells writes wrote interview")
	reportsBehind = hashSet("reports reported writes wrote")
)

// linked tells whether to has a link to a report of the outlet.
func (l *lineage) linked(to int, outlet string) bool {
	for _, k := range l.links[to] {
		if l.docs[k.from].Outlet == outlet {
			return true
		}
	}
	return false
}

func (l *lineage) retold(to int, n naming, enough float64) {
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
	if best < 0 || most < enough {
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
