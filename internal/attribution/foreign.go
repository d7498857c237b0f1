package attribution

import (
	"strings"

	"hearsay"
)

// language holds the cue words of a language without a tagger.
type language struct {
	say, deny, that, aux wordSet
	object, not, never   wordSet // what stands around an auxiliary
	verb, who            wordSet // what ends a subject
	from                 [][]string
	verbFirst            bool // the subject stands behind its verb
}

func loadLanguages() map[string]*language {
	all := map[string]*language{}
	for _, f := range lexiconLines("languages.txt") {
		l := all[f[0]]
		if l == nil {
			l = newLanguage()
			l.verbFirst = f[0] == "ar"
			all[f[0]] = l
		}
		sets := map[string]wordSet{
			"say:": l.say, "deny:": l.deny, "that:": l.that, "aux:": l.aux, "object:": l.object,
			"not:": l.not, "never:": l.never, "verb:": l.verb, "who:": l.who,
		}
		for _, w := range f[2:] {
			if f[1] == "from:" {
				l.from = append(l.from, strings.Split(w, "_"))
			} else {
				sets[f[1]][w] = struct{}{}
			}
		}
	}
	return all
}

func newLanguage() *language {
	l := &language{}
	for _, set := range []*wordSet{&l.say, &l.deny, &l.that, &l.aux, &l.object, &l.not, &l.never, &l.verb, &l.who} {
		*set = wordSet{}
	}
	return l
}

// foreign reads the sentences of a passage in a language known by its cue
// words alone. It finds less than the rules for English do, and only where a
// verb of saying has its source right beside it.
func (p *passage) foreign(parent int, lang *language) {
	for a := 0; a < len(p.u); {
		b := a + 1
		for b < len(p.u) && !p.u[b].begins {
			b++
		}
		c := foreignClause{clause{passage: p, from: a, to: p.trimEnd(a, b), parent: parent, last: -1}, lang}
		c.read()
		a = b
	}
}

type foreignClause struct {
	clause
	lang *language
}

func (c *foreignClause) read() {
	if c.sourcePhrase() {
		return
	}
	for v := c.from; v < c.to; v++ {
		deny := c.lang.deny.has(c.word(v))
		if !deny && !c.lang.say.has(c.word(v)) {
			continue
		}
		st := hearsay.Asserts
		if deny {
			st = hearsay.Denies
		}
		if !deny && c.behind(v, st) || c.complement(v, st) {
			return
		}
	}
}

// sourcePhrase reads "selon S, C" and "C, selon S".
func (c *foreignClause) sourcePhrase() bool {
	for i := c.from; i < c.to; i++ {
		for _, words := range c.lang.from {
			n, ok := c.phraseAt(i, strings.Join(words, " "))
			if !ok {
				continue
			}
			n = c.toldIn(n)
			e := c.stop(n, c.to, 14)
			if e == n {
				return false
			}
			e = c.nameBehind(e)
			left := run{c.afterColon(i), c.trimRight(c.from, i)}
			right := run{e, c.to}
			for right.from < right.to && c.mark(right.from, ",،:") {
				right.from++
			}
			if !left.empty() && i > c.from {
				right.to = right.from
			}
			return c.put(run{n, e}, run{}, run{i, n}, hearsay.Asserts, left, right)
		}
	}
	return false
}

// toldIn is the end of a verb of saying that begins at n, with its auxiliary,
// "según contó S", "selon ce qu'a déclaré S"; n if none does.
func (c *foreignClause) toldIn(n int) int {
	k := n
	if c.word(k) == "lo" || c.word(k) == "ce" {
		k++
	}
	for k < c.to && k-n < 3 && c.lang.that.has(c.word(k)) {
		k++
	}
	_, w := cutElided(c.word(k))
	if c.lang.object.has(w) {
		k++
		_, w = cutElided(c.word(k))
	}
	if c.lang.aux.has(w) && c.lang.say.has(c.word(k+1)) {
		return k + 2
	}
	if c.lang.say.has(w) {
		return k + 1
	}
	return n
}

// afterColon is where the clause before i begins: what stands before a colon or
// a semicolon only leads up to it.
func (c *foreignClause) afterColon(i int) int {
	for k := i - 3; k > c.from; k-- {
		if c.mark(k, ":;؛") {
			return k + 1
		}
	}
	return c.from
}

