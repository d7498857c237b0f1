package attribution

import (
	"slices"

	"hearsay"
)

// The model decides where the outermost attributions begin and end; the rules
// know what an attribution is like: its stance, who passed it on, what is
// nested in it. revision joins the two: what both found takes the model's spans
// and the rules' knowledge, what the model alone found is described by the
// rules, and what the rules alone found stays where the model does not speak
// against it.
type revision struct {
	*scanner
	v      *view
	sure   *calibration
	limits limits
	model  []modelled
	pair   []int          // for each of model, the finding that it stands for, -1 if none
	nested [][]int        // for each finding, those inside it
	sayers map[[2]int]int // how many findings have a piece for their content

	trusted []bool // for each of model, whether it is believed
	taken   []bool // tokens of cues and contents that are settled

	out  []finding
	at   map[int]int // where a finding went in out
	anew []int       // of out, those whose contents are to be read again

	page   passage // the block that was described last, and its number
	pageOf int
}

// revise lets the model look at what the rules found. Texts without tags or in
// other languages than English stay as the rules have them.
func (s *scanner) revise(how Options) {
	m := how.model()
	if m == nil || !s.english() {
		return
	}
	v := newView(s, how.Trees, s.spokenBlocks())
	limits := how.Point.limits()
	v.revise(&m.judgeOf(v).sure, limits, m.triples(v, limits))
}

// revise lays what the model found over what the rules found.
func (v *view) revise(sure *calibration, limits limits, model []modelled) {
	r := revision{scanner: v.scanner, v: v, sure: sure, limits: limits, model: model, at: map[int]int{}}
	r.countSayers()
	r.match()
	r.spareUntold()
	r.decide()
	r.keepFrame()
	r.keepRules()
	r.addNew()
	r.found = r.out
	r.readAnew()
}

func (s *scanner) english() bool { return s.doc.Lang == "" || s.doc.Lang == "en" }

// outermost tells whether finding i stands at the level that the model reads.
func (s *scanner) outermost(i int) bool {
	return i != s.frame && (s.found[i].parent < 0 || s.found[i].parent == s.frame)
}

// match pairs each of the model's attributions with the finding of the rules
// that has the same cue or, if none has, shares its content.
func (r *revision) match() {
	for i := range r.found {
		r.found[i].model = -1
	}
	r.pair = slices.Repeat([]int{-1}, len(r.model))
	for k := range r.model {
		if i := r.findingFor(&r.model[k]); i >= 0 {
			r.pair[k], r.found[i].model = i, k
		}
	}
}

func (r *revision) findingFor(x *modelled) int {
	best, most := -1, 0
	for _, part := range [][][2]int{x.cue, x.content} {
		for _, piece := range part {
			for t := piece[0]; t < piece[1]; t++ {
				i := int(r.v.marks[t].finding)
				if i < 0 || i == best {
					continue
				}
				n := 4*shared(r.found[i].cue, x.cue) + shared(r.found[i].content, x.content)
				if n > most && r.found[i].model < 0 {
					best, most = i, n
				}
			}
		}
		if best >= 0 {
			break
		}
	}
	return best
}

// shared counts the tokens that two lists of pieces share.
func shared(a, b [][2]int) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x[1], y[1])-max(x[0], y[0]))
		}
	}
	return n
}

// keepFrame keeps the finding that is the whole report.
func (r *revision) keepFrame() {
	if r.frame < 0 {
		return
	}
	r.out = append(r.out, r.found[r.frame])
	r.at[r.frame] = 0
}

