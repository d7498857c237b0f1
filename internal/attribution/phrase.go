package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/internal/text"
)

// run is a half-open run of units [from, to).
type run struct{ from, to int }

func (r run) empty() bool { return r.to <= r.from }

// nominative tells a pronoun that is a subject by its form.
func nominative(w string) bool {
	switch w {
	case "he", "she", "they", "we", "i", "who", "it", "you", "nobody", "everyone", "everybody", "someone", "somebody", "anyone", "one", "which":
		return true
	}
	return false
}

func accusative(w string) bool {
	switch w {
	case "him", "them", "me", "us", "whom", "himself", "herself", "itself", "themselves":
		return true
	}
	return false
}

// nominal tells whether unit i can end a noun phrase.
func (p *passage) nominal(i int) bool {
	switch p.tag(i) {
	case text.NOUN, text.PROPN, text.NUM:
		return true
	case text.PRON:
		w := p.word(i)
		return w != "there" && !(possessivePronoun(w) && w != "her")
	case text.DET:
		switch p.word(i) {
		case "this", "these", "those", "some", "all", "both", "another", "that", "many", "which", "each", "any":
			return true
		}
	case text.ADJ:
		switch p.word(i) {
		case "others", "many", "most", "several", "few", "other", "more", "former", "latter":
			return true
		}
		if t := p.tag(i - 1); p.mark(i+1, ",") && (t == text.NOUN || t == text.ADJ || t == text.DET || t == text.PRON && possessivePronoun(p.word(i-1))) {
			return true
		}
		return p.capital(i)
	case text.SYM:
		return true
	case text.VERB: // "the pudding is", taken for a verb
		return strings.HasSuffix(p.word(i), "ing") && p.tag(i+1) == text.AUX && i > 0 && p.tag(i-1) != text.PUNCT
	}
	return false
}

// opensNP tells whether a noun phrase can begin at unit i.
func (p *passage) opensNP(i int) bool {
	switch p.tag(i) {
	case text.DET, text.NOUN, text.PROPN, text.NUM, text.ADJ, text.SYM:
		return true
	case text.PRON:
		w := p.word(i)
		return w != "that" || p.tag(i) != text.SCONJ
	}
	return false
}

// npStart finds where the noun phrase begins whose last unit is end-1, looking
// back as far as lo; -1 if no noun phrase ends there.
func (p *passage) npStart(end, lo int) int {
	if k := p.openBracket(end-1, lo); k > lo {
		end = k
	}
	i := end - 1
	if i < lo || !p.nominal(i) {
		return -1
	}
	if w := p.word(i); p.tag(i) == text.PRON || w == "who" || w == "which" {
		if (w == "them" || w == "us" || w == "whom") && i > lo+1 && p.word(i-1) == "of" {
			return p.attachment(i-1, lo)
		}
		if accusative(w) || w == "her" {
			return p.relativeHead(i, lo)
		}
		if nominative(w) && !(w == "one" && i > lo && p.tag(i-1) != text.PUNCT) {
			return i
		}
	}
	for i > lo {
		prev := p.before(i, lo)
		if prev < 0 {
			break
		}
		i = prev
	}
	return i
}

// openBracket is the bracket that the one at i closes, -1 if i is none.
func (p *passage) openBracket(i, lo int) int {
	if i < lo || !p.mark(i, ")") {
		return -1
	}
	for k := i - 1; k >= lo && i-k < 12; k-- {
		if p.mark(k, "(") {
			return k
		}
	}
	return -1
}

// closeBracket is the unit after the bracket that closes the one at i, i if
// none is opened or closed.
func (p *passage) closeBracket(i, hi int) int {
	if i >= hi || !p.mark(i, "(") {
		return i
	}
	for k := i + 1; k < hi && k-i < 12; k++ {
		if p.mark(k, ")") {
			return k + 1
		}
	}
	return i
}

