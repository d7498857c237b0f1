package names

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// learn reads what the words around a person's name say of the person:
// appositions before and after it, a signature. Titles are learnt beforehand,
// since they hold throughout the report.
func (d *discourse) learn(m *mention) {
	if !m.of.person() {
		return
	}
	d.learnAfter(m)
	d.learnBefore(m)
	d.learnSignature(m)
	d.pleads(m)
}

// learnTitles: Mayor Odile Farrant is the mayor.
func (d *discourse) learnTitles(m *mention) {
	if m.bare == m.first {
		return
	}
	head := strings.TrimSuffix(d.word(m.bare-1), ".")
	for _, noun := range impliedBy[head] {
		d.addRole(m.of, role{text: d.textOf(m.first, m.bare), head: noun, span: d.spanOf(m.first, m.bare)})
	}
	if abroad := foreignNouns[head]; abroad != "" && d.doc.Lang != "en" {
		head = abroad
	}
	if head = Fold(head); !neutralTitles[head] && !offices[head] || head == "dr" {
		return
	}
	noun, _ := evenNoun(head)
	r := role{text: d.textOf(m.first, m.bare), head: noun, span: d.spanOf(m.first, m.bare)}
	d.addRole(m.of, r)
}

// impliedBy are what somebody with a title is called too: Father Lund is "the
// priest".
var impliedBy = map[string][]string{
	"father": {"priest"}, "fr": {"priest"}, "rev": {"vicar", "minister", "priest"}, "reverend": {"vicar", "minister", "priest"},
	"canon": {"vicar", "priest"}, "pastor": {"minister"}, "pc": {"officer", "constable", "policeman"}, "constable": {"officer", "policeman"},
	"sergeant": {"officer", "policeman"}, "sgt": {"officer"}, "judge": {"recorder"}, "cllr": {"councillor"}, "sister": {"sister", "nun"},
}

// offices are titles that tell the gender and are callings too: "the sheikh".
var offices = wordSet("sheikh shaikh sheik cheikh king queen prince princess duke duchess count countess baron baroness rabbi imam mullah bishop archbishop cardinal pope")

// learnAfter: "Ada Lund, 54, who chairs the board", "Ada Lund, a surveyor at".
func (d *discourse) learnAfter(m *mention) {
	i := m.last
	if w := d.word(i); w != "," && w != "(" && w != "—" && w != "–" || !d.same(m.first, i) {
		return
	}
	i++
	if d.isAge(i) {
		for d.same(m.first, i) && d.word(i) != "," {
			i++
		}
		i++
	}
	end := d.appositionEnd(i)
	if end <= i {
		return
	}
	if next := d.mentionAt(end + 1); d.word(end) == "," && next != nil && next.of != m.of && next.of.person() && d.word(i) != "who" {
		return // it describes the next name
	}
	if d.word(i) == "who" {
		d.learnClause(m, i, end)
		return
	}
	p := d.parsePhrase(i, end)
	bare := p.head == i && d.doc.Lang != "en" && d.doc.Lang != "" // párroco de San Telmo
	if p.name == nil && p.head >= 0 && isPersonNoun(p.noun) && !p.plural && (p.det != "" || p.before != nil || p.target >= 0 || bare) {
		d.bindRole(m.of, [2]int{i, end})
	}
}

// appositionEnd is the comma or mark that closes what begins at token i.
func (d *discourse) appositionEnd(i int) int {
	const longest = 24
	for j := i; j < i+longest && d.same(i, j); j++ {
		switch d.word(j) {
		case ",", ")", "—", "–", ";", ".", ":":
			return j
		}
		if sayingVerbs[d.word(j)] {
			return i // a source, and no apposition
		}
		if k := d.doc.Tokens[j].Kind; k == text.OpenQuote || k == text.CloseQuote {
			return j
		}
	}
	return i
}

// learnClause: "who leads the union", "who has represented Jonas Quill".
func (d *discourse) learnClause(m *mention, i, end int) {
	if noun := doer(d.word(i + 1)); noun != "" {
		d.addRole(m.of, role{text: d.textOf(i, end), head: noun, span: d.spanOf(i, end)})
		return
	}
	for j := i + 1; j < min(i+5, end); j++ {
		head, ok := roleVerbs[d.word(j)]
		if !ok {
			continue
		}
		r := role{text: d.textOf(i, end), head: head, span: d.spanOf(i, end)}
		for k := j + 1; k < min(j+7, end); k++ {
			if at := d.mentionAt(k); at != nil {
				r.target = d.bodyOrPlace(at)
				break
			}
			if noun, _ := evenNoun(d.word(k)); orgNouns[noun] && (k+1 >= end || !possessive(d.word(k+1))) {
				r.target = d.orgByNoun(noun, nil, k)
				break
			}
		}
		if r.head == "spokesman" && d.word(j+1) != "for" {
			return
		}
		d.addRole(m.of, r)
		return
	}
}

