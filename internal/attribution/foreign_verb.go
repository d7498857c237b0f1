package attribution

import "strings"

// verbGroup is the cue that the verb at v makes with its auxiliary and its
// negation, "n'a pas dit", and where what stands before it ends: in French and
// Spanish the pronoun of who is told stands between the subject and the verb,
// "nous leur avons dit", and is part of neither.
func (c *foreignClause) verbGroup(v int) (cue run, before int, negated bool) {
	cue = run{v, v + 1}
	k := v
	for k > c.from && c.lang.never.has(c.word(k-1)) {
		k--
	}
	if k > c.from {
		elided, w := cutElided(c.word(k - 1))
		if c.lang.aux.has(w) && (elided == "" || c.lang.object.has(elided) || c.lang.not.has(elided)) {
			cue.from, negated = k-1, c.lang.not.has(elided)
		}
	}
	before = cue.from
	for before > c.from && c.lang.object.has(c.word(before-1)) && c.speaks(before-1) {
		before--
	}
	if before > c.from && c.lang.not.has(c.word(before-1)) {
		before--
		cue.from, negated = before, true
	}
	return cue, before, negated
}

// cutElided parts "n'a" into "n'" and "a".
func cutElided(w string) (elided, rest string) {
	if i := strings.IndexByte(w, '\''); i > 0 {
		return w[:i+1], w[i+1:]
	}
	return "", w
}

// speaks tells whether another than the pronoun at unit i speaks: "nous assure
// S", but "nous avons dit".
func (c *foreignClause) speaks(i int) bool {
	w := c.word(i)
	if w != "nous" && w != "vous" {
		return true
	}
	if next := c.word(i + 1); !strings.HasSuffix(next, "ons") && !strings.HasSuffix(next, "ez") && !c.lang.object.has(next) && !c.lang.not.has(next) {
		return true
	}
	return i > c.from && !c.mark(i-1, ",;:—–") || c.isQuote(i-2)
}

// subject is the part of what stands before a verb that can be its subject. A
// relative pronoun is one by itself, "un ingénieur qui a dit que". What has a
// verb of its own shares its subject, "le maire a vu le pont et a déclaré que".
func (c *foreignClause) subject(source run) run {
	if source.from == c.from && c.lang.that.has(c.word(c.from)) {
		source.from++ // what is said begins with it
	}
	if n := source.to - 1; n > source.from && c.lang.who.has(c.word(n)) {
		return run{n, source.to}
	}
	for k := source.from; k < source.to; k++ {
		if c.lang.who.has(c.word(k)) {
			return source // the verb of a relative clause
		}
		if !c.lang.verb.has(c.word(k)) && !c.lang.say.has(c.word(k)) {
			continue
		}
		for k > source.from && (c.lang.object.has(c.word(k-1)) || c.lang.not.has(c.word(k-1))) && c.speaks(k-1) {
			k--
		}
		return run{source.from, k}
	}
	return source
}