// before is the next beginning to the left of a noun phrase that begins at i,
// -1 if it cannot begin earlier.
func (p *passage) before(i, lo int) int {
	k := i - 1
	starts := p.tag(i) == text.DET || p.tag(i) == text.PRON
	switch p.tag(k) {
	case text.NOUN, text.PROPN, text.ADJ, text.NUM, text.SYM:
		if p.pictured(k) {
			return -1 // an emoji before the first word
		}
		if starts && !(p.tag(k) == text.ADJ && p.word(k) == "all") {
			return -1
		}
		if p.timeWord(k) && p.tag(i) != text.PROPN {
			return -1
		}
		return k
	case text.DET:
		if starts && p.word(k) != "all" && p.word(k) != "both" && p.word(i) != "one" { // no one, every one
			return -1
		}
		return k
	case text.PRON:
		if possessivePronoun(p.word(k)) && !starts {
			return k
		}
		if p.word(k) == "one" || p.word(k) == "some" {
			return k
		}
		return p.relativeHead(k, lo)
	case text.PART:
		if w := p.word(k); (w == "'s" || w == "'") && k > lo {
			return k - 1
		}
		return -1
	case text.ADV:
		if t := p.tag(i); (t == text.ADJ || t == text.NUM) && !starts && p.word(k) != "then" {
			return k
		}
		return -1
	case text.ADP:
		return p.attachment(k, lo)
	case text.VERB, text.AUX:
		if k > lo && participle(p.word(k)) && p.tag(i) != text.DET && (p.tag(k-1) == text.DET || p.tag(k-1) == text.PRON && possessivePronoun(p.word(k-1))) {
			return k - 1
		}
		return p.participleHead(i, k, lo)
	case text.CCONJ:
		return p.coordination(k, lo)
	case text.TagNone:
		if p.isQuote(k) && !p.speech(k) && k > lo && (p.tag(k-1) == text.PROPN || p.tag(k-1) == text.DET) {
			return k - 1
		}
	case text.PUNCT:
		if p.word(k) == "'" && k > lo && (p.tag(k-1) == text.NOUN || p.tag(k-1) == text.PROPN) && strings.HasSuffix(p.word(k-1), "s") {
			return k - 1
		}
		if p.mark(k, "-–") && k > lo && p.doc.Tokens[p.u[k].first].Start == p.doc.Tokens[p.u[k-1].first].End {
			return k - 1
		}
	}
	return -1
}

// pictured tells whether unit k is a picture among words: an emoji, an arrow.
func (p *passage) pictured(k int) bool {
	r, _ := utf8.DecodeRuneInString(p.word(k))
	return unicode.Is(unicode.So, r)
}

// attachment is where a phrase begins that ends before the preposition at k:
// the "spokesman" of "a spokesman for the port".
func (p *passage) attachment(k, lo int) int {
	h := k - 1
	if h < lo {
		return -1
	}
	w := p.word(k)
	switch p.tag(h) {
	case text.NOUN, text.PROPN:
		if p.timeWord(h) || w == "by" && p.tag(h) == text.PROPN {
			return -1
		}
		if w == "of" || w == "for" || w == "from" || w == "at" || w == "with" || w == "in" || w == "on" || w == "to" || w == "near" || w == "behind" || w == "inside" || w == "against" || w == "by" || w == "within" || w == "under" || w == "across" {
			if s := p.npStart(h+1, lo); s >= 0 && p.tag(s-1) != text.VERB && p.tag(s-1) != text.AUX {
				return s
			}
		}
	case text.NUM, text.PRON, text.DET:
		if indefinite(p.word(h)) && w != "by" {
			return h
		}
		if (w == "of" || w == "in" || w == "from" || w == "with") && !nominative(p.word(h)) || p.word(h) == "one" || p.word(h) == "none" {
			return h
		}
	case text.ADJ, text.ADV:
		if h > lo && p.tag(h-1) == text.NOUN && (p.tag(h) == text.ADJ || w == "to") {
			return p.npStart(h, lo)
		}
	case text.VERB:
		if h > lo && p.tag(h-1) == text.NOUN && participle(p.word(h)) {
			return p.npStart(h, lo)
		}
		if h > lo+1 && (p.word(h-1) == "who" || p.tag(h-1) == text.ADV) { // a guard who works at the mill
			return p.relativeHead(h, lo)
		}
	case text.ADP: // "from inside the union"
		return p.attachment(h, lo)
	}
	return -1
}

