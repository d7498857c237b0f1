package reuse

import "strings"

// formulas counts, for each outlet with several reports, in how many of them
// a shingle stands: its small print, its calls to subscribe, its weekly
// question stand in many. An outlet is counted when it is first asked about.
type formulas struct {
	docs []Doc
	by   map[string][]int
	seen map[string]map[uint32]uint8
}

func newFormulas(docs []Doc, by map[string][]int) formulas {
	return formulas{docs, by, map[string]map[uint32]uint8{}}
}

// habit is the number of reports of an outlet from which on what they share is
// its habit.
const habit = 3

// of counts up to habit.
func (f formulas) of(outlet string) map[uint32]uint8 {
	counts, counted := f.seen[outlet]
	if counted || len(f.by[outlet]) < habit {
		return counts
	}
	counts = map[uint32]uint8{}
	var shingles []uint32
	for _, i := range f.by[outlet] {
		shingles = f.docs[i].Print.shingles(shingles[:0])
		for _, h := range shingles {
			counts[h] = min(counts[h]+1, habit)
		}
	}
	f.seen[outlet] = counts
	return counts
}

// smallPrint are words of sentences that belong to no story; stories may use
// a closing word too, but not as they end.
var (
	smallPrint = hashSet("subscribe subscription newsletter newsletters rights reserved copyright advertisement " +
		"advertisements cookies unsubscribe disclaimer syndicated sponsored")
	closingWords = hashSet("editing editor editors licensed licence advertising privacy donate sponsors follow contact " +
		"enquiries inquiries corrections facebook twitter telegram whatsapp")
)

func hashSet(words string) map[uint32]bool {
	set := map[uint32]bool{}
	for w := range strings.FieldsSeq(words) {
		set[wordHash(w)] = true
	}
	return set
}

// isFormula tells whether a passage is small print at the edge of both texts,
// or what its outlet prints at the edge of all its reports.
func (l *lineage) isFormula(from, to int, p passage) bool {
	a, b := &l.docs[from].Print, &l.docs[to].Print
	first := p.a0 == 0 && p.b0 == 0
	last := len(a.Words)-p.a1 <= 3 && len(b.Words)-p.b1 <= 3
	length := p.b1 - p.b0
	if !first && !last || length >= maxFormula {
		return false
	}
	said := 0
	for _, w := range b.Words[p.b0:p.b1] {
		if smallPrint[w] || last && closingWords[w] {
			said++
		}
	}
	if said >= 2 || said >= 1 && last && length < maxFormula/2 {
		return true
	}
	if l.docs[to].Outlet == "" || l.docs[from].Outlet != l.docs[to].Outlet {
		return false
	}
	return last || l.isHabit(l.docs[to].Outlet, b, p)
}

// maxFormula is the number of words below which a passage may be a formula.
const maxFormula = 80

// isHabit tells whether most of the passage stands in three reports of the
// outlet, or more.
func (l *lineage) isHabit(outlet string, b *Print, p passage) bool {
	known, counts := 0, l.formula.of(outlet)
	for k := p.b0; k+ShingleLen <= p.b1; k++ {
		if counts[shingleHash(b.Words[k:k+ShingleLen])] >= habit {
			known++
		}
	}
	return 2*known > p.b1-p.b0-ShingleLen+1
}
