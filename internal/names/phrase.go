package names

import (
	"strings"

	"hearsay"
	"hearsay/internal/text"
)

// phrase is a noun phrase taken apart: "the authority's spokeswoman",
// "One person with knowledge of the talks", "union leader Tomas Brede".
type phrase struct {
	first, last int      // tokens
	det         string   // its determiner in lower case, "'s" after an owner, "" for none
	owner       [2]int   // tokens of who owns it: "the authority" before 's
	head        int      // token of the head noun, -1 if the head is a name or missing
	noun        string   // the head in even form, singular
	plural      bool     // two officials, residents
	before      *mention // a name that stands before the head: "League" spokeswoman
	name        *mention // the name that heads the phrase
	apposed     *mention // the name that follows a description after a comma
	role        [2]int   // tokens of the description before the name
	target      int      // token after of, for, at; -1
	end         int      // where the noun phrase itself ends
}

// determiners begin a noun phrase.
var determiners = wordSet(`a an the this that these those its his her their our my your one two three four five six seven eight
	nine ten some several many no another any each every both all few dozens hundreds other most same at-least`)

var definites = wordSet("the this that these those its his her their our my 's")

// afterNoun begin what follows a noun: "a source close to", "a person briefed on".
var afterNoun = wordSet(`of for at in to from with who which that and by close briefed familiar speaking on near whose where through
	or but as via within inside outside behind under after before while when said says told quoted cited asked involved`)

// parsePhrase takes the tokens [first, last) apart.
func (rd *reading) parsePhrase(first, last int) phrase {
	p := phrase{first: first, last: last, head: -1, target: -1}
	i := first
	for i < last && (rd.doc.Tokens[i].Kind == text.Punct || rd.doc.Tokens[i].Kind == text.OpenQuote || skipped[rd.word(i)]) {
		i++
	}
	p.first = i
	i = p.determiner(rd, i)
	i = p.nouns(rd, i)
	p.end = i
	if i < last && (rd.word(i) == "of" || rd.word(i) == "for" || rd.word(i) == "at" || rd.word(i) == "from" || rd.word(i) == "with") {
		p.target = i + 1
	}
	if p.head >= 0 && p.name == nil {
		several := p.plural
		p.noun, p.plural = evenNoun(rd.word(p.head))
		p.plural = (p.plural || several || pluralDets[p.det]) && rd.word(p.first) != "one"
	}
	if p.name == nil {
		p.findApposed(rd, i)
	}
	if p.name == nil && p.apposed == nil {
		p.findSelfName(rd, i)
	}
	return p
}

var skipped = wordSet("even only both just also but and though although as according to by yet then so")

func (p *phrase) determiner(rd *reading, i int) int {
	for i < p.last && determiners[rd.word(i)] && rd.mentionAt(i) == nil {
		if numeral := pluralDets[rd.word(i)] && definites[p.det]; numeral {
			p.plural = true // the two members
		} else if rd.word(i) != "same" && rd.word(i) != "other" {
			p.det = rd.word(i)
		} else if p.det == "" {
			p.det = "the"
		}
		i++
		if rd.word(i) == "of" && p.det != "the" { // one of the officials
			i++
		}
	}
	return i
}

// nouns walks over the words of the phrase to its head.
func (p *phrase) nouns(rd *reading, i int) int {
	start := i
	for i < p.last {
		if m := rd.mentionAt(i); m != nil && (m.first >= p.first || i == p.first) {
			next := m.last
			switch {
			case possessive(rd.word(next)) && next < p.last:
				p.own(p.first, next)
				i, start = next+1, next+1
				continue
			case p.head < 0 && rd.nounAt(next, p.last) && !rd.acts(m, next):
				p.before = m
				i = next
				continue
			}
			p.name = m
			if i > start || p.owner[1] > 0 || p.det != "" && p.head >= 0 {
				p.role = [2]int{p.first, m.first}
			}
			return next
		}
		w := rd.word(i)
		switch {
		case possessive(w) && i > start:
			p.own(p.first, i)
			i, start = i+1, i+1
			continue
		case rd.doc.Tokens[i].Kind == text.Punct || afterNoun[w] && i > start || rd.doc.Tokens[i].Kind == text.CloseQuote:
			return i
		case p.head >= 0 && determiners[w]:
			return i // her last week | her daughter
		case p.head >= 0 && rd.doc.Lang != "en" && rd.doc.Lang != "":
			return i // heads come first elsewhere
		case p.head >= 0 && !rd.nounAt(i, p.last) && rd.mentionAt(i) == nil:
			if rd.word(i) == "-" {
				break
			}
			if t := rd.tag(i); t == text.VERB || t == text.ADV || t == text.ADJ || t == text.ADP || t == text.AUX || t == text.SYM || t == text.NUM && rd.tag(i+1) != text.NOUN || opensPhrase[rd.word(i+1)] && rd.same(i, i+1) {
				return i
			}
			p.head = i
		case rd.isNoun(i):
			p.head = i
		}
		i++
	}
	if p.head < 0 && i > start {
		p.head = i - 1
	}
	return i
}

