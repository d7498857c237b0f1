package reuse

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"hearsay"
)

// Derive decides which report takes its text from which. Pairs are those of
// Pairs for the prints of docs, in their order. Derivations come sorted by the
// path of To, then of From.
func Derive(docs []Doc, pairs []Pair) []hearsay.Derivation {
	l := newLineage(docs)
	l.translated()
	for _, c := range l.candidates(pairs) {
		if k, ok := l.textual(c); ok {
			l.links[c.to] = append(l.links[c.to], k)
		}
	}
	l.credited()
	l.marked()
	for to := range l.docs {
		l.adopt(to)
	}
	l.settle()
	return l.derivations()
}

// lineage is what is known while parents are chosen. Its docs are sorted by
// path and id, so that nothing depends on the order in which they were given.
type lineage struct {
	docs    []Doc
	place   []int // by place given: place in docs
	named   [][]naming
	by      map[string][]int // outlet -> its docs
	formula formulas
	own     []bool   // docs that say they are translations
	links   [][]link // by To: where it could come from
	parents [][]link // by To: where it comes from
}

// link says how the words of one doc could come from another.
type link struct {
	from, to  int
	kind      hearsay.DerivationKind
	overlap   float64 // share of To's shingles found in From
	runs      []run
	explained int // shingles of To that From explains
	credit    hearsay.CreditKind
	creditAt  int // word of To; -1 in its frame
	aligned   []hearsay.Aligned
	why       []string
}

func newLineage(docs []Doc) *lineage {
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(strings.Compare(docs[a].Path, docs[b].Path), strings.Compare(docs[a].ID, docs[b].ID))
	})
	l := &lineage{
		docs:    make([]Doc, len(docs)),
		place:   make([]int, len(docs)),
		by:      map[string][]int{},
		own:     make([]bool, len(docs)),
		links:   make([][]link, len(docs)),
		parents: make([][]link, len(docs)),
	}
	for at, given := range order {
		l.docs[at], l.place[given] = docs[given], at
		if o := docs[given].Outlet; o != "" {
			l.by[o] = append(l.by[o], at)
		}
	}
	l.named = namings(l.docs)
	l.formula = newFormulas(l.docs, l.by)
	return l
}

// textual is the link that shared wording makes, if it is telling.
func (l *lineage) textual(c candidate) (link, bool) {
	from, to, inFrom, inTo := c.from, c.to, c.inFrom, c.inTo
	a, b := &l.docs[from].Print, &l.docs[to].Print
	rs := runs(a, b)
	ps := passages(rs)
	k := link{from: from, to: to, overlap: inTo, runs: rs, explained: repeated(rs), aligned: aligned(a, b, ps)}
	k.credit, k.creditAt = l.creditOf(to, from)
	longest := l.longestOwn(from, to, rs, nil)
	w := l.wording(from, to, rs)
	rewrites := w.telling(k.credit != "") || w.takesUp() && !slices.ContainsFunc(ps, func(p passage) bool { return l.isFormula(from, to, p) })
	retold := rewrites && 2*verbatim(rs) < w.words ||
		k.credit == hearsay.CreditWhole && 3*verbatim(rs) < len(b.Words)
	switch {
	case oneText(inFrom, inTo):
		k.kind = hearsay.Copy
		if 2*len(b.Words) < len(a.Words) {
			k.kind = hearsay.Excerpt
		}
		k.why = append(k.why, fmt.Sprintf("%.0f %% of its 5-word runs recur", 100*inTo))
	case longest >= ExcerptLen && !retold:
		k.kind = hearsay.Excerpt
		k.why = append(k.why, fmt.Sprintf("repeats %d words in a row", longest))
	case rewrites:
		k.kind = hearsay.Rewrite
		k.why = append(k.why, fmt.Sprintf("wording of %d sentences recurs outside quotations", w.sentences))
	default:
		return link{}, false
	}
	k.why = append(k.why, l.creditWhy(k)...)
	return k, true
}

// oneText is SameText for shares that are already oriented.
func oneText(inFrom, inTo float64) bool {
	if inFrom == 0 || inTo == 0 {
		return false
	}
	return 1/(1/inFrom+1/inTo-1) >= sameJaccard || inFrom >= sameContainment || inTo >= sameContainment
}

func (l *lineage) creditWhy(k link) []string {
	name := l.outletName(k.from)
	switch k.credit {
	case "":
		return nil
	case hearsay.CreditWire:
		return []string{"credits " + name + " as its agency"}
	case hearsay.CreditWhole:
		return []string{"credits " + name + " for the story as a whole"}
	case hearsay.CreditForward:
		return []string{"forwarded from " + name}
	case hearsay.CreditLink:
		return []string{"links to " + name}
	}
	return []string{"names " + name}
}

func (l *lineage) outletName(i int) string {
	if len(l.docs[i].OutletNames) > 0 {
		return l.docs[i].OutletNames[0]
	}
	return l.docs[i].Path
}

// creditOf is the strongest credit that doc to gives the outlet of from.
func (l *lineage) creditOf(to, from int) (kind hearsay.CreditKind, at int) {
	at = -1
	outlet := l.docs[from].Outlet
	if outlet == "" || outlet == l.docs[to].Outlet {
		return "", -1
	}
	for _, n := range l.named[to] {
		if n.outlet == outlet && creditRank(n.kind) > creditRank(kind) {
			kind, at = n.kind, n.at
		}
	}
	return kind, at
}

func creditRank(k hearsay.CreditKind) int {
	switch k {
	case hearsay.CreditForward:
		return 6
	case hearsay.CreditWhole:
		return 5
	case hearsay.CreditWire:
		return 4
	case hearsay.CreditTranslation:
		return 3
	case hearsay.CreditLink:
		return 2
	case hearsay.CreditPoint:
		return 1
	}
	return 0
}

func (l *lineage) derivations() []hearsay.Derivation {
	var ds []hearsay.Derivation
	for to := range l.parents {
		for _, k := range l.parents[to] {
			ds = append(ds, hearsay.Derivation{
				From: l.docs[k.from].ID, To: l.docs[to].ID, Kind: k.kind,
				Overlap: math.Round(k.overlap*1000) / 1000, Why: k.why, Aligned: k.aligned,
			})
		}
	}
	return ds
}
