package attribution

import (
	"slices"

	"hearsay"
	"hearsay/internal/text"
)

// The model decides where the outermost attributions begin and end; the rules
// know what an attribution is like: its stance, who passed it on, what is
// nested in it. revision joins the two: what both found takes the model's spans
// and the rules' knowledge, what the model alone found is described by the
// rules, and what the rules alone found stays where the model does not speak
// against it.
type revision struct {
	*scanner
	v       *view
	model   []modelled
	limits  limits
	trusted []bool // for each of model, whether it is believed
	pair    []int  // for each of model, the finding that it stands for, -1 if none
	out     []finding
	at      map[int]int    // where a finding went in out
	anew    []int          // of out, those whose contents are to be read again
	sayers  map[[2]int]int // findings that have a piece for their content
}

// revise lets the model look at what the rules found. Texts without tags or in
// other languages than English stay as the rules have them.
func (s *scanner) revise(m *Model, point Point) {
	if m == nil || !s.english() {
		return
	}
	v := newView(s, s.spokenBlocks())
	r := revision{scanner: s, v: v, limits: point.limits(), at: map[int]int{}}
	r.model = m.triples(v, r.limits)
	r.countSayers()
	r.match()
	r.decide()
	r.keepFrame()
	r.keepRules()
	r.addNew()
	s.found = r.out
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
			f.score = r.ruleScore(i)
			r.keepWhole(i, f)
		case k >= 0 && r.trusted[k]:
			r.amend(i, &r.model[k])
		case k >= 0:
			f := r.found[i]
			f.score = r.ruleScore(i)
			r.keepWhole(i, f)
		}
	}
	if r.frame >= 0 {
		r.frame = 0
	}
}

// decide tells which of the model's attributions are believed.
func (r *revision) decide() {
	r.trusted = make([]bool, len(r.model))
	for k := range r.model {
		x := &r.model[k]
		if i := r.pair[k]; i >= 0 {
			r.trusted[k] = x.least() >= r.limits.amend && !r.settled(i, x)
		} else {
			quoted := r.doc.Tokens[x.cue[0][0]].Quote >= 0 && r.frame < 0
			r.trusted[k] = x.least() >= r.limits.add && !quoted
		}
	}
}

// settled tells a finding whose spans hang on what the rules alone know: a
// speaker without a cue, a source that is cited in the words of another.
func (r *revision) settled(i int, x *modelled) bool {
	f := &r.found[i]
	careful := r.limits.rule > 0
	if len(f.cue) == 0 || len(f.cue) > 1 && (careful || f.stance == hearsay.Denies) || careful && (f.stance == hearsay.Denies || r.merges(i, x)) || r.echoes(i) {
		return true
	}
	for k := i + 1; k < len(r.found); k++ {
		if r.found[k].parent == i && r.loses(&r.found[k], x) {
			return true
		}
	}
	for _, v := range f.via {
		if v.Role == hearsay.RoleTranslator {
			return true
		}
	}
	return false
}

// believed is how sure the model is of the spans of a finding of the rules.
func (r *revision) believed(i int) [parts]float64 {
	if r.v.belief == nil {
		return [parts]float64{1, 1, 1}
	}
	return r.v.belief[i]
}

// ruleScore is the score of a finding that stays as it is: what the model
// makes of its spans, or of the rule where the model cannot judge it.
func (r *revision) ruleScore(i int) float64 {
	f := &r.found[i]
	if len(f.cue) == 0 || r.v.belief == nil {
		return f.score
	}
	x := modelled{source: f.source, sure: r.believed(i)}
	return x.score()
}

// merges tells whether the model's content takes in what the rules have in
// another finding than i.
func (r *revision) merges(i int, x *modelled) bool {
	for _, piece := range x.content {
		for t := piece[0]; t < piece[1]; t++ {
			if j := int(r.v.marks[t].finding); j >= 0 && j != i && covers(r.found[j].content, [2]int{t, t + 1}) {
				return true
			}
		}
	}
	return false
}

// loses tells whether a nested finding has its cue outside of the model's
// content, or, where care is asked for, what it says.
func (r *revision) loses(nested *finding, x *modelled) bool {
	said := shared(nested.content, x.content)
	if len(nested.cue) > 0 && !covers(x.content, nested.cue[0]) && said > 0 {
		return true
	}
	return r.limits.rule > 0 && said < shared(nested.content, nested.content)
}

// echoes tells a finding that takes up what another one says: "That is not
// true".
func (r *revision) echoes(i int) bool {
	for _, piece := range r.found[i].content {
		if r.sayers[piece] > 1 && r.found[i].stance != hearsay.Asserts {
			return true
		}
	}
	return false
}

// countSayers counts how many findings have each piece for their content.
func (r *revision) countSayers() {
	r.sayers = map[[2]int]int{}
	for i := range r.found {
		if r.outermost(i) {
			for _, piece := range r.found[i].content {
				r.sayers[piece]++
			}
		}
	}
}

// holds tells whether a finding that the model did not make stays: nothing of
// the model's stands on its tokens, and it is of a kind that the rules are
// sure of.
func (r *revision) holds(i int) bool {
	f := &r.found[i]
	if b := r.believed(i); len(f.cue) > 0 && min(b[PartCue], b[PartContent]) < r.limits.hold {
		return false
	}
	for k := range r.model {
		x := &r.model[k]
		if !r.trusted[k] {
			continue
		}
		if shared(f.content, x.content)+shared(f.content, x.cue)+shared(f.cue, x.content)+shared(f.cue, x.cue) > 0 {
			return false
		}
	}
	return true
}

