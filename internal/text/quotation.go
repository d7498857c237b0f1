package text

import "unicode/utf8"

// group holds the marks that can close one another.
type group uint8

const (
	groupNone group = iota
	groupDouble
	groupSingle
	groupGuillemet
	groupAngle
	groupCorner
	groupWhiteCorner
)

// maxDepth bounds the nesting that is followed, and so the work done on a text
// full of opening marks.
const maxDepth = 12

// opening is a mark that waits for its fellow.
type opening struct {
	token   int // -1: opened in the paragraph before and not re-opened here
	group   group
	low     bool // „ or ‚ or a reversed guillemet: closed by what otherwise opens
	resumes bool // goes on with the quotation of the paragraph before
	repeat  bool // another quotation of the same group opened above it
}

// pair is a quotation in tokens: [first, last) with its marks, which are open
// and shut, -1 where there is none.
type pair struct {
	first, last int
	open, shut  int
	resumes     bool // goes on with the quotation of the paragraph before
	block       bool // a block quotation
}

// quoter pairs the marks of a document, block by block. What a paragraph left
// open is kept in pending until the next paragraph decides what it was.
type quoter struct {
	doc         *Document
	first, last int // the tokens of the block at hand
	stack       []opening
	pairs       []pair
	pending     *opening
	until       int // end, in tokens, of the block that left pending open
}

// block pairs the marks, given as token indices, of one block [first, last).
// Blocks that say nothing, headlines and captions, neither take up nor leave
// an open quotation.
func (q *quoter) block(marks []int32, first, last int, says bool) {
	q.first, q.last = first, last
	q.stack = q.stack[:0]
	if says && q.pending != nil {
		q.resume(marks)
	}
	for i := range marks {
		q.mark(marks[i:])
	}
	if says {
		q.leave()
	}
}

// resume decides what the quotation left open by the paragraph before was: one
// that is re-opened here, one that goes on without a mark, or a lost mark.
func (q *quoter) resume(marks []int32) {
	p := *q.pending
	reopened := len(marks) > 0 && int(marks[0]) == q.first && q.reopens(q.first, p.group)
	unmarked := p.group != groupSingle && !p.repeat && q.strayClose(marks, p.group)
	if !reopened && !unmarked {
		q.settle()
		return
	}
	q.extend(p)
	q.stack = append(q.stack, opening{token: -1, group: p.group, low: p.low, resumes: true})
}

// strayClose tells whether the first mark of the group closes.
func (q *quoter) strayClose(marks []int32, g group) bool {
	for _, m := range marks {
		if r := q.markRune(int(m)); groupOf(r, q.doc.Tokens[m]) == g {
			left, right := q.around(int(m))
			return !opensBySpace(left, right) && closesBySpace(left, right)
		}
	}
	return false
}

// reopens tells whether the mark can open a quotation of group g again.
func (q *quoter) reopens(token int, g group) bool {
	r := q.markRune(token)
	return groupOf(r, q.doc.Tokens[token]) == g && r != '’'
}

// mark opens or closes with rest[0]; rest[1:] are the marks that follow.
func (q *quoter) mark(rest []int32) {
	token := int(rest[0])
	r := q.markRune(token)
	g := groupOf(r, q.doc.Tokens[token])
	if token == q.first && len(q.stack) == 1 && q.reopens(token, q.stack[0].group) {
		q.stack[0].token = token
		return
	}
	left, right := q.around(token)
	at := q.find(g)
	opens, closes := direction(r, left, right, at >= 0, at >= 0 && q.stack[at].low)
	if opens && closes {
		opens, closes = at < 0, at >= 0
	}
	if g == groupSingle && closes && at >= 0 {
		closes = q.closesSingle(rest, left, right)
	}
	switch {
	case closes && at >= 0:
		q.shut(at, token)
	case g == groupDouble && r != '“' && closesBySpace(left, right) && len(q.stack) == 0:
		q.shutUnopened(token)
	case opens && len(q.stack) < maxDepth:
		q.open(token, g, r)
	}
}

func (q *quoter) open(token int, g group, r rune) {
	for i := range q.stack {
		if q.stack[i].group == g {
			q.stack[i].repeat = true
		}
	}
	low := r == '„' || r == '‚' || r == '»' || r == '›'
	q.stack = append(q.stack, opening{token: token, group: g, low: low})
}

// find is the place in the stack of the opening that a mark of group g closes,
// -1 if none. A single mark never closes over a double one that is still open:
// it is more likely an apostrophe.
func (q *quoter) find(g group) int {
	for i := len(q.stack) - 1; i >= 0; i-- {
		if q.stack[i].group == g {
			return i
		}
		if g == groupSingle && q.stack[i].group == groupDouble {
			return -1
		}
	}
	return -1
}

