package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// takesBlame reads "S took responsibility for the attack" and "S takes the
// credit for ending it" at unit v: who says that a deed is his. It gives the unit
// after the deed, v if none is owned.
func (c *clause) takesBlame(v, lo, hi int) int {
	i := c.blameBehind(v)
	if i < 0 || c.word(i) != "for" {
		return v
	}
	g := c.verbGroup(v, lo)
	source, ok := c.subject(g.from, lo)
	if !ok && c.tag(g.from-1) == text.CCONJ && c.last >= 0 {
		source, ok = c.subj, !c.subj.empty()
	}
	if !ok || g.passive || g.modal != "" || g.bare || g.carried || c.word(source.from) == "it" && !c.statedIn(source.from) {
		return v
	}
	end := c.contentEnd(i, hi, verbForm{}, frameObject)
	if end <= i+1 || !c.deed(i+1, end) && !c.statedIn(source.from) {
		return v
	}
	f := finding{
		source: c.pieces(source), cue: c.pieces(run{g.from, v + 1}), content: c.pieces(run{v + 1, end}),
		stance: hearsay.Asserts, parent: c.parent, score: scoreObject,
	}
	if g.negated || c.nobody(source) {
		f.stance = hearsay.Questions
	}
	f.hedged = c.hedgedPieces(f.content)
	if !c.keep(f, source) {
		return v
	}
	return end
}

// blameBehind is the unit behind "took full responsibility" at unit v, -1 if
// nothing of the kind is taken there.
func (p *passage) blameBehind(v int) int {
	switch p.word(v) {
	case "take", "takes", "took", "taken", "accept", "accepts", "accepted", "assert", "asserted", "asserts":
	default:
		return -1
	}
	i := v + 1
	for p.tag(i) == text.DET || p.tag(i) == text.ADJ {
		i++
	}
	switch p.word(i) {
	case "responsibility", "credit", "blame":
		return i + 1
	}
	return -1
}

// deed tells whether units [from, to) are what was done, or befell, and not what
// one is in charge of: "took responsibility for the blast", "for sinking it".
func (p *passage) deed(from, to int) bool {
	if p.tag(from) == text.VERB && strings.HasSuffix(p.word(from), "ing") {
		return true
	}
	e := p.npEnd(from, to, false)
	for i := from; i < e; i++ {
		if p.lex.sets["deed"].has(strings.TrimSuffix(p.word(i), "s")) {
			return true
		}
	}
	return false
}

// statedIn tells whether the subject at unit i stands in "a statement in which
// S".
func (p *passage) statedIn(i int) bool { return p.mediumOfWhich(i-2) >= 0 }

// mediumOfWhich is the medium that the "in which" at unit i belongs to, a time
// may stand between; -1 if there is none.
func (p *passage) mediumOfWhich(i int) int {
	if i < 1 || p.word(i) != "in" || p.word(i+1) != "which" {
		return -1
	}
	k := i - 1
	if p.mark(k, ",") {
		k--
	}
	for from := max(k-3, 1); from <= k; from++ {
		if p.timePhrase(from, i) == k+1 {
			k = from - 1
			break
		}
	}
	if k > 0 && p.mediumNoun(k) != "" {
		return k
	}
	return -1
}

// carriedIn reads "N carried a statement in which" before unit i: what S says
// in it came through N.
func (c *clause) carriedIn(i int) (hand, bool) {
	m := c.mediumOfWhich(i)
	if m < 0 || c.tag(i+2) == text.PRON {
		return hand{}, false // "it released a video in which it said"
	}
	v := c.npStart(m+1, c.from) - 1
	if v <= c.from || c.tag(v) != text.VERB || c.tag(v-1) == text.AUX && beForm(c.word(v-1)) {
		return hand{}, false
	}
	role := handOf(c.word(v))
	if c.word(v) == "ran" {
		role = hearsay.RoleRelay
	}
	subj, ok := c.subject(c.verbGroup(v, c.from).from, c.from)
	if role == "" || !ok {
		return hand{}, false
	}
	name := c.namedAfter(subj.from)
	if name.empty() || name.to > subj.to || byAnybody(c.word(v)) && !c.publicationAt(subj) {
		return hand{}, false
	}
	return hand{role, name, i, i + 2}, true
}
