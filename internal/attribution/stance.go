package attribution

import (
	"hearsay"
	"hearsay/internal/text"
)

// stance sets stance and hedge of a finding from its cue, the verb that
// carries it, negation and the subject.
func (p *passage) stance(found *finding, f verbForm, g group, k complement, source run) {
	st := f.stance
	switch {
	case f.lemma == "ask" && k.frame == frameTo:
		st = hearsay.Intends
	case f.lemma == "ask" && (k.frame == framePrep && p.word(k.from-1) == "for" || k.frame == frameClause && p.word(k.from) == "that" || k.frame == frameObject):
		st = hearsay.Intends
	case (f.lemma == "decline" || f.lemma == "refuse") && k.frame == frameTo:
		st = hearsay.Questions
	case k.frame == frameTo && st == hearsay.Asserts && f.lemma != "claim" && f.lemma != "profess":
		st = hearsay.Intends
	case k.frame == framePrep && (f.lemma == "call" || f.lemma == "appeal" || f.lemma == "push"):
		st = hearsay.Intends
	case k.frame == frameClause && p.asksWhether(k.from) && (g.negated || st == hearsay.Questions || f.lemma == "know"):
		st = hearsay.Questions
	}
	if f.stance == hearsay.Intends && (k.frame == frameQuote || k.frame == frameColon) {
		st = hearsay.Asserts // “…,” he pleaded
	}
	if f.stance == hearsay.Supposes && f.takes("q") && (k.frame == frameQuote || k.frame == frameColon) {
		st = hearsay.Supposes
	}
	if g.negated {
		st = negate(st)
	}
	if g.carried {
		st = carriedStance(st, g)
	}
	if !source.empty() && (p.nobody(source) || p.word(source.from-1) == "if" || p.word(source.from-1) == "unless") {
		st = hearsay.Questions
	}
	if g.finite && (g.modal == "will" || g.modal == "would" || g.modal == "should" || g.modal == "could" || g.modal == "might" || g.modal == "may") && f.takes("cq") && st == hearsay.Asserts && !g.carried {
		found.hedged = true
		if g.modal != "would" || f.lemma != "say" {
			st = hearsay.Supposes
		}
	}
	if g.hearsay && st == hearsay.Asserts {
		st = hearsay.Supposes
	}
	if st == hearsay.Asserts && k.frame == frameObject && p.callsUntrue(f, found.content) {
		st = hearsay.Denies
	}
	found.stance = st
	found.hedged = found.hedged || st == hearsay.Supposes || p.hedgedPieces(found.content)
}

// asksWhether tells a content that is an open question.
func (p *passage) asksWhether(i int) bool {
	switch p.word(i) {
	case "whether", "if", "who", "what", "when", "where", "why", "how", "which":
		return true
	}
	return false
}

// negate is the stance of a cue under "not". Not to say a thing asserts
// nothing of it; not to think it denies it.
func negate(st hearsay.Stance) hearsay.Stance {
	switch st {
	case hearsay.Supposes:
		return hearsay.Denies
	case hearsay.Intends:
		return hearsay.Intends
	}
	return hearsay.Questions
}

// carriedStance is the stance of a cue under another verb: "declined to say",
// "hopes to prove", "appeared to suggest".
func carriedStance(st hearsay.Stance, g group) hearsay.Stance {
	if g.carrier.verb == nil {
		return st
	}
	switch g.carrier.lemma {
	case "decline", "refuse":
		return hearsay.Questions
	case "continue", "begin", "claim", "profess", "swear", "choose":
		return st
	}
	if g.carrier.stance == hearsay.Intends {
		return hearsay.Intends
	}
	return st
}

// nobody tells a source that denies there is one: "no official said", "not one of
// them said".
func (p *passage) nobody(source run) bool {
	if p.word(source.from-1) == "not" {
		return true
	}
	switch p.word(source.from) {
	case "nobody", "none", "no", "neither", "no-one":
		return true
	}
	return false
}

// hedgedPieces tells whether the outermost clause of a content is hedged: a
// modal of possibility, "perhaps", "I think", before any further clause.
func (s *scanner) hedgedPieces(pieces [][2]int) bool {
	for _, piece := range pieces {
		for t := piece[0]; t < piece[1] && t-piece[0] < 60; t++ {
			w := s.low[t]
			if s.lex.sets["hedge"].has(w) {
				if w == "may" && s.tags[t] != text.AUX || w == "likely" && s.tags[t] == text.ADJ && s.low[max(t-1, 0)] == "the" {
					continue
				}
				return true
			}
			if w == "i" && t+1 < piece[1] && (s.low[t+1] == "think" || s.low[t+1] == "believe" || s.low[t+1] == "suppose" || s.low[t+1] == "guess") {
				return true
			}
		}
	}
	return false
}