// keepWhole keeps a finding with all that is nested in it.
func (r *revision) keepWhole(i int, f finding) {
	f.parent = r.parentOf(f.parent)
	r.at[i] = len(r.out)
	r.out = append(r.out, f)
	for k := i + 1; k < len(r.found); k++ {
		if _, done := r.at[k]; done {
			continue
		}
		if p, ok := r.at[r.found[k].parent]; ok && r.found[k].parent != r.frame && r.found[k].parent >= i {
			nested := r.found[k]
			nested.parent = p
			r.at[k] = len(r.out)
			r.out = append(r.out, nested)
		}
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
	f.score = x.score()
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
// model's: it has none, or, where care is asked for, less of the same.
func (r *revision) prefersOwnSource(f *finding, x *modelled) bool {
	if len(f.source) == 0 || !disjoint(f.source, x.cue, x.content) {
		return false
	}
	if len(x.source) == 0 {
		return true
	}
	n, own := shared(f.source, x.source), shared(f.source, f.source)
	comma := x.source[0][1]-1 == f.source[len(f.source)-1][1] && r.low[x.source[0][1]-1] == ","
	return r.limits.rule > 0 && (n == shared(x.source, x.source) || n == own && comma)
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
func (r *revision) blockOf(t int) int {
	i := r.doc.SentenceAt(t)
	if i < 0 {
		return -1
	}
	return r.doc.Sentences[i].Block
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
		if parent == 0 && !r.coveredBy(x, r.out[0].content) || !disjoint(x.source, x.cue, x.content) || r.taken(x, parent) {
			continue
		}
		f := r.describe(x)
		f.parent = parent
		r.anew = append(r.anew, len(r.out))
		r.out = append(r.out, f)
	}
}

// taken tells whether a finding beside it has the content already.
func (r *revision) taken(x *modelled, parent int) bool {
	for i := range r.out {
		if r.out[i].parent == parent && i != r.frame && shared(r.out[i].content, x.content)+shared(r.out[i].content, x.cue) > 0 {
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

// score is the share of the spans of such an attribution that are right.
func (x *modelled) score() float64 {
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

// describe makes a finding of what the model alone found: the verb, noun or
// adjective that carries the cue tells its stance.
func (r *revision) describe(x *modelled) finding {
	f := finding{source: x.source, cue: x.cue, content: x.content, stance: hearsay.Asserts, score: x.score()}
	p, at := r.around(x.cue[0])
	source := p.runOf(x.source)
	v := p.carrier(at)
	switch form, ok := p.verb(v); {
	case ok:
		g := p.verbGroup(v, 0)
		k := p.complement(v, len(p.u), form)
		k.frame, k.from = p.frameOf(x, k)
		p.stance(&f, form, g, k, source)
		f.via = p.relays(k, form)
		f.medium = k.medium
	default:
		f.stance = p.namedStance(at, x)
		f.hedged = f.stance == hearsay.Supposes || r.hedgedPieces(f.content)
	}
	if f.medium == "" && !source.empty() {
		f.medium = p.mediumOf(source)
	}
	return f
}

// around gives the passage of the block that holds a piece, and the units of
// the piece.
func (r *revision) around(piece [2]int) (passage, run) {
	b := 0
	for b < len(r.v.blocks)-1 && r.v.blocks[b][1] <= piece[0] {
		b++
	}
	p := r.passageOf(r.v.blocks[b][0], r.v.blocks[b][1])
	return p, p.runOf([][2]int{piece})
}

// runOf is the units that hold the first of some pieces, empty if there is none.
func (p *passage) runOf(pieces [][2]int) run {
	if len(pieces) == 0 {
		return run{}
	}
	var at run
	for i := range p.u {
		if p.u[i].last <= pieces[0][0] {
			at.from, at.to = i+1, i+1
		} else if p.u[i].first < pieces[0][1] {
			at.to = i + 1
		}
	}
	return at
}

// carrier is the verb of the lexicon that stands last in a cue, -1 if none.
func (p *passage) carrier(cue run) int {
	for i := cue.to - 1; i >= cue.from; i-- {
		if _, ok := p.verb(i); ok {
			return i
		}
	}
	return -1
}

// frameOf is how the content hangs on its cue.
func (p *passage) frameOf(x *modelled, k complement) (byte, int) {
	at := p.runOf(x.content)
	switch w := p.word(at.from); {
	case p.isQuote(at.from):
		return frameQuote, at.from
	case w == "to":
		return frameTo, at.from
	case p.word(at.from-1) == ":":
		return frameColon, at.from
	case w == "that" || p.asksWhether(at.from) || p.hasVerb(at.from, at.to):
		return frameClause, at.from
	case p.tag(at.from-1) == text.ADP:
		return framePrep, at.from
	}
	return frameObject, at.from
}

// namedStance is the stance of a cue without a verb of the lexicon.
func (p *passage) namedStance(cue run, x *modelled) hearsay.Stance {
	for i := cue.to - 1; i >= cue.from; i-- {
		if n, ok := p.lex.nouns[p.word(i)]; ok {
			return n.stance
		}
		if stance, ok := p.lex.adjectives[p.word(i)]; ok {
			return stance
		}
	}
	content := p.runOf(x.content)
	switch w := p.word(content.from); {
	case w == "to" && p.tag(content.from+1) == text.VERB:
		return hearsay.Intends
	case w == "whether" || w == "if":
		return hearsay.Questions
	}
	return hearsay.Asserts
}