// doer is what somebody is called "who teaches", "who drives", "" if nothing.
func doer(verb string) string {
	if roleVerbs[verb] != "" {
		return ""
	}
	stem, third := strings.CutSuffix(verb, "s")
	if !third || len(stem) < 4 {
		return ""
	}
	for _, noun := range []string{strings.TrimSuffix(stem, "e") + "er", stem + "r", stem + "er"} {
		if (personNouns[noun] || wordnetPersons()[noun] || orgNouns[noun]) && !loose[noun] { // a publisher may be a person
			return noun
		}
	}
	return ""
}

// bodyOrPlace: in "the Ostrel brigade" the name tells which brigade it is.
func (d *discourse) bodyOrPlace(m *mention) *cluster {
	noun, plural := evenNoun(d.word(m.last))
	if plural || !publicBodies[noun] || !d.same(m.first, m.last) || m.of.kind == hearsay.Organization && m.of.known == "" {
		return m.of
	}
	if c := d.orgByNoun(noun, m.of.words, m.first); c != nil {
		return c
	}
	return d.derive(d.textOf(m.first, m.last+1), d.spanOf(m.first, m.last+1))
}

// learnBefore: "union leader Tomas Brede", "its spokeswoman, Karima Tawil".
func (d *discourse) learnBefore(m *mention) {
	end := m.first
	if w := d.word(end - 1); w == "," && d.same(end-1, end) {
		end--
	}
	for first := d.phraseBefore(end); first < end; {
		p := d.parsePhrase(first, end)
		if p.name == nil && p.head >= 0 && isPersonNoun(p.noun) && !p.plural && (end == m.first && (p.end == end || d.genitive(p.end, end)) || end < m.first && (p.det != "" || p.target == p.end+1) && (p.end == end || p.target == p.end+1)) {
			d.bindRole(m.of, [2]int{first, end})
			return
		}
		next := d.afterPreposition(first, end)
		if next <= first {
			return
		}
		first = next
	}
}

// genitive: in other languages the words between a calling and the name say
// whose it is: Директор музея Ольга Крамер.
func (d *discourse) genitive(first, end int) bool {
	if d.doc.Lang == "en" || end-first > 4 {
		return false
	}
	for i := first; i < end; i++ {
		if d.doc.Tokens[i].Kind != text.Word {
			return false
		}
	}
	return true
}

// phraseBefore is where the noun phrase that ends at token end begins.
func (d *discourse) phraseBefore(end int) int {
	const longest = 14
	first := end
	for i := end - 1; i >= max(0, end-longest) && d.same(i, end); i-- {
		if m := d.mentionAt(i); m != nil {
			i = m.first
			first = i
			continue
		}
		w := d.word(i)
		kind, tag := d.doc.Tokens[i].Kind, d.doc.Tokens[i].Tag
		if kind == text.OpenQuote || kind == text.CloseQuote || kind == text.Punct && !possessive(w) || barriers[w] || sayingVerbs[w] || tag == text.AUX {
			break
		}
		first = i
		if determiners[w] && !nounLinks[d.word(i-1)] {
			break
		}
	}
	for first < end && nounLinks[d.word(first)] {
		first++
	}
	return first
}

var (
	barriers  = wordSet("and or but that as by to told with when while because if who which said is was were are has had have be after before then than")
	nounLinks = wordSet("of for at in from on to")
)

func (d *discourse) afterPreposition(first, end int) int {
	for i := first; i < end; i++ {
		if nounLinks[d.word(i)] && d.mentionAt(i) == nil {
			return i + 1
		}
	}
	return first
}

// learnSignature: "signed by Abu Hatim" makes him the writer.
func (d *discourse) learnSignature(m *mention) {
	i := m.first - 1
	for i >= 0 && d.same(i, m.first) && (d.doc.Tokens[i].Kind == text.OpenQuote || d.word(i) == "as" || d.word(i) == "by" || d.word(i) == "himself" || d.word(i) == "herself") {
		i--
	}
	if i < 0 || !d.same(i, m.first) {
		return
	}
	switch d.word(i) {
	case "signed", "signs", "signing", "signature":
		for _, head := range []string{"writer", "author", "signatory"} {
			d.addRole(m.of, role{text: head, head: head, span: d.spanOf(i, m.last)})
		}
	}
}