// keepRules goes through what the rules found, in their order.
func (r *revision) keepRules() {
	for i := range r.found {
		if !r.outermost(i) {
			continue
		}
		k := r.found[i].model
		switch {
		case k < 0 && (r.echoes(i) || r.holds(i)):
			f := r.found[i]
			r.byRule(&f)
			f.score = r.ruleScore(i)
			r.keepWhole(i, f)
		case k >= 0 && r.trusted[k]:
			r.amend(i, &r.model[k])
		case k >= 0:
			f := r.found[i]
			r.byRule(&f)
			r.because(&f, "the model would have other spans, but these hang on what the rules know")
			f.score = r.ruleScore(i)
			r.keepWhole(i, f)
		}
	}
	if r.frame >= 0 {
		r.frame = 0
	}
}

// decide tells which of the model's attributions are believed: first of those
// that stand for a finding of the rules, then of the others.
func (r *revision) decide() {
	r.trusted = make([]bool, len(r.model))
	r.taken = make([]bool, len(r.low))
	for k, i := range r.pair {
		if i < 0 {
			continue
		}
		x, f := &r.model[k], &r.found[i]
		if r.trusted[k] = x.least() >= r.limits.amend && !r.settled(i, x); r.trusted[k] {
			r.take(x.cue, x.content)
		} else {
			r.take(f.cue, f.content)
		}
	}
	for i := range r.found {
		if r.outermost(i) && r.turn(&r.found[i]) {
			r.take(r.found[i].cue, r.found[i].content)
		}
	}
	for k, i := range r.pair {
		x := &r.model[k]
		quoted := r.doc.Tokens[x.cue[0][0]].Quote >= 0 && r.frame < 0
		if i < 0 && x.least() >= r.limits.add && !quoted && !r.anyTaken(x.content) && !r.anyTaken(x.cue) {
			r.trusted[k] = true
			r.take(x.cue, x.content)
		}
	}
}

// keepWhole keeps a finding with all that is nested in it.
func (r *revision) keepWhole(i int, f finding) {
	r.at[i] = len(r.out)
	f.parent = r.parentOf(f.parent)
	r.out = append(r.out, f)
	for _, k := range r.nested[i] {
		r.keepWhole(k, r.found[k])
	}
}

func (r *revision) parentOf(parent int) int {
	if parent < 0 {
		return -1
	}
	return r.at[parent]
}

// amend keeps a finding with the spans that the model gives it.
func (r *revision) amend(i int, x *modelled) {
	f := r.found[i]
	r.byRule(&f)
	r.byModel(&f, x)
	f.score = r.scored(x)
	if r.prefersOwnSource(&f, x) {
		x.source = f.source
	}
	x.content = r.withOtherBlocks(&f, x)
	same := slices.Equal(f.content, x.content)
	if same && slices.Equal(f.cue, x.cue) && slices.Equal(f.source, x.source) || !r.fits(x, f.parent) {
		r.keepWhole(i, f)
		return
	}
	f.source, f.cue, f.content = x.source, x.cue, x.content
	if same {
		r.keepWhole(i, f)
		return
	}
	f.hedged = f.stance == hearsay.Supposes || r.hedgedPieces(f.content)
	f.parent = r.parentOf(f.parent)
	r.anew = append(r.anew, len(r.out))
	r.out = append(r.out, f)
}

// prefersOwnSource tells whether the source of a finding is better than the
// model's: that has none, or, where care is asked for, less of the same, or one
// where the rules know of none.
func (r *revision) prefersOwnSource(f *finding, x *modelled) bool {
	if len(f.source) == 0 {
		return r.limits.careful() // "I am told": who hears is no source
	}
	if !disjoint(f.source, x.cue, x.content) {
		return false
	}
	if len(x.source) == 0 || r.takesHand(f, x) {
		return true
	}
	n, own := shared(f.source, x.source), shared(f.source, f.source)
	comma := x.source[0][1]-1 == f.source[len(f.source)-1][1] && r.low[x.source[0][1]-1] == ","
	return r.limits.careful() && (n == shared(x.source, x.source) || n == own && comma)
}

