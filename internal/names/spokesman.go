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
	d.clients()
	for _, c := range d.people {
		if c.speaksFor != nil {
			continue
		}
		if c.kind == hearsay.Organization && !c.described {
			d.pressOffice(c)
			continue
		}
		for _, r := range c.roles {
			if target := d.speaksFor(c, r); target != nil && target != c && Fold(target.name) != Fold(c.name) {
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
	case r.head == "agent" || r.head == "lawyer" || r.head == "publicist" || r.head == "counsel" || r.head == "advocate":
		return r.target
	case r.head == "minister":
		return d.ministryOf(c, r)
	case leaders[r.head] && d.own != nil && slices.Contains(d.speaker, c) && (r.target == nil || r.target == d.own):
		return d.own
	}
	if body := d.headOf(r); body != nil {
		return body
	}
	if d.own != nil && (r.target == nil || r.target == d.own) && !outsiders[r.head] && slices.Contains(d.speaker, c) && !c.described {
		return d.own
	}
	return nil
}

// outsiders are quoted in a statement as guests: they are not on the staff of
// whoever publishes it.
var outsiders = wordSet(`minister mayor governor judge witness resident villager neighbour neighbor customer patient parent mother father
	visitor tourist passenger guest friend victim suspect defendant lawyer agent senator councillor bishop priest imam prince king queen
	supporter fan reader subscriber voter citizen rival opponent critic expert analyst farmer fisherman widow son daughter brother
	sister uncle aunt cousin wife husband child boy girl man woman person author writer signatory member`)

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
// transport", made from these words if the report does not name it and the
// minister speaks.
func (d *discourse) ministryOf(c *cluster, r role) *cluster {
	words := strings.Fields(Fold(r.text))
	for _, c := range d.byNoun["ministry"] {
		for _, w := range words {
			if w != "minister" && !orgLinks[w] && strings.Contains(" "+strings.Join(c.words, " ")+" ", " "+w+" ") {
				return c
			}
		}
	}
	name := ministryName(words)
	if name == "" && !slices.Contains(d.speaker, c) {
		return nil
	}
	if owner := ownerOfOffice(r.text, words); owner != "" && name != "" {
		name = owner + " Ministry of " + strings.TrimPrefix(name, "Ministry of "+owner+" ")
	}
	for _, c := range d.nouned["ministry"] {
		if name == "" || slices.Equal(parseOrg(c.name).words, parseOrg(name).words) {
			return c
		}
	}
	if bare := d.nouned["ministry"]; name != "" && len(bare) == 1 && slices.Equal(parseOrg(bare[0].name).words, []string{"ministry"}) {
		bare[0].name = name
		bare[0].addName(name)
		return bare[0]
	}
	if name != "" {
		return d.derive(name, r.span)
	}
	if c := d.lastMinistry(r); c != nil && len(words) <= 2 {
		return c
	}
	if r.target != nil && r.target.kind == hearsay.Organization {
		return r.target
	}
	return nil
}

// ministryName is the name of the ministry that goes with an office, "" if
// the office has no portfolio: "Minister of Public Records", "finance minister".
func ministryName(words []string) string {
	i := slices.Index(words, "minister")
	if i < 0 {
		return ""
	}
	var portfolio []string
	if i+2 < len(words) && (words[i+1] == "of" || words[i+1] == "for") {
		portfolio = words[i+2:]
	} else if i == len(words)-1 {
		portfolio = slices.DeleteFunc(slices.Clone(words[:i]), func(w string) bool { return portfolioStops[w] })
	}
	if len(portfolio) == 0 || len(portfolio) > 5 || slices.Contains(portfolio, "prime") || slices.Contains(portfolio, "first") {
		return ""
	}
	for i, w := range portfolio {
		if !orgLinks[w] {
			portfolio[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return "Ministry of " + strings.Join(portfolio, " ")
}

// lastMinistry is the ministry named last before "the minister".
func (d *discourse) lastMinistry(r role) *cluster {
	first, _ := d.doc.TokensIn(r.span)
	var best *cluster
	for _, c := range d.byNoun["ministry"] {
		if at := c.mentionedBefore(first); at >= 0 && (best == nil || at > best.mentionedBefore(first)) {
			best = c
		}
	}
	if list := d.byNoun["ministry"]; best == nil && len(list) == 1 {
		return list[0]
	}
	return best
}

// ownerOfOffice is the country of "the Tarsian defence minister", written with a
// capital before a portfolio that is not; "" if none is.
func ownerOfOffice(text string, folded []string) string {
	words := strings.Fields(text)
	for len(words) > 0 && portfolioStops[strings.ToLower(words[0])] {
		words = words[1:]
	}
	if len(words) < 3 || len(folded) < 3 || strings.EqualFold(words[0], "minister") {
		return ""
	}
	first, next := words[0], words[1]
	if strings.ToLower(first) != first && strings.ToLower(next) == next && next != "minister" {
		return first
	}
	return ""
}

var portfolioStops = wordSet("the a an former deputy then its his her our their junior acting new")

// derive is an organisation that the report means without naming it.
func (d *discourse) derive(name string, why hearsay.Span) *cluster {
	key := Fold(name)
	if c := d.told[key]; c != nil {
		return c
	}
	c := &cluster{name: name, words: strings.Fields(key), names: []string{name}, kind: hearsay.Organization, spans: []hearsay.Span{why}, order: why.Start}
	d.told[key] = c
	d.people = append(d.people, c)
	return c
}

// clients: who speaks of "her client" is the lawyer of the person whom the
// report mentions most among those who do not speak themselves.
func (d *discourse) clients() {
	for i, a := range d.attrs {
		who := d.speaker[i]
		if who == nil || !who.person() || who.described || who.speaksFor != nil {
			continue
		}
		first, last := d.doc.TokensIn(hearsay.Cover(a.Content))
		for j := first; j < last-1; j++ {
			if d.word(j+1) == "client" && (d.word(j) == "his" || d.word(j) == "her" || d.word(j) == "my" || d.word(j) == "our") {
				if client := d.client(who, j); client != nil {
					who.speaksFor, who.why = client, d.spanOf(j, j+2)
				}
				break
			}
		}
	}
}

// client is the silent person mentioned most, of two alike the one named last
// before the token.
func (d *discourse) client(lawyer *cluster, token int) *cluster {
	var best *cluster
	for _, c := range d.people {
		if !c.person() || c.described || c == lawyer || len(c.tokens) == 0 || slices.Contains(d.speaker, c) {
			continue
		}
		if best == nil || len(c.tokens) > len(best.tokens) ||
			len(c.tokens) == len(best.tokens) && c.mentionedBefore(token) > best.mentionedBefore(token) {
			best = c
		}
	}
	return best
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
