package attribution

import "hearsay/internal/linear"

// span is a run of tokens that may be a piece of a source, a cue or a content.
type span struct {
	part     Part
	from, to int
}

func (a span) overlaps(b span) bool { return a.from < b.to && b.from < a.to }

// candidate is a span with what is known of it.
type candidate struct {
	span
	chance float64 // that the chain gives it, 0 to 1
	rule   int32   // the finding of the rules that has it as a piece, -1 if none
	top    int32   // the token that stands highest in the tree, if there is one
	roots  uint32  // how many tokens have their head outside
}

// Least chances for a span to become a candidate, by its begin and as a whole.
const (
	leastBegin = 0.01
	leastSpan  = 0.005
)

// leastAgain is the chance by the first round that a candidate needs for the
// second to look at it.
const leastAgain = 0.01

// worthRanking tells whether the ranker of this round looks at candidate i.
func (f *spanFeatures) worthRanking(i int) bool {
	return f.bonds == nil || f.cs[i].chance >= leastAgain
}

// candidatesOf lists the spans of one block whose chance by the lattice is
// worth a look, by their begin. first is the token of the lattice's first row.
func candidatesOf(l *linear.Lattice, first int, out []candidate) []candidate {
	for i := range l.Emit {
		row := l.Marginal(i)
		for part := range parts {
			if p := row[beginOf(part)]; p >= leastBegin {
				out = spread(l, first, i, part, p, out)
			}
		}
	}
	return out
}

// spread adds the spans of a part that begin at row i, with chance p.
func spread(l *linear.Lattice, first, i int, part Part, p float64, out []candidate) []candidate {
	label, inside := int(beginOf(part)), int(insideOf(part))
	for j := i + 1; p >= leastSpan; j++ {
		on := 0.0
		if j < len(l.Emit) {
			on = l.Follows(j, label, inside)
		}
		if end := p * (1 - on); end >= leastSpan {
			out = append(out, candidate{span: span{part, first + i, first + j}, chance: end, rule: -1})
		}
		p *= on
		label = inside
	}
	return out
}

// candidateSet gathers the candidates of one block, each span once.
type candidateSet struct {
	list []candidate
	at   map[span]int
}

func newCandidateSet(list []candidate) *candidateSet {
	set := &candidateSet{list: list, at: make(map[span]int, 2*len(list))}
	for i := range list {
		set.at[list[i].span] = i
	}
	return set
}

// add gives the place of a span, which it adds if it is new.
func (set *candidateSet) add(s span) int {
	k, ok := set.at[s]
	if !ok {
		k = len(set.list)
		set.at[s] = k
		set.list = append(set.list, candidate{span: s, chance: leastSpan / 2, rule: -1})
	}
	return k
}

// withRules adds the spans of the rules in block number b, and notes which of
// the candidates are theirs.
func (set *candidateSet) withRules(v *view, b int) {
	for _, r := range v.ruled[b] {
		set.list[set.add(r.span)].rule = r.finding
	}
}

// Bounds of what recombine makes.
const (
	leastRecombined = 0.04 // chance of a begin
	mostEnds        = 5    // new ends of one begin
	farthestEnd     = 80   // tokens
)

// recombine adds contents that begin where some likely one does and end where a
// clause or sentence does: the chain often knows where a content begins and
// not where it ends.
func (set *candidateSet) recombine(v *view, block [2]int) {
	begins := map[int]float64{}
	var order []int
	for _, c := range set.list {
		if c.part == PartContent {
			if begins[c.from] == 0 {
				order = append(order, c.from)
			}
			begins[c.from] += c.chance
		}
	}
	for _, from := range order {
		if begins[from] < leastRecombined {
			continue
		}
		made := 0
		for t := from + 2; t <= min(block[1], from+farthestEnd) && made < mostEnds; t++ {
			if v.clauseEnds(t, block[1]) {
				if n := len(set.list); set.add(span{PartContent, from, t}) == n {
					made++
				}
			}
			if t < block[1] && v.row[t].sentence != v.row[from].sentence && v.row[from].quote == quoteOut {
				break
			}
		}
	}
}

// clauseEnds tells whether a clause can end before token t.
func (v *view) clauseEnds(t, end int) bool {
	if t >= end || v.row[t].sentence != v.row[t-1].sentence || v.row[t-1].quote == quoteCloses {
		return true
	}
	switch v.low[t] {
	case ",", ".", ";", ":", "?", "!", "—", "–", "--", "(", ")", "and", "but", "as", "when", "while", "after", "before", "because", "since", "who", "which", "if":
		return true
	}
	return v.row[t].quote == quoteOpens
}

func bySpan(a, b candidate) int {
	if a.from != b.from {
		return a.from - b.from
	}
	if a.to != b.to {
		return b.to - a.to
	}
	return int(a.part) - int(b.part)
}