// stop is the next mark, quotation or conjunction of content from i on; i if
// there is none within limit.
func (c *foreignClause) stop(i, hi, limit int) int {
	for k := i; k < hi && k-i <= limit; k++ {
		if c.mark(k, ",،.:;؛—–-?!") || c.isQuote(k) || c.opens(k) {
			return k
		}
	}
	if hi-i <= limit {
		return hi
	}
	return i
}

// opens tells whether the word at i opens a content, "que" or "qu'un".
func (c *foreignClause) opens(i int) bool {
	elided, _ := cutElided(c.word(i))
	return c.lang.that.has(c.word(i)) || elided != "" && c.lang.that.has(elided)
}

// complement reads the verb at v with a content behind it.
func (c *foreignClause) complement(v int, st hearsay.Stance) bool {
	open := c.stop(v+1, c.to, 12)
	sourceEnd := open
	if c.mark(open, ",،") && c.lang.that.has(c.word(open+1)) {
		open++
	}
	if open >= c.to || c.mark(open, ",،.;؛—–-?!") {
		return false
	}
	content := open
	if c.mark(open, ":") {
		content++
	}
	cue, subjectEnd, negated := c.verbGroup(v)
	if negated && st == hearsay.Asserts {
		st = hearsay.Questions // what is not said is not asserted
	}
	source, beside := run{v + 1, sourceEnd}, run{}
	if !c.lang.verbFirst {
		beside, source = c.toldFirst(source)
		source = c.either(c.subject(c.before(subjectEnd)), source)
	}
	if c.lang.verbFirst && source.empty() {
		source = c.subjectBefore()
	}
	if source.empty() || content >= c.to {
		return false
	}
	end := c.to
	if c.isQuote(content) {
		end = content + 1
	}
	return c.put(source, beside, cue, st, run{}, run{content, c.trimRight(content, end)})
}

// either chooses the subject of a verb from what stands before and behind it,
// in a language whose subjects come first: what stands behind is told it, "a
// déclaré à l'agence que". One word before can be an adverb, "вчера сообщил S".
func (c *foreignClause) either(before, behind run) run {
	if behind.empty() || before.to-before.from > 1 {
		return before
	}
	return behind
}

// nameBehind takes a name in apposition into the source that ends at the comma
// e: "según el alcalde, Tomas Rield, …".
func (c *foreignClause) nameBehind(e int) int {
	if !c.mark(e, ",") || !c.capital(e+1) || c.doc.Lang == "de" {
		return e
	}
	k := e + 1
	for k < c.to && k-e < 7 && (c.capital(k) || len(c.word(k)) <= 3 && c.capital(k+1)) {
		k++
	}
	if k-e < 3 || k < c.to && !c.mark(k, ",") {
		return e
	}
	return k
}

// subjectBefore is the source of the finding before, for a verb whose subject
// is left out, as in Arabic "and added that".
func (c *foreignClause) subjectBefore() run {
	if n := len(c.found); n > 0 && c.found[n-1].parent == c.parent && len(c.found[n-1].source) == 1 {
		at := c.found[n-1].source[0]
		for i := range c.u {
			if c.u[i].first != at[0] {
				continue
			}
			for k := i; k < c.from; k++ {
				if c.u[k].last == at[1] {
					return run{i, k + 1}
				}
			}
		}
	}
	return run{}
}

// farBack is how far before a verb its subject may begin.
const farBack = 20

// before is the noun phrase that ends where the cue begins: back to a mark or
// the beginning of the sentence, with an apposition between commas.
func (c *foreignClause) before(cue int) run {
	s := cue
	if c.mark(cue-1, ",") {
		for s = cue - 1; s > c.from && !c.mark(s-1, ",.:;—–") && !c.isQuote(s-1); {
			s--
		}
		if !c.mark(s-1, ",") {
			return run{}
		}
		cue, s = cue-1, s-1
	}
	for s > c.from && cue-s < farBack && !c.mark(s-1, ",.:;—–") && !c.isQuote(s-1) {
		s--
	}
	if cue-s >= farBack {
		return run{}
	}
	return run{s, cue}
}