func (q *quoter) shut(at, token int) {
	o := q.stack[at]
	q.stack = q.stack[:at]
	first := o.token
	if first < 0 {
		first = q.first
	}
	if first+1 < token {
		q.pairs = append(q.pairs, pair{first: first, last: token + 1, open: o.token, shut: token, resumes: o.resumes})
	}
}

// shutUnopened makes a quotation of the words before a closing mark that none
// opened, if they open the paragraph or a sentence and a speaker follows.
func (q *quoter) shutUnopened(token int) {
	if token == q.first || !q.saidAfter(token+1, q.last) {
		return
	}
	first := token - 1
	for first > q.first && !isStop(q.doc.Of(first-1)) {
		if q.doc.Tokens[first-1].Kind == Punct && isQuoteMark(q.markRune(first-1)) {
			return
		}
		first--
	}
	if n := len(q.pairs); n == 0 || q.pairs[n-1].last <= first {
		q.pairs = append(q.pairs, pair{first: first, last: token + 1, open: -1, shut: token})
	}
}

// closesSingle parts closing marks from apostrophes at the end of a word.
// After "s" and before a space it may be either: "‘the bosses’ said", "the
// workers’ union". It is a possessive if a surer closing mark follows.
func (q *quoter) closesSingle(rest []int32, left, right rune) bool {
	switch left {
	case 's', 'S', 'n', 'o': // bosses’, goin’, tho’
		return right != ' ' || !q.surerClose(rest)
	}
	return true
}

// surerClose tells whether a mark that closes beyond doubt comes before the
// next one that opens.
func (q *quoter) surerClose(rest []int32) bool {
	for _, m := range rest[1:min(len(rest), 16)] {
		token := int(m)
		r := q.markRune(token)
		if groupOf(r, q.doc.Tokens[token]) != groupSingle {
			continue
		}
		left, right := q.around(token)
		if r == '‘' || opensBySpace(left, right) && !closesBySpace(left, right) {
			return false
		}
		if isPunctuationMark(left) || closesBySpace(left, right) && left != 's' {
			return true
		}
	}
	return false
}

// leave keeps the outermost quotation that the block leaves open.
func (q *quoter) leave() {
	for i := range q.stack {
		if o := q.stack[i]; o.token >= 0 {
			q.pending, q.until = &o, q.last
			return
		}
	}
}

// settle decides on an open quotation that no later paragraph takes up. Where
// a speaker follows, the mark was lost before; else the quotation reaches to the
// end of its paragraph, unless its own mark is likely a slip.
func (q *quoter) settle() {
	p := q.pending
	if p == nil {
		return
	}
	if end := q.utteranceEnd(p.token+1, q.until); end > 0 {
		q.until = end
		q.extend(*p)
	} else if !p.repeat && (p.group != groupSingle || p.resumes || q.startsUtterance(p.token)) {
		q.extend(*p)
	}
	q.pending = nil
}

// extend ends an open quotation where its block ends.
func (q *quoter) extend(p opening) {
	q.pending = nil
	if p.token+1 < q.until {
		q.pairs = append(q.pairs, pair{first: p.token, last: q.until, open: p.token, shut: -1, resumes: p.resumes})
	}
}

// startsUtterance tells whether a mark stands where speech begins: after a
// comma or colon, or at the beginning of its paragraph.
func (q *quoter) startsUtterance(token int) bool {
	if token == 0 {
		return true
	}
	before := q.doc.Of(token - 1)
	gap := q.doc.Text[q.doc.Tokens[token-1].End:q.doc.Tokens[token].Start]
	return before == "," || before == ":" || len(gap) > 1
}

func (q *quoter) markRune(token int) rune {
	r, _ := utf8.DecodeRuneInString(q.doc.Text[q.doc.Tokens[token].Start:])
	return r
}

// around gives the characters on both sides of a mark; ' ' beyond the text.
func (q *quoter) around(token int) (left, right rune) {
	t := q.doc.Tokens[token]
	left, right = ' ', ' '
	if token > q.first {
		left, _ = utf8.DecodeLastRuneInString(q.doc.Text[:t.Start])
	}
	if token+1 < q.last {
		right, _ = utf8.DecodeRuneInString(q.doc.Text[t.End:])
		if right == '.' && q.doc.Of(token+1) != "." {
			right = '…' // words follow the dots
		}
	}
	return plainSpace(left), plainSpace(right)
}

func plainSpace(r rune) rune {
	if classOf(r) == classSpace {
		return ' '
	}
	return r
}
