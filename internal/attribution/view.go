package attribution

import (
	"sort"

	"hearsay/internal/linear"
	"hearsay/internal/syntax"
	"hearsay/internal/text"
)

// view is a document as the model sees it, a row for each token, in numbers:
// words are hashes. It is filled once and then only read.
type view struct {
	*scanner
	row    []tokenRow
	blocks [][2]int // tokens of each block that says something, datelines left out
	marks  []ruleMark
	tree   []treeRow        // nil where there are no trees
	rules  []int            // findings that stand at the outermost level
	ruled  [][]ruledSpan    // by block, the spans of the rules in it
	belief [][parts]float64 // for each finding, how sure the model is of its spans
}

// tokenRow is what the features of a token are made of.
type tokenRow struct {
	word, stem     uint32
	suffix, prefix uint32
	tag            uint8
	shape          uint8
	quote          quoteState
	boundary       uint8
	likely         uint8 // how likely it is to be part of a cue, in bins
	sentence       int32
}

// quoteState says how a token stands to the outermost quotation.
type quoteState uint8

const (
	quoteOut quoteState = iota
	quoteOpens
	quoteWithin
	quoteCloses
	quoteContinues // within one that the paragraph before left open
)

// ruleMark is what the rules make of a token.
type ruleMark struct {
	label   uint8
	class   uint8 // of the rule's score; 0 outside
	finding int32 // -1 outside
}

// newView looks at the document of s, whose rules have run, and at its trees,
// nil if there are none.
func newView(s *scanner, trees *syntax.Trees, blocks [][2]int) *view {
	v := &view{scanner: s, row: make([]tokenRow, len(s.low)), blocks: blocks}
	for i, span := range s.doc.Sentences {
		for t := span.First; t < span.Last; t++ {
			v.row[t].sentence = int32(i)
		}
	}
	for t := range v.row {
		v.look(t)
	}
	if trees != nil && len(trees.Heads) == len(v.row) {
		v.tree = treeRows(trees)
	}
	v.markRules()
	return v
}

func (v *view) look(t int) {
	r, w := &v.row[t], v.low[t]
	r.word = hashString(w)
	r.stem = r.word
	if form := v.verbs[t]; form.verb != nil {
		r.stem = hashString(form.lemma)
	} else if k := v.doc.Tokens[t].Kind; k == text.Word {
		r.stem = hashString(crudeStem(w))
	}
	r.suffix = hashString(w[max(0, len(w)-3):])
	r.prefix = hashString(w[:min(len(w), 3)])
	r.tag = uint8(v.tags[t])
	r.shape = shapeOf(v.doc.Of(t))
	r.quote = v.quoteState(t)
	r.boundary = v.boundaryOf(t)
}

func (v *view) quoteState(t int) quoteState {
	tok := v.doc.Tokens[t]
	if tok.Quote < 0 {
		return quoteOut
	}
	at := v.quoteToks[tok.Quote]
	switch {
	case t == at[0] && tok.Kind == text.OpenQuote:
		return quoteOpens
	case t == at[1]-1 && tok.Kind == text.CloseQuote:
		return quoteCloses
	case v.doc.Quotes[tok.Quote].Continues:
		return quoteContinues
	}
	return quoteWithin
}

// crudeStem takes off the commonest endings, so that the forms of a word meet.
func crudeStem(w string) string {
	n := len(w)
	switch {
	case n > 5 && w[n-3:] == "ing":
		return w[:n-3]
	case n > 4 && w[n-2:] == "ed":
		return w[:n-2]
	case n > 4 && w[n-3:] == "ies":
		return w[:n-3] + "y"
	case n > 4 && w[n-2:] == "es":
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's':
		return w[:n-1]
	case n > 4 && w[n-1] == 'e':
		return w[:n-1]
	}
	return w
}

// Shapes of a token.
const (
	shapeLower uint8 = iota
	shapeCapital
	shapeUpper
	shapeMixed
	shapeDigits
	shapeOther
)

func shapeOf(w string) uint8 {
	upper, lower, digits := 0, 0, 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case 'a' <= c && c <= 'z' || c >= 0x80:
			lower++
		case 'A' <= c && c <= 'Z':
			upper++
		case '0' <= c && c <= '9':
			digits++
		}
	}
	switch {
	case digits > 0:
		return shapeDigits
	case upper+lower == 0:
		return shapeOther
	case upper == 0:
		return shapeLower
	case lower == 0:
		return shapeUpper
	case upper == 1 && 'A' <= w[0] && w[0] <= 'Z':
		return shapeCapital
	}
	return shapeMixed
}

func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// markRules notes for each token what the outermost findings make of it.
func (v *view) markRules() {
	v.marks = make([]ruleMark, len(v.row))
	v.ruled = make([][]ruledSpan, len(v.blocks))
	for t := range v.marks {
		v.marks[t].finding = -1
	}
	for i := range v.found {
		if f := &v.found[i]; v.outermost(i) {
			v.rules = append(v.rules, i)
			v.mark(i, PartContent, f.content)
			v.mark(i, PartSource, f.source)
			v.mark(i, PartCue, f.cue)
		}
	}
}

// believe notes how sure the model is of a span of the rules.
func (v *view) believe(c *candidate, sure float64) {
	if v.belief == nil {
		v.belief = make([][parts]float64, len(v.found))
		for i := range v.belief {
			v.belief[i] = [parts]float64{1, 1, 1}
		}
	}
	b := &v.belief[c.rule][c.part]
	*b = min(*b, sure)
}

// ruledSpan is a span of a finding of the rules.
type ruledSpan struct {
	span
	finding int32
}

// rule notes a piece of a finding in the block that holds it.
func (v *view) rule(i int, part Part, piece [2]int) {
	b := sort.Search(len(v.blocks), func(b int) bool { return v.blocks[b][1] > piece[0] })
	if b < len(v.blocks) && piece[0] >= v.blocks[b][0] && piece[1] <= v.blocks[b][1] {
		v.ruled[b] = append(v.ruled[b], ruledSpan{span{part, piece[0], piece[1]}, int32(i)})
	}
}

func (v *view) mark(i int, part Part, pieces [][2]int) {
	class := scoreClass(v.found[i].score)
	for _, piece := range pieces {
		for t := piece[0]; t < piece[1]; t++ {
			v.marks[t] = ruleMark{insideOf(part), class, int32(i)}
		}
		v.marks[piece[0]].label = beginOf(part)
		v.rule(i, part, piece)
	}
}

// Labels of tokens: outside, then begin and inside of each part.
const labelOut = uint8(0)

func beginOf(p Part) uint8  { return 1 + 2*uint8(p) }
func insideOf(p Part) uint8 { return 2 + 2*uint8(p) }

// allowedStep tells whether a token with label to can follow one with from.
func allowedStep(from, to int) bool {
	if to == 0 || to%2 == 1 {
		return true
	}
	return from != linear.Labels && (from == to || from == to-1)
}

// scoreClass is the kind of rule that a finding came of, as its score tells.
func scoreClass(score float64) uint8 {
	switch {
	case score >= scoreQuote:
		return 4
	case score >= scoreClause:
		return 3
	case score >= scoreLoose:
		return 2
	}
	return 1
}