// behind reads "« C », a déclaré S", "C1, dijo S, C2" and, the subject left
// out, "« C », añadió".
func (c *foreignClause) behind(v int, st hearsay.Stance) bool {
	cue, before, negated := c.verbGroup(v)
	if negated {
		return false
	}
	edge := before - 1
	if edge <= c.from && !c.isQuote(edge) || !c.isQuote(edge) && !c.mark(edge, ",،—–") {
		return false
	}
	left := run{c.from, c.trimRight(c.from, before)}
	if left.empty() || !c.isQuote(left.to-1) && left.to-left.from < 3 {
		return false
	}
	quoted := c.isQuote(left.to - 1)
	if quoted {
		left.from = left.to - 1
	}
	e := v + 1
	if !c.mark(e, ",،.:;") && e < c.to {
		if e = c.subjectEnd(v+1, left); e == v+1 {
			return false
		}
	}
	if e > v+1 {
		e = c.nameBehind(e)
	}
	source := run{v + 1, e}
	if source.empty() {
		if source = c.subjectBefore(); source.empty() || !quoted {
			return false
		}
	}
	return c.put(source, run{}, cue, st, left, c.rest(e, quoted))
}

// subjectEnd is where the subject ends that begins at i behind a verb and the
// content left; i if there is none. A "que" opens a relative clause of it,
// "aseguró una vecina que pasaba", if the content is a clause already, and
// else what is said: "ayer por la tarde, dijo el alcalde que".
func (c *foreignClause) subjectEnd(i int, left run) int {
	e := c.stop(i, c.to, 14)
	if e == i || !c.lang.that.has(c.word(e)) {
		return e
	}
	if !c.lang.who.has(c.word(e)) || !c.clausal(left) {
		return i
	}
	if _, who := c.toldFirst(run{i, e}); who.empty() {
		return i
	}
	const longest = 14
	for e++; e < c.to && e-i < longest && !c.mark(e, ",.:;—–-?!") && !c.isQuote(e); e++ {
	}
	return e
}

// clausal tells whether a content holds a verb, by its form, or is quoted.
func (c *foreignClause) clausal(r run) bool {
	for k := r.from; k < r.to; k++ {
		w := c.word(k)
		if c.isQuote(k) || c.lang.verb.has(w) {
			return true
		}
		if c.doc.Lang == "es" && k > r.from && !c.capital(k) && (strings.HasSuffix(w, "ó") || strings.HasSuffix(w, "aron") || strings.HasSuffix(w, "ieron")) {
			return true
		}
	}
	return false
}

// rest is the content that goes on behind the source at e.
func (c *foreignClause) rest(e int, quoted bool) run {
	if !c.mark(e, ",،") || e+1 >= c.to || quoted && !c.isQuote(e+1) {
		return run{}
	}
	return run{e + 1, c.trimRight(e+1, c.to)}
}

// put keeps a finding. What stands beside its source can tell whom it told.
func (c *foreignClause) put(source, beside, cue run, st hearsay.Stance, left, right run) bool {
	first, source := c.toldFirst(source)
	source, told := c.toldWhom(source)
	if source.empty() || c.length(source) > 9 {
		return false
	}
	f := finding{
		source: c.pieces(source), cue: c.pieces(cue), content: c.pieces(left, right),
		stance: st, parent: c.parent, score: scoreLoose,
	}
	f.via = c.relays(first, told, beside)
	return c.keep(f, source)
}

// length is how many units a source has, without a relative clause.
func (c *foreignClause) length(source run) int {
	for k := source.from + 1; k < source.to; k++ {
		if c.lang.who.has(c.word(k)) {
			return k - source.from
		}
	}
	return source.to - source.from
}

// languageOf is the table for a document's language, nil for English and for
// languages without one.
func (s *scanner) languageOf() *language {
	if s.doc.Lang == "" || s.doc.Lang == "en" {
		return nil
	}
	return s.lex.languages[s.doc.Lang]
}

// known tells whether the rules or a table cover the document's language.
func (s *scanner) known() bool {
	return s.doc.Lang == "" || s.doc.Lang == "en" || s.lex.languages[s.doc.Lang] != nil
}
