package names

import (
	"cmp"
	"slices"
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
	quoting *cluster              // who quotes the source at hand, nil if nobody does
	weights *voiceWeights
	writing *cluster // who says "I" in the report's own voice, nil if nobody has

	meant    []meant // persons in the report's own words, so far
	turns    []turn
	ranked   map[int][]antecedent // of a source that is a pronoun, by its token
	nextTurn int                  // the first turn that was not reached yet
	lists    [][]candidate        // who may speak each turn
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

func newDiscourse(rd *reading, attrs []hearsay.Attribution, weights *voiceWeights) *discourse {
	d := &discourse{reading: rd, attrs: attrs, speaker: make([]*cluster, len(attrs)), via: make([][]*cluster, len(attrs)),
		told: make(map[string]*cluster), byNoun: make(map[string][]*cluster), nouned: make(map[string][]*cluster), offices: make(map[string][]*cluster),
		ranked: make(map[int][]antecedent), weights: weights}
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
	next, lead := 0, d.leadSentence()
	for i := 0; i < len(d.words); {
		if lead >= 0 && lead+2 < len(d.doc.Sentences) && i >= d.doc.Sentences[lead+2].First {
			d.pairLead(lead)
			lead = -1
		}
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
		if d.meanKin(i) {
			i++
			continue
		}
		if m := d.mentionAt(i); m != nil && m.first == i {
			d.learn(m)
			d.officeNamed(m)
			d.namedLate(m)
			d.bringInOwned(m)
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
	d.examinations()
	d.calledInTalk()
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
			d.officeNamed(m)
			d.namedLate(m)
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
