package attribution

import (
	"strings"

	"hearsay"
)

// language holds the cue words of a language without a tagger.
type language struct {
	say, deny, that, aux wordSet
	from                 [][]string
	verbFirst            bool // the subject stands behind its verb
}

func loadLanguages() map[string]*language {
	all := map[string]*language{}
	for _, f := range lexiconLines("languages.txt") {
		l := all[f[0]]
		if l == nil {
			l = &language{say: wordSet{}, deny: wordSet{}, that: wordSet{}, aux: wordSet{}, verbFirst: f[0] == "ar"}
			all[f[0]] = l
		}
		sets := map[string]wordSet{"say:": l.say, "deny:": l.deny, "that:": l.that, "aux:": l.aux}
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
			e := c.stop(n, c.to, 10)
			if e == n {
				return false
			}
			e = c.nameBehind(e)
			left := run{c.from, c.trimRight(c.from, i)}
			right := run{e, c.to}
			for right.from < right.to && c.mark(right.from, ",،:") {
				right.from++
			}
			if !left.empty() && i > c.from {
				right.to = right.from
			}
			return c.put(run{n, e}, run{i, n}, hearsay.Asserts, left, right)
		}
	}
	return false
}

// stop is the next mark, quotation or conjunction of content from i on; i if
// there is none within limit.
func (c *foreignClause) stop(i, hi, limit int) int {
	for k := i; k < hi && k-i <= limit; k++ {
		if c.mark(k, ",،.:;؛—–-?!") || c.isQuote(k) || c.lang.that.has(c.word(k)) {
			return k
		}
	}
	if hi-i <= limit {
		return hi
	}
	return i
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
	cue := run{c.cueStart(v), v + 1}
	source := run{v + 1, sourceEnd}
	if !c.lang.verbFirst {
		source = c.either(c.before(cue.from), source)
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
	return c.put(source, cue, st, run{}, run{content, c.trimRight(content, end)})
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

// cueStart takes an auxiliary before the verb into the cue, and the pronoun for
// whoever is told: "nous assure S".
func (c *foreignClause) cueStart(v int) int {
	if v > c.from && c.lang.aux.has(c.word(v-1)) {
		v--
	}
	if v > c.from && toldPronouns[c.doc.Lang].has(c.word(v-1)) {
		v--
	}
	return v
}

// toldPronouns stand before a verb and mean who is told.
var toldPronouns = map[string]wordSet{
	"fr": wordSetOf("nous me m' m’ vous lui leur"),
	"es": wordSetOf("nos me le les"),
	"it": wordSetOf("ci mi gli"),
	"pt": wordSetOf("nos me lhe lhes"),
}

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
	for s > c.from && cue-s < 12 && !c.mark(s-1, ",.:;—–") && !c.isQuote(s-1) {
		s--
	}
	if cue-s >= 12 {
		return run{}
	}
	return run{s, cue}
}

// behind reads "« C », a déclaré S", "C1, dijo S, C2" and, the subject left
// out, "« C », añadió".
func (c *foreignClause) behind(v int, st hearsay.Stance) bool {
	cue := run{c.cueStart(v), v + 1}
	edge := cue.from - 1
	if edge <= c.from && !c.isQuote(edge) || !c.isQuote(edge) && !c.mark(edge, ",،—–") {
		return false
	}
	left := run{c.from, c.trimRight(c.from, cue.from)}
	if left.empty() || !c.isQuote(left.to-1) && left.to-left.from < 3 {
		return false
	}
	quoted := c.isQuote(left.to - 1)
	if quoted {
		left.from = left.to - 1
	}
	e := v + 1
	if !c.mark(e, ",،.:;") && e < c.to {
		if e = c.stop(v+1, c.to, 14); e == v+1 || c.lang.that.has(c.word(e)) {
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
	return c.put(source, cue, st, left, c.rest(e, quoted))
}

// rest is the content that goes on behind the source at e.
func (c *foreignClause) rest(e int, quoted bool) run {
	if !c.mark(e, ",،") || e+1 >= c.to || quoted && !c.isQuote(e+1) {
		return run{}
	}
	return run{e + 1, c.trimRight(e+1, c.to)}
}

func (c *foreignClause) put(source, cue run, st hearsay.Stance, left, right run) bool {
	source, told := c.toldWhom(source)
	if source.to-source.from > 9 {
		return false
	}
	f := finding{
		source: c.pieces(source), cue: c.pieces(cue), content: c.pieces(left, right),
		stance: st, parent: c.parent, score: scoreLoose,
	}
	if name := c.paperIn(told); !name.empty() && !c.isOwn(c.spanOf(name).Of(c.doc.Text)) {
		f.via = []hearsay.Via{{Role: hearsay.RoleRelay, Span: c.spanOf(name)}}
	}
	return c.keep(f, source)
}

// hearerWords begin what stands behind a speaker and tells to whom or when it
// was said: "sagte Rohde am Dienstag dem Kurier".
var hearerWords = map[string]wordSet{
	"de": wordSetOf("am im dem gegenüber zu beim vor bei"),
	"fr": wordSetOf("à au aux lundi mardi mercredi jeudi vendredi samedi dimanche dans lors devant"),
	"es": wordSetOf("a al este lunes martes miércoles jueves viernes sábado domingo durante ante en"),
	"it": wordSetOf("a al alla ai lunedì martedì mercoledì giovedì venerdì sabato domenica durante"),
	"pt": wordSetOf("ao à aos nesta neste na no durante"),
}

func wordSetOf(words string) wordSet {
	set := wordSet{}
	for _, w := range strings.Fields(words) {
		set[w] = struct{}{}
	}
	return set
}

// toldWhom parts a source from what tells to whom or when it spoke.
func (c *foreignClause) toldWhom(source run) (who, told run) {
	cut := hearerWords[c.doc.Lang]
	named := false
	for k := source.from; k < source.to; k++ {
		if named && cut.has(c.word(k)) && !c.capital(k) {
			return run{source.from, k}, run{k, source.to}
		}
		named = named || c.capital(k) || c.doc.Lang != "de" && k > source.from
	}
	return source, run{}
}

// paperIn is the publication that a phrase names, empty if it names none.
func (c *foreignClause) paperIn(r run) run {
	for k := r.from; k < r.to; k++ {
		if name := c.published(k); !name.empty() {
			return name
		}
	}
	return run{}
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
