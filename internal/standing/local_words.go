package standing

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"hearsay"
)

// Whose the words of a sentence are: an attribution's, one nested in it, or, if
// nobody's, the outlet's own.

// touching lists for each sentence the attributions that have a part in it:
// what they leave over is the frame of an attribution, not the outlet's claim.
// What is no attribution but a deed has none. Each part finds its sentences by search, so that a long report costs no more
// than its length.
func (l *local) touching(sentences []hearsay.Span) [][]int {
	in := make([][]int, len(sentences))
	for i, extent := range l.extents {
		if l.deed(i) {
			continue
		}
		for _, part := range extent {
			first := sort.Search(len(sentences), func(n int) bool { return sentences[n].End > part.Start })
			for n := first; n < len(sentences) && sentences[n].Start < part.End; n++ {
				if last := len(in[n]) - 1; last < 0 || in[n][last] != i {
					in[n] = append(in[n], i)
				}
			}
		}
	}
	return in
}

// outlets lists what of a sentence is the outlet's own: the clauses in which
// nothing is attributed but what somebody did by saying something, such acts by
// themselves where more is, and what is untouched.
func (l *local) outlets(clauses [][]hearsay.Span, touching []int) (list [][]hearsay.Span) {
	var acts, others []int
	for _, i := range touching {
		p := l.parent[i]
		switch {
		case p < 0 && !l.acts[i].IsEmpty() && within(clauses, l.acts[i]):
			acts = append(acts, i)
		case p < 0 || !slices.Contains(acts, p):
			others = append(others, i)
		}
	}
	for _, clause := range clauses {
		if own := l.untouched(clause, others); len(own) > 0 {
			list = append(list, own)
		}
	}
	for _, i := range touching {
		act := l.acts[i]
		if l.parent[i] >= 0 || act.IsEmpty() || len(l.analysis.Attributions[i].Source) == 0 || within(list, act) || !hearsay.Cover(slices.Concat(clauses...)).Contains(act) {
			continue
		}
		list = append(list, []hearsay.Span{act})
	}
	return list
}

func within(clauses [][]hearsay.Span, span hearsay.Span) bool {
	return slices.ContainsFunc(clauses, func(c []hearsay.Span) bool { return hearsay.Cover(c).Contains(span) })
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
	if at < 0 || !relativePronouns[main[at+1:]] || wordCount(main[:at]) < mainWords {
		return nil
	}
	return []hearsay.Span{{Start: clause[0].Start, End: clause[0].Start + len(strings.TrimRight(main[:at], " \t\n,"))}}
}

// mainWords is how many words stand at least before a relative clause where
// they tell something: fewer are the frame of what is told ("it is thought
// that").
const mainWords = 6

// relativePronouns open a relative clause; "where" does the work of one.
var relativePronouns = map[string]bool{"that": true, "which": true, "who": true, "whom": true, "where": true}

// own is the part of the content of attribution i that lies in the sentence
// and in none of its nested attributions, which are among those that touch it.
// What somebody is told to have done by saying something is his word who tells.
func (l *local) own(i int, sentence hearsay.Span, touching []int) []hearsay.Span {
	var pieces []hearsay.Span
	for _, c := range l.analysis.Attributions[i].Content {
		if c.Overlaps(sentence) {
			pieces = append(pieces, hearsay.Span{Start: max(c.Start, sentence.Start), End: min(c.End, sentence.End)})
		}
	}
	for _, child := range touching {
		if l.parent[child] == i && l.acts[child].IsEmpty() {
			pieces = subtract(pieces, l.extents[child])
		}
	}
	if l.analysis.Attributions[i].Stance == hearsay.Denies && len(pieces) == 1 && pointing(pieces[0].Of(l.report.Text)) {
		return pieces
	}
	return l.substantial(pieces)
}

// pointing tells whether a content is a word for what was told before: who
// "denied it" denies that.
func pointing(content string) bool {
	switch strings.ToLower(content) {
	case "it", "this", "that", "them", "these", "those", "everything", "both":
		return true
	}
	return false
}

// frameWords is how many words between the parts of an attribution still belong
// to it: "a nurse told *him that* …", "he said *on Monday* …".
const frameWords = 3

// extent is everything that an attribution covers: source, cue and content,
// and the few words between them. It is sorted.
func (l *local) extent(i int) []hearsay.Span {
	a := &l.analysis.Attributions[i]
	all := slices.Concat(a.Source, a.Cue, a.Content)
	slices.SortFunc(all, func(a, b hearsay.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	joined := all[:0]
	for _, s := range all {
		if n := len(joined); n > 0 && l.near(joined[n-1].End, s.Start) {
			joined[n-1].End = max(joined[n-1].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

func (l *local) near(end, start int) bool {
	return start <= end || wordCount(l.report.Text[end:start]) <= frameWords
}

func subtract(pieces, holes []hearsay.Span) []hearsay.Span {
	for _, h := range holes {
		var left []hearsay.Span
		for _, p := range pieces {
			if !p.Overlaps(h) {
				left = append(left, p)
				continue
			}
			if p.Start < h.Start {
				left = append(left, hearsay.Span{Start: p.Start, End: h.Start})
			}
			if h.End < p.End {
				left = append(left, hearsay.Span{Start: h.End, End: p.End})
			}
		}
		pieces = left
	}
	return pieces
}

// substantial keeps the pieces that can hold a proposition: what is left
// between two nested attributions is mostly "and", "that" or a comma, and a
// greeting states nothing.
func (l *local) substantial(pieces []hearsay.Span) []hearsay.Span {
	kept := pieces[:0]
	for _, p := range pieces {
		if body := p.Of(l.report.Text); wordCount(body) >= 2 && !civil(body) {
			kept = append(kept, p)
		}
	}
	return kept
}

func wordCount(s string) (n int) {
	inWord := false
	for _, c := range s {
		isWord := c > 127 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if isWord && !inWord {
			n++
		}
		inWord = isWord || inWord && c == '\''
	}
	return n
}
