package names

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// discourse goes through a report once, from left to right, and says who each
// source, pronoun and description is.
type discourse struct {
	*reading
	attrs   []hearsay.Attribution
	sources []sourceAt
	speaker []*cluster // of each attribution
	via     [][]*cluster
	focus   focus
	told    map[string]*cluster   // described sources by their folded words
	byNoun  map[string][]*cluster // organisations by each word of their names
	nouned  map[string][]*cluster // described ones by their noun, oldest first
	offices map[string][]*cluster // persons by their office, oldest first
	intros  []*cluster            // persons introduced without a name, who may never speak
	last    sourceSeen            // the source resolved last
	barred  []*cluster            // whom the source at hand cannot mean

	meant    []meant // persons in the report's own words, so far
	turns    []turn
	ranked   map[int][]antecedent // of a source that is a pronoun, by its token
	nextTurn int                  // the first turn that was not reached yet
}

// sourceSeen is a source that was resolved, and where.
type sourceSeen struct {
	of       *cluster
	sentence int
	document bool // it was called by what it wrote: "the letter says"
}

// sourceAt is where a source begins.
type sourceAt struct {
	first, last int // tokens
	attr        int
}

func newDiscourse(rd *reading, attrs []hearsay.Attribution) *discourse {
	d := &discourse{reading: rd, attrs: attrs, speaker: make([]*cluster, len(attrs)), via: make([][]*cluster, len(attrs)),
		told: make(map[string]*cluster), byNoun: make(map[string][]*cluster), nouned: make(map[string][]*cluster), offices: make(map[string][]*cluster),
		ranked: make(map[int][]antecedent)}
	for _, c := range rd.people {
		if c.kind == hearsay.Organization {
			for _, w := range c.words {
				d.byNoun[w] = append(d.byNoun[w], c)
			}
		}
	}
	for i, a := range attrs {
		if source := wholeSource(rd.doc.Text, a.Source); !source.IsEmpty() {
			first, last := rd.doc.TokensIn(source)
			if first < last {
				d.sources = append(d.sources, sourceAt{first, last, i})
			}
		}
	}
	slices.SortFunc(d.sources, func(a, b sourceAt) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last), cmp.Compare(a.attr, b.attr))
	})
	d.findOwnStatement()
	for i := range rd.mentions {
		if m := &rd.mentions[i]; m.of.person() {
			d.learnTitles(m)
		}
	}
	d.namedInTitle()
	d.turns = d.findTurns()
	return d
}

// namedInTitle gives a person whom the text calls by surname alone the full
// name that the headline has.
func (d *discourse) namedInTitle() {
	words := strings.FieldsFunc(d.r.Title, func(r rune) bool { return r == ' ' || r == ',' || r == ':' || r == ';' || r == '|' })
	for i := 1; i < len(words); i++ {
		surname := Fold(words[i])
		if !isFirstName(Fold(words[i-1])) || surname == "" || strings.ToLower(words[i]) == words[i] {
			continue
		}
		for _, c := range d.people {
			if c.person() && !c.described && len(c.words) == 1 && c.words[0] == surname && !isFirstName(surname) {
				c.name = words[i-1] + " " + trimPossessive(words[i])
				c.names = append(c.names, c.name)
				c.words = strings.Fields(Fold(c.name))
				c.gender = cmp.Or(c.gender, givenGender(c.name))
			}
		}
	}
}

// wholeSource is the source of an attribution as one valid span; of pieces
// that lie far apart, the first.
func wholeSource(txt string, source []hearsay.Span) hearsay.Span {
	var valid []hearsay.Span
	for _, s := range source {
		if s.Validate(txt) == nil {
			valid = append(valid, s)
		}
	}
	if len(valid) == 0 {
		return hearsay.Span{}
	}
	if c := hearsay.Cover(valid); c.Len() < 200 {
		return c
	}
	return valid[0]
}

// run goes over all tokens; sources, names and pronouns are events.
func (d *discourse) run() {
	next := 0
	for i := 0; i < len(d.words); {
		d.hear(i)
		for next < len(d.sources) && d.sources[next].first < i {
			d.meet(next)
			next++
		}
		if next < len(d.sources) && d.sources[next].first == i {
			end := d.sources[next].last
			signed := d.signedWithDash(d.sources[next])
			d.meet(next)
			next++
			if !signed {
				d.namesWithin(i, end)
			}
			i = max(end, i+1)
			continue
		}
		if m := d.mentionAt(i); m != nil && m.first == i {
			d.learn(m)
			if !d.work(m) {
				d.focus.add(m.of, d.weight(m), int(d.sentence[i]))
				d.mean(m.of, i, d.weight(m))
			}
			i = m.last
			continue
		}
		d.pronoun(i)
		d.introduction(i)
		i++
	}
	for ; next < len(d.sources); next++ {
		d.meet(next)
	}
	d.dialogues()
	d.firstPersons()
	d.signedDocuments()
	d.resolveVias()
	d.spokesmen()
}

// work: "we sang the Bruckner" speaks of a thing by somebody's name.
func (d *discourse) work(m *mention) bool {
	return m.of.person() && m.last-m.first == 1 && d.word(m.first-1) == "the" && d.same(m.first-1, m.first)
}

// namesWithin learns from the names inside a source, without letting them
// outweigh the source itself.
func (d *discourse) namesWithin(first, last int) {
	for i := first; i < last; i++ {
		if m := d.mentionAt(i); m != nil && m.first == i {
			d.learn(m)
			d.focus.add(m.of, asAside, max(0, int(d.sentence[i])))
			i = m.last - 1
		}
	}
}