var opensPhrase = wordSet("the a an his her my our their its")

func possessive(w string) bool { return w == "'s" || w == "'" }

func (p *phrase) own(first, last int) {
	p.owner = [2]int{first, last}
	p.det = "'s"
	p.head = -1
	p.before = nil
}

// isNoun tells whether token i can be the head of a source.
func (rd *reading) isNoun(i int) bool {
	if rd.tag(i) == text.NOUN {
		return true
	}
	even, _ := evenNoun(rd.word(i))
	return isPersonNoun(even) || orgNouns[even] || documentNouns[even] || mediaNouns[even]
}

// nounAt tells whether the phrase goes on with a noun at token i, perhaps
// after an adjective.
func (rd *reading) nounAt(i, last int) bool {
	if i >= last {
		return false
	}
	if afterNoun[rd.word(i)] || rd.doc.Tokens[i].Kind != text.Word || opensPhrase[rd.word(i+1)] && rd.same(i, i+1) && rd.mentionAt(i+1) == nil {
		return false // "drives the bus" is no noun
	}
	return rd.isNoun(i) || rd.tag(i) == text.ADJ && i+1 < last && rd.isNoun(i+1)
}

// findApposed looks for ", Karima Tawil" after a description.
func (p *phrase) findApposed(rd *reading, from int) {
	for i := from; i < p.last-1; i++ {
		w := rd.word(i)
		if w != "," && w != "(" && w != "—" && w != "–" {
			continue
		}
		at := i + 1
		if rd.word(at) == "the" && (p.plural || !isPersonNoun(p.nounOf(rd))) {
			at++
		}
		for k := at; k < at+3 && k < p.last && rd.mentionAt(k) == nil; k++ { // the author, hydrologist Lin Ahrens
			if noun, _ := evenNoun(rd.word(k)); isPersonNoun(noun) && rd.mentionAt(k+1) != nil {
				at = k + 1
				break
			}
		}
		if m := rd.mentionAt(at); m != nil && m.first == at && p.mayName(rd, m) {
			p.apposed = m
			p.role = [2]int{p.first, i}
			return
		}
	}
}

func (p *phrase) nounOf(rd *reading) string {
	if p.head < 0 {
		return ""
	}
	noun, _ := evenNoun(rd.word(p.head))
	return noun
}

// mayName tells whether a name in apposition can be the name of what the phrase
// describes: a person's of a person, a body's of "a smaller faction".
func (p *phrase) mayName(rd *reading, m *mention) bool {
	noun := p.nounOf(rd)
	if p.plural && isPersonNoun(noun) {
		return m.of.kind == hearsay.Organization // the organisers, the Coalition
	}
	if orgNouns[noun] || mediaNouns[noun] {
		return m.of.kind != hearsay.Person && (m.of.kind != hearsay.Place || m.last-m.first > 2)
	}
	return m.of.person() || companyRoles[noun] && m.of.kind != hearsay.Place
}

// companyRoles are what firms are called by what they do.
var companyRoles = wordSet("operator owner maker supplier developer manufacturer contractor builder carrier retailer publisher landlord insurer lender buyer")

// acts tells whether the word after a person's name is what the person does,
// though it could be a noun: "Mirza Toland rose".
func (rd *reading) acts(m *mention, next int) bool {
	if m.of == nil || !m.of.person() {
		return false
	}
	even, _ := evenNoun(rd.word(next))
	return !isPersonNoun(even) && !orgNouns[even] && !documentNouns[even] && rd.tag(next) != text.ADJ
}

// evenNoun is a noun in the singular, offices without gender.
func evenNoun(w string) (noun string, plural bool) {
	switch w {
	case "people":
		return "person", true
	case "men":
		return "man", true
	case "women":
		return "woman", true
	case "children":
		return "child", true
	case "police", "staff", "media":
		return w, false
	}
	if kin, ok := strings.CutSuffix(w, "-in-law"); ok {
		return evenNoun(kin)
	}
	if n, ok := officeNoun(w); ok {
		return n, false
	}
	for _, cut := range []struct{ end, put string }{{"ies", "y"}, {"men", "man"}, {"women", "woman"}, {"es", ""}, {"s", ""}} {
		if t, ok := strings.CutSuffix(w, cut.end); ok && len(t) > 2 {
			if n, ok := officeNoun(t + cut.put); ok {
				return n, true
			}
			if orgNouns[t+cut.put] || documentNouns[t+cut.put] || mediaNouns[t+cut.put] {
				return t + cut.put, true
			}
		}
	}
	for end, put := range map[string]string{"children": "child", "men": "man"} {
		if t, ok := strings.CutSuffix(w, end); ok && len(t) > 1 && isPersonNoun(t+put) {
			return t + put, true // grandchildren, fishermen
		}
	}
	if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3 {
		return w[:len(w)-1], true
	}
	return w, false
}

var pluralDets = wordSet("two three four five six seven eight nine ten some several many these those both few dozens hundreds")
