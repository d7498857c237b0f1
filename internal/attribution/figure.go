package attribution

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// figure reads "S put the number at N", "S counted N" and "S gave a toll of N"
// at unit v: what S says has no verb of its own. It gives the unit after the
// number, v if none is said there.
func (c *clause) figure(v, lo, hi int) int {
	if c.tag(v) != text.VERB {
		return v
	}
	end, bare := v, false
	switch c.word(v) {
	case "counted", "counts":
		end, bare = c.countsAt(v, hi), true
	case "put", "puts", "putting", "set", "estimated", "placed":
		e := c.npEnd(v+1, hi, true)
		bare = c.word(v+1) == "it" && e == v+2 && c.word(e) == "at"
		if e == v+1 || !c.counts(v+1, e) && !bare {
			return v
		}
		if c.word(e) == "of" { // of injured, of missing
			for k := e + 2; k < min(e+5, hi); k++ {
				if c.word(k) == "at" {
					e = k
					break
				}
			}
		}
		if c.word(e) != "at" && c.word(e) != "as" {
			if k := c.numberBehind(v+1, e); k < 0 {
				return v
			}
		} else {
			e++
		}
		end = c.quantityEnd(e, hi)
	case "gave", "gives", "give", "giving", "cited":
		e := c.npEnd(v+1, hi, false)
		if e == v+1 || !c.counts(v+1, e) || c.word(e) != "of" && c.word(e) != "as" {
			return v
		}
		end = c.quantityEnd(e+1, hi)
	default:
		return v
	}
	g := c.verbGroup(v, lo)
	source, ok := c.subject(g.from, lo)
	if c.tag(v-1) == text.CCONJ && c.last >= 0 && !ok {
		source, ok = c.subj, !c.subj.empty()
	}
	if end < v+2 || g.passive || !ok || c.word(source.from) == "it" || bare && (!c.canTell(source.from, source.to) || firstPerson(c.word(source.from))) {
		return v
	}
	f := finding{
		source: c.pieces(source), cue: c.pieces(run{g.from, v + 1}), content: c.pieces(run{v + 1, end}),
		stance: hearsay.Asserts, parent: c.parent, score: scoreLoose,
	}
	f.hedged = c.hedgedPieces(f.content)
	if !c.keep(f, source) {
		return v
	}
	return end
}

// countsAt is the end of what "counted 800" says at unit v, v if it says none:
// the number ends its clause, or stands before what was counted.
func (p *passage) countsAt(v, hi int) int {
	if w := p.word(v); w != "counted" && w != "counts" || p.tag(v) != text.VERB {
		return v
	}
	end := p.quantityEnd(v+1, hi)
	if end == v+1 || end < hi && !p.mark(end, ",;:—–") && p.tag(end) != text.ADP && p.tag(end) != text.CCONJ && p.timePhrase(end, hi) == end {
		return v
	}
	return end
}

// counts tells whether a noun phrase is about how many or how much.
func (c *clause) counts(from, to int) bool {
	for k := from; k < to; k++ {
		switch strings.TrimSuffix(c.word(k), "s") {
		case "figure", "number", "toll", "total", "count", "cost", "value", "price", "amount", "turnout", "damage", "size", "strength", "attendance", "tally", "crowd", "loss", "bill", "sum", "losse":
			return true
		}
	}
	return false
}

// numberBehind is where "at N" stands inside [from, to), -1 if nowhere.
func (c *clause) numberBehind(from, to int) int {
	for k := from; k+1 < to; k++ {
		if c.word(k) == "at" && c.quantityEnd(k+1, to) > k+1 {
			return k
		}
	}
	return -1
}

// quantityEnd is the end of a quantity that begins at i, i if there is none:
// "about 2.4 billion crowns".
func (p *passage) quantityEnd(i, hi int) int {
	k, number := i, false
	for k < hi && k-i < 8 {
		t := p.tag(k)
		switch {
		case t == text.NUM || t == text.SYM:
			number = true
		case !number && (t == text.ADV || t == text.ADP || t == text.ADJ || t == text.DET):
		case number && (t == text.NOUN || t == text.ADJ || p.mark(k, "-")):
		case t == text.NOUN && p.word(k) == "dozens" || p.word(k) == "hundreds" || p.word(k) == "thousands":
			number = true
		default:
			if number {
				return k
			}
			return i
		}
		k++
	}
	if number {
		return k
	}
	return i
}