// weight is what a mention counts for by its place in the sentence.
func (d *discourse) weight(m *mention) float64 {
	prev := m.first - 1
	switch {
	case d.spokenTo(m):
		return asSpokenTo
	case d.doc.Tokens[m.first].Quote >= 0:
		return asAside
	case possessive(d.word(m.last)):
		return asObject
	case !d.same(prev, m.first):
		return asSubject
	}
	for prev > m.first-4 && d.mentionAt(prev) == nil && d.same(prev-1, prev) && (d.tag(prev) == text.NOUN || d.tag(prev) == text.ADJ || d.tag(prev) == text.DET) {
		prev-- // on the Arabic page Milh al-Bahr
	}
	switch d.tag(prev) {
	case text.ADP:
		return asObject * 0.7
	case text.VERB:
		return asObject
	}
	if objectLinks[d.word(prev)] {
		return asObject * 0.7
	}
	return asSubject
}

// spokenTo tells whether a quotation speaks to whom it names: "Prue, it's a car
// park".
func (d *discourse) spokenTo(m *mention) bool {
	if d.doc.Tokens[m.first].Quote < 0 {
		return false
	}
	before, after := d.word(m.first-1), d.word(m.last)
	opens := m.first > 0 && d.doc.Tokens[m.first-1].Kind == text.OpenQuote
	return after == "," && (opens || before == ",") || before == "," && (after == "." || after == "?" || after == "!")
}

var objectLinks = wordSet("of for at in to from with by about near against over between told asked than like as on into")

// meet resolves a source. Attributions that share one source share the answer.
func (d *discourse) meet(n int) {
	s := d.sources[n]
	if n > 0 && d.sources[n-1].first == s.first && d.sources[n-1].last == s.last {
		d.speaker[s.attr] = d.speaker[d.sources[n-1].attr]
		return
	}
	d.barred = d.quotedBy(s.attr)
	who := d.source(s)
	d.barred = nil
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
	if s.first == s.last {
		return nil
	}
	if s.last-s.first == 1 || d.pronounPhrase(s) {
		if who, ok := d.pronounSource(s.first); ok {
			return who
		}
	}
	if who := d.label(s.first, s.last); who != nil {
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

// note records that tokens [first, last) mean who.
func (d *discourse) note(who *cluster, first, last int) {
	if who == nil || first >= last {
		return
	}
	if who.intro[1] > 0 && len(who.spans) == 0 {
		who.spans = append(who.spans, d.spanOf(who.intro[0], who.intro[1]))
	}
	who.spans = append(who.spans, d.spanOf(first, last))
	if who.order < 0 {
		who.order = first
		d.people = append(d.people, who)
	}
}

// narrator: "I" outside quotation marks is whoever writes, inside it is left
// to firstPersons.
func (d *discourse) narrator(i int) *cluster {
	if d.doc.Tokens[i].Quote >= 0 {
		return nil
	}
	if w := d.word(i); d.own != nil && d.own.kind == hearsay.Organization && (w == "we" || w == "us") {
		d.note(d.own, i, i+1)
		return d.own
	}
	if signed := d.signer(); signed != nil {
		d.note(signed, i, i+1)
		return signed
	}
	if w := d.word(i); w == "i" || w == "me" {
		if who := d.author(i); who != nil {
			d.note(who, i, i+1)
			return who
		}
	}
	house := d.publisher()
	d.note(house, i, i+1)
	return house
}

// firstPersons gives "I" and "me" inside a quotation to who is quoted.
func (d *discourse) firstPersons() {
	quoted := d.speakersOfQuotes()
	for i, w := range d.words {
		t := d.doc.Tokens[i]
		if t.Quote < 0 || w != "i" && w != "me" && w != "my" && w != "myself" {
			continue
		}
		if a, ok := quoted.at(int(t.Start)); ok && d.speaker[a] != nil && !d.speaker[a].plural {
			d.note(d.speaker[a], i, i+1)
		}
	}
	for _, s := range d.sources {
		if d.speaker[s.attr] != nil {
			continue
		}
		switch d.word(s.first) {
		case "i", "we":
			if a, ok := quoted.around(int(d.doc.Tokens[s.first].Start), s.attr); ok {
				d.speaker[s.attr] = d.speaker[a]
				if d.word(s.first) == "we" && d.speaker[a] != nil && d.speaker[a].speaksFor != nil {
					d.speaker[s.attr] = d.speaker[a].speaksFor
				}
			}
		}
	}
}

// quotedSpans are the contents of attributions, to find whose words a byte is.
type quotedSpans struct {
	spans []hearsay.Span
	attr  []int
}

func (d *discourse) speakersOfQuotes() quotedSpans {
	var q quotedSpans
	type piece struct {
		span hearsay.Span
		attr int
	}
	var all []piece
	for i, a := range d.attrs {
		for _, s := range a.Content {
			if a.Kind != hearsay.Indirect && d.speaker[i] != nil {
				all = append(all, piece{s, i})
			}
		}
	}
	slices.SortFunc(all, func(a, b piece) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End), cmp.Compare(a.attr, b.attr))
	})
	for _, p := range all {
		q.spans = append(q.spans, p.span)
		q.attr = append(q.attr, p.attr)
	}
	return q
}

// at is the innermost attribution whose content holds the byte, among the few
// that begin before it.
func (q quotedSpans) at(offset int) (attr int, ok bool) { return q.around(offset, -1) }

func (q quotedSpans) around(offset, except int) (attr int, ok bool) {
	n := sort.Search(len(q.spans), func(i int) bool { return q.spans[i].Start > offset })
	for i := n - 1; i >= max(0, n-8); i-- {
		if q.spans[i].Start <= offset && offset < q.spans[i].End && q.attr[i] != except {
			return q.attr[i], true
		}
	}
	return 0, false
}
