package attribution

import (
	"slices"

	"hearsay"
)

// settled tells a finding whose spans hang on what the rules alone know.
func (r *revision) settled(i int, x *modelled) bool {
	f := &r.found[i]
	if r.formal(f) || r.echoes(i) || r.swallows(f, x) || r.limits.careful() && r.weighty(i, x) {
		return true
	}
	for _, k := range r.nested[i] {
		if r.loses(&r.found[k], x) {
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

// swallows tells whether the model's content takes in the source between two
// pieces of a cue: "quoted S as telling".
func (r *revision) swallows(f *finding, x *modelled) bool {
	return len(f.cue) > 1 && shared(f.source, x.content) > 0
}

// formal tells a finding of the form of a text: a speaker without a cue, a
// turn in a transcript, an answer to a question that was told before.
func (r *revision) formal(f *finding) bool {
	switch len(f.cue) {
	case 0:
		return true
	case 1:
		cue := f.cue[0]
		return cue[1]-cue[0] == 1 && r.low[cue[0]] == ":" || r.turn(f)
	}
	return f.stance == hearsay.Denies
}

// turn tells an answer in an interview, a turn in a transcript, whose label
// opens a paragraph and whose cue ends with the colon, or a quotation that is
// signed with a dash and a name.
func (r *revision) turn(f *finding) bool {
	if f.whole {
		return true
	}
	if len(f.cue) == 1 && len(f.source) == 1 && f.cue[0][1]-f.cue[0][0] == 1 && dashes[r.low[f.cue[0][0]]] && f.source[0][0] == f.cue[0][1] {
		return true
	}
	if len(f.cue) != 1 || r.low[f.cue[0][1]-1] != ":" || len(f.content) == 0 || f.content[0][0] < f.cue[0][1] {
		return false
	}
	label := f.cue[0][0]
	if len(f.source) > 0 && f.source[0][1] == label {
		label = f.source[0][0]
	}
	if _, verb := r.lex.verbs[r.low[label]]; verb { // "Added: the fence line"
		return false
	}
	b := r.blockOf(label)
	return b >= 0 && f.cue[0][1]-label <= maxLabel && r.tokensOf(r.doc.Blocks[b].Span)[0] == label
}

var dashes = map[string]bool{"—": true, "–": true, "―": true, "-": true, "--": true}

// maxLabel is how many tokens the label of a turn has at most, with its colon.
const maxLabel = 7

// weighty tells a finding that care leaves as it is: a denial, a cue in
// pieces, a content of which the model would drop a piece, or which it would
// join with what is another's.
func (r *revision) weighty(i int, x *modelled) bool {
	f := &r.found[i]
	return f.stance == hearsay.Denies || len(f.cue) > 1 || drops(f.content, x.content) || r.merges(i, x)
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
	if len(f.cue) == 0 || r.v.belief == nil || r.turn(f) {
		return f.score
	}
	x := modelled{source: f.source, sure: r.believed(i)}
	return r.scored(&x)
}

// drops tells whether a whole piece of a content is not in another one.
func drops(content, other [][2]int) bool {
	for _, piece := range content {
		if shared([][2]int{piece}, other) == 0 {
			return true
		}
	}
	return false
}

// utters tells a finding with a source whose content is one whole utterance
// between quotation marks: "Whose?" asked a small boy.
func (r *revision) utters(f *finding) bool {
	if len(f.source) == 0 || len(f.content) != 1 {
		return false
	}
	at := f.content[0]
	q := r.quoteAt(at)
	return q >= 0 && at[1]-at[0] > 2 && isEnd(r.low[at[1]-2])
}

// isEnd tells whether a mark ends an utterance before the quotation mark.
func isEnd(mark string) bool {
	return mark == "," || mark == "." || mark == "?" || mark == "!" || mark == "…"
}

// spareUntold takes out of the model's contents the utterances that stand apart
// from them, as those do whose speaker no words tell: He smiled. “I have one.”
func (r *revision) spareUntold() {
	for i := range r.found {
		f := &r.found[i]
		if !r.outermost(i) || len(f.cue) > 0 || len(f.content) != 1 || r.quoteAt(f.content[0]) < 0 {
			continue
		}
		for k := range r.model {
			x := &r.model[k]
			if rest := without(x.content, f.content[0]); r.pair[k] != i && len(rest) > 0 {
				x.content = rest
			}
		}
	}
}

// without is the pieces that do not lie in one.
func without(pieces [][2]int, in [2]int) [][2]int {
	return slices.DeleteFunc(slices.Clone(pieces), func(p [2]int) bool { return in[0] <= p[0] && p[1] <= in[1] })
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
	return r.limits.careful() && said < shared(nested.content, nested.content)
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

// countSayers counts how many findings have each piece for their content, and
// lists what is nested in each.
func (r *revision) countSayers() {
	r.sayers = map[[2]int]int{}
	r.nested = make([][]int, len(r.found))
	for i := range r.found {
		if p := r.found[i].parent; p >= 0 {
			r.nested[p] = append(r.nested[p], i)
		}
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
	if r.turn(f) {
		return true
	}
	if b := r.believed(i); len(f.cue) > 0 && !r.utters(f) && min(b[PartCue], b[PartContent]) < r.limits.hold {
		return false
	}
	return !r.anyTaken(f.content) && !r.anyTaken(f.cue)
}
