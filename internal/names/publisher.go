package names

import (
	"strings"

	"hearsay"
)

// publisher is the cluster of whoever published the report: "this newspaper",
// "I" in an article. Nil if the report does not say who it was.
func (d *discourse) publisher() *cluster {
	if d.house != nil && len(d.house.names) == 0 {
		d.house.names = []string{d.house.name}
	}
	return d.house
}

// findOwnStatement decides whether the report is a statement of its publisher:
// then "the club" is the publisher, and its chairman speaks for it. The signs
// are a press office as publisher, the word statement in the title, or the
// publisher as the subject of the first sentence.
func (rd *reading) findOwnStatement() {
	party := withoutPressOffice(Fold(rd.r.Outlet))
	if party == "" {
		return
	}
	var own *cluster
	for _, c := range rd.people {
		if strings.Join(c.words, " ") == party {
			own = c
			break
		}
	}
	if own == nil && rd.house != nil && len(rd.house.words) > 0 {
		own = rd.house
	}
	if own == nil {
		return
	}
	if rd.isTold(own) {
		return
	}
	title := Fold(rd.r.Title)
	if party != Fold(rd.r.Outlet) || strings.Contains(title, "statement") || strings.Contains(title, "press release") || rd.opens(own) || rd.speaksAsWe() {
		rd.own = own
		own.kind = hearsay.Organization
	}
}

// isTold: a report in which somebody told its publisher something is
// journalism.
func (rd *reading) isTold(own *cluster) bool {
	for i := range rd.mentions {
		m := &rd.mentions[i]
		at := m.first - 1
		if rd.word(at) == "the" {
			at--
		}
		if m.of == own && (rd.word(at) == "told" || rd.word(at) == "tells" || rd.word(at) == "telling") {
			return true
		}
	}
	return false
}

// speaksAsWe: the report says "we" in its own voice, and is no newspaper.
func (rd *reading) speaksAsWe() bool {
	we := false
	for i, w := range rd.words {
		if rd.sentence[i] < 0 || rd.doc.Tokens[i].Quote >= 0 {
			continue
		}
		if (w == "this" || w == "our") && mediaNouns[rd.word(i+1)] || w == "i" {
			return false
		}
		we = we || w == "we" || w == "our"
	}
	words := strings.Fields(Fold(rd.r.Outlet))
	return we && !mediaLike(words)
}

// mediaLike tells whether the words of a name are those of an outlet that
// reports on others.
func mediaLike(words []string) bool {
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return mediaNames[last] || outletWords[last] || words[0] == "radio" || words[0] == "channel" || words[0] == "el" && len(words) > 1
}

// outletWords end names of outlets, and other names too.
var outletWords = wordSet(`messenger reader notes whistle review digest letter minute brief log bench clarion blog blogs feed daily today now
	online live diary desk voice voices watch alerts report reports reporter correspondent signal beacon argus mercury advertiser
	intelligencer patch flask fax ticker lookout business post posts zeitung tagblatt kurier anzeiger gaceta diario mundo faro voz heraldo
	monde figaro presse depeche gazeta vestnik almanac quarterly monthly page pages hour table podcast newsletter`)

var pressOffices = []string{" press office", " media office", " press service", " press team", " press centre", " newsroom", " communications"}

func withoutPressOffice(fold string) string {
	for _, s := range pressOffices {
		if t, ok := strings.CutSuffix(fold, s); ok {
			return t
		}
	}
	return fold
}

// opens tells whether the first sentence that says something has c as its
// subject.
func (rd *reading) opens(c *cluster) bool {
	for i, s := range rd.sentence {
		if s < 0 || !rd.block(rd.doc.Sentences[s].Block).Says() {
			continue
		}
		for j := i; j < i+3; j++ {
			if m := rd.mentionAt(j); m != nil {
				return m.of == c
			}
		}
		return false
	}
	return false
}

// signer is the person whose name stands in the signature of the report.
func (d *discourse) signer() *cluster {
	for i := len(d.mentions) - 1; i >= 0; i-- {
		m := &d.mentions[i]
		s := d.sentence[m.first]
		if s >= 0 && d.block(d.doc.Sentences[s].Block).Kind == hearsay.BlockSignature && m.of.person() {
			return m.of
		}
	}
	return nil
}

// ownStaff: the persons of the byline speak for the publisher, and a presenter
// whom the transcript calls by surname is the one of the byline.
func (d *discourse) ownStaff() {
	for _, line := range strings.FieldsFunc(d.r.Byline, func(r rune) bool { return r == ',' || r == ';' || r == '&' }) {
		p := parsePerson(line)
		if !p.full() || len(p.parts) > 4 {
			continue
		}
		for _, c := range d.people {
			words := strings.Join(c.words, " ")
			if c.person() && (words == p.fold || len(c.words) == 1 && words == p.family().text) && c.speaksFor == nil && d.house != nil {
				if len(c.words) == 1 {
					c.name = strings.TrimSpace(line)
				}
				c.speaksFor, c.why = d.house, c.spans[0]
			}
		}
	}
}
