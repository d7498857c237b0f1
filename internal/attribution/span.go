package attribution

import (
	"slices"

	"hearsay/internal/linear"
)

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
}

// Least chances for a span to become a candidate, by its begin and as a whole.
const (
	leastBegin = 0.02
	leastSpan  = 0.015
)

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

// withRules adds the spans of the rules that the chain did not give, and notes
// which of the candidates are theirs. The candidates are of one block and come
// back by their begin.
func (v *view) withRules(cs []candidate, block [2]int) []candidate {
	at := make(map[span]int, len(cs))
	for i := range cs {
		at[cs[i].span] = i
	}
	for _, i := range v.rules {
		f := &v.found[i]
		for part, pieces := range [parts][][2]int{f.source, f.cue, f.content} {
			for _, p := range pieces {
				if p[0] < block[0] || p[1] > block[1] {
					continue
				}
				s := span{Part(part), p[0], p[1]}
				k, ok := at[s]
				if !ok {
					k = len(cs)
					at[s] = k
					cs = append(cs, candidate{span: s, chance: leastSpan / 2, rule: -1})
				}
				cs[k].rule = int32(i)
			}
		}
	}
	slices.SortStableFunc(cs, bySpan)
	return cs
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
