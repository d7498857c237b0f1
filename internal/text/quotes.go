package text

import (
	"slices"
	"strings"

	"hearsay"
)

// blockQuote adds a block quotation of the tokens [first, last), unless marks
// of its own enclose it. after says that the block before was one too.
func (q *quoter) blockQuote(first, last int, after bool) {
	last = q.creditStart(first, last)
	if first >= last || after && last-first <= 12 && isDash(q.markRune(first)) || q.pending != nil && q.pending.token == first {
		return
	}
	for i := len(q.pairs) - 1; i >= 0 && q.pairs[i].last > first; i-- {
		if p := q.pairs[i]; p.first == first && (p.last-first)*5 >= (last-first)*4 {
			return
		}
	}
	q.pairs = append(q.pairs, pair{first: first, last: last, open: -1, shut: -1, resumes: after, block: true})
}

// creditStart is where a closing line "— Ada Lund" begins, last if there is none.
func (q *quoter) creditStart(first, last int) int {
	for i := last - 1; i > first && i >= last-10; i-- {
		word := q.doc.Of(i)
		if word != "—" && word != "–" && word != "--" && word != "-" {
			continue
		}
		gap := q.doc.Text[q.doc.Tokens[i-1].End:q.doc.Tokens[i].Start]
		if strings.Contains(gap, "\n") || gap != "" && isPunctuationMark(q.markRune(i-1)) {
			return i
		}
		return last
	}
	return last
}

// possessives makes words of the apostrophes in "the workers' union".
func (q *quoter) possessives(marks []int32) {
	for _, m := range marks {
		t := &q.doc.Tokens[m]
		if m == 0 || t.Kind != Punct || groupOf(q.markRune(int(m)), *t) != groupSingle {
			continue
		}
		before := q.doc.Tokens[m-1]
		if before.Kind == Word && before.End == t.Start && q.doc.Text[before.End-1]|0x20 == 's' {
			t.Kind = Word
		}
	}
}

// finish turns the pairs into Quotes, outermost first, and marks the tokens.
func (q *quoter) finish(marks []int32) {
	q.settle()
	q.possessives(marks)
	slices.SortFunc(q.pairs, func(a, b pair) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return b.last - a.last
	})
	var ends []int
	outer := -1
	for _, p := range q.pairs {
		for len(ends) > 0 && ends[len(ends)-1] <= p.first {
			ends = ends[:len(ends)-1]
		}
		if len(ends) > 0 && p.last > ends[len(ends)-1] {
			continue // crosses another
		}
		q.doc.Quotes = append(q.doc.Quotes, q.quote(p, len(ends)))
		if len(ends) == 0 {
			outer = len(q.doc.Quotes) - 1
			q.cover(p, int32(outer))
		}
		ends = append(ends, p.last)
	}
}

func (q *quoter) cover(p pair, quote int32) {
	for i := p.first; i < p.last; i++ {
		q.doc.Tokens[i].Quote = quote
	}
}

func (q *quoter) quote(p pair, depth int) Quote {
	d := q.doc
	span := d.Span(p.first, p.last)
	inner := span
	if p.open >= 0 {
		d.Tokens[p.open].Kind = OpenQuote
		inner = d.Span(p.first+1, p.last)
	}
	if p.shut >= 0 {
		d.Tokens[p.shut].Kind = CloseQuote
		inner = hearsay.Span{Start: inner.Start, End: int(d.Tokens[p.last-2].End)}
	}
	return Quote{Span: span, Inner: inner, Continues: p.resumes, Block: p.block, Depth: depth}
}
