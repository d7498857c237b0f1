package names

import (
	"slices"
	"strings"

	"hearsay"
)

// spokesmen decides who speaks for whom: by office, by calling, and, in a
// statement, by leading the body that publishes it.
func (d *discourse) spokesmen() {
	d.ownStaff()
	for _, c := range d.people {
		if c.speaksFor != nil {
			continue
		}
		if c.kind == hearsay.Organization && !c.described {
			d.pressOffice(c)
			continue
		}
		for _, r := range c.roles {
			if target := d.speaksFor(c, r); target != nil && target != c {
				c.speaksFor, c.why = target, r.span
				break
			}
		}
	}
}

// leaders speak for their body when it publishes the statement.
var leaders = wordSet("chair president secretary director leader head manager chief officer owner founder executive convener principal rector governor treasurer trustee")

func (d *discourse) speaksFor(c *cluster, r role) *cluster {
	switch {
	case r.head == "spokesman" || pressRole(r):
		if r.target == nil {
			return d.own
		}
		return r.target
	case r.head == "agent" || r.head == "lawyer":
		return r.target
	case r.head == "minister":
		return d.ministryOf(r)
	case leaders[r.head] && d.own != nil && slices.Contains(d.speaker, c) && (r.target == nil || r.target == d.own):
		return d.own
	}
	return nil
}

// pressRole: press officer, head of communications.
func pressRole(r role) bool {
	switch r.head {
	case "officer", "secretary", "head", "chief", "director", "manager", "adviser", "aide":
		text := " " + Fold(r.text) + " "
		return strings.Contains(text, " press ") || strings.Contains(text, " communications ") || strings.Contains(text, " media ") || strings.Contains(text, " public relations ")
	}
	return false
}

// ministryOf is the ministry of "transport minister" or "minister of
// transport", if the report names it.
func (d *discourse) ministryOf(r role) *cluster {
	words := strings.Fields(Fold(r.text))
	for _, c := range d.byNoun["ministry"] {
		for _, w := range words {
			if w != "minister" && !orgLinks[w] && strings.Contains(" "+strings.Join(c.words, " ")+" ", " "+w+" ") {
				return c
			}
		}
	}
	if len(d.byNoun["ministry"]) == 1 && len(words) <= 2 {
		return d.byNoun["ministry"][0]
	}
	if r.target != nil && r.target.kind == hearsay.Organization {
		return r.target
	}
	return nil
}

// pressOffice: the League's press office speaks for the League.
func (d *discourse) pressOffice(c *cluster) {
	fold := strings.Join(c.words, " ")
	body := withoutPressOffice(fold)
	if body == fold || len(c.spans) == 0 {
		return
	}
	for _, other := range d.people {
		if other != c && strings.Join(other.words, " ") == body {
			c.speaksFor, c.why = other, c.spans[0]
			return
		}
	}
}
