package attribution

import (
	"slices"

	"hearsay/internal/text"
)

// group finds the verb group that ends with the verb at unit v: auxiliaries,
// adverbs, negation, and verbs that only carry another ("declined to say").
type group struct {
	from    int
	negated bool
	passive bool
	modal   string // may, might, could, would …
	carrier verbForm
	carried bool // an infinitive under carrier
	finite  bool
	hearsay bool // reportedly said
	bare    bool // an infinitive that no verb carries
}

func (p *passage) verbGroup(v, lo int) group {
	form, _ := p.verb(v)
	g := group{from: v, finite: form.forms&formFinite != 0 && form.forms&formGerund == 0}
	be := false
	for k := v - 1; k >= lo && !p.u[k+1].begins; k-- {
		w := p.word(k)
		switch p.tag(k) {
		case text.AUX:
			be = be || beForm(w)
			g.finite = true
			g.negated = g.negated || w == "cannot"
			if w == "may" || w == "might" || w == "could" || w == "would" || w == "will" || w == "should" || w == "must" || w == "can" {
				g.modal = w
			}
		case text.PART:
			if w == "to" {
				return p.carrierGroup(g, k, lo)
			}
			if w != "not" && w != "n't" {
				return g.close(be, form)
			}
			g.negated = true
		case text.ADV:
			if w == "never" || w == "hardly" || w == "neither" {
				g.negated = true
			}
			g.hearsay = g.hearsay || p.lex.sets["unsourced"].has(w)
			if k == lo || p.boundary(k-1) && !p.subjectBefore(k, lo) {
				return g.close(be, form)
			}
		default:
			if w == "nor" {
				g.negated = true
			}
			if w == "never" || w == "neither" {
				g.negated = true
				g.from = k
				continue
			}
			return g.close(be, form)
		}
		g.from = k
	}
	return g.close(be, form)
}

func (g group) close(be bool, form verbForm) group {
	g.passive = be && form.forms&formParticiple != 0
	return g
}

func (p *passage) subjectBefore(k, lo int) bool { return k > lo && p.nominal(k-1) }

func beForm(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m", "got", "gets":
		return true
	}
	return false
}

// carrierGroup goes on left of the "to" at k with the verb that governs it.
func (p *passage) carrierGroup(g group, k, lo int) group {
	g.finite = false
	c := k - 1
	if w := p.word(c); (w == "up" || w == "out" || w == "ahead") && c > lo && p.tag(c-1) == text.VERB {
		c--
	}
	if c < lo || p.tag(c) != text.VERB && p.tag(c) != text.ADJ && p.tag(c) != text.AUX && p.word(c) != "on" && p.word(c) != "first" && p.word(c) != "one" {
		g.from, g.bare = k, true
		return g
	}
	if p.word(c) == "on" && p.tag(c-1) == text.VERB { // went on to say
		c--
	}
	if w := p.word(c); (w == "first" || w == "last" || w == "only") && beForm(p.word(c-1)) { // was first to say
		c--
	} else if (w == "first" || w == "last" || w == "one") && p.word(c-1) == "the" && beForm(p.word(c-2)) {
		c -= 2
	}
	outer := p.verbGroup(c, lo)
	outer.carried = true
	outer.carrier = p.lex.verbs[p.word(c)]
	if outer.carrier.verb == nil {
		outer.finite = true
	}
	return outer
}

// subject finds the noun phrase that a verb group beginning at g says
// something of, with its appositions. ok is false where there is none.
func (p *passage) subject(g, lo int) (run, bool) {
	e := p.skipInserted(g, lo)
	if e <= lo {
		return run{}, false
	}
	if p.mark(e-1, ",") {
		return p.apposed(e-1, lo)
	}
	if p.mark(e-1, "—–") {
		return p.dashed(e-1, lo)
	}
	s := p.npStart(e, lo)
	if s < 0 {
		s = p.describedByClause(e, lo)
	}
	if s < 0 {
		return run{}, false
	}
	s = p.clauseHead(s, lo)
	if w := p.word(s - 1); s > lo && (w == "neither" || w == "both") {
		s--
	}
	return p.widen(p.reduced(run{s, e}, lo), lo), true
}

