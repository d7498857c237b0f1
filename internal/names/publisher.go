package names

import (
	"strings"

	"hearsay"
)

// publisher is the cluster of whoever published the report: "this newspaper",
// "I" in an article. Nil if the report does not say who it was.
func (d *discourse) publisher() *cluster {
	if c := d.houseCluster(); c != nil || d.r.Outlet == "" {
		return c
	}
	name := d.r.Outlet
	canonical, _ := d.known.Lookup(name)
	if canonical != "" {
		name = canonical
	}
	d.house = &cluster{name: name, words: strings.Fields(Fold(name)), names: []string{name}, known: canonical, kind: hearsay.Organization, order: -1}
	return d.house
}

// houseCluster is the publisher's cluster if the text has named it so far.
func (rd *reading) houseCluster() *cluster {
	if rd.house != nil || rd.r.Outlet == "" {
		return rd.house
	}
	canonical, _ := rd.known.Lookup(rd.r.Outlet)
	fold := Fold(rd.r.Outlet)
	for _, c := range rd.people {
		if canonical != "" && c.known == canonical || strings.Join(c.words, " ") == fold {
			rd.house = c
			break
		}
	}
	return rd.house
}

// findOwnStatement decides whether the report is a statement of its publisher:
// then "the club" is the publisher, and its chairman speaks for it. The signs
// are a press office as publisher, the word statement in the title, or the
// publisher as the subject of the first sentence.
func (rd *reading) findOwnStatement() {
	party := strings.TrimSpace(withoutPressOffice(Fold(rd.r.Outlet)))
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
	if own == nil {
		return
	}
	title := Fold(rd.r.Title)
	switch {
	case party != Fold(rd.r.Outlet),
		strings.Contains(title, "statement"), strings.Contains(title, "press release"),
		rd.opens(own):
		rd.own = own
		own.kind = hearsay.Organization
	}
}

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
