package attribution

import (
	"sort"
	"strconv"

	"hearsay"
	"hearsay/internal/text"
)

// finding is an attribution in tokens.
type finding struct {
	source, cue, content [][2]int
	stance               hearsay.Stance
	hedged               bool
	medium               string
	via                  []hearsay.Via
	parent               int // index into scanner.found, -1 at top level
	score                float64
	whole                bool     // the form of the text makes a paragraph somebody's as a whole
	model                int      // the model's attribution that it is paired with, -1 if none
	why                  []string // where somebody asks
}

// Scores by how sure the pattern is, after shares of correct findings measured
// on PolNeAR; an engine that is trained gives real probabilities.
const (
	scoreQuote   = 0.95 // a quotation beside a verb of speech with its subject
	scoreClause  = 0.85 // a verb of speech with a clause
	scoreLoose   = 0.6  // a cue of another kind with a proposition
	scoreCueless = 0.7  // a quotation whose speaker stands nearby
	scoreObject  = 0.35 // a noun phrase as content: no proposition
)

// tokens is a run of units as a run of tokens.
func (p *passage) tokens(r run) [2]int { return [2]int{p.u[r.from].first, p.u[r.to-1].last} }

// pieces turns runs of units into runs of tokens, leaving out empty ones.
func (p *passage) pieces(runs ...run) [][2]int {
	var out [][2]int
	for _, r := range runs {
		if !r.empty() {
			out = append(out, p.tokens(r))
		}
	}
	return out
}

// add keeps a finding and gives its index, -1 if it is no attribution: it
// needs a content, and its parts must not overlap.
func (s *scanner) add(f finding) int {
	sortPieces(f.content)
	if len(f.content) == 0 || !disjoint(f.source, f.cue, f.content) {
		return -1
	}
	if f.parent >= 0 {
		for _, part := range [][][2]int{f.source, f.cue, f.content} {
			for _, piece := range part {
				if !covers(s.found[f.parent].content, piece) {
					return -1
				}
			}
		}
	}
	s.found = append(s.found, f)
	return len(s.found) - 1
}

func sortPieces(pieces [][2]int) {
	sort.Slice(pieces, func(i, j int) bool { return pieces[i][0] < pieces[j][0] })
}

func covers(content [][2]int, piece [2]int) bool {
	for _, c := range content {
		if c[0] <= piece[0] && piece[1] <= c[1] {
			return true
		}
	}
	return false
}

func disjoint(parts ...[][2]int) bool {
	var all [][2]int
	for _, p := range parts {
		all = append(all, p...)
	}
	sortPieces(all)
	for i := range all {
		if all[i][0] >= all[i][1] || i > 0 && all[i][0] < all[i-1][1] {
			return false
		}
	}
	return true
}

// attributions turns the findings into attributions in reading order.
func (s *scanner) attributions() []hearsay.Attribution {
	order := make([]int, len(s.found))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return s.reads(order[i], order[j]) })
	ids := make([]string, len(s.found))
	for n, i := range order {
		ids[i] = "a" + strconv.Itoa(n+1)
	}
	out := make([]hearsay.Attribution, 0, len(order))
	for n, i := range order {
		f := &s.found[i]
		a := hearsay.Attribution{
			ID: "a" + strconv.Itoa(n+1), Source: s.spans(s.withoutOpening(f.source)), Cue: s.spans(f.cue), Content: s.spans(f.content),
			Kind: kindOf(s.doc, f.content), Stance: f.stance, Hedged: f.hedged, Medium: f.medium, Score: f.score,
		}
		a.Via, a.Told = hearers(f.via)
		if f.parent >= 0 {
			a.Parent = ids[f.parent]
		}
		s.explain(f, &a)
		out = append(out, a)
	}
	return out
}

// hearers parts the go-betweens of a finding from whom it was told to, who may be
// one.
func hearers(all []hearsay.Via) (via []hearsay.Via, told hearsay.Span) {
	for _, v := range all {
		if v.Role == hearsay.RoleHearer {
			told = v.Span
		} else {
			via = append(via, v)
		}
	}
	return via, told
}

// reads tells whether finding i comes before j: by where they begin, an outer
// one before what it holds.
func (s *scanner) reads(i, j int) bool {
	a, b := s.depth(i), s.depth(j)
	ri, rj := i, j
	for d := a; d > b; d-- {
		ri = s.found[ri].parent
	}
	for d := b; d > a; d-- {
		rj = s.found[rj].parent
	}
	for ri != rj && s.found[ri].parent != s.found[rj].parent {
		ri, rj = s.found[ri].parent, s.found[rj].parent
	}
	if ri == rj {
		return a < b
	}
	return s.start(ri) < s.start(rj)
}

func (s *scanner) depth(i int) int {
	d := 0
	for ; s.found[i].parent >= 0; i = s.found[i].parent {
		d++
	}
	return d
}

func (s *scanner) start(i int) int {
	f := &s.found[i]
	first := f.content[0][0]
	for _, part := range [][][2]int{f.source, f.cue} {
		for _, piece := range part {
			first = min(first, piece[0])
		}
	}
	return first
}

func (s *scanner) spans(pieces [][2]int) []hearsay.Span {
	out := make([]hearsay.Span, len(pieces))
	for i, p := range pieces {
		out[i] = s.doc.Span(p[0], p[1])
	}
	return out
}

// withoutOpening leaves out the mark of a quotation that begins with the name
// of a source and ends behind it: “A witness told us ...”.
func (s *scanner) withoutOpening(source [][2]int) [][2]int {
	if len(source) == 0 || source[0][1]-source[0][0] < 2 {
		return source
	}
	first := source[0][0]
	if q := s.doc.Tokens[first].Quote; q < 0 || s.quoteToks[q][0] != first || s.quoteToks[q][1] <= source[0][1] {
		return source
	}
	return append([][2]int{{first + 1, source[0][1]}}, source[1:]...)
}

// kindOf says how the words of a content stand to the quotation marks of doc.
func kindOf(doc *text.Document, content [][2]int) hearsay.Kind {
	in, out := 0, 0
	for _, c := range content {
		for t := c[0]; t < c[1]; t++ {
			if k := doc.Tokens[t].Kind; k != text.Word && k != text.Number {
				continue
			}
			if doc.Tokens[t].Quote >= 0 {
				in++
			} else {
				out++
			}
		}
	}
	switch {
	case in == 0:
		return hearsay.Indirect
	case out == 0:
		return hearsay.Direct
	}
	return hearsay.Mixed
}