// bindRole gives a person the description in tokens [at[0], at[1]).
func (d *discourse) bindRole(of *cluster, at [2]int) {
	if at[1] <= at[0] || !of.person() {
		return
	}
	p := d.parsePhrase(at[0], at[1])
	if p.head < 0 {
		return
	}
	noun, plural := evenNoun(d.word(p.head))
	if plural || !isPersonNoun(noun) {
		return
	}
	r := role{text: d.textOf(p.first, at[1]), head: noun, span: d.spanOf(p.first, at[1]), target: d.targetOf(p)}
	d.addRole(of, r)
	if g := nounGender(d.word(p.head)); of.gender == unknownGender {
		of.gender = g
	}
}

func nounGender(w string) gender {
	w = strings.TrimSuffix(w, "-in-law")
	switch {
	case femaleNouns[w]:
		return female
	case maleNouns[w]:
		return male
	}
	return unknownGender
}

func (d *discourse) addRole(of *cluster, r role) {
	for _, old := range of.roles {
		if old.head == r.head && (old.text == r.text || old.span.Overlaps(r.span)) {
			return
		}
	}
	of.roles = append(of.roles, r)
	if list := d.offices[r.head]; len(list) == 0 || list[len(list)-1] != of {
		d.offices[r.head] = append(list, of)
	}
}

// targetOf is whose spokeswoman, chair or member the phrase describes.
func (d *discourse) targetOf(p phrase) *cluster {
	sentence := max(0, int(d.sentence[p.first]))
	switch {
	case p.owner[1] > p.owner[0]:
		return d.ownerOf(p.owner[0], p.owner[1])
	case p.det == "our" && d.doc.Tokens[p.first].Quote < 0 && d.own != nil:
		return d.own
	case p.det == "its" || p.det == "their":
		return d.focus.pick(sentence, orgFit)
	case p.det == "his":
		return d.focus.pick(sentence, genderFit(male))
	case p.det == "her":
		return d.focus.pick(sentence, genderFit(female))
	case p.before != nil:
		return p.before.of
	}
	if c := d.modifierOf(p); c != nil {
		return c
	}
	if p.target < 0 && p.noun == "spokesman" {
		return d.bodyNear(sentence)
	}
	if p.target < 0 {
		return nil
	}
	for i := p.target; pressWords[d.word(i)] && i+1 < p.last; i++ {
		if nounLinks[d.word(i+1)] {
			p.target = i + 2 // head of press at the Institute
		}
	}
	return d.ownerOf(p.target, min(p.target+8, p.last))
}

// bodyNear is the body that a report speaks of where it says no more than
// "a spokeswoman": neither the publisher nor another outlet.
func (d *discourse) bodyNear(sentence int) *cluster {
	if d.own != nil {
		return d.own
	}
	return d.focus.pick(sentence, func(c *cluster) float64 {
		if c == d.house || c.described || mediaLike(c.words) || c.known != "" && !companyLike(c) && !publicBodies[c.words[len(c.words)-1]] {
			return 0
		}
		return orgFit(c)
	})
}

var pressWords = wordSet("press communications media public relations information")

// modifierOf: "a ministry spokesman".
func (d *discourse) modifierOf(p phrase) *cluster {
	for i := p.first; i < p.head; i++ {
		if w := d.word(i); orgNouns[w] && d.mentionAt(i) == nil {
			if c := d.orgByNoun(w, d.kindWords(i), i); c != nil {
				return c
			}
			return d.bodyAt(w, i)
		}
	}
	return nil
}

// ownerOf resolves the phrase that owns another: a name or "the authority".
func (d *discourse) ownerOf(first, last int) *cluster {
	for i := first; i < last; i++ {
		if d.doc.Tokens[i].Kind == text.Punct && !possessive(d.word(i)) {
			break
		}
		if m := d.mentionAt(i); m != nil {
			return m.of
		}
		if i > first && afterNoun[d.word(i)] {
			break
		}
		noun, _ := evenNoun(d.word(i))
		if list := d.offices[noun]; len(list) == 1 && isPersonNoun(noun) && d.word(i-1) == "the" {
			return list[0] // the actor's publicist
		}
		next := d.word(i + 1)
		if orgNouns[noun] && !(i+1 < last && d.isNoun(i+1) && d.doc.Tokens[i+1].Kind == text.Word && !possessive(next)) {
			if c := d.orgByNoun(noun, d.kindWords(i), i); c != nil {
				return c
			}
			return d.bodyAt(noun, i)
		}
	}
	return nil
}

// kindWords are the words that say of what kind the body at a token is.
func (d *discourse) kindWords(head int) []string {
	var words []string
	for i := head; d.kindOfBody(i); i-- {
		words = append(words, d.word(i-1))
	}
	return words
}
