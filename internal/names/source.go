package names

import (
	"slices"

	"hearsay"
)

// meet resolves a source. Attributions that share one source share the answer.
func (d *discourse) meet(n int) {
	s := d.sources[n]
	if n > 0 && d.sources[n-1].first == s.first && d.sources[n-1].last == s.last {
		d.speaker[s.attr] = d.speaker[d.sources[n-1].attr]
		return
	}
	d.barred, d.quoting = d.quotedBy(s.attr), d.quoterOf(s.attr)
	who := d.source(s)
	d.barred, d.quoting = nil, nil
	d.speaker[s.attr] = who
	if d.signedWithDash(s) { // whose words stand apart from the report's
		return
	}
	if who != nil {
		d.mean(who, s.first, asSource)
		d.focus.add(who, asSource, max(0, int(d.sentence[s.first])))
		d.last = sourceSeen{who, max(0, int(d.sentence[s.first])), documentNouns[d.word(s.last-1)] || d.word(s.first) == "it" && d.last.document}
	}
}

// quotedBy are those whom the source of an attribution quotes: of "Brede told
// her that C, she says" she is not Brede.
func (d *discourse) quotedBy(attr int) (list []*cluster) {
	for i, a := range d.attrs {
		if a.Parent == "" || a.Parent != d.attrs[attr].ID || d.speaker[i] == nil {
			continue
		}
		if first, last := d.doc.TokensIn(wholeSource(d.doc.Text, a.Source)); last-first > 1 || first < last && d.capital(first) && !notNames[d.word(first)] {
			list = append(list, d.speaker[i]) // a pronoun may be the same again
		}
	}
	return list
}

// quoterOf is who quotes the source of an attribution, nil if nobody known does.
func (d *discourse) quoterOf(attr int) *cluster {
	parent := d.attrs[attr].Parent
	if parent == "" {
		return nil
	}
	i := slices.IndexFunc(d.attrs, func(a hearsay.Attribution) bool { return a.ID == parent })
	if i < 0 {
		return nil
	}
	return d.speaker[i]
}

// signedWithDash: “C.” — Ada Lund.
func (d *discourse) signedWithDash(s sourceAt) bool {
	switch d.word(s.first - 1) {
	case "—", "–", "―", "-", "--":
		return len(d.attrs[s.attr].Cue) == 1 && d.attrs[s.attr].Cue[0].End <= int(d.doc.Tokens[s.first].Start)
	}
	return false
}

// source says who the tokens of a source mean, nil if nobody is named or it
// is unclear.
func (d *discourse) source(s sourceAt) *cluster {
	for s.first < s.last && skipped[d.word(s.first)] {
		s.first++
	}
	for s.last-s.first > 1 && stressing[d.word(s.last-1)] {
		s.last-- // "Tidewell itself"
	}
	if s.first == s.last {
		return nil
	}
	if s.last-s.first == 1 || d.pronounPhrase(s) {
		if who, ok := d.pronounSource(s.first); ok {
			return d.leadNamed(who)
		}
	}
	if who := d.label(s.first, s.last); who != nil {
		return who
	}
	if s.last-s.first == 1 {
		if who := d.ownKin(s.first); who != nil {
			d.note(who, s.first, s.last)
			return who
		}
	}
	if who := d.headed(s); who != nil {
		return who
	}
	if who := d.namedWithin(s); who != nil {
		return who
	}
	if who := d.broughtInAt(s.first); who != nil {
		d.note(who, s.first, s.last)
		return who
	}
	p := d.parsePhrase(d.sourceStart(s.first), s.last)
	if who := d.byOrigin(p); who != nil {
		d.note(who, p.first, p.end)
		return who
	}
	switch {
	case p.name != nil && d.calledShort(p.name.of):
		d.note(d.publisher(), p.first, p.end)
		return d.house
	case p.name != nil:
		p.name.of.animate()
		d.bindRole(p.name.of, p.role)
		return p.name.of
	case p.apposed != nil:
		d.bindRole(p.apposed.of, p.role)
		return p.apposed.of
	}
	if who := d.addsTo(s, p); who != nil {
		d.note(who, p.first, p.last)
		return who
	}
	return d.described(p)
}

// calledShort: "the Office" is the Food Safety Office that publishes.
func (d *discourse) calledShort(c *cluster) bool {
	return d.house != nil && c != d.house && c.known == "" && len(c.words) == 1 && (orgNouns[c.words[0]] || publicBodies[c.words[0]]) &&
		len(d.house.words) > 1 && !mediaLike(d.house.words) && slices.Contains(d.house.words, c.words[0])
}

// broughtInAt is who was brought in by words that end in the place at a token:
// of "An engineer who works at Pike Lane" a source may have the place alone.
func (d *discourse) broughtInAt(first int) *cluster {
	if m := d.mentionAt(first); m == nil || m.of.kind != hearsay.Place || len(d.intros) == 0 {
		return nil
	}
	who := d.intros[len(d.intros)-1]
	if who.intro[0] < first && first < who.intro[1] {
		return who
	}
	return nil
}

// sourceStart widens a source that begins with the place at the end of a
// description: of "An engineer at Pike Lane" it may have the place alone.
func (d *discourse) sourceStart(first int) int {
	m := d.mentionAt(first)
	if m == nil || m.of.kind != hearsay.Place || !nounLinks[d.word(m.first-1)] || !d.same(m.first-1, first) {
		return first
	}
	start := d.phraseBefore(m.first - 1)
	if p := d.parsePhrase(start, m.last); start < m.first-1 && p.head >= 0 && p.name == nil && (isPersonNoun(p.noun) || orgNouns[p.noun]) {
		return start
	}
	return first
}