func indefinite(w string) bool {
	switch w {
	case "nobody", "anybody", "somebody", "everybody", "noone", "anyone", "someone", "everyone", "none", "those", "nothing":
		return true
	}
	return false
}

func participle(w string) bool {
	switch w {
	case "sworn", "brought", "torn", "worn", "born":
		return true
	}
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "wn")
}

// participleHead is where the phrase begins that has a reduced or restrictive
// relative clause ending at i with its verb at k: "officials who saw it".
func (p *passage) participleHead(i, k, lo int) int {
	if h := p.relativeHead(k, lo); h >= 0 {
		return h
	}
	if p.tag(k) == text.VERB && k > lo && p.tag(k-1) == text.NOUN && participle(p.word(k)) && p.tag(i) != text.DET {
		return p.npStart(k, lo)
	}
	return -1
}

// relativeHead is where a phrase begins that has a relative clause, without a
// comma, around unit k.
func (p *passage) relativeHead(k, lo int) int {
	for r := k; r > lo && k-r < 14; r-- {
		switch w := p.word(r); {
		case w == "who" || w == "that" && r < k && p.tag(r-1) == text.NOUN || w == "which":
			if p.tag(r-1) == text.NOUN || p.tag(r-1) == text.PROPN || p.tag(r-1) == text.PRON || p.tag(r-1) == text.DET {
				if w == "that" && p.tag(r) == text.SCONJ && !p.relativeThat(r) {
					return -1
				}
				return p.npStart(r, lo)
			}
			return -1
		case p.isQuote(r) || p.mark(r, ",;:—.()"):
			return -1
		}
	}
	return -1
}

// relativeThat tells "the man that shot him" from "the claim that he shot".
func (p *passage) relativeThat(r int) bool {
	if _, cue := p.lex.nouns[p.word(r-1)]; cue {
		return false
	}
	t := p.tag(r + 1)
	return t == text.VERB || t == text.AUX || t == text.ADV
}

// coordination is where "A and B" begins, given the conjunction at k, if what
// stands before it is a noun phrase and not the end of a clause.
func (p *passage) coordination(k, lo int) int {
	if k-1 < lo || !p.nominal(k-1) {
		return -1
	}
	s := p.npStart(k, lo)
	if s < 0 {
		return -1
	}
	for s > lo && p.mark(s-1, ",") { // "A, B and C"
		e := p.npStart(s-1, lo)
		if e < 0 || p.tag(e-1) == text.ADP {
			break
		}
		s = e
	}
	if s > lo && !p.boundary(s-1) {
		return -1
	}
	return s
}

// boundary tells whether a clause can begin right after unit i.
func (p *passage) boundary(i int) bool {
	if i < 0 || p.isQuote(i) || p.u[i+1].begins {
		return true
	}
	switch p.tag(i) {
	case text.PUNCT, text.SCONJ, text.CCONJ:
		return true
	}
	switch p.word(i) {
	case "that", "as", "but", "and", "then", "when", "how", "why", "where", "what":
		return true
	}
	return false
}

// mediumNoun is the medium that the noun at i names, "" if it names none.
func (p *passage) mediumNoun(i int) string {
	w := p.word(i)
	if p.lex.sets["medium"].has(w) {
		return w
	}
	if one := strings.TrimSuffix(w, "s"); one != w && p.lex.sets["medium"].has(one) {
		return one
	}
	return ""
}