// reduced takes in the noun that np narrows through a participle: "a laboratory
// hired by" when np is "residents". It must begin its clause, or stand behind a
// comma: elsewhere the participle may as well be the verb of what is said.
func (p *passage) reduced(np run, lo int) run {
	by := np.from - 1
	if by-2 < lo || p.tag(by) != text.ADP || p.tag(by-1) != text.VERB || !participle(p.word(by-1)) || p.tag(by-2) != text.NOUN {
		return np
	}
	s := p.npStart(by-1, lo)
	if s < 0 || s > lo && !p.mark(s-1, ",") {
		return np
	}
	return run{s, np.to}
}

// dashed finds the noun phrase before an insertion between dashes that ends
// with the one at d.
func (p *passage) dashed(d, lo int) (run, bool) {
	for k := d - 1; k > lo && d-k < 30; k-- {
		if p.isQuote(k) && p.speech(k) || p.u[k].begins {
			break
		}
		if p.mark(k, "—–") {
			s := p.npStart(k, lo)
			return run{s, k}, s >= 0
		}
	}
	return run{}, false
}

// skipInserted steps over ", meanwhile," and the like.
func (p *passage) skipInserted(g, lo int) int {
	if g-3 >= lo && p.mark(g-1, ",") && p.tag(g-2) == text.ADV && p.mark(g-3, ",") {
		return g - 3
	}
	if g-2 > lo && p.tag(g-1) == text.ADV && p.mark(g-2, ",") && !p.tagIs(g, text.DET, text.PRON, text.NOUN, text.PROPN) { // the group, whose …, also said
		return g - 1
	}
	return g
}

func (p *passage) tagIs(i int, tags ...text.Tag) bool { return slices.Contains(tags, p.tag(i)) }

// apposed finds the noun phrase before an apposition or relative clause that
// ends with the comma at c.
func (p *passage) apposed(c, lo int) (run, bool) {
	if k := p.openBracket(c-1, lo); k > lo {
		if s := p.npStart(k, lo); s >= 0 && p.tag(k-1) == text.PROPN {
			return p.widen(run{s, c}, lo), true
		}
	}
	for k := c - 1; k > lo && c-k < 45; k-- {
		if p.isQuote(k) && p.speech(k) || p.mark(k, ";:") || p.u[k].begins {
			return run{}, false
		}
		if !p.mark(k, ",") || !p.appositive(k+1, c) {
			continue
		}
		s := p.npStart(k, lo)
		if s < 0 {
			continue
		}
		if s > lo && p.tag(s-1) == text.ADP {
			continue
		}
		return p.widen(run{s, c}, lo), true
	}
	return run{}, false
}

// appositive tells whether units [i, j) can stand between commas after a noun.
func (p *passage) appositive(i, j int) bool {
	switch w := p.word(i); w {
	case "who", "which", "whose", "whom", "of", "from", "in", "with", "at", "a", "an", "the", "both", "also", "now", "then", "speaking", "himself", "herself":
		return true
	}
	if w := p.word(i + 1); (p.word(i) == "and" || p.tag(i) == text.ADP) && (w == "who" || w == "which" || w == "whose" || w == "whom") { // to which samples went
		return true
	}
	switch p.tag(i) {
	case text.NUM:
		return j <= i+2 || !p.hasFinite(i, j) // Ada Lund, 54; not "Ada Lund, two mills have shut"
	case text.NOUN, text.PROPN, text.ADJ, text.DET, text.PRON:
		return !p.hasFinite(i, j)
	case text.VERB:
		return participle(p.word(i))
	case text.ADP:
		return !p.hasFinite(i, j)
	}
	return false
}

// hasFinite tells whether a verb or auxiliary stands in [i, j).
func (p *passage) hasFinite(i, j int) bool {
	for ; i < j; i++ {
		switch p.tag(i) {
		case text.AUX:
			return true
		case text.VERB:
			if f, ok := p.verb(i); ok && f.forms&formFinite != 0 && f.forms&formParticiple == 0 || !participle(p.word(i)) {
				return true
			}
		}
	}
	return false
}

