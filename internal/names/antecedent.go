package names

import (
	"cmp"
	"math"
	"slices"
)

// Whom "he" and "she" mean is weighed: each person meant in the report's own
// words of late by how near that was, as what, and what is known of him or her.

// trait is something that speaks for or against an antecedent.
type trait int

const (
	sameSentence trait = iota
	oneBack
	twoBack
	threeBack
	sixBack
	farBack
	sameParagraph
	spoke            // was last meant as a source
	inPassing        // or as no subject
	firstOfSentence  // the first whom that sentence means
	ofGender         // known to be of the pronoun's gender
	soundsOfGender   // or so it sounds
	isDescribed      // has no name
	isSilent         // nor has spoken
	spokeLast        // not long ago
	holdsFloor       // in the paragraph
	openedParagraph  // the first whom the paragraph means
	spokeBeforeBreak // and the pronoun opens a paragraph
	subjectBefore    // of the sentence before
	latest           // whoever was meant last
	subjectHere      // of the report's own sentence, so far
	timesSubject     // how often, as a logarithm
	timesNamed       // in the report so far, as a logarithm
	traits
)

// antecedent is somebody whom a pronoun can mean.
type antecedent struct {
	who     *cluster
	last    meant // where the report last did
	subject int   // how often as a subject
	score   float64
	hardly  float64 // what weighs against the other gender
	traits  [traits]float64
}

// antecedents are the persons whom "he" or "she" at token i can mean, the
// likeliest first.
func (d *discourse) antecedents(i int, g gender) []antecedent {
	const far, most = 24, 12
	sentence := max(0, int(d.sentence[i]))
	places := d.meantIn(d.doc.Sentences[max(0, sentence-far)].First, i)
	var list []antecedent
	for _, m := range slices.Backward(places) {
		k := slices.IndexFunc(list, func(a antecedent) bool { return a.who == m.of })
		if k < 0 {
			if len(list) == most || !d.canMean(m.of, g) || d.headlineOnly(m) {
				continue
			}
			k = len(list)
			list = append(list, antecedent{who: m.of, last: m})
		}
		if m.weight >= asSubject {
			list[k].subject++
		}
	}
	if who := d.last.of; who != nil && d.canMean(who, g) && !slices.ContainsFunc(list, func(a antecedent) bool { return a.who == who }) {
		list = append(list, antecedent{who: who, last: meant{token: d.doc.Sentences[d.last.sentence].First, of: who, weight: asAside}})
	}
	for k := range list {
		list[k].traits = d.traitsOf(&list[k], i, g, k == 0)
		for t, v := range list[k].traits {
			list[k].score += v * d.weights.traits[t]
		}
		if list[k].who.against == g {
			list[k].hardly += hardly
		}
		if list[k].who.gender == unknownGender && list[k].who.soundsFemale() && g == male {
			list[k].hardly += hardly
		}
		list[k].score -= list[k].hardly
	}
	slices.SortStableFunc(list, func(a, b antecedent) int { return cmp.Compare(b.score, a.score) })
	return list
}

// hardly weighs against a person whose ways speak for the other gender.
const hardly = 1.0

// canMean: somebody is one person, and of no other gender.
func (d *discourse) canMean(c *cluster, g gender) bool {
	return c.person() && !c.plural && !c.writes && (g == unknownGender || c.gender != opposite(g)) && !slices.Contains(d.barred, c)
}

// headlineOnly: "Ada Lund talks to Jo Brand" above an interview is all that is
// said of who asks.
func (d *discourse) headlineOnly(m meant) bool {
	if len(m.of.tokens) != 1 || d.word(m.token-1) != "to" {
		return false
	}
	switch d.word(m.token - 2) {
	case "talks", "talked", "talking", "speaks", "spoke", "speaking":
		return d.sentence[m.token] <= 2
	}
	return false
}

// traitsOf are the traits of an antecedent of the pronoun at token i: each 0 or
// 1, but for the counts.
func (d *discourse) traitsOf(a *antecedent, i int, g gender, latestOne bool) (f [traits]float64) {
	sentence := max(0, int(d.sentence[i]))
	at := max(0, int(d.sentence[a.last.token]))
	here := d.doc.Sentences[sentence]
	set := func(t trait, holds bool) {
		if holds {
			f[t] = 1
		}
	}
	set(distance(sentence-at), true)
	set(sameParagraph, d.sameBlock(at, sentence))
	set(spoke, a.last.weight >= asSource)
	set(inPassing, a.last.weight < asSubject)
	set(firstOfSentence, d.firstMeant(d.doc.Sentences[at].First, d.doc.Sentences[at].Last) == a.who)
	set(ofGender, g != unknownGender && a.who.gender == g)
	set(soundsOfGender, a.who.gender == unknownGender && g == female && a.who.soundsFemale())
	set(isDescribed, a.who.described)
	set(isSilent, a.who.described && len(a.who.spans) == 0)
	last := a.who == d.last.of
	set(spokeLast, last && sentence-d.last.sentence <= 2)
	set(holdsFloor, last && d.sameBlock(sentence, d.last.sentence))
	block := d.doc.Blocks[here.Block].Span
	first, _ := d.doc.TokensIn(block)
	set(openedParagraph, d.firstMeant(first, i) == a.who)
	set(spokeBeforeBreak, last && int(d.doc.Tokens[here.First].Start) == block.Start)
	set(subjectBefore, sentence > 0 && d.subjectOf(sentence-1) == a.who)
	set(latest, latestOne)
	set(subjectHere, d.doc.Tokens[here.First].Quote < 0 && at == sentence && a.last.weight >= asSubject)
	f[timesSubject] = math.Log1p(float64(a.subject))
	f[timesNamed] = math.Log1p(float64(d.namedBefore(a.who, i)))
	return f
}

func distance(sentences int) trait {
	switch {
	case sentences <= 0:
		return sameSentence
	case sentences == 1:
		return oneBack
	case sentences == 2:
		return twoBack
	case sentences == 3:
		return threeBack
	case sentences <= 6:
		return sixBack
	}
	return farBack
}

// firstMeant is the first person whom tokens [first, last) mean, nil if none.
func (d *discourse) firstMeant(first, last int) *cluster {
	if places := d.meantIn(first, last); len(places) > 0 {
		return places[0].of
	}
	return nil
}

// subjectOf is the person whom a sentence is about, nil if it is about none.
func (d *discourse) subjectOf(sentence int) *cluster {
	s := d.doc.Sentences[sentence]
	if places := d.meantIn(s.First, s.Last); len(places) > 0 && places[0].weight >= asSubject {
		return places[0].of
	}
	return nil
}

// foremost is the antecedent that a pronoun means, nil where two are alike.
func foremost(list []antecedent) *cluster {
	const alike = 0.1
	if len(list) == 0 || len(list) > 1 && list[0].score-list[1].score < alike {
		return nil
	}
	return list[0].who
}

// hasGender takes it from a pronoun that somebody is he or she, where nobody else
// is nearly as likely to be meant.
func hasGender(list []antecedent, g gender) {
	const clear = 0.7
	if len(list) > 0 && list[0].who.gender == unknownGender && (len(list) == 1 || list[0].score-list[1].score > clear) {
		list[0].who.gender = g
	}
}