// takesHand tells whether the model's source takes in one of the hands that the
// rules found: "the minister, quoted by the agency", says it, not the agency.
func (r *revision) takesHand(f *finding, x *modelled) bool {
	for _, v := range f.via {
		first, last := r.doc.TokensIn(v.Span)
		hand := [][2]int{{first, last}}
		if shared(x.source, hand) > 0 && shared(f.source, hand) == 0 {
			return true
		}
	}
	return false
}

// withOtherBlocks is the model's content, and what the finding's has in other
// paragraphs: the model reads one at a time.
func (r *revision) withOtherBlocks(f *finding, x *modelled) [][2]int {
	content := x.content
	block := r.blockOf(x.cue[0][0])
	for _, piece := range f.content {
		if r.blockOf(piece[0]) != block {
			content = append(content, piece)
		}
	}
	sortPieces(content)
	return content
}

// blockOf is the block that token t stands in.
func (s *scanner) blockOf(t int) int {
	i := s.doc.SentenceAt(t)
	if i < 0 {
		return -1
	}
	return s.doc.Sentences[i].Block
}

// fits tells whether the model's spans lie inside the finding that they are to
// be nested in.
func (r *revision) fits(x *modelled, parent int) bool {
	if !disjoint(x.source, x.cue, x.content) {
		return false
	}
	if parent < 0 {
		return true
	}
	for _, part := range [][][2]int{x.source, x.cue, x.content} {
		for _, piece := range part {
			if !covers(r.found[parent].content, piece) {
				return false
			}
		}
	}
	return true
}

// addNew adds what the model alone found.
func (r *revision) addNew() {
	for k := range r.model {
		x := &r.model[k]
		if r.pair[k] >= 0 || !r.trusted[k] {
			continue
		}
		parent := -1
		if r.frame >= 0 && shared(r.out[0].content, x.cue) > 0 {
			parent = 0
		}
		if parent == 0 && !r.coveredBy(x, r.out[0].content) || !disjoint(x.source, x.cue, x.content) {
			continue
		}
		f := r.describe(x)
		f.parent = parent
		r.because(&f, "the model found it; no rule did")
		r.byModel(&f, x)
		r.anew = append(r.anew, len(r.out))
		r.out = append(r.out, f)
	}
}

// take notes the tokens of a cue and a content.
func (r *revision) take(cue, content [][2]int) {
	for _, pieces := range [][][2]int{cue, content} {
		for _, piece := range pieces {
			for t := piece[0]; t < piece[1]; t++ {
				r.taken[t] = true
			}
		}
	}
}

func (r *revision) anyTaken(pieces [][2]int) bool {
	for _, piece := range pieces {
		if slices.Contains(r.taken[piece[0]:piece[1]], true) {
			return true
		}
	}
	return false
}

func (r *revision) coveredBy(x *modelled, content [][2]int) bool {
	for _, part := range [][][2]int{x.source, x.cue, x.content} {
		for _, piece := range part {
			if !covers(content, piece) {
				return false
			}
		}
	}
	return true
}

// least is how sure the model is of cue and content.
func (x *modelled) least() float64 { return min(x.sure[PartCue], x.sure[PartContent]) }

// scored is the share of the spans of such an attribution that are right.
func (r *revision) scored(x *modelled) float64 { return r.sure.of(wholeAttribution, x.mean()) }

// mean is how sure the model is of the spans, on the whole.
func (x *modelled) mean() float64 {
	sum, n := x.sure[PartCue]+x.sure[PartContent], 2.0
	if len(x.source) > 0 {
		sum, n = sum+x.sure[PartSource], 3
	}
	return sum / n
}

// readAnew reads what is nested in the contents that changed.
func (r *revision) readAnew() {
	s := r.scanner
	for _, i := range r.anew {
		depth := 1
		if s.found[i].parent >= 0 {
			depth = 2
		}
		from := len(s.found)
		for _, piece := range s.found[i].content {
			if !s.claimed(piece, from) {
				s.inside(piece, i, depth)
			}
		}
	}
}
