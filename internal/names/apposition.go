package names

import "hearsay/internal/text"

// What the words beside a name call it: "the operator, Sound Crossings, said",
// "Ada Lund, the chairwoman". A name has the kind of what it is called.

// How much it weighs that a name is called something: a body, a body whose
// word fits persons too, a person, a ship.
const (
	calledBody   = 5
	calledFirm   = 4
	calledPerson = 2.5
	calledShip   = 4
)

// appositionBefore weighs what stands before the name and a comma: "its
// operator, NAME,".
func (rd *reading) appositionBefore(m *mention) votes {
	noun := rd.roleBefore(m.first - 2)
	switch {
	case noun == "":
		if personNouns[rd.word(m.first-2)] && !firmNouns[rd.word(m.first-2)] {
			return votes{person: calledPerson}
		}
		return votes{}
	case rd.enclosed(m.last):
		return rd.calledVotes(m, noun)
	case personNouns[noun] && !firmNouns[noun]:
		return votes{person: calledPerson}
	}
	return votes{}
}

// enclosed tells whether an apposition ends before token i.
func (rd *reading) enclosed(i int) bool {
	switch rd.word(i) {
	case ",", ".", ";", ")", "—", "–":
		return true
	}
	return rd.doc.Tokens[min(i, len(rd.words)-1)].Kind == text.CloseQuote
}

// roleBefore is the noun that heads the description ending at a token: operator
// of "the operator of the ferry", "" if no determiner begins one there.
func (rd *reading) roleBefore(last int) string {
	const longest = 8
	for j := last; j > last-longest && j >= 0 && rd.same(j, last) && rd.doc.Tokens[j].Kind == text.Word; j-- {
		w := rd.word(j)
		if !articleWords[w] && !possessive(w) || rd.word(j-1) == "of" || rd.word(j-1) == "for" {
			continue // the operator of the ferry
		}
		if p := rd.word(j - 1); placed[p] && p != "from" && p != "to" || p == "with" || p == "on" || p == "after" || p == "before" {
			return "" // in the council, Lund said
		}
		return rd.headFrom(j+1, last+1)
	}
	return ""
}

// headFrom is the noun that heads the words of a description: the last before
// "of" or "at".
func (rd *reading) headFrom(first, last int) string {
	i := first
	for i < last && !roleStop[rd.word(i)] {
		i++
	}
	if i == first || rd.capital(i-1) || i-first > 4 {
		return ""
	}
	return rd.word(i - 1)
}

// appositionBehind weighs what stands behind the name and a comma: "NAME, the
// ferry's operator,".
func (rd *reading) appositionBehind(m *mention) votes {
	if placed[rd.word(m.first-1)] || !articleWords[rd.word(m.last+1)] {
		return votes{}
	}
	if rd.personNounAhead(m.last + 2) {
		if noun := rd.roleAhead(m.last + 2); firmNouns[noun] {
			return rd.calledVotes(m, noun)
		}
		return votes{person: calledPerson}
	}
	return rd.calledVotes(m, rd.roleAhead(m.last+2))
}

// roleAhead is the noun that heads the description beginning at a token, ""
// where it does not end as one: in "Lund, the ministry said," the ministry
// speaks of Lund.
func (rd *reading) roleAhead(i int) string {
	const longest = 6
	for j := i; j < i+longest && rd.same(i, j); j++ {
		w := rd.word(j)
		if j > i && (roleStop[w] || rd.enclosed(j)) {
			return rd.word(j - 1)
		}
		if t := rd.tag(j); t == text.VERB || t == text.AUX || roleStop[w] {
			return ""
		}
	}
	return ""
}

// calledVotes weighs that a name is called by a noun.
func (rd *reading) calledVotes(m *mention, noun string) votes {
	given := isFirstName(rd.word(m.bare)) && m.last-m.bare > 1
	switch {
	case noun == "" || m.bare > m.first:
		return votes{}
	case shipNouns[noun]:
		return votes{other: calledShip}
	case firmNouns[noun] && given:
		return votes{person: calledPerson}
	case firmNouns[noun]:
		return votes{org: calledFirm}
	case orgNouns[noun] && !looseOrgNouns[noun] && !placeNouns[noun]:
		return votes{org: calledBody}
	case isPersonNoun(noun):
		return votes{person: calledPerson}
	}
	return votes{}
}

var (
	// firmNouns are what firms are called by what they do, and persons are too.
	firmNouns = wordSet(`operator supplier contractor developer manufacturer maker carrier retailer insurer lender builder
		regulator distributor wholesaler brewer shipbuilder airline startup subsidiary subcontractor vendor`)
	// looseOrgNouns end names of bodies and yet mean other things when a name is
	// called so.
	looseOrgNouns = wordSet(`town city church museum library hospital clinic star sun mirror post mail record echo standard sentinel
		monitor guardian examiner dispatch wire site website channel station times express united center centre service services office
		court forces mission inquiry capital works motors records systems industries panel jury front desk news network press radio
		television exchange chamber cabinet theatre theater gallery orchestra portal outlet paper utility force`)
	// shipNouns are craft, which bear names like persons'.
	shipNouns = wordSet(`ship ferry trawler vessel boat yacht tanker freighter barge dhow tug tugboat cutter schooner lifeboat liner
		submarine frigate destroyer warship steamer coaster catamaran dredger icebreaker sloop brig dinghy ketch steamship minesweeper corvette`)
)

// craft weighs that a name is that of a ship: "the trawler NAME", "NAME sank".
func (rd *reading) craft(m *mention) votes {
	if m.bare > m.first {
		return votes{}
	}
	var v votes
	prev := rd.word(m.first - 1)
	switch {
	case !rd.same(m.first-1, m.first):
	case shipNouns[prev], prev == "aboard", prev == "the" && rd.word(m.first-2) == "aboard":
		v.other += calledShip
	}
	if !rd.same(m.first, m.last) {
		return v
	}
	switch next := rd.word(m.last); {
	case sailingVerbs[next]:
		v.other += calledPerson
	case possessive(next) && hullNouns[rd.word(m.last+1)]:
		v.other += calledPerson
	}
	return v
}

var (
	sailingVerbs = wordSet("sank sinks capsized docked berthed")
	hullNouns    = wordSet("hull bow stern deck keel mast rudder propeller bridge engine engines skipper helmsman crew moorings")
)