// widen takes in the phrase that np is itself in apposition to: the name in
// "Ada Lund, 54, the mayor," when np is "the mayor,".
func (p *passage) widen(np run, lo int) run {
	for np.from-2 >= lo && p.mark(np.from-1, ",") {
		t := p.tag(np.from)
		if t != text.DET && t != text.NUM && t != text.NOUN && t != text.ADJ {
			break
		}
		s := p.npStart(np.from-1, lo)
		if s < 0 || p.tag(np.from-2) == text.PRON || s > lo && !p.boundary(s-1) || p.timeWord(s) {
			break
		}
		if p.tag(np.from-2) != text.PROPN && (p.tag(np.from-2) != text.NUM || !p.mark(np.from-3, ",")) { // "failed at two, a statement"
			break
		}
		if p.thingWithin(s, np.from-1) {
			break // "The bridge at Port Orrin, the mayor said, fell"
		}
		if s > lo+1 && p.mark(s-1, ",") && p.tag(s-2) == text.NOUN && (p.tag(lo) == text.ADP || p.word(lo) == "citing" || p.word(lo) == "quoting") {
			break // "In a letter signed by its chairman, A B, the club said"
		}
		if p.tag(s) == text.DET && p.properOnly(np) {
			break // "the death of A B, a prisoner at Orrin, the Prison Office said"
		}
		np.from = s
	}
	return np
}

// properOnly tells whether np is a body's name behind an article, which is
// nobody's description: "the Prison Office".
func (p *passage) properOnly(np run) bool {
	if p.tag(np.from) != text.DET {
		return false
	}
	i := np.from + 1
	for i < np.to && p.capital(i) {
		i++
	}
	return i > np.from+1 && (i == np.to || p.mark(i, ","))
}

// thingWithin tells whether a noun phrase is a thing with a name in its tail:
// "the bridge at Port Orrin", but not "the head of Tarn Mills".
func (p *passage) thingWithin(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if w := p.word(i); w == "at" || w == "in" || w == "near" || w == "on" {
			return p.tag(i-1) == text.NOUN && !p.capital(i-1) && !p.teller(p.word(i-1))
		}
	}
	return false
}

// sourceAfter is the end of a source that stands behind its verb and begins at
// i: the noun phrase with its appositions and relative clause.
func (p *passage) sourceAfter(i, hi int) int {
	e := p.npEnd(i, hi, true)
	if e == i {
		return i
	}
	e = p.closeBracket(e, hi)
	if p.tag(e) == text.CCONJ {
		if and := p.npEnd(e+1, hi, true); and > e+1 && !p.hasVerb(and, min(and+1, hi)) {
			e = and
		}
	}
	if w := p.word(e); w == "who" || w == "whose" {
		return p.clauseStop(e, hi)
	}
	for e < hi && p.mark(e, ",") {
		next := p.clauseStop(e+1, hi)
		if next <= e+1 || !p.appositive(e+1, next) || p.opensRemark(e+1) {
			break
		}
		e = next
	}
	return e
}

// opensRemark tells whether what follows a comma at i goes on with the report
// and not with the source: "adding that", "in a statement".
func (p *passage) opensRemark(i int) bool {
	if f, ok := p.verb(i); ok && f.forms&formGerund != 0 {
		return true
	}
	switch p.word(i) {
	case "in", "with", "at", "speaking", "when", "as", "on", "outside", "after", "before", "during", "to":
		return true
	}
	return p.timePhrase(i, len(p.u)) > i
}

// clauseStop is the next comma, dash, semicolon, colon or quotation from i on.
func (p *passage) clauseStop(i, hi int) int {
	for ; i < hi; i++ {
		if p.mark(i, ",;:—–.!?") && !(i > 0 && i+1 < hi && p.glued(i)) || p.isQuote(i) && p.speech(i) || i > 0 && p.u[i].begins {
			return i
		}
	}
	return hi
}
